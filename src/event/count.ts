import type { NumberContent } from '../find/number/types.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { Found } from '../resolve/mention.ts'
import { ALEF, HASH, HYPHEN, isDigit, QUOTE, ZERO } from '../text/chars.ts'
import { Part, PREPOSITIONS } from '../token/cuts.ts'
import { Flag, Kind, markAt, rawSpan, sentenceOf, type Tokens } from '../token/token.ts'
import type { ArgumentSource } from './argument.ts'
import type { Count } from './event.ts'

/** How far from a number the word for what happened to the counted may stand: before it, behind what is counted. */
const TOLL_BEFORE = 7
const TOLL_AFTER = 6
/** «إن 8 أشخاص أصيبوا»: a word for it right behind the counted tells more than one that stands farther before. */
const RIGHT_BEHIND = 2
const UNITS = new Set(['killed', 'injured', 'missing', 'arrested', 'displaced', 'participants', 'countries', 'goals', 'votes'])
/** What is told of a bare number too, «مقتل 14», «إنقاذ 263»: what people suffer, and that they were saved. */
const SUFFERED = new Set(['killed', 'injured', 'missing', 'arrested', 'displaced', 'other'])
/** Units that a noun of people has by itself only in part: a toll word nearby tells more. */
const LOOSE = new Set(['', 'participants', 'other'])
/** Types of events whose people, counted without a word of what happened to them, take part. */
const STUDIED = new Set(['discovery', 'protest'])
/** A word that is glued to digits and longer than a particle makes them a part of a name: «إتش7». */
const LONGEST_PARTICLE = 2
/** Digits in this range with nothing counted are a year. */
const YEARS = [1900, 2100] as const
/** No match ends higher. */
const HIGHEST_SCORE = 200

/** How what is counted is written. */
export type Written = 'noun' | 'bare' | 'definite' | 'dual' | 'measure' | 'amount' | 'score'

/** A count of the text, before it is known whether it belongs to an event. */
export interface ReadCount {
  readonly count: Count
  readonly found: Found
  /** Tokens `[from, to)` of the whole phrase. */
  readonly from: number
  readonly to: number
  readonly written: Written
}

/** «مقتل فلسطينيان»: the dual of a nationality near a word for what people suffer, or null. */
export function readPair(found: Found, source: ArgumentSource): ReadCount | null {
  if (found.entry?.form !== 'dual' || (found.entry.class & NATIONS) === 0) return null
  const { from, to, skip } = found
  const unit = tollOf(found, null, source)
  if (!unit || source.lexicon.facts(source.tokens.word[from] as number).definite) return null
  const span = rawSpan(source.tokens, from, to, skip)
  const text = source.tokens.text.raw.slice(span.start, span.end)
  return { count: { value: 2, comparator: '=', unit, text, span }, found, from, to, written: 'dual' }
}

/** The count that a number of the text is, or null where it counts nothing: a vague number, «البلدين», «الدقيقة 23», a number without a noun. */
export function readCount(found: Found, type: string, source: ArgumentSource): ReadCount | null {
  if (found.kind !== 'number' && found.kind !== 'quantity' && found.kind !== 'percent' && found.kind !== 'money') return null
  const content = found.content as NumberContent
  const value = content.value ?? content.lower ?? content.upper
  if (value === null || value <= 0 || (content.value === null && content.comparator === '~')) return null
  const read = (unit: string, written: Written, from = found.from, to = found.to, skip = found.skip): ReadCount => ({
    count: count(found, from, to, skip, value, unit, source),
    found,
    from,
    to,
    written,
  })
  if (found.kind === 'percent' || found.kind === 'money') return read(found.kind, 'amount')
  if (type === 'sport') {
    const end = endOfScore(found, source)
    if (end > 0) return end === found.to ? null : read('goals', 'score', found.from, end)
  }
  if (content.unit && !UNITS.has(content.unit) && content.noun === null) return read('other', 'measure')
  const noun = nounOf(found, source)
  if (!noun && (isLabel(found, source) || isPartOfName(found, source))) return null
  let unit = content.unit && UNITS.has(content.unit) ? content.unit : (noun?.unit ?? '')
  if (LOOSE.has(unit) && (!noun || noun.people)) {
    const toll = tollOf(found, noun, source)
    // goals, votes and those who take part are counted by their own noun
    if (toll && (noun || SUFFERED.has(toll))) unit = toll
    else if (noun) unit = STUDIED.has(type) || (type === 'election' && unit === 'participants') ? 'participants' : ''
  }
  if (!unit && !noun) return null
  if (unit === 'goals' && type !== 'sport' && type !== 'statement') unit = 'other' // «قصف 25 هدفا»
  if (value === 2 && (noun?.definite || source.lexicon.facts(source.tokens.word[found.from] as number).definite)) return null // «البلدين» are known, not counted
  const written = !noun ? 'bare' : noun.definite ? 'definite' : noun.from === found.from ? 'dual' : 'noun'
  const before = noun !== null && noun.from < found.from
  return read(unit || 'other', written, before ? noun.from : found.from, Math.max(found.to, noun?.to ?? 0), before ? noun.skip : found.skip)
}

