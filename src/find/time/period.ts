import { ANY, definite, deictic, type Grammar, integer, longest, Part, past, type Read } from './grammar.ts'
import type { PeriodExpression, Shift, TimeUnit } from './types.ts'

/** Periods seen from a day: «الشهر الماضي», «هذا العام», «السنوات الخمس المقبلة», «آخر 24 ساعة», «أمس»; «العام الهجري القادم». */
export function addPeriod(g: Grammar): void {
  g.period = token => {
    const found = longest(near(token), last(token), many(token), counted(token))
    return found && isMatchTime(found.expr) ? null : found
  }

  const period = (unit: TimeUnit, times: number, shift: Shift, count = 1, hijri = false): PeriodExpression => ({
    type: 'period',
    calendar: hijri ? 'hijri' : 'gregorian',
    unit,
    times,
    count,
    shift,
    weekday: null,
  })

  /** «هذا الشهر», «نفس اليوم», «الشهر الماضي», «السنة هاي». */
  function near(token: number): Read<PeriodExpression> | null {
    const same = g.senses.pick(token, 'same-of', ANY)
    const this_ = same ? null : g.senses.pick(token, 'this', ANY & ~Part.the)
    if (same || this_) {
      const word = (same ?? this_) as NonNullable<typeof same>
      const unit = definite(g, word.to, 'units', Part.the) ?? definite(g, word.to, 'quarter', Part.the)
      if (unit && !unit.weak && isOne(unit.meaning.cell('count'))) {
        const shift: Shift = { by: 0, from: same ? 'text' : 'now' }
        return {
          from: token,
          to: unit.to,
          skip: word.skip,
          parts: word.parts,
          expr: period(unitOf(unit.meaning.cell('unit')), unit.meaning.value || 3, shift),
          by: 'period-this',
        }
      }
    }
    const unit = definite(g, token, 'units') ?? definite(g, token, 'quarter')
    if (!unit || (unit.weak && unit.meaning.role === 'quarter') || !isOne(unit.meaning.cell('count'))) return null
    const kind = g.senses.pick(unit.to, 'hijri-year', 0)
    const where = deictic(g, past(g, unit.to, 0, 'hijri-year', 'ad-year'))
    if (!where) return null
    const expr = period(
      unitOf(unit.meaning.cell('unit')),
      unit.meaning.role === 'quarter' ? 3 : unit.meaning.value,
      where.shift,
      1,
      kind !== null,
    )
    if (expr.unit === 'S' || expr.unit === 'N' || (expr.unit === 'H' && where.shift.from === 'text')) return null
    return { from: token, to: where.to, skip: unit.skip, parts: unit.parts, expr, by: 'period' }
  }

  /** «السنوات الخمس الماضية», «الشهرين الماضيين», «العقدين الماضيين». */
  function many(token: number): Read<PeriodExpression> | null {
    const unit = definite(g, token, 'units')
    if (!unit || isOne(unit.meaning.cell('count'))) return null
    const isDual = unit.meaning.cell('count') === '2'
    const n = isDual ? null : integer(g, unit.to, 2, 999, Part.the)
    if (!isDual && !n) return null
    const where = deictic(g, n ? n.to : unit.to)
    if (!where || where.shift.by === 0) return null
    return {
      from: token,
      to: where.to,
      skip: unit.skip,
      parts: unit.parts,
      expr: period(unitOf(unit.meaning.cell('unit')), unit.meaning.value, where.shift, n ? n.value : 2),
      by: 'periods',
    }
  }

  /** «الـ24 ساعة الماضية», «الخمس سنوات المقبلة». */
  function counted(token: number): Read<PeriodExpression> | null {
    const n = integer(g, token, 2, 999)
    if (!n) return null
    const unit = g.senses.pick(n.to, 'units', Part.the)
    if (!unit) return null
    const where = deictic(g, unit.to)
    // «قمة العشرين العام الماضي» counts no years: with two articles the noun is a plural
    if (!where || where.shift.by === 0 || ((unit.parts & Part.the) !== 0 && (!n.article || unit.meaning.cell('count') !== 'many')))
      return null
    return {
      from: n.from,
      to: where.to,
      skip: n.skip,
      parts: n.parts,
      expr: period(unitOf(unit.meaning.cell('unit')), unit.meaning.value, where.shift, n.value),
      by: 'periods',
    }
  }

  /** «آخر 24 ساعة», «آخر شهرين». */
  function last(token: number): Read<PeriodExpression> | null {
    const word = g.senses.pick(token, 'last', ANY & ~Part.the)
    if (!word || (word.parts & Part.the) !== 0) return null
    const n = integer(g, word.to, 2, 999, 0)
    const unit = g.senses.pick(n ? n.to : word.to, 'units', 0)
    if (!unit || (!n && unit.meaning.cell('count') !== '2')) return null
    return {
      from: token,
      to: unit.to,
      skip: word.skip,
      parts: word.parts,
      expr: period(unitOf(unit.meaning.cell('unit')), unit.meaning.value, { by: -1, from: 'now' }, n ? n.value : 2),
      by: 'periods-last',
    }
  }
}

/** «آخر 20 دقيقة» is a time of a match, not of a day. */
const isMatchTime = (expr: PeriodExpression): boolean => expr.unit === 'N' || expr.unit === 'S'
export const isOne = (count: string): boolean => count === '1' || count === ''
const unitOf = (cell: string): TimeUnit => (cell === '' ? 'M' : (cell as TimeUnit))
