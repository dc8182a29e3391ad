import type { EntityBuilder } from '../resolve/entity.ts'
import type { Argument } from './argument.ts'
import { type Draft, fillingsOf } from './draft.ts'
import type { Place } from './event.ts'
import type { Layout } from './layout.ts'
import { type Filling, isRole } from './match.ts'
import { sceneCandidates, sceneWeights, weighScene } from './scene.ts'
import type { BuildSource } from './source.ts'

const ORDER: Readonly<Record<Place['kind'], number>> = { venue: 0, city: 1, region: 2, country: 3, other: 4 }
const MOST_PLACES = 6
/** A place for which less speaks, as log-odds, is no scene of the main event. */
const LEAST = -0.5
/** A saying has a scene only where much speaks for one: most of the places that are named are what it is about. */
const LEAST_OF_SAYING = 0.3

/** The scene of the main event: of all places that the article names, those for which enough speaks; of a sentence alone also what its frames say. The most specific first. */
export function placesOfMain(draft: Draft, args: (sentence: number) => readonly Argument[], source: BuildSource, layout: Layout): Place[] {
  const weights = sceneWeights(source.lexicon)
  const least = source.hasScene(draft.type) ? LEAST : LEAST_OF_SAYING
  const ranked = sceneCandidates(draft, args, source, layout)
    .map(candidate => ({ candidate, weight: weighScene(candidate, draft.type, weights) }))
    .filter(({ candidate: { cues }, weight }) => weight >= least || (layout.count === 1 && cues.has('frame-place')))
    .sort((a, b) => b.weight - a.weight)
  return inOrder(ranked.slice(0, MOST_PLACES).map(({ candidate }) => candidate.entity))
}

/** The scene of another event: what its frames say. The most specific first. */
export function placesOf(draft: Draft, { capitalOf }: BuildSource): Place[] {
  const scene = new Set<EntityBuilder>()
  for (const { argument, slot } of fillingsOf(draft)) {
    const { entity } = argument.found
    if (entity?.kind === 'place' && isScene(entity, slot, capitalOf)) scene.add(entity)
  }
  return inOrder([...scene].slice(0, MOST_PLACES))
}

/** «في مراكش», and «تحتضن مدينة مراكش»: a town is no participant but the scene. */
function isScene({ id, placeKind }: EntityBuilder, slot: Filling['slot'], capitalOf: BuildSource['capitalOf']): boolean {
  if (slot === 'place') return true
  return isRole(slot) && slot !== 'patient' && placeKind !== 'country' && (slot === 'organizer' || !capitalOf(id))
}

function inOrder(scene: readonly EntityBuilder[]): Place[] {
  return scene
    .map(({ id, listed, name, placeKind, country }) => ({
      entity: id,
      name: listed || name,
      kind: placeKind || 'other',
      country: country || null,
    }))
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind])
}
