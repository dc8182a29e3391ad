import type { EntityRecord } from './entity-record.ts'
import type { Stories } from './story.ts'
import type { Telling } from './telling.ts'

/** What speaks for and against two tellings being of one event. Each is 0 where nothing is known. */
export interface Signs {
  readonly sameType: number
  readonly otherType: number
  /** Both tell a day, and it is the same. */
  readonly sameDay: number
  /** The days are next to each other: «أمس» of one article, the day of another. */
  readonly nextDay: number
  /** One day lies in the month or year that the other tells. */
  readonly withinTime: number
  /** Only one or none tells a day; articles of one day, of days next to each other. */
  readonly sameIssue: number
  readonly nextIssue: number
  readonly samePlace: number
  /** One place lies in the country that the other names. */
  readonly withinPlace: number
  readonly otherPlace: number
  /** Share of the actors that both name, rare ones counting more. */
  readonly sameActors: number
  readonly otherActors: number
  /** Cosine of the articles. */
  readonly story: number
  /** Share of the words that tell the event. */
  readonly words: number
  readonly sameCount: number
  readonly otherCount: number
  readonly bothMain: number
  readonly otherStatus: number
}

/** Logits, tuned on the pairs of test/fixtures/stories. */
export const WEIGHTS: Signs = {
  sameType: 0.8,
  otherType: -1.2,
  sameDay: 1.6,
  nextDay: -0.4,
  withinTime: 0.4,
  sameIssue: 0.6,
  nextIssue: 0.3,
  samePlace: 1.6,
  withinPlace: 0.4,
  otherPlace: -8,
  sameActors: 2.4,
  otherActors: -1,
  story: 4,
  words: 1.2,
  sameCount: 0.9,
  otherCount: -0.3,
  bothMain: 0.3,
  otherStatus: -0.4,
}

/** Above it two tellings are of one event. */
export const THRESHOLD = 3.5

/** What signs are read from. */
export interface SameSource {
  readonly records: readonly EntityRecord[]
  /** Weight of an entity: the fewer articles name it, the more it tells. */
  readonly weight: (entity: number) => number
  readonly stories: Pick<Stories, 'similarity'>
  /** Day of publication by article, NaN where unknown. */
  readonly published: readonly number[]
}

/** Days by which articles of one undated event may lie apart. */
const NEWS_DAYS = 2

/** The signs of two tellings, or null where their times rule out that they are one. */
export function signsOf(a: Telling, b: Telling, source: SameSource): Signs | null {
  const time = timeOf(a, b, source)
  if (!time) return null
  const actors = actorsOf(a, b, source)
  const counts = countsOf(a, b)
  return {
    sameType: a.type === b.type ? 1 : 0,
    otherType: a.type === b.type || areNear(a.type, b.type) ? 0 : 1,
    ...time,
    ...placesOf(a, b, source),
    ...actors,
    story: source.stories.similarity(a.article, b.article),
    words: overlap(a.words, b.words),
    ...counts,
    bothMain: a.main && b.main ? 1 : 0,
    otherStatus: (a.status === 'denied' || a.status === 'cancelled') !== (b.status === 'denied' || b.status === 'cancelled') ? 1 : 0,
  }
}

/** How surely two tellings are of one event, in logits. */
export function scoreOf(signs: Signs, weights: Signs = WEIGHTS): number {
  let score = 0
  for (const sign of Object.keys(weights) as (keyof Signs)[]) score += weights[sign] * signs[sign]
  return score
}

/** Types that one event is often told as. */
const NEAR: readonly (readonly Telling['type'][])[] = [
  ['attack', 'clash', 'death', 'protest'],
  ['accident', 'disaster', 'death', 'aid'],
  ['meeting', 'visit', 'conference', 'agreement', 'statement'],
  ['appointment', 'departure', 'election', 'decision'],
  ['arrest', 'trial', 'decision'],
  ['launch', 'discovery', 'economy', 'agreement'],
]

const areNear = (a: Telling['type'], b: Telling['type']): boolean => NEAR.some(types => types.includes(a) && types.includes(b))

