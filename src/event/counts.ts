import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import { byLexicon } from '../lexicon/memory.ts'
import type { Found } from '../resolve/mention.ts'
import { OPEN_PAREN } from '../text/chars.ts'
import { markAt } from '../token/token.ts'
import { type ArgumentSource, firstFrom } from './argument.ts'
import { type ReadCount, readCount, readPair, type Written } from './count.ts'
import type { Draft, Telling } from './draft.ts'
import { type Count, EVENT_TYPES } from './event.ts'
import type { Layout } from './layout.ts'
import { readWeights } from './weights.ts'

const MOST_COUNTS = 10
/** How many sentences below the headline may hold counts of the main event. */
const REACH = 14
/** A count for which less speaks is of something else. */
const LEAST = -0.6
/** A date that lies farther back than this many days before publication tells of something else. */
const OLD_DAYS = 45

const ZONES = ['title', 'first', 'second', '2', '3', '4', '5-6', '7-9', 'late'] as const
const NEARNESS = ['at', 'near', 'same', 'far', 'none'] as const
const UNITS = [
  'killed',
  'injured',
  'missing',
  'arrested',
  'displaced',
  'participants',
  'countries',
  'goals',
  'votes',
  'money',
  'percent',
  'other',
] as const
const WRITTEN: readonly Written[] = ['noun', 'bare', 'definite', 'dual', 'measure', 'amount', 'score']
/** What a unit is of, as far as it fits a type of event. */
const KINDS = ['toll', 'people', 'goals', 'money', 'percent', 'other'] as const
type KindOfUnit = (typeof KINDS)[number]
const KIND_OF: Readonly<Record<string, KindOfUnit>> = {
  killed: 'toll',
  injured: 'toll',
  missing: 'toll',
  arrested: 'toll',
  displaced: 'toll',
  participants: 'people',
  countries: 'people',
  votes: 'people',
  goals: 'goals',
  money: 'money',
  percent: 'percent',
}
/** Words of grammar that may stand shortly before a number, as rows of `data/words/function.tsv`. */
const CUES = [
  'since',
  'before',
  'after',
  'during',
  'between',
  'from',
  'to',
  'including',
  'she-was',
  'each',
  'as',
  'compared',
  'recalled',
] as const
const NTH = ['1', '2', '3', 'more'] as const
const SIZES = ['one', 'few', 'dozens', 'many'] as const

const named = <T extends string>(name: string, values: readonly T[]): readonly `${string}:${T}`[] =>
  values.map(v => `${name}:${v}` as const)

/** The features of a count, in the order of their numbers. */
export const COUNT_FEATURES: readonly string[] = [
  ...named('zone', ZONES),
  ...named('near', NEARNESS),
  ...named('unit', UNITS),
  ...named('written', WRITTEN),
  ...named('before', CUES),
  ...named('sentence', CUES),
  ...named('nth', NTH),
  ...named('nth-of-unit', NTH),
  ...named('in-sentence', NTH),
  ...named('size', SIZES),
  ...named('type', EVENT_TYPES),
  ...EVENT_TYPES.flatMap(type => named(type, KINDS)),
  ...KINDS.flatMap(kind => named(kind, ZONES)),
  ...KINDS.flatMap(kind => named(kind, NEARNESS)),
  'bounded',
  'parenthesis',
  'old',
  'untold',
]
const FEATURE = new Map(COUNT_FEATURES.map((name, n) => [name, n]))

/** What speaks for a count to be the main event's: `data/events/weights/count.tsv`. */
export const countWeights = byLexicon(lexicon => readWeights(lexicon, 'count', COUNT_FEATURES))

export interface CountSource extends ArgumentSource {
  readonly found: readonly Found[]
  readonly publishedAt: string
}

/** The counts of an event: of the main event, for which `layout` is given, those that most likely belong to it; else those of its sentences. */
export function countsOf(draft: Draft, source: CountSource, layout: Layout | null): Count[] {
  const counts: Count[] = []
  if (!layout) {
    for (const { sentence } of draft.tellings) for (const { count } of readSentence(sentence, draft.type, source)) add(count, counts)
    return counts
  }
  const tellings = new Map(draft.tellings.filter(t => t.matches.length > 0).map(t => [t.sentence, t]))
  const seen = { all: 0, units: new Map<string, number>(), values: new Set<string>() }
  const end = Math.min(layout.count, layout.title + REACH)
  for (let sentence = 0; sentence < end; sentence++) {
    let inSentence = 0
    for (const read of readSentence(sentence, draft.type, source)) {
      const { unit, value } = read.count
      const key = `${value} ${unit}`
      if (seen.values.has(key)) continue
      seen.values.add(key)
      const ofUnit = seen.units.get(unit) ?? 0
      const score = scoreOf(
        read,
        { draft, sentence, layout, telling: tellings.get(sentence), nth: seen.all++, ofUnit, inSentence: inSentence++ },
        source,
      )
      seen.units.set(unit, ofUnit + 1)
      if (score > LEAST) add(read.count, counts)
    }
  }
  return counts
}

