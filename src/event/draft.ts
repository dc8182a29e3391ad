import type { Found } from '../resolve/mention.ts'
import type { Filling, Match } from './match.ts'
import type { StatusSign } from './status.ts'

/** What one sentence says of an event. */
export interface Telling {
  readonly sentence: number
  readonly matches: readonly Match[]
  readonly fillings: readonly Filling[]
  readonly dates: readonly DateCandidate[]
  /** What the words around each match say of the event's status, match by match. */
  readonly signs: readonly (StatusSign | null)[]
}

/** An event while its tellings are gathered. */
export interface Draft {
  readonly type: string
  readonly tellings: Telling[]
  readonly weight: number
}

/** All arguments of a draft with their slots, in order. */
export function fillingsOf({ tellings }: Draft): readonly Filling[] {
  const [only] = tellings
  return tellings.length === 1 && only ? only.fillings : tellings.flatMap(t => t.fillings)
}

/** A date of a sentence with how much speaks for it to be the event's. */
export interface DateCandidate {
  readonly found: Found
  readonly score: number
}

/** A date that scores less is not the event's: it belongs to what came before, or to another verb. */
const LEAST = 0.45

/** The date of a draft: the one for which most speaks, of equals the first. */
export function dateOf({ tellings }: Draft): Found | null {
  let best: DateCandidate | null = null
  for (const { dates } of tellings) for (const date of dates) if (date.score >= LEAST && (!best || date.score > best.score)) best = date
  return best?.found ?? null
}
