import { Part } from '../../token/cuts.ts'
import { Kind, type Tokens } from '../../token/token.ts'
import type { NumberReader } from '../number/read.ts'
import type { NumberRead } from '../number/types.ts'
import { ANY, type Sense, type Senses } from '../sense.ts'
import type { CalendarExpression, PeriodExpression, Shift, TimeExpression } from './types.ts'

/** Why a phrase alone may be no date: it counts where the words around it speak for one. */
export type Doubt = 'month' | 'year' | 'day-month' | 'daypart' | 'unit'

/** A phrase as read: tokens `[from, to)`. */
export interface Read<T = TimeExpression> {
  readonly from: number
  readonly to: number
  readonly skip: number
  /** Bits of the particles attached to its first word. */
  readonly parts: number
  readonly expr: T
  readonly doubt?: Doubt | undefined
  /** What is told of instead of the whole: a date, and the clock on that day. */
  readonly pieces?: readonly Read[] | undefined
  /** The name of the rule that read it. */
  readonly by: string
}

/** A rule: reads a phrase that begins at a token, or null. */
export type Rule = (token: number) => Read | null

/** What the rules of time share. The fields that hold rules are filled as the files of rules are loaded, for they call one another. */
export interface Grammar {
  readonly senses: Senses
  readonly numbers: NumberReader
  readonly tokens: Tokens
  /** A date or period: one point of the calendar, whatever its size. */
  point: Rule
  calendar: Rule
  period: (token: number) => Read<PeriodExpression> | null
  /** «عام 2014», «2014» (in doubt), «عامي 2013 و2014». */
  year: Rule
  month: (token: number) => MonthRead | null
  yearTail: (token: number, hijri: boolean) => YearTail | null
  duration: Rule
  clock: Rule
}

export interface MonthRead {
  readonly from: number
  readonly to: number
  readonly skip: number
  readonly parts: number
  readonly month: number
  readonly hijri: boolean
  /** Whether the name is also another word, and no «شهر» stands before it. */
  readonly weak: boolean
}

/** What stands behind a month: a year, or where it lies. */
export interface YearTail {
  readonly to: number
  readonly year: number | null
  readonly shift: Shift | null
  readonly yearShift: Shift | null
  readonly hijri: boolean | null
}

/** The particles that may stand before the first word of a nested phrase. */
export const INNER = Part.the
export { ANY, Part }

/** An empty calendar expression. */
export const calendarOf = (parts: Partial<CalendarExpression>): CalendarExpression => ({
  type: 'calendar',
  calendar: 'gregorian',
  year: null,
  month: null,
  day: null,
  weekday: null,
  shift: null,
  yearShift: null,
  ...parts,
})

/** Whether the particles of a read are among `allowed`. */
export const fits = (read: { parts: number } | null, allowed: number): boolean => read !== null && (read.parts & ~allowed) === 0

/** A read that some particle may precede, or null. */
export function within<T extends { parts: number }>(read: T | null, allowed: number): T | null {
  return fits(read, allowed) ? read : null
}

/** The deictic at a token («الماضي»), as a shift. */
export function deictic(g: Grammar, token: number): { to: number; shift: Shift } | null {
  const sense = g.senses.pick(token, 'deictics', 0) ?? g.senses.pick(token, 'this', 0)
  return sense && { to: sense.to, shift: { by: sense.meaning.value, from: sense.meaning.cell('from') === 'text' ? 'text' : 'now' } }
}

/** The end of the first of the given roles at a token, or the token itself: for words that may stand between. */
export function past(g: Grammar, token: number, allowed: number, ...roles: string[]): number {
  for (const role of roles) {
    const sense = g.senses.pick(token, role, allowed)
    if (sense) return sense.to
  }
  return token
}

/** An integer in `[low, high]` read at a token. */
export function integer(g: Grammar, token: number, low: number, high: number, allowed: number = ANY): NumberRead | null {
  const read = g.numbers.core(token)
  return read && Number.isInteger(read.value) && read.value >= low && read.value <= high && (read.parts & ~allowed) === 0 ? read : null
}

/** The sense of a role with the article. */
export function definite(g: Grammar, token: number, role: string, allowed: number = ANY): Sense | null {
  let best: Sense | null = null
  for (const sense of g.senses.at(token))
    if (sense.meaning.role === role && (sense.parts & Part.the) !== 0 && (sense.parts & ~allowed) === 0 && (!best || sense.to > best.to))
      best = sense
  return best
}

/** Whether a phrase may begin at a token at all. */
export const starts = (g: Grammar, token: number): boolean =>
  g.senses.has(token) || g.tokens.kind[token] === Kind.number || g.tokens.kind[token] === Kind.date

/** The longest read of several rules; of equals the first. */
export function longest<T extends { to: number }>(...reads: (T | null)[]): T | null {
  let best: T | null = null
  for (const read of reads) if (read && (!best || read.to > best.to)) best = read
  return best
}