type Time = Pick<Signs, 'sameDay' | 'nextDay' | 'withinTime' | 'sameIssue' | 'nextIssue'>
const NO_TIME: Time = { sameDay: 0, nextDay: 0, withinTime: 0, sameIssue: 0, nextIssue: 0 }

function timeOf(a: Telling, b: Telling, { published }: SameSource): Time | null {
  const apart = Math.abs((published[a.article] as number) - (published[b.article] as number))
  if (Number.isNaN(a.first) || Number.isNaN(b.first)) {
    // an undated event of today's paper is of these days
    const dated = Number.isNaN(a.first) ? b : a
    const other = dated === a ? b : a
    if (!Number.isNaN(dated.first) && !isWithinNews(dated, published[other.article] as number)) return null
    if (apart > NEWS_DAYS) return null
    return { ...NO_TIME, sameIssue: apart === 0 ? 1 : 0, nextIssue: apart === 1 ? 1 : 0 }
  }
  const exact = a.first === a.last && b.first === b.last
  if (exact && a.first === b.first) return { ...NO_TIME, sameDay: 1 }
  if (a.first <= b.last && b.first <= a.last) return { ...NO_TIME, withinTime: 1 }
  const gap = Math.max(a.first, b.first) - Math.min(a.last, b.last)
  return gap <= 1 ? { ...NO_TIME, nextDay: 1 } : null
}

/** A dated event may be told undated on the days around it, a long time only if it is planned or long. */
const isWithinNews = ({ first, last }: Telling, published: number): boolean =>
  Number.isNaN(published) || (published >= first - 30 && published <= last + 30)

function placesOf(a: Telling, b: Telling, { records }: SameSource): Pick<Signs, 'samePlace' | 'withinPlace' | 'otherPlace'> {
  let samePlace = 0
  let withinPlace = 0
  let otherPlace = 0
  if (a.places.length > 0 && b.places.length > 0) {
    const specific = (t: Telling): number[] => t.places.filter(p => p.kind !== 'country').map(p => p.entity)
    const [mine, theirs] = [specific(a), specific(b)]
    const countries = (t: Telling): string[] => t.places.map(p => records[p.entity]?.country ?? '').filter(Boolean)
    const [here, there] = [countries(a), countries(b)]
    if (mine.some(p => theirs.includes(p))) samePlace = 1
    else if (here.length > 0 && there.length > 0 && !here.some(c => there.includes(c))) otherPlace = 1
    else if (mine.length > 0 && theirs.length > 0) otherPlace = 0.6
    else if (here.some(c => there.includes(c))) withinPlace = 1
  }
  return { samePlace, withinPlace, otherPlace }
}

function actorsOf(a: Telling, b: Telling, { records, weight }: SameSource): Pick<Signs, 'sameActors' | 'otherActors'> {
  const named = (t: Telling): number[] => t.participants.map(p => p.entity).filter(n => records[n]?.kind !== 'group')
  const [mine, theirs] = [named(a), named(b)]
  if (mine.length === 0 || theirs.length === 0) return { sameActors: 0, otherActors: 0 }
  const sum = (list: readonly number[]): number => list.reduce((total, n) => total + weight(n), 0)
  const shared = sum(mine.filter(n => theirs.includes(n)))
  return { sameActors: shared / Math.min(sum(mine), sum(theirs)), otherActors: shared === 0 ? 1 : 0 }
}

/** Units of which one event has one number: two numbers of killed contradict each other, or are a toll and its update. */
const TOLLS = new Set(['killed', 'injured', 'missing', 'arrested', 'displaced', 'goals', 'votes'])

function countsOf(a: Telling, b: Telling): Pick<Signs, 'sameCount' | 'otherCount'> {
  const same = a.counts.some(c => c.unit !== 'other' && b.counts.some(d => d.unit === c.unit && d.value === c.value))
  const other = !same && a.counts.some(c => TOLLS.has(c.unit) && b.counts.some(d => d.unit === c.unit))
  return { sameCount: same ? 1 : 0, otherCount: other ? 1 : 0 }
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / Math.min(a.size, b.size)
}
