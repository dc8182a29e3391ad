import type { Amount, CalendarExpression, ClockExpression, RangeExpression, TimeContent, TimeExpression } from '../find/time/types.ts'
import type { Issue } from '../text/issue.ts'
import type { Span } from '../text/span.ts'
import type { Context } from './context.ts'
import {
  type Day,
  daysBetween,
  isoClock,
  isoDay,
  isoMonth,
  isoYear,
  monthOf,
  parseIso,
  plusDays,
  weekdayOf,
  yearOf,
} from './date-calendar.ts'
import { type Found, type Implied, ofDay, ofDays, ofYears, type Precision, span as spanOf, withClock, withPart } from './date-found.ts'
import { feast, offset, period, pick, season } from './date-period.ts'
import { calendarDate, stretch, type View, yearIn } from './date-year.ts'

/** A date of an event: ISO 8601, proleptic Gregorian, as exact as the text and no more. */
export interface DateValue {
  /** `2022-05-11`, `2022-05`, `2022`, `2022-05-11T20:30`. */
  start: string
  /** The last day, month or year of a stretch, or null. */
  end: string | null
  precision: Precision
  /** The calendar that the text is written in. */
  calendar: 'gregorian' | 'hijri'
  /** What the text does not say, and was found from the day of publication. */
  implied: Implied[]
  text: string
  span: Span
}

/** What a time phrase means. */
export interface ResolvedTime {
  /** ISO 8601 or EDTF; null where it is relative and the day of publication is not known, or where there is no such day. */
  value: string | null
  /** For events: null for durations, sets, clocks without a day, and where `value` is null. */
  date: DateValue | null
}

/** Resolves the time phrases of one text, in the order of the text: it remembers the date that was told last. */
export interface DateResolver {
  resolve(content: TimeContent, span: Span, text: string): ResolvedTime
}

/** Two dates no further apart than this are of one sentence: «10 شوال 1443هـ الموافق 11 مايو 2022». */
const BESIDE = 16

