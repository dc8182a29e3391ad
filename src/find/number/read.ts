import { Part } from '../../token/cuts.ts'
import { Flag, Kind } from '../../token/token.ts'
import { ANY, type Sense, type Senses } from '../sense.ts'
import { readDigits } from './digits.ts'
import { begin, follow, join, NONE, type State, type Term } from './state.ts'
import type { NumberRead } from './types.ts'

/** No number has more words: twelve groups. */
const LONGEST = 40

/** Reads numbers at given tokens. Each token is read once: `core` without, `at` with fractions and scales behind. */
export class NumberReader {
  private cores: (NumberRead | null | undefined)[] = []
  private wholes: (NumberRead | null | undefined)[] = []

  constructor(private readonly senses: Senses) {}

  /** Forgets what was read: `senses` has turned to another text. */
  open(): void {
    this.cores = []
    this.wholes = []
  }

  /** The whole number that begins at a token, fractions and decimals included, or null. */
  at(token: number): NumberRead | null {
    if (this.senses.isBeyond(token)) return null
    let read = this.wholes[token]
    if (read === undefined) {
      read = this.whole(token)
      this.wholes[token] = read
    }
    return read
  }

  /** The integer (or the run of digits) that begins at a token: what clocks, dates and durations build on. */
  core(token: number): NumberRead | null {
    if (this.senses.isBeyond(token)) return null
    let read = this.cores[token]
    if (read === undefined) {
      read = this.readCore(token)
      this.cores[token] = read
    }
    return read
  }

  /** The core number at a token that is joined to what stands before it by و. */
  joined(token: number): NumberRead | null {
    const read = this.core(token)
    return read && (read.parts & Part.and) !== 0 && (read.parts & ~(Part.and | Part.the)) === 0 ? read : null
  }

  /** The term at a token: after `first`, a word with no particle, or, `joined`, with و. */
  private term(token: number, how: 'first' | 'next' | 'joined'): Term | null {
    const limit = this.senses.limit(token)
    if (token >= limit) return null
    let parts = 0
    let at = token
    let start = token
    if (how !== 'next') {
      // particles that stand as words of their own before digits: «و 13», «الـ11»
      while (at < limit) {
        const particle = this.particle(at)
        if (!particle) break
        const next = at + 1
        const isAnd = particle.parts === Part.and && particle.sense.meaning.role === 'and'
        if (next >= limit || !(((this.senses.tokens.flags[next] as number) & Flag.glued) !== 0 || (isAnd && how === 'joined'))) break
        parts |= particle.parts
        at = next
        if ((particle.parts & Part.the) === 0) start = at
      }
    }
    if (how === 'joined' && parts !== 0 && (parts & Part.and) === 0) return null
    const digits = readDigits(this.senses.tokens, at, limit)
    if (digits && (how !== 'joined' || (parts & Part.and) !== 0)) {
      return {
        kind: 'digits',
        value: digits.value,
        from: start,
        to: digits.to,
        skip: 0,
        parts,
        ordinal: false,
        weak: false,
        digits: digits.length,
      }
    }
    if (at > token && (how !== 'joined' || (parts & Part.and) === 0)) return null
    const allowed = how === 'first' ? ANY : how === 'joined' && at === token ? Part.and | Part.the : Part.the
    let best: Sense | null = null
    // «ألفا جندي» are two thousand, «80 ألفا» and «ألفًا» one
    const skipped = how === 'next' || ((this.senses.tokens.flags[at] as number) & Flag.tanween) !== 0 ? 'scale2' : ''
    for (const sense of this.senses.at(at)) {
      const { role } = sense.meaning
      if (sense.meaning.cell('kind') === skipped) continue
      if ((role !== 'cardinals' && role !== 'ordinals') || (sense.parts & ~allowed) !== 0) continue
      if (how === 'joined' && at === token && (sense.parts & Part.and) === 0) continue
      if (!best || better(sense, best)) best = sense
    }
    if (!best) return null
    const { meaning } = best
    return {
      kind: meaning.cell('kind'),
      value: meaning.value,
      from: at,
      to: best.to,
      skip: best.skip,
      parts: best.parts | parts,
      ordinal: meaning.role === 'ordinals',
      weak: best.weak,
      digits: 0,
    }
  }

  /** A particle that is a token of its own. */
  private particle(token: number): { sense: Sense; parts: number } | null {
    if (this.senses.tokens.kind[token] !== Kind.word) return null
    for (const sense of this.senses.at(token)) {
      const { role } = sense.meaning
      if ((role === 'and' || role === 'the' || role === 'particle') && sense.to === token + 1)
        return { sense, parts: sense.parts | sense.meaning.value }
    }
    return null
  }

  private readCore(token: number): NumberRead | null {
    const first = this.term(token, 'first')
    if (!first) return null
    let state = begin(first)
    let saved: State | null = null
    for (; state.words < LONGEST; ) {
      const next = this.term(state.at, 'next')
      const direct = next && follow(state, next)
      if (direct) {
        if (saved && direct.group === NONE && direct.scale >= saved.scale) return this.done(first, saved)
        state = direct
        continue
      }
      const joined = this.term(state.at, 'joined')
      const added = joined && join(state, joined)
      if (!added) break
      if (state.last === 'scale') saved = state
      state = added
    }
    if (saved && state.group >= saved.scale) state = saved
    return this.done(first, state)
  }

