import { Class } from '../lexicon/classes.ts'
import type { Found } from '../resolve/mention.ts'
import { CLOSE_PAREN, HYPHEN, OPEN_PAREN } from '../text/chars.ts'
import { markAt } from '../token/token.ts'
import type { Argument, ArgumentSource } from './argument.ts'
import type { Place } from './event.ts'
import type { Layout } from './layout.ts'
import { type Filling, isRole } from './match.ts'

const ORDER: Readonly<Record<Place['kind'], number>> = { venue: 0, city: 1, region: 2, country: 3, other: 4 }
const MOST_PLACES = 6
/** A place needs this much. */
const LEAST = 0.5
/** A frame says that it is the scene. */
const FRAME = 0.8
/** The same, of a sentence below the lead. */
const FRAME_BELOW = 0.5
/** It stands in the headline: by its preposition the scene, or bare. */
const TITLE_SCENE = 0.8
const TITLE_BARE = 0.55
const COUNTRY_BARE = 0.2
/** It stands in the lead behind a preposition of place. */
const LEAD_SCENE = 0.65
/** «وزراء السودان ومصر وإثيوبيا»: countries in a list act, or belong to those who act. */
const LIST = 0.5

/** The scene of an event: what its frames say; for the main event also what headline and lead name behind a preposition of place. The most specific first. */
export function placesOf(
  fillings: readonly Filling[],
  args: (sentence: number) => readonly Argument[],
  source: ArgumentSource & { capitalOf(id: string): string },
  layout: Layout | null,
): Place[] {
  const scores = new Map<Found, number>()
  const add = (argument: Argument, score: number): void => {
    scores.set(argument.found, (scores.get(argument.found) ?? 0) + score)
  }
  for (const { argument, slot } of fillings) {
    const { entity, from } = argument.found
    if (entity?.kind !== 'place') continue
    const below = layout !== null && (source.tokens.sentence[from] as number) >= layout.lead
    if (slot === 'place') add(argument, below ? FRAME_BELOW : FRAME)
    // «تحتضن مدينة مراكش»: a town is no participant but the scene
    else if (isRole(slot) && slot !== 'patient' && entity.placeKind !== 'country' && (slot === 'organizer' || !source.capitalOf(entity.id)))
      add(argument, FRAME)
  }
  if (layout) {
    for (let sentence = 0; sentence < layout.lead; sentence++) {
      for (const argument of args(sentence)) {
        const { entity } = argument.found
        if (entity?.kind !== 'place' || isDateline(argument, sentence, source)) continue
        const scene = argument.slot === 'place'
        const country = entity.placeKind === 'country'
        if (sentence < layout.title) add(argument, scene ? TITLE_SCENE : country || source.capitalOf(entity.id) ? COUNTRY_BARE : TITLE_BARE)
        else if (scene) add(argument, LEAD_SCENE)
        if (country && argument.joined) add(argument, -LIST)
      }
    }
  }
  return collect(scores)
}

function collect(scores: ReadonlyMap<Found, number>): Place[] {
  const best = new Map<string, { place: Place; score: number }>()
  for (const [{ entity }, score] of scores) {
    if (!entity) continue
    const known = best.get(entity.id)
    if (known) known.score += score
    else
      best.set(entity.id, {
        place: {
          entity: entity.id,
          name: entity.listed || entity.name,
          kind: entity.placeKind || 'other',
          country: entity.country || null,
        },
        score,
      })
  }
  const ranked = [...best.values()].filter(b => b.score > 0).sort((a, b) => b.score - a.score)
  const sure = ranked.filter(b => b.score >= LEAST).slice(0, MOST_PLACES)
  // what headline and lead name is the scene, if they name no better one
  return (sure.length > 0 ? sure : ranked.slice(0, 1)).map(b => b.place).sort((a, b) => ORDER[a.kind] - ORDER[b.kind])
}

/** «الرياض - واس», «دبي، الإمارات (CNN) --»: where the report was written, at the head of a line. */
function isDateline(argument: Argument, sentence: number, { tokens, hits }: ArgumentSource): boolean {
  const start = tokens.sentences[sentence] as number
  if (argument.from - start > 3 || argument.marker !== '') return false
  for (let i = argument.to; i < Math.min(argument.to + 6, tokens.sentences[sentence + 1] as number); i++) {
    const mark = markAt(tokens, i)
    if (mark === HYPHEN || mark === OPEN_PAREN || mark === CLOSE_PAREN) return true
    if (((hits.classes[i] as number) & Class.trigger) !== 0) return false
  }
  return false
}
