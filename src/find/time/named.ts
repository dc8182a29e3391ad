import { ANY, definite, deictic, type Grammar, integer, Part, past, type Read, type Rule, within } from './grammar.ts'
import type { Calendar, SeasonExpression, Shift } from './types.ts'

/** Periods with a name: «صيف 2021», «الثمانينيات», «القرن التاسع عشر», «عيد الفطر», «عطلة نهاية الأسبوع». */
export function addNamed(g: Grammar): Record<'season' | 'decade' | 'century' | 'feast' | 'weekend', Rule> {
  return { season, decade, century, feast, weekend }

  /** The year or the deictic behind a name. */
  function tail(token: number): { to: number; year: number | null; shift: Shift | null } | null {
    const found = g.yearTail(token, false)
    if (!found) return null
    return { to: found.to, year: found.year, shift: found.shift ?? found.yearShift }
  }

  /** «صيف 2021», «الصيف المقبل», «هذا الشتاء». */
  function season(token: number): Read | null {
    const this_ = g.senses.pick(token, 'this', ANY & ~Part.the)
    const isThis = this_ !== null
    const word = g.senses.pick(isThis ? (this_?.to as number) : token, 'seasons', isThis ? Part.the : ANY)
    if (!word) return null
    const found = tail(word.to)
    if (!found && !(isThis && (word.parts & Part.the) !== 0)) return null
    const head = isThis && this_ ? this_ : word
    const expr: SeasonExpression = {
      type: 'season',
      season: word.meaning.cell('season') as SeasonExpression['season'],
      year: found?.year ?? null,
      shift: found?.shift ?? (found?.year ? null : { by: 0, from: 'now' }),
    }
    return { from: token, to: found?.to ?? word.to, skip: head.skip, parts: head.parts, expr, by: 'season' }
  }

  /** «الثمانينيات», «ثمانينيات القرن الماضي», «خمسينيات القرن التاسع عشر». */
  function decade(token: number): Read | null {
    const word = g.senses.pick(token, 'decades', ANY)
    // «في الأربعينيات من العمر»: years of a life
    if (!word || word.weak || g.senses.is(word.to, 'age')) return null
    const at = past(g, word.to, 0, 'from')
    const of = within(century(at), Part.the)
    const isLast = of?.expr.type === 'period'
    if (!of && (word.parts & Part.the) === 0) return null
    const hundreds = of ? (of.expr.type === 'century' ? of.expr.n - 1 : isLast ? (of.expr.shift.by < 0 ? 19 : 20) : null) : null
    return {
      from: token,
      to: of ? of.to : word.to,
      skip: word.skip,
      parts: word.parts,
      expr: { type: 'decade', decade: word.meaning.value, century: hundreds },
      by: 'decade',
    }
  }

  /** «القرن التاسع عشر», «القرن الماضي», «القرن الخامس الهجري», «القرن الأول قبل الميلاد». */
  function century(token: number): Read | null {
    const word = definite(g, token, 'century')
    if (!word) return null
    const read = { from: token, skip: word.skip, parts: word.parts, by: 'century' }
    const n = integer(g, word.to, 1, 40, Part.the)
    if (n && (n.ordinal || n.digits > 0)) {
      const era = g.senses.pick(n.to, 'eras', 0)
      const kind = era?.meaning.cell('era')
      return {
        ...read,
        to: era ? era.to : n.to,
        expr: { type: 'century', n: n.value, calendar: kind === 'hijri' ? 'hijri' : 'gregorian', bc: kind === 'bc' },
      }
    }
    const where = deictic(g, word.to)
    return (
      where && {
        ...read,
        to: where.to,
        expr: { type: 'period', calendar: 'gregorian', unit: 'Y', times: 100, count: 1, shift: where.shift, weekday: null },
      }
    )
  }

  /** «عيد الفطر», «عيد الأضحى المقبل», «عيد الفطر 2026». */
  function feast(token: number): Read | null {
    const word = g.senses.pick(token, 'feasts', ANY)
    if (!word || word.weak) return null
    const { meaning } = word
    const calendar = meaning.cell('calendar') as Calendar
    const found = tail(word.to)
    return {
      from: token,
      to: found?.to ?? word.to,
      skip: word.skip,
      parts: word.parts,
      expr: {
        type: 'feast',
        calendar,
        month: Number(meaning.cell('month')),
        day: Number(meaning.cell('day')),
        year: found?.year ?? null,
        shift: found?.shift ?? null,
      },
      by: 'feast',
    }
  }

  /** «نهاية الأسبوع», «عطلة نهاية الأسبوع الماضي». */
  function weekend(token: number): Read | null {
    const word = g.senses.pick(token, 'weekend', ANY)
    if (!word) return null
    const where = deictic(g, word.to)
    return {
      from: token,
      to: where?.to ?? word.to,
      skip: word.skip,
      parts: word.parts,
      expr: { type: 'weekend', shift: where?.shift ?? { by: 0, from: 'now' } },
      by: 'weekend',
    }
  }
}
