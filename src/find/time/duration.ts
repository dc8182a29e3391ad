import type { Sense } from '../sense.ts'
import { ANY, deictic, type Grammar, Part, past, type Read, type Rule, starts } from './grammar.ts'
import type { Amount, TimeExpression, TimeUnit } from './types.ts'

/** Durations, and what is so far from a day: «ثلاث ساعات ونصف», «لمدة شهر», «قبل يومين», «بعد أسبوع من ذلك», «كل جمعة», «البالغ 34 عاما». */
export function addDuration(g: Grammar): Record<'plain' | 'offset' | 'that' | 'set' | 'age', Rule> {
  g.duration = token => offset(token)
  return { plain, offset, that, set, age }

  /** A part of a duration. */
  interface Piece {
    readonly from: number
    readonly to: number
    readonly skip: number
    readonly parts: number
    readonly amount: Amount
    /** The size of one of its unit: 10 for a decade. */
    readonly times: number
    /** One of a unit, without a number: «شهر». */
    readonly isBare: boolean
  }

  /** «3 ساعات», «يومين», «نصف ساعة», «شهر». */
  function piece(token: number, allowed: number): Piece | null {
    const n = g.numbers.at(token)
    if (n && n.value >= 0 && !n.ordinal && !n.article && (n.parts & ~allowed) === 0) {
      const unit = g.senses.pick(n.to, 'units', n.fraction ? Part.the : 0)
      if (unit && (!unit.weak || n.fraction))
        return {
          from: n.from,
          to: unit.to,
          skip: n.skip,
          parts: n.parts,
          amount: amount(unit.meaning.cell('unit'), unit.meaning.value * n.value * (unit.meaning.cell('count') === '2' ? 2 : 1)),
          times: unit.meaning.value,
          isBare: false,
        }
    }
    const core = n?.fraction ? null : g.numbers.core(token)
    if (core && core !== n && (core.parts & ~allowed) === 0 && !core.ordinal) {
      const unit = g.senses.pick(core.to, 'units', 0)
      if (unit && !unit.weak)
        return {
          from: core.from,
          to: unit.to,
          skip: core.skip,
          parts: core.parts,
          amount: amount(unit.meaning.cell('unit'), unit.meaning.value * core.value),
          times: unit.meaning.value,
          isBare: false,
        }
    }
    const and = (allowed & Part.and) !== 0 ? g.senses.pick(token, 'and', 0) : null
    if (and) {
      const inner = piece(and.to, 0)
      return inner && { ...inner, from: token, parts: Part.and }
    }
    const unit = g.senses.pick(token, 'units', allowed)
    const count = unit?.meaning.cell('count')
    if (!unit || count === 'many' || (unit.parts & Part.the) !== 0) return null
    return {
      from: token,
      to: unit.to,
      skip: unit.skip,
      parts: unit.parts,
      amount: amount(unit.meaning.cell('unit'), unit.meaning.value * Number(count)),
      times: unit.meaning.value,
      isBare: count === '1',
    }
  }

  /** Pieces in a row; `bare` tells that it is one unit without a number. */
  function pieces(
    token: number,
    allowed: number,
  ): { from: number; to: number; skip: number; parts: number; amounts: readonly Amount[]; bare: boolean } | null {
    const first = piece(token, allowed)
    if (!first) return null
    const amounts = [first.amount]
    let to = first.to
    let last = first
    while (amounts.length < 7) {
      const half = fraction(to)
      if (half) {
        amounts[amounts.length - 1] = amount(last.amount.unit, last.amount.count + half.value * last.times)
        to = half.to
        break
      }
      const comma = g.senses.pick(to, 'comma', 0)
      const next = piece(to, Part.and) ?? (comma ? piece(comma.to, Part.and) : null)
      if (!next || amounts.some(one => one.unit === next.amount.unit)) break
      const isJoined = (next.parts & Part.and) !== 0
      if (!isJoined && (next.isBare || last.isBare || (!comma && next.amount.unit === last.amount.unit))) break
      if (comma && !isJoined && next.isBare) break
      amounts.push(next.amount)
      last = next
      to = next.to
    }
    return {
      from: first.from,
      to,
      skip: first.skip,
      parts: first.parts,
      amounts,
      bare: first.isBare && amounts.length === 1 && to === first.to,
    }
  }

  /** «ونصف», «وربع», «إلا ربع», «ونصف السنة»; never «ونصف دقيقة», which is a piece of its own. */
  function fraction(token: number): { to: number; value: number } | null {
    const except = g.senses.pick(token, 'except', 0)
    const part = g.senses.pick(except ? except.to : token, 'fractions', except ? Part.the : Part.and | Part.the)
    if (!part || part.meaning.value < QUARTER || (!except && (part.parts & Part.and) === 0)) return null
    if (g.senses.pick(part.to, 'units', 0)) return null
    const again = g.senses.pick(part.to, 'units', Part.the)
    return { to: again ? again.to : part.to, value: except ? -part.meaning.value : part.meaning.value }
  }

  /** «أكثر من», «نحو»: the bound before an amount. */
  function bound(token: number, allowed: number): Sense | null {
    const sense = g.senses.pick(token, 'comparators', allowed)
    return sense?.meaning.cell('side') === 'before' ? sense : null
  }

  /** «ثلاث ساعات», «لمدة شهر», «شهرا كاملا». One unit alone («ساعة») counts behind «لمدة» or before «كامل» only. */
  function plain(token: number): Read | null {
    const for_ = g.senses.pick(token, 'for', ANY)
    const about = bound(for_ ? for_.to : token, for_ ? Part.in : ANY)
    const cue = for_ ?? about
    const found = pieces((about ?? cue)?.to ?? token, cue ? 0 : ANY)
    if (!found) return null
    const filler = g.senses.pick(found.to, 'filler', 0)
    const to = filler ? filler.to : found.to
    if (found.bare && !for_ && !filler) return null
    const head = cue ?? found
    const expr: TimeExpression = { type: 'duration', amounts: found.amounts }
    return { from: cue ? token : found.from, to, skip: head.skip, parts: head.parts, expr, by: 'duration' }
  }

  /** «قبل ثلاثة أيام», «منذ عامين», «بعد شهر من الآن», «خلال يومين» is none. */
  function offset(token: number): Read | null {
    const before = g.senses.pick(token, 'before', Part.and | Part.so | Part.the)
    const since = before ? null : g.senses.pick(token, 'since', Part.and | Part.so)
    const after = before || since ? null : g.senses.pick(token, 'after', Part.and | Part.so)
    const word = before ?? since ?? after
    if (!word || !starts(g, word.to)) return null
    const found = pieces(bound(word.to, Part.in)?.to ?? word.to, 0)
    if (!found) return thatFirst(word.to, token, word.skip, word.parts, after ? 1 : -1)
    if (found.bare && g.year(word.to)) return null
    const filler = past(g, found.to, 0, 'filler')
    const that_ = g.senses.pick(filler, 'that', 0)
    const now = that_ ? null : g.senses.pick(past(g, filler, 0, 'from'), 'days', 0)
    const isNow = now !== null && now.meaning.value === 0 && g.senses.pick(filler, 'from', 0) !== null
    const read = { from: token, skip: word.skip, parts: word.parts }
    // «بعد يومين من الهجوم»: so far from something that is no date
    if (!that_ && !isNow && g.senses.pick(filler, 'from', 0) && !since)
      return { ...read, to: found.to, expr: { type: 'duration', amounts: found.amounts }, by: 'distance' }
    return {
      ...read,
      to: that_ ? that_.to : isNow ? (now?.to as number) : filler,
      expr: { type: 'offset', amounts: found.amounts, sign: after ? 1 : -1, from: that_ ? 'text' : 'now', weekday: null },
      by: 'offset',
    }
  }

  /** «قبل ذلك بيومين»: what is meant stands before how far. */
  function thatFirst(token: number, from: number, skip: number, parts: number, sign: -1 | 1): Read | null {
    const that_ = g.senses.pick(token, 'deictics', 0)
    if (that_?.meaning.id !== 'that') return null
    const found = pieces(that_.to, Part.in)
    if (!found || (found.parts & Part.in) === 0) return null
    return {
      from,
      to: found.to,
      skip,
      parts,
      expr: { type: 'offset', amounts: found.amounts, sign, from: 'text', weekday: null },
      by: 'offset-that',
    }
  }

  /** «بعدها بيومين», «بعده بأسبوع». */
  function that(token: number): Read | null {
    const word = g.senses.pick(token, 'that', Part.and | Part.so)
    const found = word && pieces(word.to, Part.in)
    if (!found || (found.parts & Part.in) === 0) return null
    return {
      from: token,
      to: found.to,
      skip: word.skip,
      parts: word.parts,
      expr: { type: 'offset', amounts: found.amounts, sign: 1, from: 'text', weekday: null },
      by: 'offset-that',
    }
  }

  /** «كل جمعة», «كل ثلاثة أشهر», «سنويا», «يوميا». */
  function set(token: number): Read | null {
    const each = g.senses.pick(token, 'each', ANY)
    const day = each ? past(g, each.to, 0, 'day-of') : token
    const weekday = each && g.senses.pick(day, 'weekdays', 0)
    if (each && weekday)
      return {
        from: token,
        to: weekday.to,
        skip: each.skip,
        parts: each.parts,
        expr: { type: 'set', every: amount('W', 1), weekday: weekday.meaning.value },
        by: 'set-weekday',
      }
    for (const [role, unit] of EVERY) {
      const word = g.senses.pick(token, role, Part.and)
      if (word)
        return {
          from: token,
          to: word.to,
          skip: word.skip,
          parts: word.parts,
          expr: { type: 'set', every: amount(unit, 1), weekday: null },
          by: 'set',
        }
    }
    if (!each) return null
    const read = { from: token, skip: each.skip, parts: each.parts }
    const found = pieces(each.to, 0)
    return found && found.amounts.length === 1 && !deictic(g, found.to)
      ? { ...read, to: found.to, expr: { type: 'set', every: found.amounts[0] as Amount, weekday: null }, by: 'set' }
      : null
  }

  /** «البالغ من العمر 34 عاما», «عن عمر يناهز 80». */
  function age(token: number): Read | null {
    const word = g.senses.pick(token, 'age', ANY)
    if (!word) return null
    const at = past(g, word.to, 0, 'age')
    const found = pieces(at, 0)
    if (found && !found.bare)
      return {
        from: token,
        to: past(g, found.to, 0, 'age'),
        skip: word.skip,
        parts: word.parts,
        expr: { type: 'duration', amounts: found.amounts },
        by: 'age',
      }
    return null
  }
}

/** The smallest part of a unit that is told: «وربع». */
const QUARTER = 0.25

const amount = (unit: string, count: number): Amount => ({ unit: unit as TimeUnit, count })

/** Words that say how often, by the unit. */
const EVERY = [
  ['yearly', 'Y'],
  ['monthly', 'M'],
  ['weekly', 'W'],
  ['daily', 'D'],
  ['hourly', 'H'],
] as const
