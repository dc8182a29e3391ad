import type { Amount, FeastExpression, OffsetExpression, PeriodExpression, Pick, SeasonExpression } from '../find/time/types.ts'
import {
  type Day,
  day,
  dayOf,
  daysBetween,
  isoClock,
  isoDay,
  lastOf,
  mondayOf,
  monthOf,
  plusDays,
  plusMonths,
  weekdayOf,
  yearOf,
} from './date-calendar.ts'
import { type Found, type Implied, ofDay, ofDays, ofMonth, ofMonths, ofPart, ofYears, third } from './date-found.ts'
import { anchorOf, stretch, type View, weekdayDate, yearIn } from './date-year.ts'

const ALL: readonly Implied[] = ['year', 'month', 'day']

/** A stretch that is seen from a day. */
export function period(expr: PeriodExpression, view: View, minutes: number | null): Found | null {
  const base = anchorOf(expr.shift, view)
  if (!base) return null
  const { unit, times, count } = expr
  const { by } = expr.shift
  if (count > 1) return several(unit, times * count, by, base, minutes)
  const step = by * times
  switch (unit) {
    case 'Y': {
      const year = yearIn(expr.calendar, base)
      if (expr.calendar === 'hijri') return stretch('hijri', year + by, null, null, ['year'])
      if (times === 10) return ofYears(year - (year % 10) + step, year - (year % 10) + step + 9, ['year'])
      if (times === 100) return ofYears(year - ((year - 1) % 100) + step, year - ((year - 1) % 100) + step + 99, ['year'])
      return ofYears(year + step, year + step, ['year'])
    }
    case 'M': {
      if (times === 3 || times === 6) {
        const n = Math.floor((monthOf(base) - 1) / times) + by + (yearOf(base) * 12) / times
        return ofPart(Math.floor((n * times) / 12), (n % (12 / times)) + 1, times, ['year', 'month'])
      }
      const at = plusMonths(day(yearOf(base), monthOf(base), 1) as Day, by)
      return ofMonth(yearOf(at), monthOf(at), ['year', 'month'])
    }
    case 'W': {
      const monday = plusDays(mondayOf(base), 7 * by)
      return ofDays(monday, plusDays(monday, 6), 'week', 'gregorian', ALL)
    }
    case 'D': {
      const date = plusDays(base, by)
      // «أمس الأربعاء» that is none: that weekday on or before the day, or behind it
      if (expr.weekday !== null && weekdayOf(date) !== expr.weekday)
        return weekdayDate(expr.weekday, null, { ...view, tense: by > 0 ? 'future' : 'past' })
      return ofDay(date, 'gregorian', ALL)
    }
    default:
      return several(unit, 1, by, base, minutes)
  }
}

/** «السنوات الخمس الماضية»: from so many units before the day to the day. */
function several(unit: PeriodExpression['unit'], n: number, by: number, base: Day, minutes: number | null): Found | null {
  const sign = by < 0 ? -1 : 1
  const far = move(base, [{ unit, count: n }], sign, minutes)
  if (!far) return null
  const [from, to] = sign < 0 ? [far.day, base] : [base, far.day]
  if (unit === 'Y') return ofYears(yearOf(from), yearOf(to), ['year'])
  if (unit === 'M') return ofMonths(yearOf(from), monthOf(from), yearOf(to), monthOf(to), ['year', 'month'])
  const found = ofDays(from, to, 'day', 'gregorian', ALL)
  if (minutes === null || far.minutes === null || unit === 'D' || unit === 'W') return found
  const [a, b] = sign < 0 ? [far.minutes, minutes] : [minutes, far.minutes]
  return { ...found, precision: 'minute', value: `${isoDay(from)}${clock(a)}/${isoDay(to)}${clock(b)}` }
}

const clock = (minutes: number): string => isoClock(Math.floor(minutes / 60), minutes % 60)

/** A day and minute moved by amounts. */
function move(base: Day, amounts: readonly Amount[], sign: number, minutes: number | null): { day: Day; minutes: number | null } | null {
  let date = base
  let at = minutes ?? 0
  for (const { unit, count } of amounts) {
    if (count > 100_000) return null
    switch (unit) {
      case 'Y':
        date = plusMonths(date, sign * Math.round(count * 12))
        break
      case 'M':
        date = plusMonths(date, sign * Math.floor(count))
        date = plusDays(date, sign * Math.round((count % 1) * 30))
        break
      case 'W':
        date = plusDays(date, sign * Math.round(count * 7))
        break
      case 'D':
        date = plusDays(date, sign * Math.round(count))
        break
      default:
        at += sign * Math.round(count * (unit === 'H' ? 60 : unit === 'N' ? 1 : 1 / 60))
    }
  }
  const days = Math.floor(at / 1440)
  return { day: plusDays(date, minutes === null ? 0 : days), minutes: minutes === null ? null : at - days * 1440 }
}

/** «قبل ثلاثة أيام»: as exact as its smallest unit, and never finer than a day without a clock. */
export function offset(expr: OffsetExpression, view: View, minutes: number | null): Found | null {
  const base = anchorOf({ by: 0, from: expr.from }, view)
  const far = base && move(base, expr.amounts, expr.sign, expr.from === 'now' ? minutes : null)
  if (!far) return null
  // «بعدها بثلاث دقائق»: of something that has no clock
  if (expr.from === 'text' && expr.amounts.some(a => a.unit === 'H' || a.unit === 'N' || a.unit === 'S')) return null
  if (expr.weekday !== null) return ofDay(plusDays(mondayOf(far.day), expr.weekday - 1), 'gregorian', ALL)
  const units = new Set(expr.amounts.map(a => a.unit))
  const isSmall = units.has('H') || units.has('N') || units.has('S')
  if (isSmall && far.minutes !== null)
    return {
      ...ofDay(far.day, 'gregorian', ALL),
      precision: 'minute',
      value: `${isoDay(far.day)}${clock(far.minutes)}`,
      clock: far.minutes,
    }
  if (isSmall || units.has('D') || units.has('W')) return ofDay(far.day, 'gregorian', ALL)
  return units.has('M') || expr.amounts.some(a => a.count % 1 !== 0)
    ? ofMonth(yearOf(far.day), monthOf(far.day), ['year', 'month'])
    : ofYears(yearOf(far.day), yearOf(far.day), ['year'])
}

