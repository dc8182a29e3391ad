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
  /** Both name actors, none the same; not of types that are told by where they happen: of an attack one article names the police, another a ministry. */
  readonly otherActors: number
  /** Cosine of the articles; less for events that one of them tells on the side. */
  readonly story: number
  readonly sameCount: number
  readonly otherCount: number
  readonly bothMain: number
  readonly otherStatus: number
}

/** Logits: fitted to half of the groups of test/fixtures/stories.tsv, and rounded. */
export const WEIGHTS: Signs = {
  sameType: 0.2,
  otherType: -0.8,
  sameDay: 1,
  nextDay: -2.8,
  withinTime: 0.4,
  sameIssue: 1.2,
  nextIssue: 1.7,
  samePlace: 2.6,
  withinPlace: -0.2,
  otherPlace: -8,
  sameActors: 2.3,
  otherActors: -3.8,
  story: 7,
  sameCount: 1.4,
  otherCount: -0.8,
  bothMain: 0.4,
  otherStatus: -0.4,
}

/** Above it two tellings are of one event. */
export const THRESHOLD = 4.4

/** What signs are read from. */
export interface SameSource {
  readonly records: readonly EntityRecord[]
  /** Weight of an entity: the fewer articles name it, the more it tells. */
  readonly weight: (entity: number) => number
  readonly stories: Pick<Stories, 'similarity'>
  /** Day of publication by article, NaN where unknown. */
  readonly published: readonly number[]
}

/** How much near stories tell of events on their side: they have many. */
const ASIDE = 0.6

/** Days by which articles of one undated event may lie apart. */
const NEWS_DAYS = 2

/**
 * How surely two tellings are of one event, in logits; minus infinity where their times rule it out. Stories are compared, which takes longest, only where they
 * can lift the score to `least`; elsewhere it is what it is without them.
 */
export function scoreOf(a: Telling, b: Telling, source: SameSource, least: number): number {
  const time = timeOf(a, b, source)
  if (!time) return Number.NEGATIVE_INFINITY
  const bothMain = a.main && b.main
  const signs: Omit<Signs, 'story'> = {
    sameType: a.type === b.type ? 1 : 0,
    otherType: a.type === b.type || areNear(a.type, b.type) ? 0 : 1,
    ...time,
    ...placesOf(a, b, source),
    ...actorsOf(a, b, source),
    ...countsOf(a, b),
    bothMain: bothMain ? 1 : 0,
    otherStatus: (a.status === 'denied' || a.status === 'cancelled') !== (b.status === 'denied' || b.status === 'cancelled') ? 1 : 0,
  }
  let score = 0
  for (const sign in signs) score += WEIGHTS[sign as keyof typeof signs] * signs[sign as keyof typeof signs]
  const weight = WEIGHTS.story * (bothMain ? 1 : ASIDE)
  return score + weight < least ? score : score + weight * source.stories.similarity(a.article, b.article)
}

/** Types that one event is often told as. */
const NEAR: readonly (readonly Telling['type'][])[] = [
  ['attack', 'clash', 'death', 'protest'],
  ['accident', 'disaster', 'death', 'aid'],
  ['meeting', 'visit', 'conference', 'agreement'],
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
  const none = { samePlace: 0, withinPlace: 0, otherPlace: 0 }
  if (a.places.length === 0 || b.places.length === 0) return none
  const specific = (t: Telling): Telling['places'] => t.places.filter(p => p.kind !== 'country')
  const [mine, theirs] = [specific(a), specific(b)]
  if (mine.some(p => theirs.some(q => q.entity === p.entity))) return { ...none, samePlace: 1 }
  const countries = (t: Telling): string[] => t.places.map(p => records[p.entity]?.country ?? '').filter(Boolean)
  const [here, there] = [countries(a), countries(b)]
  const abroad = here.length > 0 && there.length > 0 && !here.some(c => there.includes(c))
  // a country may be whose event it is rather than where
  if (mine.length === 0 || theirs.length === 0) return abroad ? { ...none, otherPlace: 0.25 } : { ...none, withinPlace: 1 }
  if (mine.some(p => theirs.some(q => mayBeOne(p, q, records)))) return abroad ? { ...none, otherPlace: 0.4 } : { ...none, withinPlace: 1 }
  return { ...none, otherPlace: abroad ? 1 : 0.7 }
}

/** Kilometres within which two places may be one: a city and its quarter, airport or suburb. */
const NEAR_KM = 60

/** Whether two places do not rule each other out: near each other, or of different kinds, such as a city and one of its squares. */
function mayBeOne(p: Telling['places'][number], q: Telling['places'][number], records: readonly EntityRecord[]): boolean {
  const [a, b] = [records[p.entity], records[q.entity]]
  if (a && b && a.latitude !== null && b.latitude !== null && p.kind !== 'region' && q.kind !== 'region') return distance(a, b) < NEAR_KM
  return p.kind !== q.kind
}

/** Kilometres between two places, as on a plane: exact enough for near ones. */
function distance(a: Pick<EntityRecord, 'latitude' | 'longitude'>, b: Pick<EntityRecord, 'latitude' | 'longitude'>): number {
  const [north, south] = [a.latitude as number, b.latitude as number]
  const east = ((a.longitude as number) - (b.longitude as number)) * Math.cos(((north + south) / 360) * Math.PI)
  return 111.2 * Math.hypot(north - south, east)
}

/** Types that are told by where they happen rather than by who does it. */
const SCENES = new Set<Telling['type']>(['accident', 'aid', 'attack', 'clash', 'death', 'disaster', 'discovery', 'movement', 'protest'])

function actorsOf(a: Telling, b: Telling, { records, weight }: SameSource): Pick<Signs, 'sameActors' | 'otherActors'> {
  const named = (t: Telling): number[] => t.participants.map(p => p.entity).filter(n => records[n]?.kind !== 'group')
  const [mine, theirs] = [named(a), named(b)]
  if (mine.length === 0 || theirs.length === 0) return { sameActors: 0, otherActors: 0 }
  const sum = (list: readonly number[]): number => list.reduce((total, n) => total + weight(n), 0)
  const shared = sum(mine.filter(n => theirs.includes(n)))
  const scene = SCENES.has(a.type) || SCENES.has(b.type)
  return {
    sameActors: shared / Math.sqrt(sum(mine) * sum(theirs)),
    otherActors: shared === 0 && !scene ? 1 : 0,
  }
}

/** Units of which one event has one number: two numbers of killed contradict each other, or are a toll and its update. */
const TOLLS = new Set(['killed', 'injured', 'missing', 'arrested', 'displaced', 'goals', 'votes'])

function countsOf(a: Telling, b: Telling): Pick<Signs, 'sameCount' | 'otherCount'> {
  const same = a.counts.some(c => c.unit !== 'other' && b.counts.some(d => d.unit === c.unit && d.value === c.value))
  const other = !same && a.counts.some(c => TOLLS.has(c.unit) && b.counts.some(d => d.unit === c.unit))
  return { sameCount: same ? 1 : 0, otherCount: other ? 1 : 0 }
}
