import type { Sense } from '../sense.ts'
import { ANY, calendarOf, deictic, type Grammar, Part, past, type Read, type Rule, within } from './grammar.ts'
import type { CalendarExpression, PeriodExpression, Shift, TimeExpression } from './types.ts'

/** Weekdays and the words for near days, with the date that stands behind them: «أمس الأربعاء», «يوم الخميس المقبل 19 مايو», «الأحد من الأسبوع الماضي». */
export function addWeekday(g: Grammar): Record<'day', Rule> {
  return { day }

  function day(token: number): Read | null {
    const week = g.period(token)
    if (week && week.expr.unit === 'W' && week.expr.count === 1) {
      const weekday = strong(past(g, week.to, 0, 'day-of'), 0)
      if (weekday)
        return {
          ...week,
          to: weekday.to,
          expr: { type: 'within', pick: { kind: 'weekday', n: weekday.meaning.value }, of: week.expr },
          by: 'week-weekday',
        }
    }
    const prefix = g.senses.pick(token, 'day-of', ANY)
    if (prefix && (prefix.parts & Part.the) === 0) {
      const inner = near(prefix.to, Part.the) ?? dated(prefix.to)
      if (inner) return { ...inner, from: token, skip: prefix.skip, parts: prefix.parts }
    }
    return near(token, ANY)
  }

  /** «يوم 11 مايو», «يوم 27 من الشهر الماضي», «يوم 11/5». */
  function dated(token: number): Read | null {
    const date = within(g.calendar(token), Part.the)
    if (!date || (date.expr.type === 'calendar' && date.expr.day === null)) return null
    return { ...date, doubt: undefined }
  }

  /** «اليوم», «أمس السبت», «الأربعاء», «غدا الاثنين (16 مايو)». */
  function near(token: number, allowed: number): Read | null {
    const word = g.senses.pick(token, 'days', allowed)
    // «اليوم السادس على التوالي» is no today
    if (word && word.meaning.value === 0 && word.to === token + 1 && isOrdinal(word.to)) return null
    if (word && word.meaning.cell('unit') === 'now')
      return {
        doubt: word.weak ? 'unit' : undefined,
        from: token,
        to: word.to,
        skip: word.skip,
        parts: word.parts,
        expr: { type: 'now' },
        by: 'now',
      }
    if (!word) return weekdays(token, allowed)
    const period = (weekday: number | null): PeriodExpression => ({
      type: 'period',
      calendar: 'gregorian',
      unit: 'D',
      times: 1,
      count: 1,
      shift: { by: word.meaning.value, from: 'now' },
      weekday,
    })
    const at = past(g, past(g, word.to, 0, 'comma', 'open'), 0, 'day-of')
    const weekday = strong(at, 0)
    if (!weekday) {
      const date = behind(word.to, null)
      if (date && date.expr.type === 'calendar' && date.expr.day !== null)
        return { from: token, to: date.to, skip: word.skip, parts: word.parts, expr: date.expr, by: 'day-date' }
      return {
        from: token,
        to: word.to,
        skip: word.skip,
        parts: word.parts,
        expr: period(null),
        doubt: word.weak ? 'unit' : undefined,
        by: 'day',
      }
    }
    const end = at > word.to ? past(g, weekday.to, 0, 'close') : weekday.to
    const date = behind(end, weekday.meaning.value)
    if (date) return { from: token, to: date.to, skip: word.skip, parts: word.parts, expr: date.expr, by: 'day-weekday-date' }
    return { from: token, to: end, skip: word.skip, parts: word.parts, expr: period(weekday.meaning.value), by: 'day-weekday' }
  }

  function isOrdinal(token: number): boolean {
    const n = g.numbers.core(token)
    return n?.ordinal === true && n.parts === Part.the && strong(token, 0) === null
  }

  /** A weekday that is no other word: with the article. */
  function strong(token: number, allowed: number) {
    const sense = g.senses.pick(token, 'weekdays', allowed)
    return sense && !sense.weak ? sense : null
  }

  /** One weekday with its date, or several: «يومي الخميس والجمعة المقبلين». */
  function weekdays(token: number, allowed: number): Read | null {
    const first = strong(token, allowed)
    if (!first) return null
    const read = { from: token, skip: first.skip, parts: first.parts }
    // «للجمعة الخامسة على التوالي», «الخميس الأول من مايو»
    if (isOrdinal(first.to)) return ordinalWeekday(first)
    const date = behind(first.to, first.meaning.value)
    if (date) return { ...read, to: date.to, expr: date.expr, by: 'weekday-date' }
    // «الخميس والجمعة المقبلين», «الأحد الاثنين», «الأحد والاثنين والثلاثاء»: the days lie side by side
    const row = [first]
    for (let last: Sense | null = first; last; ) {
      const next: Sense | null = strong(last.to, Part.and)
      const isNext: boolean = next !== null && next.meaning.value === (last.meaning.value % 7) + 1 && !behind(next.to, next.meaning.value)
      last = isNext ? next : null
      if (last) row.push(last)
    }
    if (row.length > 1) {
      const end = (row.at(-1) as Sense).to
      const where = deictic(g, end)
      const items = row.map(sense => calendarOf({ weekday: sense.meaning.value, shift: where?.shift ?? null }))
      return { ...read, to: where?.to ?? end, expr: { type: 'list', items }, by: 'weekdays' }
    }
    const slash = g.senses.pick(first.to, 'slash', 0)
    const other = slash && strong(past(g, slash.to, 0, 'day-of'), 0)
    if (other && other.meaning.value === (first.meaning.value % 7) + 1)
      return {
        ...read,
        to: other.to,
        expr: { type: 'list', items: [first, other].map(sense => calendarOf({ weekday: sense.meaning.value })) },
        by: 'weekdays',
      }
    const where = deictic(g, first.to)
    const to = where ? where.to : first.to
    const shift: Shift | null = where ? where.shift : null
    const later = behind(to, first.meaning.value)
    if (later) return { ...read, to: later.to, expr: later.expr, by: 'weekday-date' }
    const each = g.senses.pick(to, 'each', 0)
    if (each && g.senses.is(each.to, 'units'))
      return {
        ...read,
        to: each.to + 1,
        expr: { type: 'set', every: { unit: 'W', count: 1 }, weekday: first.meaning.value },
        by: 'set-weekday',
      }
    const offset = within(g.duration(to), 0)
    if (offset && offset.expr.type === 'offset')
      return { ...read, to: offset.to, expr: { ...offset.expr, weekday: first.meaning.value }, by: 'weekday-offset' }
    const of = past(g, to, 0, 'from', 'at', 'in')
    const week = within(g.period(of), Part.the | Part.in)
    if (week && week.expr.unit === 'W' && week.expr.count === 1)
      return {
        ...read,
        to: week.to,
        expr: { type: 'within', pick: { kind: 'weekday', n: first.meaning.value }, of: week.expr },
        by: 'weekday-of-week',
      }
    return { ...read, to, expr: calendarOf({ weekday: first.meaning.value, shift }), by: 'weekday' }
  }

  function ordinalWeekday(first: Sense): Read | null {
    const n = g.numbers.core(first.to)
    const of = n && g.senses.is(n.to, 'from') ? g.point(n.to + 1) : null
    if (
      !n ||
      !of ||
      !(
        (of.expr.type === 'calendar' && of.expr.month !== null && of.expr.day === null) ||
        (of.expr.type === 'period' && of.expr.unit !== 'D')
      )
    )
      return null
    return {
      from: first.from,
      to: of.to,
      skip: first.skip,
      parts: first.parts,
      expr: { type: 'within', pick: { kind: 'nth', n: n.value, weekday: first.meaning.value }, of: of.expr },
      by: 'nth-weekday',
    }
  }

  /** The date behind a weekday: «، 11 مايو», «الموافق 19 يونيو», «(16 مايو)», «6/8», «16 من هذا الشهر». */
  function behind(token: number, weekday: number | null): { to: number; expr: TimeExpression } | null {
    const comma = past(g, token, 0, 'comma', 'close')
    const open = g.senses.pick(comma, 'open', 0)
    const inner = open ? open.to : comma
    const at = past(g, inner, Part.and | Part.the, 'corresponding', 'at', 'in')
    const date = within(g.calendar(at), Part.the | Part.to)
    if (!date) return null
    const to = open ? past(g, date.to, 0, 'close') : date.to
    const withDay = withWeekday(date.expr, weekday)
    return withDay && { to, expr: withDay }
  }

  function withWeekday(expr: TimeExpression, weekday: number | null): TimeExpression | null {
    if (expr.type === 'calendar') return expr.day === null ? null : ({ ...expr, weekday } satisfies CalendarExpression)
    return expr.type === 'within' && expr.pick.kind === 'day' ? expr : null
  }
}
