import { COUNT_FEATURES, countWeights } from '../../../src/event/counts.ts'
import type { Count } from '../../../src/event/event.ts'
import type { Question } from '../question.ts'

/** Whether a number of the article belongs to its main event. */
export const count: Question = {
  name: 'count',
  features: COUNT_FEATURES,
  classes: ['yes'],
  kind: 'classes',
  l2: 6,
  weightsOf: countWeights,
  label: (subject, { event }) => {
    const { value, unit } = subject as Count
    return event?.counts.some(c => c.value === value && c.unit === unit) ? 0 : -1
  },
}