/** Makes a resolver for a text that was published when `context` says. Issues are added to `issues`. */
export function createDateResolver(context: Context, issues: Issue[]): DateResolver {
  const published = context.publishedAt ? parseIso(context.publishedAt) : null
  if (context.publishedAt && !published)
    issues.push({ code: 'invalid-published-at', message: `«${context.publishedAt}» is no ISO 8601 date` })
  const now = published?.day ?? null
  const minutes = published?.minutes ?? null
  let told: Found | null = null
  let last: { found: Found; end: number; exact: boolean } | null = null

  return { resolve }

  function resolve(content: TimeContent, span: Span, text: string): ResolvedTime {
    const view: View = { now, told, tense: content.tense }
    const expr = content.expression
    if (expr.type === 'now')
      return { value: 'PRESENT_REF', date: now ? dateValue(ofDay(now, 'gregorian', ['year', 'month', 'day']), text, span) : null }
    if (expr.type === 'duration') return { value: isoDuration(expr.amounts), date: null }
    if (expr.type === 'set') return { value: isoDuration([expr.every]), date: null }
    const bare = clockOnly(expr)
    if (bare) return { value: bare, date: null }
    const found = find(expr, view)
    check(expr, found, span)
    if (!found) return { value: null, date: null }
    told = found
    last = { found, end: span.end, exact: expr.type === 'calendar' && expr.day !== null && expr.year !== null }
    return { value: found.value, date: dateValue(found, text, span) }
  }

  /** The stretch that an expression means. */
  function find(expr: TimeExpression, view: View): Found | null {
    switch (expr.type) {
      case 'calendar':
        return calendarDate(expr, view)
      case 'period':
        return period(expr, view, minutes)
      case 'within': {
        const of = find(expr.of, view)
        return of && pick(expr.pick, of, view)
      }
      case 'offset':
        return offset(expr, view, minutes)
      case 'range':
        return range(expr, view)
      case 'list':
        return list(expr.items, view)
      case 'daypart': {
        const of = find(expr.of, view)
        return of && withPart(of, expr.part)
      }
      case 'clock': {
        const of = expr.of && find(expr.of, view)
        return of && withClock(of, expr.hour, expr.minute, expr.second, expr.zone)
      }
      case 'season':
        return season(expr, view)
      case 'decade': {
        const first = (expr.century ?? 19) * 100 + expr.decade
        return ofYears(first, first + 9, expr.century === null ? ['year'] : [])
      }
      case 'century':
        return century(expr.n, expr.calendar === 'hijri', expr.bc)
      case 'feast':
        return feast(expr, view)
      case 'weekend': {
        if (!now) return null
        const coming = plusDays(now, ((6 - weekdayOf(now) + 7) % 7) + (weekdayOf(now) === 7 ? -7 : 0) + 7 * expr.shift.by)
        const saturday = view.tense === 'past' && coming > now ? plusDays(coming, -7) : coming
        return ofDays(saturday, plusDays(saturday, 1), 'day', 'gregorian', ['year', 'month', 'day'])
      }
      case 'now':
        return now && ofDay(now)
      default:
        return null
    }
  }

  function century(n: number, isHijri: boolean, isBefore: boolean): Found | null {
    if (!isHijri) return isBefore ? ofYears(1 - n * 100, -(n - 1) * 100) : ofYears((n - 1) * 100 + 1, n * 100)
    const [first, end] = [stretch('hijri', (n - 1) * 100 + 1, null, null, []), stretch('hijri', n * 100, null, null, [])]
    return first && end && { ...spanOf(first, end), precision: 'year' }
  }

  /** Both ends, each with what the other says of it: «من 5 إلى 9 يونيو 2022», «من يناير إلى أبريل الماضيين». */
  function range(expr: RangeExpression, view: View): Found | null {
    const { from, to } = expr
    if (from.type === 'clock' && to.type === 'clock') return clocks(from, to, view)
    if (
      from.type === 'calendar' &&
      to.type === 'calendar' &&
      from.year === null &&
      from.yearShift === null &&
      from.month !== null &&
      to.month !== null
    ) {
      if (from.shift === null) {
        const until = calendarDate(to, view)
        if (!until) return null
        const year = yearIn(to.calendar, until.start)
        const begin = calendarDate({ ...from, year }, view)
        const start = begin && begin.start > until.end ? calendarDate({ ...from, year: year - 1 }, view) : begin
        return start && spanOf(to.year === null ? { ...start, implied: ['year'] } : start, until)
      }
    }
    const start = find(from, view)
    if (!start) return null
    const until = find(to, { ...view, told: start })
    if (!until) return null
    if (to.type === 'calendar' && until.end < start.start) {
      if (to.weekday !== null && to.month === null)
        return spanOf(
          start,
          ofDay(plusDays(until.start, 7 * Math.ceil(daysBetween(until.start, start.start) / 7)), 'gregorian', until.implied),
        )
      if (to.year === null && to.month !== null) {
        const later = calendarDate({ ...to, year: yearIn(to.calendar, until.start) + 1 }, view)
        return later && spanOf(start, later)
      }
      return null
    }
    return spanOf(start, until)
  }

  /** «من السابعة مساء إلى الخامسة صباحا يوم غد». */
  function clocks(from: ClockExpression, to: ClockExpression, view: View): Found | null {
    const until = find(to.of ? to : { ...to, of: from.of }, view)
    if (!until) return null
    const start = from.of
      ? find(from, view)
      : withClock(
          ofDay(from.hour * 60 + from.minute > to.hour * 60 + to.minute ? plusDays(until.start, -1) : until.start),
          from.hour,
          from.minute,
          from.second,
          from.zone,
        )
    if (!start) return null
    const late = daysBetween(until.start, start.start)
    // «السبت من الرابعة وحتى صباح الأحد»: the weekday that comes next
    return spanOf(
      start,
      late > 0 && late < 7 && to.of && !isExact(to.of)
        ? withClock(ofDay(plusDays(until.start, 7)), to.hour, to.minute, to.second, to.zone)
        : until,
    )
  }

  /** Days or years in a row. Weekdays lie beside one another. */
  function list(items: readonly TimeExpression[], view: View): Found | null {
    const found = items.map(item => find(item, view)).filter(one => one !== null)
    const end = found.at(-1)
    let start = found[0]
    if (!start || !end || found.length < items.length) return null
    if (start.start > end.start && items[0]?.type === 'calendar' && items[0].month === null)
      start = ofDay(plusDays(start.start, -7), 'gregorian', start.implied)
    else if (daysBetween(start.start, end.start) > 6 && items[0]?.type === 'calendar' && items[0].weekday !== null)
      start = ofDay(plusDays(start.start, 7), 'gregorian', start.implied)
    return spanOf(start, end)
  }

  /** What speaks against a date. */
  function check(expr: TimeExpression, found: Found | null, span: Span): void {
    const date = expr.type === 'daypart' || expr.type === 'clock' ? expr.of : expr
    if (date?.type === 'calendar' && !found && date.day !== null && date.month !== null && (date.year !== null || now)) {
      issues.push({ code: 'impossible-date', message: `no month ${date.month} has a day ${date.day}`, span })
    }
    if (!found) return
    const weekday = date?.type === 'calendar' && date.day !== null ? date.weekday : date?.type === 'period' && now ? date.weekday : null
    const said = date?.type === 'period' && now ? plusDays(now, date.shift.by) : found.start
    if (weekday !== null && weekday !== weekdayOf(said))
      issues.push({ code: 'weekday-mismatch', message: `${isoDay(said)} is another day of the week`, span })
    if (
      last?.exact &&
      isExact(date) &&
      last.found.calendar !== found.calendar &&
      span.start - last.end >= 0 &&
      span.start - last.end <= BESIDE &&
      Math.abs(daysBetween(last.found.start, found.start)) > 1
    ) {
      issues.push({ code: 'calendar-mismatch', message: `${last.found.value} and ${found.value} are said to be one day`, span })
    }
  }
}

