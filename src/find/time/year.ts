import { Flag } from '../../token/token.ts'
import type { Sense } from '../sense.ts'
import { ANY, calendarOf, type Grammar, integer, Part, past, type Read } from './grammar.ts'
import type { TimeExpression } from './types.ts'

/** Years of the Hijra that news writes without their era. */
const HIJRI_YEARS = [1400, 1452] as const

/** The first year that a range may name without «عام». */
const FIRST_BARE = 1800

/** Years: «عام 2014», «العام 1994م», «عامي 2013 و2014», «2014-2018», «موسم 2017/2018», «2014» (in doubt). */
export function addYear(g: Grammar): void {
  g.year = token => named(token) ?? bare(token)

  const yearExpr = (year: number, hijri: boolean): TimeExpression => calendarOf({ year, calendar: hijri ? 'hijri' : 'gregorian' })

  /** A number that is a year, with its era. */
  function number(
    token: number,
    named: boolean,
    allowed: number,
  ): { from: number; to: number; skip: number; parts: number; year: number; hijri: boolean; sure: boolean } | null {
    const n = integer(g, token, 1, 2999, allowed)
    if (!n || (n.ordinal && !named)) return null
    const era = g.senses.pick(n.to, 'eras', 0)
    const kind = era?.meaning.cell('era')
    const isAbbreviated = named && n.digits === 2 && n.value >= 20
    const isYear =
      n.digits === 4 ? n.value >= 1000 && n.value < 2200 : named && n.digits === 0 ? n.value >= 500 && n.value < 2200 : isAbbreviated
    if (!isYear && !(era && n.digits > 0 && (kind !== 'ad' || n.digits > 2))) return null
    const year = isAbbreviated && !era ? 1900 + n.value : n.value
    const hijri = kind === 'hijri' || (!era && named && year >= HIJRI_YEARS[0] && year <= HIJRI_YEARS[1] && n.digits === 4)
    return {
      from: n.from,
      to: era ? era.to : n.to,
      skip: n.skip,
      parts: n.parts,
      year: kind === 'bc' ? 1 - year : year,
      hijri,
      sure: era !== null,
    }
  }

  /** «عام 2014», «عامي 2013 و2014», «موسم 2017/2018». */
  function named(token: number): Read | null {
    return namedBy(g.senses.pick(token, 'year-word', ANY)) ?? namedBy(g.senses.pick(token, 'season-of', ANY))
  }

  function namedBy(word: Sense | null): Read | null {
    if (!word) return null
    const at = past(g, word.to, 0, 'year-word', 'ad-year', 'hijri-year')
    const first = number(at, true, Part.the | Part.to)
    if (!first || (first.parts !== 0 && (word.parts & Part.the) !== 0)) return null
    return more({ from: word.from, skip: word.skip, parts: word.parts }, first, true)
  }

  /** «2014-2018», «1994م», «2014». */
  function bare(token: number): Read | null {
    const first = number(token, false, ANY)
    if (!first || (first.parts & Part.the) !== 0) return null
    const read = more(first, first, false)
    return read.expr.type === 'calendar' && !first.sure ? { ...read, doubt: 'year' } : read
  }

  /** Further years behind the first: joined by و they are a list, by a hyphen or stroke a range. */
  function more(
    start: { from: number; skip: number; parts: number },
    first: { to: number; year: number; hijri: boolean; sure: boolean },
    isNamed: boolean,
  ): Read {
    const items = [first.year]
    let { to, hijri } = first
    const slash = g.senses.pick(to, 'slash', 0)
    if (slash && isGlued(to) === isGlued(slash.to)) {
      const second = number(slash.to, isNamed, 0) ?? short(slash.to, first.year)
      if (
        second &&
        second.year > first.year &&
        second.year - first.year < 400 &&
        (isNamed || (first.year >= FIRST_BARE && second.year < 2200))
      ) {
        return {
          ...start,
          to: second.to,
          expr: { type: 'range', from: yearExpr(first.year, second.hijri), to: yearExpr(second.year, second.hijri) },
          by: 'year-range',
        }
      }
    }
    if (isNamed) {
      while (items.length < 8) {
        const and = g.senses.pick(to, 'and', 0) ?? g.senses.pick(to, 'comma', 0)
        const next = number(to, true, Part.and) ?? (and ? number(and.to, true, 0) : null)
        if (!next || (!and && (next.parts & Part.and) === 0) || next.year < 1000) break
        items.push(next.year)
        to = next.to
        hijri = next.hijri
      }
    }
    const expr: TimeExpression =
      items.length > 1 ? { type: 'list', items: items.map(year => yearExpr(year, hijri)) } : yearExpr(first.year, first.hijri)
    return { ...start, to, expr, by: isNamed ? 'year' : 'bare-year' }
  }

  /** The second year of «2017/18». */
  function short(token: number, first: number): { to: number; year: number; hijri: boolean } | null {
    const n = integer(g, token, 0, 99, 0)
    return n && n.digits === 2 && first % 100 < n.value ? { to: n.to, year: first - (first % 100) + n.value, hijri: false } : null
  }

  function isGlued(token: number): boolean {
    return token < g.tokens.size && ((g.tokens.flags[token] as number) & Flag.glued) !== 0
  }
}