function add(count: Count, counts: Count[]): void {
  if (counts.length < MOST_COUNTS && !counts.some(c => c.value === count.value && c.unit === count.unit)) counts.push(count)
}

function readSentence(sentence: number, type: string, source: CountSource): ReadCount[] {
  const from = source.tokens.sentences[sentence] as number
  const to = source.tokens.sentences[sentence + 1] as number
  const list: ReadCount[] = []
  for (let n = firstFrom(source.found, from); n < source.found.length; n++) {
    const found = source.found[n] as Found
    if (found.from >= to) break
    const read = found.kind === 'nationality' ? readPair(found, source) : readCount(found, type, source)
    if (read) list.push(read)
  }
  return list
}

interface Place {
  readonly draft: Draft
  readonly sentence: number
  readonly layout: Layout
  readonly telling: Telling | undefined
  readonly nth: number
  readonly ofUnit: number
  readonly inSentence: number
}

function scoreOf(read: ReadCount, { draft, sentence, layout, telling, nth, ofUnit, inSentence }: Place, source: CountSource): number {
  const weights = countWeights(source.lexicon)
  const on = (name: string): void => {
    const feature = FEATURE.get(name)
    if (feature !== undefined) weights.add(feature)
  }
  weights.begin(read.count)
  const { unit, value, comparator } = read.count
  const zone = zoneOf(sentence, layout)
  const near = nearnessOf(read, telling)
  const kind = KIND_OF[unit] ?? 'other'
  on(`zone:${zone}`)
  on(`near:${near}`)
  on(`unit:${unit}`)
  on(`written:${read.written}`)
  on(`nth:${nthOf(nth)}`)
  on(`nth-of-unit:${nthOf(ofUnit)}`)
  on(`in-sentence:${nthOf(inSentence)}`)
  on(`size:${value <= 1 ? 'one' : value < 10 ? 'few' : value < 100 ? 'dozens' : 'many'}`)
  on(`type:${draft.type}`)
  on(`${draft.type}:${kind}`)
  on(`${kind}:${zone}`)
  on(`${kind}:${near}`)
  if (comparator !== '=') on('bounded')
  if (markAt(source.tokens, read.from - 1) === OPEN_PAREN) on('parenthesis')
  addCues(read, sentence, on, source)
  if (isOld(sentence, source)) on('old')
  if (!telling && sentence >= layout.lead) on('untold')
  return weights.sums[0] as number
}

function zoneOf(sentence: number, { title }: Layout): (typeof ZONES)[number] {
  const below = sentence - title
  if (below < 0) return 'title'
  return below < 5 ? (ZONES[below + 1] as (typeof ZONES)[number]) : below < 7 ? '5-6' : below < 10 ? '7-9' : 'late'
}

function nearnessOf({ from, to }: ReadCount, telling: Telling | undefined): (typeof NEARNESS)[number] {
  if (!telling) return 'none'
  let nearest = Number.POSITIVE_INFINITY
  for (const { trigger } of telling.matches) nearest = Math.min(nearest, Math.max(from - trigger.to, trigger.from - to, 0))
  return nearest <= 1 ? 'at' : nearest <= 4 ? 'near' : nearest <= 12 ? 'same' : 'far'
}

const nthOf = (n: number): (typeof NTH)[number] => NTH[Math.min(n, NTH.length - 1)] as (typeof NTH)[number]

/** How far before a number a word of grammar tells of it. */
const CUE_REACH = 4

function addCues({ from }: ReadCount, sentence: number, on: (name: string) => void, { tokens, hits }: CountSource): void {
  const start = tokens.sentences[sentence] as number
  const end = tokens.sentences[sentence + 1] as number
  const told = new Set<string>()
  for (let i = start; i < end; i++) {
    if (((hits.classes[i] as number) & Class.word) === 0) continue
    for (const { entry } of hits.at[i] as readonly Hit[]) {
      if (entry.class !== Class.word) continue
      const { id = '' } = entry.row.cells
      if (i < from && i >= from - CUE_REACH) told.add(`before:${id}`)
      if (i < start + 2 || id === 'compared' || id === 'recalled') told.add(`sentence:${id}`)
    }
  }
  for (const name of told) on(name)
}

/** Whether a sentence tells of a day long past. */
function isOld(sentence: number, { tokens, found, publishedAt }: CountSource): boolean {
  if (publishedAt === '') return false
  const from = tokens.sentences[sentence] as number
  const to = tokens.sentences[sentence + 1] as number
  const now = dayOf(publishedAt)
  for (let n = firstFrom(found, from); n < found.length; n++) {
    const { date, from: at } = found[n] as Found
    if (at >= to) break
    if (date && now - dayOf(date.end ?? date.start) > OLD_DAYS) return true
  }
  return false
}

/** A day as a number that grows by one from day to day, near enough: a year alone is its last day. */
function dayOf(date: string): number {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number) as [number, number, number]
  return year * 365.25 + (month || 12) * 30.4 + (day || 30)
}
