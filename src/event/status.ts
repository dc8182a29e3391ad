import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import { Part } from '../token/cuts.ts'
import type { ArgumentSource } from './argument.ts'
import type { Match } from './match.ts'

export type Status = 'occurred' | 'ongoing' | 'planned' | 'cancelled' | 'possible' | 'denied'

/** A status with the tokens that show it. */
export interface StatusSign {
  readonly status: Status
  readonly from: number
  readonly to: number
  readonly by: string
}

/** How far before a trigger a word still governs it. */
const REACH = 3
/** «لم يعلن», «قد يلتقي»: words of doubt and denial govern what stands next to them. */
const NEXT = 1

/** What the words around a trigger say of its status, or null: «سيعقد», «من المقرر», «تأجيل», «لم». */
export function statusOf(match: Match, source: ArgumentSource): StatusSign | null {
  const { trigger, hit, sentence } = match
  if ((hit.cut.parts & Part.will) !== 0) return { status: 'planned', from: trigger.from, to: trigger.to, by: 'future-particle' }
  const start = source.tokens.sentences[sentence] as number
  const end = source.tokens.sentences[sentence + 1] as number
  let best: StatusSign | null = null
  for (let i = Math.max(start, trigger.from - REACH); i < trigger.from; i++) {
    const sign = signAt(i, trigger.from, source)
    if (sign && (sign.status === 'planned' || sign.status === 'ongoing' || sign.status === 'cancelled' || trigger.from - sign.to < NEXT))
      best = stronger(best, sign)
  }
  if (best && best.status !== 'occurred') return best
  // the adjective behind a noun: «الاجتماع المقبل», «الزيارة المؤجلة»
  for (let i = trigger.to; i < Math.min(end, trigger.to + REACH); i++) {
    const sign = signAt(i, Number.POSITIVE_INFINITY, source)
    if (sign && (sign.status === 'planned' || sign.status === 'cancelled' || sign.status === 'ongoing')) return sign
  }
  if (match.frame.status) return { status: match.frame.status as Status, from: trigger.from, to: trigger.to, by: match.frame.row.by }
  return best
}

function signAt(i: number, before: number, { hits }: ArgumentSource): StatusSign | null {
  if (((hits.classes[i] as number) & Class.status) === 0) return null
  for (const hit of hits.at[i] as readonly Hit[]) {
    if (hit.entry.class !== Class.status || i + hit.length > before) continue
    return { status: hit.entry.row.cells.type as Status, from: i, to: i + hit.length, by: hit.entry.row.by }
  }
  return null
}

const RANK: Readonly<Record<Status, number>> = { denied: 5, cancelled: 4, possible: 3, planned: 2, ongoing: 1, occurred: 0 }
const stronger = (a: StatusSign | null, b: StatusSign | null): StatusSign | null =>
  !a ? b : !b ? a : RANK[b.status] > RANK[a.status] ? b : a
