import { CONFIDENCE_FEATURES, confidenceWeights } from '../../../src/event/confidence.ts'
import type { Question } from '../question.ts'

/** Whether the type of the main event is right, or one that the annotation allows. */
export const confidence: Question = {
  name: 'confidence',
  features: CONFIDENCE_FEATURES,
  classes: ['right'],
  kind: 'classes',
  l2: 3,
  weightsOf: confidenceWeights,
  label: (subject, { event, alternativeTypes }) => (event?.type === subject || alternativeTypes.includes(subject as string) ? 0 : -1),
}
