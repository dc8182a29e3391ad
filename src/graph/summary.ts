import type { GraphEvent } from './graph.ts'
import type { Cluster } from './merge.ts'
import type { Telling } from './telling.ts'

const MOST_PARTICIPANTS = 24
const MOST_COUNTS = 12
/** A place that fewer of the tellings name is a mistake of one article. */
const PLACE_SHARE = 1 / 3
const PARTICIPANT_SHARE = 1 / 4

/** What the articles together say of an event: what most say, of numbers the latest first. `iriOf` gives the IRI of an entity, or null of one that is left out. */
export function summarize(
  cluster: Cluster,
  iri: string,
  iriOf: (entity: number) => string,
  articles: readonly string[],
  published: readonly number[],
): GraphEvent {
  const { tellings } = cluster
  return {
    iri,
    type: commonest(tellings, t => t.type, weightOf),
    status: commonest(tellings, t => t.status, weightOf),
    title: longest(tellings.map(t => t.title)),
    topic: longest(tellings.map(t => t.topic)),
    date: dateOf(tellings),
    places: gather(
      tellings,
      t => t.places,
      p => p.entity,
      PLACE_SHARE,
    ).map(([entity, told]) => ({ entity: iriOf(entity), kind: (told[0] as Telling['places'][number]).kind })),
    participants: gather(
      tellings,
      t => t.participants,
      p => p.entity,
      PARTICIPANT_SHARE,
    )
      .slice(0, MOST_PARTICIPANTS)
      .map(([entity, told]) => ({
        entity: iriOf(entity),
        role: commonest(
          told,
          p => p.role,
          () => 1,
        ),
      })),
    counts: countsOf(tellings, published),
    confidence: Math.max(...tellings.map(t => t.confidence)),
    main: tellings.some(t => t.main),
    articles: [...cluster.articles].sort((a, b) => a - b).map(a => articles[a] as string),
  }
}

/** The main event of an article is read better than what it tells on the side. */
const weightOf = ({ main, confidence }: Telling): number => (main ? 2 : 1) * (confidence + 0.1)

/** The value for which most speaks; of equals the first. */
function commonest<T, K>(things: readonly T[], value: (thing: T) => K, weight: (thing: T) => number): K {
  const sums = new Map<K, number>()
  for (const thing of things) sums.set(value(thing), (sums.get(value(thing)) ?? 0) + weight(thing))
  let best: [K, number] | null = null
  for (const entry of sums) if (!best || entry[1] > best[1]) best = entry
  return (best as [K, number])[0]
}

const longest = (texts: readonly (string | null)[]): string | null =>
  texts.reduce((best, text) => (text !== null && (best === null || text.length > best.length) ? text : best), null)

/** The date that most tell; a day before a month, what is said before what is implied. */
function dateOf(tellings: readonly Telling[]): GraphEvent['date'] {
  const dated = tellings.filter(t => t.date)
  if (dated.length === 0) return null
  const exactness = ({ date }: Telling): number => (date?.precision === 'day' ? 2 : 0) + (date?.implied.length === 0 ? 1 : 0)
  const start = commonest(
    dated,
    t => `${t.date?.start}/${t.date?.end ?? ''}`,
    t => weightOf(t) * (1 + exactness(t)),
  )
  return dated.find(t => `${t.date?.start}/${t.date?.end ?? ''}` === start)?.date ?? null
}

/** Everything that tellings name, by entity, with its tellings; those that more name first, then those that the first names first. */
function gather<T>(
  tellings: readonly Telling[],
  things: (t: Telling) => readonly T[],
  key: (thing: T) => number,
  share: number,
): [number, T[]][] {
  const all = new Map<number, T[]>()
  for (const telling of tellings)
    for (const thing of things(telling)) {
      const known = all.get(key(thing))
      if (known) known.push(thing)
      else all.set(key(thing), [thing])
    }
  const least = tellings.length * share
  return [...all].filter(([, told]) => told.length >= least).sort(([, a], [, b]) => (tellings.length > 1 ? b.length - a.length : 0))
}

function countsOf(tellings: readonly Telling[], published: readonly number[]): GraphEvent['counts'] {
  const day = (t: Telling): number => published[t.article] || 0
  const counts: GraphEvent['counts'][number][] = []
  for (const telling of [...tellings].sort((a, b) => day(b) - day(a)))
    for (const count of telling.counts) {
      if (counts.length >= MOST_COUNTS) return counts
      if (!counts.some(c => c.unit === count.unit && c.value === count.value && c.comparator === count.comparator)) counts.push(count)
    }
  return counts
}