function count(found: Found, from: number, to: number, skip: number, value: number, unit: string, { tokens }: ArgumentSource): Count {
  const { comparator } = found.content as NumberContent
  const span = rawSpan(tokens, from, to, skip)
  return { value, comparator, unit, text: tokens.text.raw.slice(span.start, span.end), span }
}

/**
 * Where a score ends that begins with a number: «2-1», «2 - صفر»; the number's own end where it is the second of a score, which is told already;
 * 0 where there is none.
 */
function endOfScore(found: Found, { tokens, hits }: ArgumentSource): number {
  if (!isGoals(found.from)) return 0
  if (isHyphen(found.from - 1) && isGoals(found.from - 2)) return found.to
  return isHyphen(found.to) && found.to === found.from + 1 && isGoals(found.to + 1) ? found.to + 2 : 0

  function isHyphen(i: number): boolean {
    return markAt(tokens, i) === HYPHEN
  }

  function isGoals(i: number): boolean {
    if (i < 0 || i >= tokens.size) return false
    if (tokens.kind[i] === Kind.number) {
      const { units } = tokens.text
      let value = 0
      for (let k = tokens.start[i] as number; k < (tokens.end[i] as number); k++) {
        const unit = units[k] as number
        if (!isDigit(unit)) return false
        value = value * 10 + unit - ZERO
      }
      return value < HIGHEST_SCORE
    }
    return ((hits.classes[i] as number) & Class.number) !== 0 && (hits.at[i] as readonly Hit[]).some(h => h.entry.row.cells.kind === 'zero')
  }
}

interface Counted {
  readonly unit: string
  readonly from: number
  readonly to: number
  /** Units of its first token that are attached particles. */
  readonly skip: number
  readonly definite: boolean
  /** Whether people are counted: something may have happened to them. */
  readonly people: boolean
}

/** What a number counts: the dual itself, the noun behind it («80 بلدا», «3 من الجنود»), or before a definite number («القضاة الخمسة»). */
function nounOf(found: Found, source: ArgumentSource): Counted | null {
  const { tokens, lexicon } = source
  const { noun, value } = found.content as NumberContent
  if (noun !== null && noun < found.to) {
    const read = people(noun, source)
    return {
      unit: read?.unit ?? '',
      from: noun,
      to: noun + 1,
      skip: found.skip,
      definite: false,
      people: read !== null,
    }
  }
  const first = tokens.word[found.from] as number
  const definite = lexicon.facts(first).definite || isArticle(lexicon.words.text(first), source)
  // «القضاة الخمسة», «الدول الـ28», «شخص واحد»
  if (definite || value === 1) return nounBefore(found, definite, source)
  const end = tokens.sentences[sentenceOf(tokens, found.from) + 1] as number
  let at = found.to
  const mark = markAt(tokens, at)
  if (mark === QUOTE || mark === HASH) at++
  const part = at < end && isOf(at, source)
  if (part) at++
  // «فلسطينيين اثنين»
  if (!part && value === 2 && tokens.kind[found.from] === Kind.word) {
    const before = nounBefore(found, false, source)
    if (before) return before
  }
  if (at >= end || tokens.kind[at] !== Kind.word) return null
  const read = people(at, source)
  const facts = lexicon.facts(tokens.word[at] as number)
  if (read) {
    if ((read.parts & PREPOSITIONS) !== 0 || (facts.definite && !part)) return null
    return { unit: read.unit, from: at, to: at + read.length, skip: 0, definite: false, people: true }
  }
  if (part) return isLabel(found, source) ? null : { unit: '', from: at, to: at + 1, skip: 0, definite: false, people: false }
  if (facts.definite || ((source.hits.classes[at] as number) & NO_NOUN) !== 0) return null
  if (!isNounBySpelling(at, value ?? 0, tokens) && (facts.verb || isGoverned(tokens.word[at] as number, source))) return null
  return { unit: '', from: at, to: at + 1, skip: 0, definite: false, people: false }
}

/** «30 صفقة», «15 يمنيا»: a noun though letters could be read as a verb. Ten and less count plurals, more a singular in the accusative. */
function isNounBySpelling(at: number, value: number, { flags, text, end }: Tokens): boolean {
  return ((flags[at] as number) & Flag.tehMarbuta) !== 0 || (value > 10 && text.units[(end[at] as number) - 1] === ALEF)
}

/** Classes of words that are not counted. */
const NO_NOUN = Class.word | Class.frame | Class.date | Class.status

/** «الـ28», «والـ28»: the article as a word of its own. */
function isArticle(word: string, { lexicon }: ArgumentSource): boolean {
  const article = lexicon.particle(Part.the)
  return word === article || (word.endsWith(article) && lexicon.partsOf(word.slice(0, -article.length)) !== 0)
}

