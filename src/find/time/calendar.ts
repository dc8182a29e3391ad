import { Kind } from '../../token/token.ts'
import {
  ANY,
  calendarOf,
  deictic,
  type Grammar,
  INNER,
  integer,
  type MonthRead,
  Part,
  past,
  type Read,
  within,
  type YearTail,
} from './grammar.ts'
import { createNumeric } from './numeric.ts'
import type { TimeExpression } from './types.ts'

/** Days of months: «11 مايو 2022», «الحادي عشر من أيار/مايو», «11 و12 ماي الجاري», «27 من الشهر الماضي», «مايو 2022», «11/5/2022». */
export function addCalendar(g: Grammar): void {
  const numeric = createNumeric(g)
  g.month = monthAt
  g.yearTail = yearTail
  g.calendar = token => numeric(token) ?? dayMonth(token) ?? monthDay(token) ?? monthOnly(token)

  /** A month by name or number, «شهر» before it or not, its other name behind it or not. */
  function monthAt(token: number): MonthRead | null {
    const word = g.senses.pick(token, 'month-word', ANY)
    // no name of a month takes the article, and a weak one takes no particle: «باب» is no August
    const name = g.senses.pick(word ? word.to : token, 'months', word ? 0 : ANY & ~Part.the)
    if (name?.weak && (name.parts & ~(Part.and | Part.so)) !== 0) return null
    if (!name) {
      if (!word || (word.parts & Part.the) !== 0) return null
      const n = integer(g, word.to, 1, 12, 0)
      if (!n || (g.senses.pick(n.to, 'units', 0) && !yearTail(n.to, false))) return null
      return { from: token, to: n.to, skip: word.skip, parts: word.parts, month: n.value, hijri: false, weak: false }
    }
    const first = word ?? name
    const read = {
      from: token,
      skip: first.skip,
      parts: first.parts,
      month: name.meaning.value,
      hijri: name.meaning.cell('calendar') === 'hijri',
    }
    const other = otherName(name.to, name.meaning.id)
    return { ...read, to: other, weak: name.weak && !word && other === name.to }
  }

  /** The end of the second name of a month: «أيار/مايو», «مايو (أيار)», «مايو - أيار». */
  function otherName(token: number, id: string): number {
    const open = g.senses.pick(token, 'open', 0)
    const at = open ? open.to : past(g, token, 0, 'slash')
    const other = g.senses.pick(past(g, at, 0, 'month-word'), 'months', 0)
    if (!other || other.meaning.id !== id) return token
    return open ? past(g, other.to, 0, 'close') : other.to
  }

  /** What stands behind a month (or a season, a feast): «2022», «، 2022», «من عام 2022م», «الماضي», «من العام المقبل», «1443 هـ». */
  function yearTail(token: number, hijri: boolean): YearTail | null {
    const near = deictic(g, token)
    if (near) {
      const year = yearNumber(near.to, hijri)
      return {
        to: year?.to ?? near.to,
        year: year?.year ?? null,
        shift: year ? null : near.shift,
        yearShift: null,
        hijri: year?.hijri ?? null,
      }
    }
    const of = past(g, token, 0, 'from', 'at', 'in', 'comma', 'slash')
    const word = g.senses.pick(of, 'year-word', Part.the | Part.to | Part.in)
    if (word) {
      const year = yearNumber(word.to, hijri, true)
      if (year) return { to: year.to, year: year.year, shift: null, yearShift: null, hijri: year.hijri }
    }
    const period = of === token && !word ? null : within(g.period(of), Part.the | Part.to | Part.in)
    if (period && period.expr.unit === 'Y' && period.expr.count === 1 && period.expr.times === 1)
      return { to: period.to, year: null, shift: null, yearShift: period.expr.shift, hijri: null }
    if (word) return null
    const isSplit = of > token && !g.senses.is(token, 'at') && !g.senses.is(token, 'in')
    const at = of > token && !isSplit ? token : of
    const open = g.senses.pick(at, 'open', 0)
    const year = yearNumber(open ? open.to : at, hijri)
    if (!year) return null
    return { to: open ? past(g, year.to, 0, 'close') : year.to, year: year.year, shift: null, yearShift: null, hijri: year.hijri }
  }

  /** A number that is a year, with its era. After «عام» two digits will do. */
  function yearNumber(token: number, hijri: boolean, named = false): { to: number; year: number; hijri: boolean | null } | null {
    const n = integer(g, token, 1, 2999, Part.the)
    if (!n || n.article) return null
    const era = g.senses.pick(n.to, 'eras', 0)
    const kind = era?.meaning.cell('era')
    const isYear =
      era !== null || (n.digits === 0 ? n.value > 999 : n.digits === 4 && n.value >= 1000) || (named && n.digits >= 2 && n.value > 31)
    if (!isYear || (n.digits === 1 && !era)) return null
    if (!era && n.value > 2200) return null
    const value = n.digits === 2 && !hijri && kind !== 'bc' ? 1900 + n.value : n.value
    return { to: era ? era.to : n.to, year: kind === 'bc' ? 1 - value : value, hijri: kind === 'hijri' ? true : kind ? false : null }
  }

  /** The number of a day: 1–31 in digits, an ordinal, «فاتح», «متم», «آخر يوم من». */
  function dayNumber(
    token: number,
    allowed: number,
  ): {
    from: number
    to: number
    skip: number
    parts: number
    day: number | 'last'
    edge: boolean
    plain: boolean
    ordinal: boolean
  } | null {
    const edge = g.senses.pick(token, 'edges', allowed)
    const part = edge?.meaning.cell('part')
    if (edge && (part === 'FIRST' || part === 'LAST'))
      return {
        from: token,
        to: edge.to,
        skip: edge.skip,
        parts: edge.parts,
        day: part === 'FIRST' ? 1 : 'last',
        edge: true,
        plain: false,
        ordinal: true,
      }
    const n = integer(g, token, 1, 31, allowed)
    // «الاثنين» is a weekday, not the second: with the article a day is an ordinal or written in digits
    if (!n || n.digits > 2 || (n.digits === 0 && n.article && !n.ordinal)) return null
    return {
      from: n.from,
      to: n.to,
      skip: n.skip,
      parts: n.parts,
      day: n.value,
      edge: false,
      plain: n.digits > 0,
      ordinal: n.digits > 0 || n.ordinal,
    }
  }

  /** «11 مايو», «الحادي عشر والثاني عشر من مايو», «11-13 مايو 2022», «من 11 إلى 13 مايو» (without its «من»), «13 منه». */
  function dayMonth(token: number): Read | null {
    const first = dayNumber(token, ANY)
    if (!first) return null
    const days: (number | 'last')[] = [first.day]
    let at = first.to
    let isRange = false
    while (days.length < 8) {
      const to = g.senses.pick(at, 'to', Part.and) ?? g.senses.pick(at, 'until', Part.and)
      const slash = to ? null : (g.senses.pick(at, 'slash', 0) ?? g.senses.pick(at, 'comma', 0))
      const and = to || slash ? null : g.senses.pick(at, 'and', 0)
      const next =
        to || slash
          ? dayNumber((to ?? slash)?.to as number, INNER)
          : and
            ? (dayNumber(at, Part.and | Part.the) ?? dayNumber(and.to, INNER))
            : dayNumber(at, Part.and | Part.the)
      if (!next || (!to && !slash && !and && (next.parts & Part.and) === 0) || (slash && next.plain !== first.plain)) break
      if (to || (slash && g.senses.pick(at, 'slash', 0))) isRange = true
      days.push(next.day)
      at = next.to
      if (isRange) break
    }
    const list = monthOf(at, days, isRange, first.edge, first.ordinal)
    if (list) return { ...first, to: list.to, expr: list.expr, by: days.length > 1 ? 'days-month' : 'day-month' }
    const one = days.length > 1 ? monthOf(first.to, [first.day], false, first.edge, first.ordinal) : null
    return one && { ...first, to: one.to, expr: one.expr, by: 'day-month' }
  }

  /** The month of days, read behind them. */
  function monthOf(
    token: number,
    days: readonly (number | 'last')[],
    isRange: boolean,
    isEdge: boolean,
    isNumbered: boolean,
  ): { to: number; expr: TimeExpression } | null {
    const spread = (make: (day: number | 'last') => TimeExpression): TimeExpression => {
      const items = days.map(make)
      if (items.length === 1) return items[0] as TimeExpression
      return isRange ? { type: 'range', from: items[0] as TimeExpression, to: items[1] as TimeExpression } : { type: 'list', items }
    }
    const ofIt = g.senses.pick(token, 'of-it', 0)
    if (ofIt && isNumbered) {
      const month: TimeExpression = {
        type: 'period',
        calendar: 'gregorian',
        unit: 'M',
        times: 1,
        count: 1,
        shift: { by: 0, from: 'text' },
        weekday: null,
      }
      return { to: ofIt.to, expr: spread(day => ({ type: 'within', pick: { kind: 'day', n: day === 'last' ? -1 : day }, of: month })) }
    }
    const at = past(g, token, 0, 'from', 'slash')
    const month = within(monthAt(at), at > token ? INNER : Part.the | Part.to | Part.in)
    if (month) {
      const tail = yearTail(month.to, month.hijri)
      // «1- صفر»: the score of a match
      if (at > token && month.weak && month.hijri && !tail) return null
      const calendar = (tail?.hijri ?? month.hijri) ? 'hijri' : 'gregorian'
      return {
        to: tail?.to ?? month.to,
        expr: spread(day =>
          calendarOf({
            calendar,
            year: tail?.year ?? null,
            month: month.month,
            day,
            shift: tail?.shift ?? null,
            yearShift: tail?.yearShift ?? null,
          }),
        ),
      }
    }
    const period = within(g.period(at), Part.the)
    if (period?.expr.unit !== 'M' || period.expr.count > 1 || (at === token && !isEdge && !g.senses.pick(at, 'units', Part.the)))
      return null
    return {
      to: period.to,
      expr: spread(day => ({ type: 'within', pick: { kind: 'day', n: day === 'last' ? -1 : day }, of: period.expr })),
    }
  }

  /** «يناير 11, 1987», «شباط الرابع عشر». */
  function monthDay(token: number): Read | null {
    const month = monthAt(token)
    if (!month) return null
    const day = dayNumber(month.to, Part.the)
    if (!day || day.edge) return null
    const comma = g.senses.pick(day.to, 'comma', 0)
    const tail = comma ? yearTail(comma.to, month.hijri) : yearTail(day.to, month.hijri)
    const isClosed =
      tail !== null ||
      !day.plain ||
      day.to >= g.senses.limit(token) ||
      g.tokens.kind[day.to] === Kind.punctuation ||
      g.senses.pick(day.to, 'to', Part.and) !== null ||
      g.senses.pick(day.to, 'until', Part.and) !== null
    if (!isClosed) return null
    const calendar = (tail?.hijri ?? month.hijri) ? 'hijri' : 'gregorian'
    return {
      ...month,
      to: tail?.to ?? day.to,
      expr: calendarOf({
        calendar,
        year: tail?.year ?? null,
        month: month.month,
        day: day.day,
        shift: tail?.shift ?? null,
        yearShift: tail?.yearShift ?? null,
      }),
      by: 'month-day',
    }
  }

  /** «مايو 2022», «ديسمبر الماضي», «مايو». */
  function monthOnly(token: number): Read | null {
    const month = monthAt(token)
    if (!month) return null
    const tail = yearTail(month.to, month.hijri)
    const calendar = (tail?.hijri ?? month.hijri) ? 'hijri' : 'gregorian'
    const expr = calendarOf({
      calendar,
      year: tail?.year ?? null,
      month: month.month,
      shift: tail?.shift ?? null,
      yearShift: tail?.yearShift ?? null,
    })
    return { ...month, to: tail?.to ?? month.to, expr, doubt: month.weak && !tail ? 'month' : undefined, by: 'month' }
  }
}
