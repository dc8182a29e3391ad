import type { TimeContent } from '../find/time/types.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { DateValue } from '../resolve/date.ts'
import { isoDay, parseIso, plusDays } from '../resolve/date-calendar.ts'
import type { Found } from '../resolve/mention.ts'
import { firstFrom } from './argument.ts'
import type { Dated, DateSource } from './clause.ts'

/** Types of events that are told by their first day and how long they last: «زيارة تستغرق يومين». */
const TYPES = new Set(['visit', 'conference', 'meeting', 'election', 'protest'])
/** Only sentences near the beginning tell it of the main event. */
const LAST_PLACE = 4
/** «تستمر على مدى ثلاثة أيام»: how far before the days the verb stands. */
const REACH = 3
const MOST_DAYS = 31

/** How many days an event lasts, or 0 where nothing tells it: «ويستمر الاجتماع ثلاثة أيام». */
export function daysOf(type: string, sentences: readonly Dated[], source: DateSource): number {
  if (!TYPES.has(type)) return 0
  const { found, tokens } = source
  for (const { sentence, matches, place } of sentences) {
    if (place > LAST_PLACE) break
    if (matches.length === 0) continue
    const from = tokens.sentences[sentence] as number
    const to = tokens.sentences[sentence + 1] as number
    for (let n = firstFrom(found, from); n < found.length && (found[n] as Found).from < to; n++) {
      const f = found[n] as Found
      const days = f.kind === 'duration' ? daysIn(f) : 0
      if (days > 1 && days <= MOST_DAYS && isLasting(f.from, from, source)) return days
    }
  }
  return 0
}

function daysIn({ content }: Found): number {
  const { expression } = content as TimeContent
  const [amount] = expression.type === 'duration' ? expression.amounts : []
  return amount?.unit === 'D' ? amount.count : amount?.unit === 'W' ? amount.count * 7 : 0
}

function isLasting(token: number, from: number, { hits }: DateSource): boolean {
  for (let i = token; i >= Math.max(from, token - REACH); i--)
    if (((hits.classes[i] as number) & Class.date) !== 0 && (hits.at[i] as readonly Hit[]).some(h => h.entry.row.cells.role === 'lasting'))
      return true
  return false
}

/** A day as the first of several. */
export function lasting(date: DateValue, days: number): DateValue {
  if (days < 2 || date.end || date.precision !== 'day') return date
  const start = parseIso(date.start)?.day
  return start ? { ...date, end: isoDay(plusDays(start, days - 1)) } : date
}
