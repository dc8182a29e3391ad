import type { Found } from '../resolve/mention.ts'
import type { Filling, Match } from './match.ts'
import type { StatusSign } from './status.ts'

/** What one sentence says of an event. */
export interface Telling {
  readonly sentence: number
  readonly matches: readonly Match[]
  readonly fillings: readonly Filling[]
  readonly dates: readonly Found[]
  readonly signs: readonly StatusSign[]
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

/** The first date that a draft's tellings give: of a day before one of a month or year. */
export function dateOf(draft: Draft): Found | null {
  let best: Found | null = null
  for (const telling of draft.tellings) {
    for (const date of telling.dates) {
      if (!date.date) continue
      if (!best || (rank(date) > rank(best) && rank(best) < 2)) best = date
    }
    if (best && rank(best) >= 2) break
  }
  return best
}

const rank = (f: Found): number => (f.date?.precision === 'day' || f.date?.precision === 'minute' ? 2 : f.date?.precision === 'week' || f.date?.precision === 'month' ? 1 : 0)
