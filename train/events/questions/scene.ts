import { SCENE_FEATURES, sceneWeights } from '../../../src/event/scene.ts'
import type { EntityBuilder } from '../../../src/resolve/entity.ts'
import { sameThing } from '../../../test/support/match.ts'
import type { Question } from '../question.ts'

/** Whether a place that the article names is the scene of its main event. */
export const scene: Question = {
  name: 'scene',
  features: SCENE_FEATURES,
  classes: ['scene'],
  kind: 'classes',
  l2: 8,
  weightsOf: sceneWeights,
  label(subject, { event }) {
    const { name, listed, forms, placeKind, country } = subject as EntityBuilder
    const place = { names: [name, listed, ...forms].filter(n => n !== ''), kind: placeKind || 'other', country }
    return event?.places.some(gold => sameThing(gold, place)) ? 0 : -1
  },
}
