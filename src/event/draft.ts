import type { EventDate } from './date-features.ts'
import type { Filling, Match } from './match.ts'
import type { StatusSign } from './status.ts'

/** What one sentence says of an event. */
export interface Telling {
  readonly sentence: number
  readonly matches: readonly Match[]
  readonly fillings: readonly Filling[]
  /** What the words around each match say of the event's status, match by match. */
  readonly signs: readonly (StatusSign | null)[]
}

/** An event while its tellings are gathered. */
export interface Draft {
  readonly type: string
  readonly tellings: Telling[]
  readonly weight: number
  readonly date: EventDate | null
}

/** All arguments of a draft with their slots, in order. */
export function fillingsOf({ tellings }: Draft): readonly Filling[] {
  const [only] = tellings
  return tellings.length === 1 && only ? only.fillings : tellings.flatMap(t => t.fillings)
}
