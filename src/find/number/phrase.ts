import { HYPHEN } from '../../text/chars.ts'
import { Part } from '../../token/cuts.ts'
import { Flag, Kind, markAt } from '../../token/token.ts'
import { ANY, type Sense, type Senses } from '../sense.ts'
import { bound, type Relation } from './bound.ts'
import type { NumberReader } from './read.ts'
import { exactly, type NumberContent, type NumberRead } from './types.ts'

/** What a number counts. */
export type NumberKind = 'number' | 'ordinal' | 'percent' | 'money' | 'quantity'

/** A number with what stands around it: its bound, unit, currency. */
export interface Phrase {
  readonly from: number
  readonly to: number
  readonly skip: number
  readonly kind: NumberKind
  readonly content: NumberContent
  /** The name of the rule that read it. */
  readonly by: string
}

/** A rule: reads a phrase that begins at a token, or null. */
export type Rule = (token: number) => Phrase | null

/** Roles of what numbers count. */
const COUNTED = ['counted', 'measures', 'currencies', 'percent', 'units'] as const

/** The rules of numbers, by name; the longest phrase wins. */
export function createRules(
  senses: Senses,
  numbers: NumberReader,
): Readonly<Record<'bounded' | 'range' | 'plain' | 'vague' | 'dual', Rule>> {
  /** A number, with percent sign, currency or measure. */
  function counted(token: number): Phrase | null {
    const sign = senses.pick(token, 'currencies', Part.and | Part.in | Part.to)
    if (sign && senses.tokens.kind[sign.from] !== Kind.word) {
      const amount = numbers.at(sign.to)
      if (amount && amount.parts === 0)
        return {
          from: token,
          to: amount.to,
          skip: sign.skip,
          kind: 'money',
          content: { ...exactly(amount.value), currency: iso(sign) },
          by: 'currency-before',
        }
    }
    const percentBefore = senses.pick(token, 'percent', 0)
    if (percentBefore) {
      const amount = numbers.at(percentBefore.to)
      return amount && amount.parts === 0 && !amount.ordinal
        ? { from: token, to: amount.to, skip: 0, kind: 'percent', content: exactly(amount.value), by: 'percent-before' }
        : null
    }
    const read = numbers.at(token)
    return read ? withUnit(read) : null
  }

  /** Looks behind a number. */
  function withUnit(read: NumberRead): Phrase {
    const { from, skip } = read
    const percent = senses.pick(read.to, 'percent', 0)
    if (percent) return { from, to: percent.to, skip, kind: 'percent', content: exactly(read.value), by: 'percent' }
    const currency = senses.pick(read.to, 'currencies', Part.the)
    if (currency) {
      // «دولار ونصف الدولار», «3 دولارات و20 سنتا»
      return { from, to: currency.to, skip, kind: 'money', content: { ...exactly(read.value), currency: iso(currency) }, by: 'money' }
    }
    const measure = senses.pick(read.to, 'measures', Part.the)
    if (measure && !read.ordinal)
      return {
        from,
        to: measure.to,
        skip,
        kind: 'quantity',
        content: { ...exactly(read.value), unit: measure.meaning.cell('unit') },
        by: 'measure',
      }
    const noun = senses.pick(read.to, 'counted', Part.the)
    const content = noun ? { ...exactly(read.value), unit: noun.meaning.cell('unit'), noun: noun.from } : exactly(read.value)
    return {
      from,
      to: read.to,
      skip,
      kind: read.ordinal ? 'ordinal' : 'number',
      content,
      by: read.ordinal ? 'ordinal' : read.fraction ? 'fraction' : 'number',
    }
  }

  /** The bound that closes a phrase: «20 أو أكثر», «20 على الأقل». */
  function closed(phrase: Phrase, before: Relation | null): Phrase {
    let out = phrase
    for (const sense of senses.at(phrase.to)) {
      if (sense.meaning.role !== 'comparators') continue
      const side = sense.meaning.cell('side')
      const relation = sense.meaning.cell('relation') as Relation
      if (side !== 'after' && side !== 'open-after') continue
      if (numbers.at(sense.to)?.parts === 0) return phrase // «5000 أو أكثر من 4500»: the bound of the next number
      if (sense.to <= out.to) continue
      const both: Relation = relation === '=' && before ? (before === '>' ? '>=' : before === '<' ? '<=' : before) : relation
      const kind = phrase.kind === 'number' && both !== '~' ? 'quantity' : phrase.kind
      out = {
        ...phrase,
        to: sense.to,
        kind,
        content: {
          ...exactly(phrase.content.value),
          unit: phrase.content.unit,
          currency: phrase.content.currency,
          noun: phrase.content.noun,
          ...bound(both, phrase.content.value ?? 0),
        },
        by: 'bound-after',
      }
    }
    return out
  }

  /** «أكثر من 80», «ما لا يقل عن 20 قتيلا»; two bounds make an interval: «أكثر من 20 وأقل من 35». */
  function bounded(token: number): Phrase | null {
    const first = oneBound(token, ANY)
    if (!first) return null
    const relation = first.content.comparator
    if (first.kind !== 'quantity' || (relation !== '>' && relation !== '<')) return first
    const and = senses.pick(first.to, 'and', 0)
    const second = and ? oneBound(and.to, 0) : oneBound(first.to, Part.and)
    if (!second || (!and && !(tokenParts(first.to) & Part.and)) || second.kind !== 'quantity' || second.content.comparator === relation)
      return first
    const [low, high] = relation === '>' ? [first.content, second.content] : [second.content, first.content]
    if (low.lower === null || high.upper === null || low.lower >= high.upper) return first
    return {
      ...first,
      to: second.to,
      content: { ...low, upper: high.upper, upperClosed: high.upperClosed, value: low.lower, comparator: '=' },
      by: 'two-bounds',
    }
  }

  function tokenParts(token: number): number {
    for (const sense of senses.at(token)) if (sense.meaning.role === 'comparators') return sense.parts
    return 0
  }

  function oneBound(token: number, allowed: number): Phrase | null {
    const word = pickSide(token, 'before', allowed)
    if (!word) return null
    const relation = word.meaning.cell('relation') as Relation
    const particle = senses.pick(word.to, 'particle', 0)
    const inner = counted(word.to) ?? (particle ? counted(particle.to) : null)
    if (!inner || inner.content.value === null) return null
    const after = closed(inner, relation)
    if (after !== inner) return { ...after, from: token, skip: word.skip }
    const kind = relation !== '~' && (inner.kind === 'number' || inner.kind === 'ordinal') ? 'quantity' : inner.kind
    return {
      ...inner,
      from: token,
      skip: word.skip,
      kind,
      content: { ...inner.content, ...bound(relation, inner.content.value) },
      by: 'bound',
    }
  }

  function pickSide(token: number, side: string, allowed: number): Sense | null {
    let best: Sense | null = null
    for (const sense of senses.at(token))
      if (
        sense.meaning.role === 'comparators' &&
        sense.meaning.cell('side') === side &&
        (sense.parts & ~allowed) === 0 &&
        (!best || sense.to > best.to)
      )
        best = sense
    return best
  }

  /** «بين 30 و40», «من 100 إلى 300», «1000 - 5000»: the upper end is open, as in «من … إلى». */
  function range(token: number): Phrase | null {
    const between = senses.pick(token, 'between', Part.and)
    if (between) {
      const low = counted(between.to)
      if (!low || low.content.value === null) return null
      const and = senses.pick(low.to, 'and', 0) ?? senses.pick(low.to, 'to', 0)
      const at = and ? and.to : low.to
      const high = counted(at) ?? (and ? counted(low.to) : null)
      const isJoined = and !== null || (high !== null && ((numbers.at(high.from)?.parts ?? 0) & Part.and) !== 0)
      return high && isJoined ? ranged(low, high, token, between.skip, 'between') : null
    }
    const from = senses.pick(token, 'from', Part.and)
    const low = counted(from ? from.to : token)
    if (!low || low.content.value === null) return null
    const to = senses.pick(low.to, 'to', 0)
    // «زاد 0.3 في المئة إلى 1177 دولارا» tells of a change and where it led
    if (to && !from && low.kind !== 'number') return null
    const high = to ? counted(to.to) : from ? null : hyphened(low)
    return high ? ranged(low, high, token, from ? from.skip : low.skip, to ? 'from-to' : 'hyphen') : null
  }

  /** The number behind a hyphen: «1000-5000»; never behind a negative one, or of three («1-2-3»). */
  function hyphened(low: Phrase): Phrase | null {
    const dash = senses.pick(low.to, 'slash', 0)
    if (!dash || dash.to !== low.to + 1 || markAt(senses.tokens, low.to) !== HYPHEN) return null
    const glued = ((senses.tokens.flags[low.to] as number) & Flag.glued) !== 0
    const gluedAfter = ((senses.tokens.flags[dash.to] as number) & Flag.glued) !== 0
    if (glued !== gluedAfter) return null
    const read = numbers.core(dash.to)
    if (!read || read.digits === 0 || read.parts !== 0) return null
    const first = numbers.core(low.from)
    if (!first || first.digits === 0 || first.to !== low.to || first.value >= read.value) return null
    // «1-3» is the score of a match, unless something is counted
    if (read.digits === 1 && !COUNTED.some(role => senses.pick(read.to, role, 0))) return null
    const again = senses.pick(read.to, 'slash', 0)
    return again && ((senses.tokens.flags[read.to] as number) & Flag.glued) !== 0 ? null : withUnit(read)
  }

  function ranged(low: Phrase, high: Phrase, token: number, skip: number, by: string): Phrase | null {
    const [a, b] = [low.content.value, high.content.value]
    if (a === null || b === null || a >= b || (low.kind === 'ordinal' && by !== 'between')) return null
    if (low.kind !== high.kind && (low.kind === 'percent' || low.kind === 'money')) return null
    // «من 3 إلى 5 ملايين»: the scale belongs to both
    const scale = numbers.at(high.from)?.scale ?? 1
    const lower = scale > 1 && a < 1000 && numbers.at(low.from)?.scale === 1 && a * scale < b ? a * scale : a
    const kind = high.kind === 'ordinal' || high.kind === 'number' ? 'quantity' : high.kind
    return {
      from: token,
      to: high.to,
      skip,
      kind,
      content: { ...high.content, value: lower, lower, upper: b, lowerClosed: true, upperClosed: false },
      by,
    }
  }

  /** «عشرات», «مئات الآلاف», «بضعة». */
  function vague(token: number): Phrase | null {
    const word = senses.pick(token, 'vague', ANY)
    if (!word || word.weak) return null
    const [lower, upper] = [word.meaning.cell('lower'), word.meaning.cell('upper')]
    // «بضعة آلاف»
    const scale = Number(lower) < 10 ? numbers.core(word.to) : null
    const times = scale && scale.parts === 0 && scale.scale === scale.value ? scale.value : 1
    const content: NumberContent = {
      ...exactly(null),
      comparator: '~',
      lower: Number(lower) * times,
      upper: upper === '' ? null : Number(upper) * times,
      lowerClosed: true,
      upperClosed: upper !== '',
    }
    return { from: token, to: times > 1 ? (scale as NumberRead).to : word.to, skip: word.skip, kind: 'quantity', content, by: 'vague' }
  }

  /** «قتيلان»: two of what is counted. */
  function dual(token: number): Phrase | null {
    for (const role of ['counted', 'measures', 'currencies'] as const) {
      const word = senses.pick(token, role, ANY)
      if (!word || word.weak) continue
      // «البلدين» are two that were told of before
      const isDual = word.meaning.id.endsWith('-dual') && (role !== 'counted' || (word.parts & Part.the) === 0)
      if (!isDual) continue
      const content =
        role === 'currencies' ? { ...exactly(2), currency: iso(word) } : { ...exactly(2), unit: word.meaning.cell('unit'), noun: token }
      return {
        from: token,
        to: word.to,
        skip: word.skip,
        kind: role === 'counted' ? 'number' : role === 'measures' ? 'quantity' : 'money',
        content,
        by: 'dual',
      }
    }
    return null
  }

  function plain(token: number): Phrase | null {
    const phrase = counted(token)
    return phrase && closed(phrase, null)
  }

  return { bounded, range, plain, vague, dual }

  function iso(sense: Sense): string {
    return sense.meaning.cell('iso')
  }
}
