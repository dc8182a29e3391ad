import type { Calendar, CalendarExpression, Shift } from '../find/time/types.ts'
import {
  type Day,
  day,
  daysBetween,
  fromHijri,
  hijriMonthLength,
  monthLength,
  plusDays,
  toHijri,
  weekdayOf,
  yearOf,
} from './date-calendar.ts'
import { type Found, type Implied, ofDay, ofDays, ofMonth, ofYears } from './date-found.ts'

/** What a date without a year, or a weekday, is seen from. */
export interface View {
  /** The day of publication, or null. */
  readonly now: Day | null
  /** The date that the text told last, or null. */
  readonly told: Found | null
  readonly tense: 'past' | 'future' | null
}

/** A date this far from the day of publication is moved to the side that the verb's tense speaks for. */
const NEAR = 120
/** How many years around the day of publication a weekday may choose from. */
const YEARS = 2

/** The stretch of a Hijri or Gregorian year, month or day; null where there is none such. */
export function stretch(
  calendar: Calendar,
  year: number,
  month: number | null,
  d: number | 'last' | null,
  implied: readonly Implied[],
): Found | null {
  if (calendar === 'gregorian') {
    if (month === null) return ofYears(year, year, implied)
    if (d === null) return ofMonth(year, month, implied)
    const date = day(year, month, d === 'last' ? monthLength(year, month) : d)
    return date && ofDay(date, calendar, implied)
  }
  if (month !== null && d !== null) {
    const date = fromHijri({ year, month, day: d === 'last' ? hijriMonthLength(year, month) : d })
    return date && ofDay(date, calendar, implied)
  }
  const start = fromHijri({ year, month: month ?? 1, day: 1 })
  const next =
    month === null || month === 12 ? fromHijri({ year: year + 1, month: 1, day: 1 }) : fromHijri({ year, month: month + 1, day: 1 })
  return start && next && ofDays(start, plusDays(next, -1), month === null ? 'year' : 'month', calendar, implied)
}

/** The year of a day in a calendar. */
export function yearIn(calendar: Calendar, date: Day): number {
  return calendar === 'hijri' ? (toHijri(date)?.year ?? yearOf(date) - 579) : yearOf(date)
}

/** What `shift` is seen from. */
export function anchorOf(shift: Shift, view: View): Day | null {
  return shift.from === 'text' ? (view.told?.start ?? null) : view.now
}

/** A day, month or year of the calendar; its year found where the text leaves it out. */
export function calendarDate(expr: CalendarExpression, view: View): Found | null {
  const { calendar, month, weekday } = expr
  const at = (year: number): Found | null => stretch(calendar, year, month, expr.day, expr.year === null ? ['year'] : [])
  if (expr.year !== null) return at(expr.year)
  if (month === null) return weekday === null || expr.day !== null ? null : weekdayDate(weekday, expr.shift, view)
  if (expr.yearShift) {
    const anchor = anchorOf(expr.yearShift, view)
    return anchor && at(yearIn(calendar, anchor) + expr.yearShift.by)
  }
  const base = expr.shift?.from === 'text' ? (view.told?.start ?? view.now) : view.now
  if (!base) return null
  const year = yearIn(calendar, base)
  if (expr.shift) {
    const { by } = expr.shift
    // «ديسمبر الجاري» on the second of January is the one that has just ended
    if (by === 0)
      return nearest(
        [at(year - 1), at(year), at(year + 1)].filter(one => one !== null),
        base,
      )
    return by > 0 ? after(at, year, base, by) : before(at, year, base, -by)
  }
  if (weekday !== null && expr.day !== null) {
    for (let k = 0; k <= YEARS; k++) {
      const both = [at(year - k), at(year + k)].filter(one => one !== null && weekdayOf(one.start) === weekday)
      if (both[0]) return nearest(both as Found[], base)
    }
  }
  const all = [at(year - 1), at(year), at(year + 1)].filter(one => one !== null)
  if (all.length === 0) return null
  const best = nearest(all, base)
  if (!best) return null
  const distance = daysBetween(base, best.start)
  if (Math.abs(distance) <= NEAR || view.tense === null || expr.day === null) return best
  const isAhead = distance > 0
  if (isAhead === (view.tense === 'future')) return best
  return (
    all.find(one => daysBetween(base, one.start) > 0 === (view.tense === 'future') && Math.abs(daysBetween(base, one.start)) < 366) ?? best
  )
}

const nearest = (all: readonly Found[], base: Day): Found | null =>
  all.reduce<Found | null>((a, b) => (a && distance(a, base) <= distance(b, base) ? a : b), null)
const distance = (found: Found, base: Day): number =>
  base < found.start ? daysBetween(base, found.start) : base > found.end ? daysBetween(found.end, base) : 0

/** The nth occurrence after a day. */
function after(at: (year: number) => Found | null, year: number, base: Day, n: number): Found | null {
  let left = n
  for (let y = year - 1; y < year + 10; y++) {
    const found = at(y)
    if (found && daysBetween(base, found.start) > 0 && --left === 0) return found
  }
  return null
}

/** The nth occurrence before a day. */
function before(at: (year: number) => Found | null, year: number, base: Day, n: number): Found | null {
  let left = n
  for (let y = year + 1; y > year - 10; y--) {
    const found = at(y)
    if (found && daysBetween(found.end, base) > 0 && --left === 0) return found
  }
  return null
}

/** A weekday: the next, the last, or the nearest in the direction of the verb's tense. */
export function weekdayDate(weekday: number, shift: Shift | null, view: View): Found | null {
  const base = shift?.from === 'text' ? (view.told?.start ?? null) : view.now
  if (!base) return null
  const implied: Implied[] = ['year', 'month', 'day']
  const ahead = (weekday - weekdayOf(base) + 7) % 7
  if (!shift || shift.by === 0)
    return ofDay(plusDays(base, view.tense === 'future' ? ahead : ahead - (ahead === 0 ? 0 : 7)), 'gregorian', implied)
  if (shift.by > 0) return ofDay(plusDays(base, (ahead || 7) + 7 * (shift.by - 1)), 'gregorian', implied)
  return ofDay(plusDays(base, ahead - 7 + 7 * (shift.by + 1)), 'gregorian', implied)
}