/** A part of a stretch. */
export function pick(how: Pick, of: Found, view: View): Found | null {
  const { start, end, calendar, implied } = of
  const inside = (date: Day): Found | null => (date >= start && date <= end ? ofDay(date, calendar, implied) : null)
  switch (how.kind) {
    case 'edge':
      if (how.edge === 'FIRST') return ofDay(start, calendar, implied)
      if (how.edge === 'LAST') return ofDay(end, calendar, implied)
      return third(of, how.edge)
    case 'quarter':
      return ofPart(yearOf(start), how.n, 3, implied)
    case 'half': {
      const [first, final] = [yearOf(start), yearOf(end)]
      const middle = Math.floor((first + final) / 2)
      if (final - first >= 9) return how.n === 1 ? ofYears(first, middle, implied) : ofYears(middle + 1, final, implied)
      return ofPart(first, how.n, 6, implied)
    }
    case 'months':
      return how.last
        ? ofMonths(yearOf(start), 13 - how.n, yearOf(start), 12, implied)
        : ofMonths(yearOf(start), 1, yearOf(start), how.n, implied)
    case 'day':
      return how.n < 0 ? ofDay(end, calendar, implied) : inside(plusDays(start, how.n - 1))
    case 'nth': {
      if (how.weekday === null) return inside(how.n < 0 ? end : plusDays(start, how.n - 1))
      const first = plusDays(start, (how.weekday - weekdayOf(start) + 7) % 7)
      const last = plusDays(end, -((weekdayOf(end) - how.weekday + 7) % 7))
      return inside(how.n < 0 ? last : plusDays(first, 7 * (how.n - 1)))
    }
    case 'week': {
      const from = how.n < 0 ? plusDays(end, -6) : plusDays(start, 7 * (how.n - 1))
      const last = plusDays(from, Math.min(6, daysBetween(from, end)))
      return from > end ? null : ofDays(from, last, 'week', calendar, implied)
    }
    case 'weekday':
      return inside(plusDays(start, (how.n - weekdayOf(start) + 7) % 7))
    case 'week-of':
      return ofDays(mondayOf(start), plusDays(mondayOf(start), 6), 'week', calendar, implied)
    case 'month':
      return ofMonth(yearOf(start), how.n, implied)
    case 'same': {
      if (!view.told) return null
      const { start: told } = view.told
      if (how.unit === 'M') return ofMonth(yearOf(start), monthOf(told), ['month'])
      const date = day(yearOf(start), monthOf(told), dayOf(told))
      return date && ofDay(date, calendar, ['month', 'day'])
    }
  }
}

const SEASONS = { SP: 3, SU: 6, FA: 9, WI: 12 } as const

export function season(expr: SeasonExpression, view: View): Found | null {
  const month = SEASONS[expr.season]
  const at = (y: number): Found => {
    const start = day(y, month, 1) as Day
    const last = plusMonths(start, 2)
    return {
      start,
      end: lastOf(yearOf(last), monthOf(last)),
      precision: 'quarter',
      calendar: 'gregorian',
      implied: expr.year === null ? ['year'] : [],
      value: `${String(y).padStart(4, '0')}-${expr.season}`,
    }
  }
  if (expr.year !== null) return at(expr.year)
  const base = expr.shift && anchorOf(expr.shift, view)
  if (!base || !expr.shift) return null
  const y = yearOf(base)
  const { by } = expr.shift
  if (by === 0) return at(y)
  const all = [-3, -2, -1, 0, 1, 2, 3].map(k => at(y + k))
  return (by > 0 ? all.filter(one => one.start > base)[by - 1] : all.filter(one => one.end < base).at(by)) ?? null
}

/** A feast in the year that is told, or the nearest, next or last. */
export function feast(expr: FeastExpression, view: View): Found | null {
  const { calendar, month, day: d } = expr
  const at = (year: number): Found | null => stretch(calendar, year, month, d, expr.year === null ? ['year'] : [])
  if (expr.year !== null) {
    if (calendar === 'gregorian' || expr.year < 1600) return at(expr.year)
    const first = yearIn('hijri', day(expr.year, 1, 1) as Day)
    return [first, first + 1].map(at).find(one => one && yearOf(one.start) === expr.year) ?? null
  }
  const base = expr.shift ? anchorOf(expr.shift, view) : view.now
  if (!base) return null
  const year = yearIn(calendar, base)
  const all = [-2, -1, 0, 1, 2].map(k => at(year + k)).filter(one => one !== null)
  if (expr.shift && expr.shift.by !== 0) {
    const { by } = expr.shift
    return (
      (by > 0 ? all.filter(one => daysBetween(base, one.start) > 0)[by - 1] : all.filter(one => daysBetween(one.start, base) > 0).at(by)) ??
      null
    )
  }
  if (expr.shift) return at(year)
  return all.reduce<Found | null>(
    (a, b) => (!a || Math.abs(daysBetween(base, b.start)) < Math.abs(daysBetween(base, a.start)) ? b : a),
    null,
  )
}