/** The noun of people before a number, one adjective between them passed over: «الدول الأوروبية الأربع», «شخص واحد». */
function nounBefore(found: Found, definite: boolean, source: ArgumentSource): Counted | null {
  const { tokens, lexicon } = source
  const start = tokens.sentences[sentenceOf(tokens, found.from)] as number
  for (let at = found.from - 1; at >= Math.max(start, found.from - (definite ? 2 : 1)); at--) {
    if (tokens.kind[at] !== Kind.word || lexicon.facts(tokens.word[at] as number).definite !== definite) return null
    const read = people(at, source)
    if (read && (read.group || !definite)) return { unit: read.unit, from: at, to: at + 1, skip: read.skip, definite, people: true }
  }
  return null
}

/** What a word at a token tells of people: what it is called, with its particles. */
interface PeopleWord {
  readonly unit: string
  readonly group: boolean
  readonly parts: number
  readonly skip: number
  readonly length: number
}

/** A word at a token that names people, or stands for them: «شخصا», «فلسطينيا», «آخرين», «منهم». */
function people(at: number, { hits, lexicon, tokens }: ArgumentSource): PeopleWord | null {
  let best: PeopleWord | null = null
  if (((hits.classes[at] as number) & PEOPLE) !== 0) {
    for (const { entry, cut, length } of hits.at[at] as readonly Hit[]) {
      if (cut.suffix > 0) continue
      const { cells } = entry.row
      const group = entry.class === Class.group
      if (
        !group &&
        (entry.class & NATIONS) === 0 &&
        !(entry.class === Class.number && cells.people) &&
        !(entry.class === Class.word && cells.id === 'including')
      )
        continue
      const word = { unit: group ? (cells.unit ?? '') : '', group, parts: cut.parts, skip: cut.prefix - cut.article, length }
      if (group) return word
      best ??= word
    }
  }
  if (best) return best
  const word = lexicon.words.text(tokens.word[at] as number)
  const accusative = word.charCodeAt(word.length - 1) === ALEF && lexicon.lookUp(word.slice(0, -1)).some(e => (e.class & NATIONS) !== 0)
  return accusative ? { unit: '', group: false, parts: 0, skip: 0, length: 1 } : null
}

const NATIONS = Class.nationality | Class.demonym
const PEOPLE = Class.group | Class.nationality | Class.demonym | Class.number | Class.word

/** «3 من الجنود». */
function isOf(at: number, { hits }: ArgumentSource): boolean {
  return (
    ((hits.classes[at] as number) & Class.word) !== 0 &&
    (hits.at[at] as readonly Hit[]).some(h => h.entry.class === Class.word && h.length === 1 && h.entry.row.cells.id === 'from')
  )
}

/** Whether an ordinary word stands behind an attached preposition: «18 برأس المهاجم». */
function isGoverned(word: number, { lexicon }: ArgumentSource): boolean {
  let governed = false
  for (const { parts, stem } of lexicon.cuts(word)) {
    if (parts !== 0 && (parts & PREPOSITIONS) === 0) continue
    if (!lexicon.lookUp(stem).some(entry => entry.class === Class.common)) continue
    if (parts === 0) return false
    governed = true
  }
  return governed
}

/** «الدقيقة 23», «كأس العالم 2018», «المادة 40»: digits that number what stands before them. */
function isLabel(found: Found, { tokens, lexicon }: ArgumentSource): boolean {
  const { value } = found.content as NumberContent
  if (tokens.kind[found.from] !== Kind.number || value === null) return false
  if (value >= YEARS[0] && value <= YEARS[1] && found.to === found.from + 1) return true
  const before = found.from - 1
  return before >= 0 && tokens.kind[before] === Kind.word && lexicon.facts(tokens.word[before] as number).definite
}

/** «إتش7»: digits that are glued to a word. */
function isPartOfName({ from }: Found, { tokens }: ArgumentSource): boolean {
  if (tokens.kind[from] !== Kind.number || ((tokens.flags[from] as number) & Flag.glued) === 0 || from === 0) return false
  const before = from - 1
  return (
    tokens.kind[before] === Kind.latin ||
    (tokens.kind[before] === Kind.word && (tokens.end[before] as number) - (tokens.start[before] as number) > LONGEST_PARTICLE)
  )
}

/** What happened to those whom a number counts: the nearest word for it before the number, else behind it. */
function tollOf(found: Found, noun: Counted | null, { hits, tokens }: ArgumentSource): string {
  const sentence = sentenceOf(tokens, found.from)
  const from = Math.min(found.from, noun?.from ?? found.from)
  const start = Math.max(tokens.sentences[sentence] as number, from - TOLL_BEFORE)
  const to = Math.max(found.to, noun?.to ?? 0)
  const end = Math.min(tokens.sentences[sentence + 1] as number, to + TOLL_AFTER)
  let before = ''
  let at = from - 1
  for (; at >= start && !before; at--) before = tollAt(at, hits)
  if (before && from - at - 1 <= RIGHT_BEHIND) return before
  for (let i = to; i < end; i++) {
    const unit = tollAt(i, hits)
    if (unit) return before && i - to > RIGHT_BEHIND ? before : unit
  }
  return before
}

function tollAt(i: number, hits: ArgumentSource['hits']): string {
  if (((hits.classes[i] as number) & Class.toll) === 0) return ''
  for (const { entry } of hits.at[i] as readonly Hit[]) if (entry.class === Class.toll) return entry.row.cells.unit ?? ''
  return ''
}
