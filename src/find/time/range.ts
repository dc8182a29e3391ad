import { ANY, calendarOf, type Grammar, integer, longest, Part, past, type Read, type Rule, starts, within } from './grammar.ts'
import type { ClockExpression, TimeExpression } from './types.ts'

/** Ranges: «من 27 ديسمبر إلى 2 يناير», «بين عامي 2011 و2014», «من الساعة 9 إلى 11 مساء», «يناير - مارس 2020». */
export function addRange(g: Grammar, one: (token: number) => Read | null): Record<'fromTo' | 'between' | 'hyphen' | 'dayHours', Rule> {
  return { fromTo, between, hyphen, dayHours }

  /** What stands at an end of a range: a point, a clock, or the bare number of a day or an hour. */
  function end(token: number, allowed: number): Read | null {
    const found = within(longest(one(token), g.clock(token), g.duration(token)), allowed)
    return found && found.expr.type !== 'duration' && found.expr.type !== 'set' && found.expr.type !== 'range' && found.expr.type !== 'list'
      ? found
      : null
  }

  /** The connector «إلى» and its kin, or ل attached to what follows. */
  function to(token: number): { at: number; allowed: number } {
    const word = g.senses.pick(token, 'to', Part.and) ?? g.senses.pick(token, 'until', Part.and)
    return word ? { at: past(g, word.to, 0, 'day-of'), allowed: Part.the } : { at: token, allowed: -1 }
  }

  function fromTo(token: number): Read | null {
    const word = g.senses.pick(token, 'period', ANY) ?? g.senses.pick(token, 'from', Part.and) ?? g.senses.pick(token, 'as-of', ANY)
    if (!word) return null
    const at = past(g, word.to, 0, 'day-of')
    if (!starts(g, at)) return null
    const read = { from: token, skip: word.skip, parts: word.parts }
    // «من 11 إلى 13 مايو», «بين 11 و13 مايو» is one phrase of days
    const days = within(g.calendar(at), Part.the)
    if (days && days.expr.type === 'range') return { ...read, to: days.to, expr: days.expr, by: 'range-days' }
    if (word.meaning.role === 'period' && days && days.expr.type === 'list' && days.expr.items.length === 2)
      return {
        ...read,
        to: days.to,
        expr: pair(days.expr.items[0] as TimeExpression, days.expr.items[1] as TimeExpression),
        by: 'range-days',
      }
    const first = end(at, Part.the) ?? number(at)
    if (!first) return null
    const link = to(past(g, first.to, 0, 'comma'))
    const second =
      link.allowed < 0
        ? word.meaning.role === 'period'
          ? end(past(g, link.at, 0, 'and'), Part.and | Part.the)
          : end(link.at, Part.to | Part.the)
        : (end(link.at, link.allowed) ?? number(link.at))
    if (!second || (link.allowed < 0 && word.meaning.role !== 'period' && (second.parts & Part.to) === 0)) return null
    return join(read, first, second)
  }

  function between(token: number): Read | null {
    const word = g.senses.pick(token, 'between', Part.and)
    if (!word) return null
    const at = past(g, word.to, 0, 'day-of')
    if (!starts(g, at)) return null
    const read = { from: token, skip: word.skip, parts: word.parts }
    const days = within(longest(g.calendar(at), g.year(at)), Part.the)
    if (days && (days.expr.type === 'list' || days.expr.type === 'range')) {
      const items = days.expr.type === 'list' ? days.expr.items : [days.expr.from, days.expr.to]
      if (items.length === 2)
        return { ...read, to: days.to, expr: pair(items[0] as TimeExpression, items[1] as TimeExpression), by: 'between' }
    }
    const first = end(at, Part.the) ?? number(at)
    if (!first) return null
    const and = g.senses.pick(first.to, 'and', 0)
    const second = (and ? end(and.to, Part.the) : end(first.to, Part.and | Part.the)) ?? (and ? end(first.to, Part.and) : null)
    if (!second || (!and && (second.parts & Part.and) === 0)) return null
    return join(read, first, second)
  }

  /** «مايو - يونيو 2020», «5 يونيو - 9 يوليو», «الساعة الثامنة صباحا إلى 11 مساء». */
  function hyphen(token: number): Read | null {
    const first = end(token, ANY)
    if (!first) return null
    const slash = g.senses.pick(first.to, 'slash', 0)
    const isWordy = slash === null
    const link = isWordy ? to(first.to) : { at: slash.to, allowed: 0 }
    if (link.allowed < 0) return null
    const second = end(link.at, link.allowed)
    if (!second || second.expr.type !== first.expr.type || (!isWordy && first.doubt !== undefined) || second.doubt === 'year') return null
    if (first.expr.type === 'calendar' && second.expr.type === 'calendar') {
      if ((first.expr.day === null) !== (second.expr.day === null)) return null
      if (!isWordy && first.expr.month === null && first.expr.weekday !== null && second.expr.weekday !== null) return null
    } else if (first.expr.type !== 'clock') return null
    return join(first, first, second)
  }

  /** «الأحد من الساعة 9 إلى 11 مساء». */
  function dayHours(token: number): Read | null {
    const day = one(token)
    if (!day) return null
    const hours = fromTo(past(g, day.to, 0, 'comma'))
    if (hours?.expr.type !== 'range' || hours.expr.from.type !== 'clock' || hours.expr.to.type !== 'clock' || hours.expr.from.of)
      return null
    const { from, to: until } = hours.expr
    return {
      ...day,
      to: hours.to,
      expr: { type: 'range', from: { ...from, of: day.expr }, to: { ...until, of: until.of ?? day.expr } },
      by: 'day-hours',
    }
  }

  /** A bare number at the end of a range: a day, an hour or a year. */
  function number(token: number): Read | null {
    const n = integer(g, token, 1, 31, Part.the)
    return n && { from: token, to: n.to, skip: n.skip, parts: n.parts, expr: calendarOf({ day: n.value }), by: 'number' }
  }

  /** Fits two ends to each other; null where they are of no one kind. */
  function join(read: { from: number; skip: number; parts: number }, first: Read, second: Read): Read | null {
    const done = (from: TimeExpression, until: TimeExpression): Read => ({
      from: read.from,
      skip: read.skip,
      parts: read.parts,
      to: second.to,
      expr: pair(from, until),
      by: 'range',
    })
    const [a, b] = [first.expr, second.expr]
    if (a.type === 'clock' || b.type === 'clock') {
      const [x, y] = [asClock(a), asClock(b)]
      if (!x || !y) return null
      const from: ClockExpression =
        !x.exact && y.exact && x.hour < 12 && x.hour + 12 <= y.hour ? { ...x, hour: x.hour + 12, exact: true } : x
      const until: ClockExpression =
        !y.exact && x.exact && y.hour < 12 && y.hour + 12 > x.hour && x.hour >= 12 ? { ...y, hour: y.hour + 12, exact: true } : y
      return done(from, until)
    }
    if (isNumber(a) || isNumber(b)) {
      if (isNumber(a) && b.type === 'calendar' && b.month !== null && b.day !== null)
        return done({ ...b, day: (a as { day: number }).day, weekday: null }, b)
      return null
    }
    return isCentury(first) && isCentury(second) ? done(a, b) : null
  }

  function asClock(expr: TimeExpression): ClockExpression | null {
    if (expr.type === 'clock') return expr
    if (!isNumber(expr) || expr.type !== 'calendar' || typeof expr.day !== 'number' || expr.day > 24) return null
    return { type: 'clock', hour: expr.day, minute: 0, second: null, exact: expr.day > 12, zone: null, of: null }
  }
}

/** Years that a range may name without «عام»: other numbers are amounts. */
const YEARS = [1800, 2100] as const
const isCentury = ({ doubt, expr }: Read): boolean =>
  doubt !== 'year' || (expr.type === 'calendar' && expr.year !== null && expr.year >= YEARS[0] && expr.year <= YEARS[1])

const pair = (from: TimeExpression, until: TimeExpression): TimeExpression => ({ type: 'range', from, to: until })

/** Whether an end of a range is a bare number. */
const isNumber = (expr: TimeExpression): boolean =>
  expr.type === 'calendar' && expr.month === null && expr.year === null && expr.weekday === null
