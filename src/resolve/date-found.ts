import type { Calendar, DayPart } from '../find/time/types.ts'
import {
  type Day,
  daysBetween,
  isoClock,
  isoDay,
  isoMonth,
  isoYear,
  lastOf,
  monthLength,
  monthOf,
  plusDays,
  yearOf,
} from './date-calendar.ts'

export type Precision = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'minute'
/** A part of a date that the text does not say. */
export type Implied = 'year' | 'month' | 'day'

/** A stretch of days that an expression means, with how it is written as a value. */
export interface Found {
  readonly start: Day
  readonly end: Day
  readonly precision: Precision
  readonly calendar: Calendar
  readonly implied: readonly Implied[]
  /** ISO 8601 or EDTF. */
  readonly value: string
  /** Minutes after midnight of a clock. */
  readonly clock?: number | undefined
}

export const ofDay = (date: Day, calendar: Calendar = 'gregorian', implied: readonly Implied[] = []): Found => ({
  start: date,
  end: date,
  precision: 'day',
  calendar,
  implied,
  value: isoDay(date),
})

export function ofMonth(y: number, m: number, implied: readonly Implied[] = []): Found {
  return { start: new Date(y, m - 1, 1, 12), end: lastOf(y, m), precision: 'month', calendar: 'gregorian', implied, value: isoMonth(y, m) }
}

/** Years `first … last`. */
export function ofYears(first: number, last: number = first, implied: readonly Implied[] = []): Found {
  const start = lastOf(first - 1, 12)
  start.setDate(start.getDate() + 1)
  return {
    start,
    end: lastOf(last, 12),
    precision: 'year',
    calendar: 'gregorian',
    implied,
    value: first === last ? isoYear(first) : `${isoYear(first)}/${isoYear(last)}`,
  }
}

/** Days `start … end`. */
export function ofDays(
  start: Day,
  end: Day,
  precision: Precision = 'day',
  calendar: Calendar = 'gregorian',
  implied: readonly Implied[] = [],
): Found {
  return { start, end, precision, calendar, implied, value: `${isoDay(start)}/${isoDay(end)}` }
}

/** Months, from the first to the last. */
export function ofMonths(fromYear: number, fromMonth: number, toYear: number, toMonth: number, implied: readonly Implied[] = []): Found {
  const end = lastOf(toYear, toMonth)
  return {
    start: new Date(fromYear, fromMonth - 1, 1, 12),
    end,
    precision: 'month',
    calendar: 'gregorian',
    implied,
    value: `${isoMonth(fromYear, fromMonth)}/${isoMonth(toYear, toMonth)}`,
  }
}

/** A quarter (three months) or half (six) of a year. */
export function ofPart(y: number, n: number, months: 3 | 6, implied: readonly Implied[] = []): Found {
  const last = n * months
  return {
    start: new Date(y, last - months, 1, 12),
    end: lastOf(y, last),
    precision: 'quarter',
    calendar: 'gregorian',
    implied,
    value: `${isoYear(y)}-${months === 3 ? 'Q' : 'H'}${n}`,
  }
}

export const withPart = (found: Found, part: DayPart): Found => ({ ...found, end: found.start, value: `${isoDay(found.start)}T${part}` })

export function withClock(found: Found, hour: number, minute: number, second: number | null, zone: string | null): Found {
  return {
    ...found,
    end: found.start,
    precision: 'minute',
    value: `${isoDay(found.start)}${isoClock(hour, minute, second)}${zone ?? ''}`,
    clock: hour * 60 + minute,
  }
}

/** From the begin of one to the end of the other. */
export function span(a: Found, b: Found): Found {
  const value = `${begin(a.value)}/${finish(b.value)}`
  const implied = a.implied.filter(part => b.implied.includes(part))
  return { start: a.start, end: b.end, precision: b.precision, calendar: a.calendar, implied, value }
}

const begin = (value: string): string => value.split('/')[0] as string
const finish = (value: string): string => value.split('/').at(-1) as string

/** The third of a stretch that a vague part means: of months and years by their days. */
export function third(of: Found, part: 'START' | 'MID' | 'END'): Found {
  const days = daysBetween(of.start, of.end) + 1
  if (of.precision === 'week') {
    // two days each, of Monday to Friday and Wednesday
    const from = { START: 0, MID: 2, END: 3 }[part]
    return ofDays(plusDays(of.start, from), plusDays(of.start, from + 1), 'day', of.calendar, of.implied)
  }
  const isMonth = of.precision === 'month' && days === monthLength(yearOf(of.start), monthOf(of.start)) && of.start.getDate() === 1
  const size = isMonth ? 10 : days / 3
  const at = (n: number): Day => {
    const date = new Date(of.start.getTime())
    date.setDate(date.getDate() + Math.round(n))
    return date
  }
  if (part === 'START') return ofDays(of.start, at(Math.max(size, 1) - 1), 'day', of.calendar, of.implied)
  if (part === 'MID') return ofDays(at(size), at(Math.max(size * 2, size + 1) - 1), 'day', of.calendar, of.implied)
  return ofDays(at(size * 2), of.end, 'day', of.calendar, of.implied)
}
