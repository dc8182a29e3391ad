import { STATUS_FEATURES, statusWeights } from '../../../src/event/status-choice.ts'
import type { Question } from '../question.ts'

const STATUSES = ['occurred', 'ongoing', 'planned', 'cancelled', 'possible', 'denied']

/** Whether the main event has happened, goes on, is planned … */
export const status: Question = {
  name: 'status',
  features: STATUS_FEATURES,
  classes: STATUSES,
  kind: 'classes',
  l2: 2,
  weightsOf: statusWeights,
  label: (_subject, { event }) => (event ? STATUSES.indexOf(event.status) : null),
}
