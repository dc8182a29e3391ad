import { TYPE_FEATURES, typeWeights } from '../../../src/event/choose.ts'
import type { Question } from '../question.ts'

/** The type of the main event, or one that the annotation allows. */
export const type: Question = {
  name: 'type',
  features: TYPE_FEATURES,
  classes: ['yes'],
  kind: 'choice',
  l2: 2,
  weightsOf: typeWeights,
  label: (subject, { event, alternativeTypes }) => (event?.type === subject || alternativeTypes.includes(subject as string) ? 0 : -1),
}