  private done(first: Term, state: State): NumberRead {
    const value = state.total + (state.group === NONE ? 0 : state.group)
    const article = (first.parts & Part.the) !== 0
    const isRound = first.kind !== 'unit' && first.kind !== 'ten' && first.kind !== 'digits'
    return {
      from: first.from,
      to: state.at,
      skip: first.skip,
      parts: first.parts,
      value,
      ordinal: state.ordinal || (article && (isRound || state.words > 1) && first.kind !== 'digits'),
      fraction: false,
      digits: state.words === 1 ? first.digits : 0,
      article,
      weak: state.weak,
      scale: state.last === 'scale' ? state.scale : state.group === 100 && state.words === 1 ? 100 : 1,
    }
  }

  private whole(token: number): NumberRead | null {
    const minus = this.senses.pick(token, 'minus', Part.and | Part.in)
    if (minus) {
      const read = this.at(minus.to)
      if (read && read.value > 0 && (read.parts & ~Part.the) === 0)
        return { ...read, from: token, skip: minus.skip, parts: minus.parts, value: -read.value, digits: 0 }
    }
    const part = this.fraction(token, ANY)
    const core = this.core(token)
    if (part && (!core || part.to > core.to || (core.to === part.to && core.weak && !part.weak))) return part
    if (!core) return null
    return this.tail(this.times(this.decimals(core)))
  }

  /** «نصف مليون», «ثلاثة أرباع المليون», «ثلثا». */
  private fraction(token: number, allowed: number): NumberRead | null {
    const sense = this.senses.pick(token, 'fractions', allowed)
    if (!sense) return null
    const scale = this.term(sense.to, 'next')
    const isScaled = scale !== null && (scale.kind === 'scale' || scale.kind === 'hundred')
    return {
      from: token,
      to: isScaled ? scale.to : sense.to,
      skip: sense.skip,
      parts: sense.parts,
      value: sense.meaning.value * (isScaled ? scale.value : 1),
      ordinal: false,
      fraction: !isScaled,
      digits: 0,
      article: (sense.parts & Part.the) !== 0,
      weak: sense.weak && !isScaled,
      scale: isScaled ? scale.value : 1,
    }
  }

  /** «ثلاثة فاصلة صفر سبعة»: what follows the point counts digit by digit, or as one number. */
  private decimals(read: NumberRead): NumberRead {
    const point = this.senses.pick(read.to, 'point', 0)
    if (!point) return read
    let at = point.to
    let zeros = ''
    for (let zero = this.term(at, 'next'); zero && zero.kind === 'zero'; zero = this.term(at, 'next')) {
      zeros += '0'
      at = zero.to
    }
    const rest = this.core(at)
    const isRest = rest !== null && rest.parts === 0 && Number.isInteger(rest.value)
    if (!isRest && zeros === '') return read
    const digits = zeros + (isRest ? String(rest.scale > 100 ? rest.value / rest.scale : rest.value) : '')
    const value = read.value + (Math.sign(read.value) || 1) * Number(`0.${digits}`)
    const scale = isRest && rest.scale > 100 ? rest.scale : 1
    return { ...read, to: isRest ? rest.to : at, value: round(value * scale), digits: 0, scale }
  }

  /** A scale word behind decimals: «2.5 مليون» is read by `core`, «أربعة فاصلة خمسة مليون» here. */
  private times(read: NumberRead): NumberRead {
    const part = this.senses.pick(read.to, 'part', 0)
    if (part) return { ...read, to: part.to, value: read.value * part.meaning.value, digits: 0 }
    if (!read.ordinal && !read.article) return read
    const after = this.senses.pick(read.to, 'after', 0)
    const base = after && this.term(after.to, 'next')
    if (base && (base.kind === 'hundred' || base.kind === 'hundreds' || base.kind === 'scale') && (base.parts & Part.the) !== 0)
      return { ...read, to: base.to, value: read.value + base.value, ordinal: true }
    return read
  }

  /** «مليون ونصف», «مئة إلا ربع», and the scale said again: «مليون ونصف المليون». */
  private tail(read: NumberRead): NumberRead {
    if (read.ordinal || read.fraction) return read
    const except = this.senses.pick(read.to, 'except', 0)
    const part = except ? this.fraction(except.to, Part.the) : this.fraction(read.to, Part.and | Part.the)
    if (!part || part.weak || !(part.fraction || part.scale === read.scale) || (!except && (part.parts & Part.and) === 0)) return read
    const amount = part.fraction ? part.value * read.scale : part.value
    return { ...read, to: part.to, value: round(except ? read.value - amount : read.value + amount), digits: 0 }
  }
}

const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))

const better = (a: Sense, b: Sense): boolean => {
  if (a.to !== b.to) return a.to > b.to
  if (a.weak !== b.weak) return b.weak
  if (a.skip !== b.skip) return a.skip < b.skip
  return a.meaning.cell('kind') === 'scale2'
}
