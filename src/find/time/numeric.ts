import { DOT, isDigit, SLASH, ZERO } from '../../text/chars.ts'
import { Flag, Kind } from '../../token/token.ts'
import { calendarOf, type Grammar, integer, type Rule } from './grammar.ts'
import type { TimeExpression } from './types.ts'

/** Dates in digits alone: «11/5/2022», «2022-05-11», «23/9/1436هـ»; «1/9» and «9/2021» are in doubt. */
export function createNumeric(g: Grammar): Rule {
  return token => {
    if (token >= g.tokens.size) return null
    const read = { from: token, skip: 0, parts: 0 }
    if (g.tokens.kind[token] === Kind.date) {
      const found = groups(token)
      return found && { ...read, to: found.to, expr: found.expr, by: 'numeric' }
    }
    const first = g.numbers.core(token)
    if (!first || first.digits === 0 || first.digits > 2 || first.parts !== 0) return null
    const slash = g.senses.pick(first.to, 'slash', 0)
    const second = slash && g.numbers.core(slash.to)
    if (!second || second.digits === 0 || second.parts !== 0 || g.tokens.text.units[g.tokens.start[first.to] as number] !== SLASH)
      return null
    const again = g.senses.pick(second.to, 'slash', 0)
    const third = again && integer(g, again.to, 1000, 2200, 0)
    if (third && third.digits === 4) {
      const expr = ordered(first.value, second.value, third.value, third.to)
      return expr && { ...read, to: expr.to, expr: expr.expr, by: 'numeric' }
    }
    if (!glued(first.to) || !glued(slash.to)) return null
    if (second.digits === 4 && first.value >= 1 && first.value <= 12 && second.value >= 1900 && second.value <= 2100)
      return {
        ...read,
        to: second.to,
        expr: calendarOf({ month: first.value, year: second.value }),
        doubt: 'day-month',
        by: 'numeric-month',
      }
    if (second.digits > 2 || first.value < 1 || first.value > 31 || second.value < 1 || second.value > 12) return null
    return { ...read, to: second.to, expr: calendarOf({ month: second.value, day: first.value }), doubt: 'day-month', by: 'numeric-day' }
  }

  function glued(token: number): boolean {
    return ((g.tokens.flags[token] as number) & Flag.glued) !== 0
  }

  /** The three groups of a date token. */
  function groups(token: number): { to: number; expr: TimeExpression } | null {
    const { units } = g.tokens.text
    const values: number[] = [0]
    const widths: number[] = [0]
    let hasDots = false
    for (let k = g.tokens.start[token] as number; k < (g.tokens.end[token] as number); k++) {
      const code = units[k] as number
      const last = values.length - 1
      if (isDigit(code)) {
        values[last] = (values[last] as number) * 10 + code - ZERO
        widths[last] = (widths[last] as number) + 1
      } else {
        if (code === DOT) hasDots = true
        values.push(0)
        widths.push(0)
      }
    }
    const [a, b, c] = values as [number, number, number]
    if (widths[0] === 4) return ordered(c, b, a, token + 1)
    if (widths[2] === 4) return ordered(a, b, c, token + 1)
    if (widths[2] !== 2 || hasDots) return null
    return ordered(a, b, c < 60 ? 2000 + c : 1900 + c, token + 1)
  }

  /** Day, month and year in that order, or month before day where only that can be. */
  function ordered(day: number, month: number, year: number, at: number): { to: number; expr: TimeExpression } | null {
    const era = g.senses.pick(at, 'eras', 0)
    const [d, m] = month > 12 && day <= 12 ? [month, day] : [day, month]
    if (d < 1 || d > 31 || m < 1 || m > 12) return null
    const isHijri = era?.meaning.cell('era') === 'hijri' || (!era && year >= 1300 && year <= 1500)
    return { to: era ? era.to : at, expr: calendarOf({ calendar: isHijri ? 'hijri' : 'gregorian', year, month: m, day: d }) }
  }
}
