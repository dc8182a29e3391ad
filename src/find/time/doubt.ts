import { HYPHEN } from '../../text/chars.ts'
import { Flag, Kind, markAt } from '../../token/token.ts'
import { ANY, type Grammar, Part, type Read } from './grammar.ts'
import type { TimeExpression } from './types.ts'

/** Words before a date in doubt that speak for one. */
const CUES = [
  'in',
  'at',
  'since',
  'until',
  'by',
  'as-of',
  'from',
  'to',
  'before',
  'after',
  'between',
  'edges',
  'corresponding',
  'day-of',
  'year-word',
  'season-of',
] as const
/** Those of them that speak for a month whose name is another word too. */
const MONTH_CUES = ['in', 'since', 'until', 'by', 'as-of', 'edges', 'before', 'after', 'between'] as const
/** Those that speak for «11/5» and «5/2022». */
const DAY_CUES = ['weekdays', 'day-of', 'corresponding', 'in', 'since', 'until', 'by', 'as-of'] as const
/** Roles of numbers that are counted by a number in doubt: «2022 غراما». */
const COUNTED = ['measures', 'currencies', 'percent', 'counted', 'units'] as const
/** The years that news writes without «عام». */
const YEARS = [1900, 2100] as const
/** The earliest that a number alone is read as. */
const EARLIEST = 1400

/** Whether a read is a date, or part of a name («ثورة 25 يناير»), or another word («تيريزا ماي»). */
export function accepts(g: Grammar, read: Read): boolean {
  // «آلان» is a name
  if (read.expr.type === 'now' && ((g.tokens.flags[read.from] as number) & Flag.hamza) !== 0) return false
  if (
    g.tokens.kind[read.from] !== Kind.word &&
    (g.tokens.flags[read.from] as number) & Flag.glued &&
    g.tokens.kind[read.from - 1] === Kind.latin
  )
    return false
  // «فاز 1-صفر» is a score, no day of Safar
  if (read.to === read.from + 3 && markAt(g.tokens, read.from + 1) === HYPHEN && g.numbers.at(read.from + 2)?.value === 0) return false
  const trap = (read.parts & ~Part.the) === 0 ? trapBefore(read.from) : null
  if (trap) {
    const keep = trap.meaning.cell('keep')
    const isHead = (trap.parts & Part.the) === 0
    if (keep === 'number' && (isNamedDay(read.expr) || read.doubt === 'year' || read.doubt === 'day-month')) return false
    if (
      (keep === 'never' || keep === 'year') &&
      isHead &&
      (isNamedDay(read.expr) || read.doubt === 'month' || (keep === 'never' && read.doubt !== undefined))
    )
      return false
    if (keep === 'month' && isBare(read.expr)) return false
  }
  if (read.doubt === undefined) return true
  const { from, to } = read
  const first = g.senses.first(from)
  const isWhole = from === first && isEnd(to)
  // a text that is nothing else: «2020» and «شباط» are dates, «1200» and «صفر» are numbers
  if (isWhole) return read.doubt === 'year' ? isLikelyYear(read.expr) : read.doubt !== 'month' || g.numbers.at(from)?.to !== to
  switch (read.doubt) {
    case 'month':
      return from > 0 && MONTH_CUES.some(role => g.senses.is(from - 1, role)) && !isName(to)
    case 'year':
      return yearStands(read)
    case 'day-month':
      return from > 0 && DAY_CUES.some(role => g.senses.is(from - 1, role))
    default:
      return false
  }

  function isLikelyYear(expr: TimeExpression): boolean {
    return expr.type === 'calendar' && expr.year !== null && expr.year >= EARLIEST && expr.year <= YEARS[1]
  }

  function trapBefore(token: number) {
    for (const at of [token - 1, token - 2]) {
      if (at < 0 || g.senses.limit(at) < token) return null
      const trap = g.senses.pick(at, 'traps', ANY)
      if (trap && trap.to === token) return trap
    }
    return null
  }

  function isEnd(token: number): boolean {
    return token >= g.senses.limit(from) || (token === g.senses.limit(from) - 1 && g.tokens.kind[token] === Kind.punctuation)
  }

  /** Whether a preposition of time stands before a token, or on it. */
  function hasCue(token: number, parts: number): boolean {
    if ((parts & (Part.in | Part.to)) !== 0) return true
    if (token === 0) return false
    return CUES.some(role => g.senses.pick(token - 1, role, ANY) !== null)
  }

  /** Whether the word behind is a name or an adjective of the word: «في ماي الأخيرة» is none, «رجب طيب». */
  function isName(token: number): boolean {
    return isEnd(token) ? false : g.senses.pick(token, 'names', ANY) !== null
  }

  /** Whether a bare number is a year: «في 1980», «(2014)», «بين 2011 و2014», and no counted noun behind it. */
  function yearStands({ expr, from: at, to: end, parts }: Read): boolean {
    if (expr.type !== 'calendar' || expr.year === null || expr.year < YEARS[0] || expr.year > YEARS[1]) return false
    if (COUNTED.some(role => g.senses.pick(end, role, 0) !== null)) return false
    const isBracketed =
      at > 0 && g.senses.pick(at - 1, 'open', 0) !== null && end < g.tokens.size && g.senses.pick(end, 'close', 0) !== null
    if (isBracketed) return true
    if (!hasCue(at, parts & ~Part.to) || isBounded(at)) return false
    if (isEnd(end) || g.tokens.kind[end] !== Kind.word) return true
    // a noun that is counted has no article, no particle and no preposition's form
    return !isIndefinite(end)
  }

  /** Whether a word before a number makes it an amount: «أكثر من 2000», «نحو 2000». */
  function isBounded(token: number): boolean {
    for (let at = token - 1; at >= Math.max(0, token - 4); at--)
      for (const sense of g.senses.at(at)) if (sense.meaning.role === 'comparators' && sense.to === token) return true
    return false
  }

  /** Whether a word may be a counted noun: its spelling ends in tanween or the accusative's alef. */
  function isIndefinite(token: number): boolean {
    if (((g.tokens.flags[token] as number) & Flag.tanween) !== 0) return true
    return false
  }

  /** Whether the text names the year. */
  function hasYear(expr: TimeExpression): boolean {
    if (expr.type === 'calendar') return expr.year !== null || expr.yearShift !== null || expr.shift !== null
    if (expr.type === 'range') return hasYear(expr.from) || hasYear(expr.to)
    return expr.type === 'period'
  }

  /** A day and month without a year: what names of events are made of. */
  function isNamedDay(expr: TimeExpression): boolean {
    return expr.type === 'calendar' && expr.month !== null && expr.weekday === null && !hasYear(expr)
  }

  /** A month, a weekday or a year alone. */
  function isBare(expr: TimeExpression): boolean {
    return expr.type === 'calendar' && expr.day === null && !(expr.month !== null && expr.year !== null)
  }
}