const isExact = (expr: TimeExpression | null): expr is CalendarExpression =>
  expr?.type === 'calendar' && expr.day !== null && expr.year !== null

/** The value of a clock, or of a range of clocks, that names no day. */
function clockOnly(expr: TimeExpression): string | null {
  if (expr.type === 'clock' && !expr.of) return `${isoClock(expr.hour, expr.minute, expr.second)}${expr.zone ?? ''}`
  if (expr.type !== 'range') return null
  const [a, b] = [clockOnly(expr.from), clockOnly(expr.to)]
  return a && b ? `${a}/${b}` : null
}

/** `P1Y6M`, `PT2H30M`: amounts in the order of ISO 8601; fractions stay with their unit. */
export function isoDuration(amounts: readonly Amount[]): string {
  const sum = (unit: Amount['unit']): string => {
    const n = amounts.reduce((total, a) => (a.unit === unit ? total + a.count : total), 0)
    return n > 0 ? `${Number(n.toFixed(4))}` : ''
  }
  const part = (unit: Amount['unit'], letter: string): string => (sum(unit) ? sum(unit) + letter : '')
  const time = part('H', 'H') + part('N', 'M') + part('S', 'S')
  return `P${part('Y', 'Y')}${part('M', 'M')}${part('W', 'W')}${part('D', 'D')}${time ? `T${time}` : ''}`
}

/** A stretch as the date of an event. */
function dateValue(found: Found, text: string, span: Span): DateValue {
  const { start, end, precision, calendar } = found
  const write = (date: Day): string =>
    calendar === 'hijri' || precision === 'week' || precision === 'day'
      ? isoDay(date)
      : precision === 'year'
        ? isoYear(yearOf(date))
        : isoMonth(yearOf(date), monthOf(date))
  const isMinute = precision === 'minute'
  const first = isMinute ? (found.value.split('/')[0] as string) : write(start)
  const final = isMinute ? (found.value.includes('/') ? (found.value.split('/')[1] as string) : null) : write(end)
  return { start: first, end: final === first ? null : final, precision, calendar, implied: [...found.implied], text, span }
}
