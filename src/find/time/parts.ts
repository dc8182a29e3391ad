import { ANY, definite, fits, type Grammar, integer, longest, Part, past, type Read, type Rule, within } from './grammar.ts'
import { isOne } from './period.ts'
import type { Edge, PeriodExpression, Pick, Shift, TimeExpression, TimeUnit } from './types.ts'

/** Parts of periods: «مطلع الشهر المقبل», «الربع الأول من 2020», «آخر خميس من مايو», «الأشهر التسعة الأولى من العام», «الأسبوع الأول من يونيو». */
export function addParts(g: Grammar): Record<'edge' | 'quarter' | 'firstMonths' | 'nth' | 'sameOf' | 'weekOf', Rule> {
  const now: Shift = { by: 0, from: 'now' }
  return { edge, quarter, firstMonths, nth, sameOf, weekOf }

  /** A period that is named by its unit alone, as in «منتصف الشهر». */
  function bareUnit(token: number, allowed: number, ...units: TimeUnit[]): Read | null {
    const unit = definite(g, token, 'units', allowed)
    if (!unit || !isOne(unit.meaning.cell('count')) || !units.includes(unit.meaning.cell('unit') as TimeUnit)) return null
    const expr: PeriodExpression = {
      type: 'period',
      calendar: 'gregorian',
      unit: unit.meaning.cell('unit') as TimeUnit,
      times: unit.meaning.value,
      count: 1,
      shift: now,
      weekday: null,
    }
    return { from: token, to: unit.to, skip: unit.skip, parts: unit.parts, expr, by: 'unit' }
  }

  /** What a part may be a part of. */
  function whole(token: number, allowed: number): Read | null {
    const found = longest(within(g.point(token), allowed), bareUnit(token, allowed, 'W', 'M', 'Y'))
    if (!found) return null
    const { expr } = found
    return expr.type === 'now' ||
      expr.type === 'offset' ||
      expr.type === 'list' ||
      expr.type === 'duration' ||
      (expr.type === 'calendar' && expr.day !== null)
      ? null
      : found
  }

  /** «مطلع مايو», «أواخر العام الماضي», «نهاية 2014», «بداية رمضان». */
  function edge(token: number): Read | null {
    const word = g.senses.pick(token, 'edges', ANY)
    const part = word?.meaning.cell('part') as Edge | undefined
    if (!word || part === 'FIRST' || part === 'LAST') return null
    const of = whole(word.to, Part.the)
    if (!of || of.doubt === 'day-month') return null
    const { expr } = of
    if (
      (expr.type === 'calendar' && expr.weekday !== null) ||
      (expr.type === 'period' && (expr.unit === 'D' || expr.unit === 'H' || expr.count > 1))
    )
      return null
    return {
      from: token,
      to: of.to,
      skip: word.skip,
      parts: word.parts,
      expr: { type: 'within', pick: { kind: 'edge', edge: part as Edge }, of: expr },
      by: 'edge',
    }
  }

  /** The year behind a quarter: «من 2020», «من العام الجاري», «لعام 2014», «2021». */
  function ofYear(token: number): Read | null {
    const at = past(g, token, 0, 'from', 'at', 'in')
    const age = within(g.point(at), Part.the | Part.to | Part.in)
    if (
      age &&
      (age.expr.type === 'century' ||
        age.expr.type === 'decade' ||
        (age.expr.type === 'period' && age.expr.times >= 10 && age.expr.count === 1))
    )
      return age
    const year = longest(
      within(g.year(at), Part.the | Part.to | Part.in),
      within(g.period(at), Part.the | Part.to | Part.in),
      bareUnit(at, Part.the | Part.to | Part.in, 'Y'),
    )
    if (!year) return null
    const { expr } = year
    return (expr.type === 'calendar' && expr.month === null) ||
      (expr.type === 'period' && expr.unit === 'Y' && expr.count === 1) ||
      expr.type === 'range'
      ? year
      : null
  }

  /** «الربع الثالث من 2020», «الربع 3», «النصف الأول من العام». */
  function quarter(token: number): Read | null {
    for (const kind of ['quarter', 'half-year'] as const) {
      const word = definite(g, token, kind)
      if (!word) continue
      const size = kind === 'quarter' ? 4 : 2
      const last = g.senses.pick(word.to, 'last', Part.the)
      const n = integer(g, word.to, 1, size, Part.the)
      if (!n && !(last && (last.parts & Part.the) !== 0) && !isLast(word.to)) continue
      if (n && n.digits === 0 && !n.ordinal) continue
      const to = n ? n.to : word.to + 1
      const year = ofYear(to)
      if (!year && (kind === 'half-year' || !n)) continue
      const pick: Pick = { kind: kind === 'quarter' ? 'quarter' : 'half', n: n ? n.value : size }
      const of: TimeExpression = year
        ? year.expr
        : { type: 'period', calendar: 'gregorian', unit: 'Y', times: 1, count: 1, shift: now, weekday: null }
      return { from: token, to: year ? year.to : to, skip: word.skip, parts: word.parts, expr: { type: 'within', pick, of }, by: kind }
    }
    return null
  }

  function isLast(token: number): boolean {
    return g.senses.pick(token, 'last-n', Part.the) !== null
  }

  /** «الأشهر التسعة الأولى من 2021». */
  function firstMonths(token: number): Read | null {
    const unit = definite(g, token, 'units')
    const n = unit ? integer(g, unit.to, 2, 11, Part.the) : integer(g, token, 2, 11)
    if (!n) return null
    const noun = unit ?? g.senses.pick(n.to, 'units', Part.the)
    if (noun?.meaning.cell('unit') !== 'M' || noun.meaning.cell('count') === '1') return null
    const after = unit ? n.to : noun.to
    const first = g.senses.pick(after, 'first', 0)
    const last = first ? null : g.senses.pick(after, 'last-n', 0)
    const year = first || last ? ofYear((first ?? last)?.to as number) : null
    if (!year) return null
    const head = unit ?? n
    return {
      from: head.from,
      to: year.to,
      skip: head.skip,
      parts: head.parts,
      expr: { type: 'within', pick: { kind: 'months', n: n.value, last: last !== null }, of: year.expr },
      by: 'first-months',
    }
  }

  /** «آخر خميس من الشهر», «ثالث يوم من شهر 2», «اليوم الأول من مايو», «الأسبوع الأول من يونيو». */
  function nth(token: number): Read | null {
    const last = g.senses.pick(token, 'last', ANY & ~Part.the)
    const ordinal = last ? null : integer(g, token, 1, 31, ANY & ~Part.the)
    if (last || ordinal?.ordinal) {
      const head = (last ?? ordinal) as { from: number; to: number; skip: number; parts: number }
      const n = last ? -1 : (ordinal?.value as number)
      const weekday = g.senses.pick(head.to, 'weekdays', 0)
      const day = weekday ? null : g.senses.pick(head.to, 'day-of', 0)
      const noun = weekday ?? day
      const of = noun && ofPeriod(noun.to)
      if (of)
        return {
          from: head.from,
          to: of.to,
          skip: head.skip,
          parts: head.parts,
          expr: { type: 'within', pick: { kind: 'nth', n, weekday: weekday ? weekday.meaning.value : null }, of: of.expr },
          by: 'nth',
        }
    }
    const unit = definite(g, token, 'units') ?? definite(g, token, 'days')
    if (!unit || !(unit.meaning.role === 'days' ? unit.meaning.id === 'today' : isOne(unit.meaning.cell('count')))) return null
    const kind = unit.meaning.role === 'days' ? 'D' : unit.meaning.cell('unit')
    const n = kind === 'W' || kind === 'D' ? integer(g, unit.to, 1, 31, Part.the) : null
    const end = n ? null : g.senses.pick(unit.to, 'last-n', 0)
    if (!(n?.ordinal && n.article) && !(end && (kind === 'W' || kind === 'D'))) return null
    const of = ofPeriod(n ? n.to : (end?.to as number))
    if (!of) return null
    const value = n ? n.value : -1
    const pick: Pick = kind === 'W' ? { kind: 'week', n: value } : { kind: 'nth', n: value, weekday: null }
    return { from: token, to: of.to, skip: unit.skip, parts: unit.parts, expr: { type: 'within', pick, of: of.expr }, by: 'nth' }
  }

  /** The month, week or year behind «من»، «في» or ب. */
  function ofPeriod(token: number): Read | null {
    const at = past(g, token, 0, 'from', 'at', 'in')
    const found = whole(at, at > token ? Part.the : Part.in | Part.to | Part.the)
    if (!found || (at === token && !fits(found, Part.in | Part.to | Part.the))) return null
    return found
  }

  /** «الشهر ذاته من العام التالي». */
  function sameOf(token: number): Read | null {
    const same = g.period(token)
    if (same?.expr.shift.from !== 'text' || same.expr.shift.by !== 0 || same.expr.unit === 'Y') return null
    const of = g.senses.pick(same.to, 'from', 0)
    const year = of && ofYear(same.to)
    return (
      year && { ...same, to: year.to, expr: { type: 'within', pick: { kind: 'same', unit: same.expr.unit }, of: year.expr }, by: 'same-of' }
    )
  }

  /** «أسبوع 20 يوليو 2026». */
  function weekOf(token: number): Read | null {
    const word = g.senses.pick(token, 'week-of', ANY)
    if (!word) return null
    const day = within(g.calendar(word.to), 0)
    if (day?.expr.type !== 'calendar' || day.expr.day === null) return null
    return {
      from: token,
      to: day.to,
      skip: word.skip,
      parts: word.parts,
      expr: { type: 'within', pick: { kind: 'week-of' }, of: day.expr },
      by: 'week-of',
    }
  }
}
