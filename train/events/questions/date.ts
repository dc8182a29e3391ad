import { dateWeights } from '../../../src/event/date.ts'
import { DATE_FEATURES, type EventDate } from '../../../src/event/date-features.ts'
import type { Question } from '../question.ts'

/** Which of the dates of an article is the main event's. */
export const date: Question = {
  name: 'date',
  features: DATE_FEATURES,
  classes: ['date'],
  kind: 'choice',
  l2: 3,
  weightsOf: dateWeights,
  label(subject, { event }) {
    if (!event || !subject) return null // not of the main event
    const { value } = subject as EventDate
    const { date: right } = event
    if (!value || !right) return -1
    return value.start === right.start && value.end === right.end ? 0 : -1
  },
}
