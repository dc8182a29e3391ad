import { firstDay } from './day.ts'
import { EntityBook } from './entity-book.ts'
import type { EntityRecord, PostRecord } from './entity-record.ts'
import type { Graph, GraphArticle, GraphEntity, GraphEvent, GraphMention } from './graph.ts'
import { identify } from './identity.ts'
import { checkBase, DEFAULT_BASE, iriPart, wellFormed } from './iri.ts'
import { type MentionRecord, mentionsOfEntity, mentionsOfEvent, Points } from './mention.ts'
import { type Cluster, merge } from './merge.ts'
import { createStories, storyWords } from './story.ts'
import { summarize } from './summary.ts'
import { saysSomething, type Telling, tellingOf } from './telling.ts'
import { checkTold, type Told } from './told.ts'
import { createWordForms } from './words.ts'

/** What a graph can be made with. */
export interface GraphOptions {
  /** What every IRI begins with. Default `urn:khabar:`. */
  readonly base?: string | undefined
  /** Which events of an article: `main` its first only, `all` (default) every one of which more than the type is known. */
  readonly events?: 'main' | 'all' | undefined
  /** Whether to keep where each article says what. Default false: it makes a graph several times larger. */
  readonly provenance?: boolean | undefined
}

/** Gathers readings one by one. */
export interface GraphBuilder {
  /** Adds a reading. Keeps its facts, not its text. Throws `TypeError` if it is none. */
  add(told: Told): void
  /** Joins what is one, and gives the graph. The builder takes no more. */
  finish(): Graph
}

const OPTIONS = new Set(['base', 'events', 'provenance'])

/** Makes a builder. Throws `TypeError` naming a wrong option. */
export function createGraph(options: GraphOptions = {}): GraphBuilder {
  checkOptions(options)
  const { base = DEFAULT_BASE, events = 'all', provenance = false } = options
  const words = createWordForms()
  const book = new EntityBook(words)
  const stories = createStories()
  const articles: GraphArticle[] = []
  const published: number[] = []
  const duplicates: string[] = []
  const ids = new Set<string>()
  const tellings: Telling[] = []
  const mentions: MentionRecord[] = []
  let done = false

  const add = (told: Told): void => {
    checkTold(told)
    if (done) throw new TypeError('graph: the graph is finished')
    const id = told.id ?? `article-${articles.length + 1}`
    if (ids.has(id)) {
      duplicates.push(id)
      return
    }
    ids.add(id)
    const article = articles.length
    const day = told.publishedAt?.slice(0, 10) ?? ''
    articles.push({
      iri: `${base}article:${iriPart(id)}`,
      id: wellFormed(id),
      title: told.title ? wellFormed(told.title) : null,
      publishedAt: told.publishedAt || null,
      url: told.url || null,
      source: told.source ? wellFormed(told.source) : null,
    })
    published.push(firstDay(day))
    const numbers = book.add(told.entities, id, Number.isNaN(firstDay(day)) ? '' : day)
    const points = provenance ? new Points(told) : null
    const kept = events === 'main' ? told.events.slice(0, 1) : told.events
    kept.forEach((event, n) => {
      if (n > 0 && !saysSomething(event)) return
      if (points) mentions.push(...mentionsOfEvent(event, tellings.length, article, points))
      tellings.push(tellingOf(event, n === 0, article, book, numbers))
    })
    if (points)
      for (const entity of told.entities)
        mentions.push(...mentionsOfEntity(entity, numbers.get(entity.id) as number, article, told, points))
    stories.learn(storyWords(told, words.words))
  }

  const finish = (): Graph => {
    done = true
    book.addCountries()
    const { records } = book
    const same = identify(book, words)
    for (const { places, participants } of tellings) {
      for (const place of places) place.entity = same[place.entity] as number
      for (const participant of participants) participant.entity = same[participant.entity] as number
    }
    const weight = (entity: number): number => Math.log(4 + articles.length / Math.max(1, records[entity]?.articles ?? 1))
    const clusters = tellings.length === 0 ? [] : merge(tellings, { records, weight, stories, published })
    const iris = records.map(({ id, article }) => `${base}${iriPart(id)}${article === null ? '' : `/${iriPart(article)}`}`)
    const iriOf = (entity: number): string => iris[same[entity] as number] as string
    const articleIris = articles.map(a => a.iri)
    const eventIris = nameEvents(clusters, base, articles)
    const told = clusters.map((cluster, n) => summarize(cluster, eventIris[n] as string, iriOf, articleIris, published))
    return {
      base,
      articles,
      entities: entitiesOf(records, same, iriOf, told, iris),
      events: told,
      mentions: nameMentions(mentions, clusters, tellings, eventIris, articleIris, iriOf),
      duplicates,
    }
  }

  return { add, finish }
}

/** The graph of readings: of a list at once, of a stream when it ends. Throws `TypeError` naming a wrong option or reading. */
export function graph(readings: Iterable<Told>, options?: GraphOptions): Graph
export function graph(readings: AsyncIterable<Told>, options?: GraphOptions): Promise<Graph>
export function graph(readings: Iterable<Told> | AsyncIterable<Told>, options: GraphOptions = {}): Graph | Promise<Graph> {
  const builder = createGraph(options)
  if (Symbol.iterator in readings) {
    for (const told of readings) builder.add(told)
    return builder.finish()
  }
  return (async () => {
    for await (const told of readings) builder.add(told)
    return builder.finish()
  })()
}

function checkOptions(options: GraphOptions): void {
  if (options === null || typeof options !== 'object') throw new TypeError('graph: options must be an object')
  for (const key of Object.keys(options)) if (!OPTIONS.has(key)) throw new TypeError(`graph: unknown option «${key}»`)
  const { base, events, provenance } = options
  if (base !== undefined) checkBase(base)
  if (events !== undefined && events !== 'main' && events !== 'all') throw new TypeError('graph: option «events» must be main or all')
  if (provenance !== undefined && typeof provenance !== 'boolean') throw new TypeError('graph: option «provenance» must be true or false')
}

/**
 * The IRI of each event: the id of the telling that is first, which is made of its facts. Where the facts are few, or two events have the same, the article
 * is added: what is known of an event must tell it from all others.
 */
function nameEvents(clusters: readonly Cluster[], base: string, articles: readonly GraphArticle[]): string[] {
  const used = new Map<string, number>()
  for (const { tellings } of clusters) {
    const { id } = tellings[0] as Telling
    used.set(id, (used.get(id) ?? 0) + 1)
  }
  return clusters.map(({ tellings }) => {
    const { id, article, date, places, participants } = tellings[0] as Telling
    const facts = (date ? 1 : 0) + (places.length > 0 ? 1 : 0) + Math.min(2, participants.length)
    const own = used.get(id) === 1 && facts >= 3
    return `${base}${iriPart(id)}${own ? '' : `/${iriPart((articles[article] as GraphArticle).id)}`}`
  })
}

/** The entities that stand for themselves, and that an article names or an event, post or body points to. */
function entitiesOf(
  records: readonly EntityRecord[],
  same: Int32Array,
  iriOf: (entity: number) => string,
  events: readonly GraphEvent[],
  iris: readonly string[],
): GraphEntity[] {
  const actors = new Set(events.flatMap(e => e.participants.map(p => p.entity)))
  const kinds = new Map(events.flatMap(e => e.places.map(p => [p.entity, p.kind] as const)))
  const some = (entity: number): string | null => (entity < 0 ? null : iriOf(entity))
  return records.flatMap((record, n) => {
    if (same[n] !== n) return []
    const iri = iris[n] as string
    const forms = [...record.forms].sort(([a, m], [b, k]) => k - m || b.length - a.length || (a < b ? -1 : 1)).map(([form]) => form)
    const { kind, ids, latitude, longitude, founded, articles } = record
    return [
      {
        iri,
        kind,
        name: forms[0] ?? record.id,
        aliases: forms.slice(1),
        ids,
        placeKind: kind === 'place' ? (record.placeKind ?? kinds.get(iri) ?? null) : null,
        acts: actors.has(iri) || record.acts,
        country: record.country || null,
        latitude,
        longitude,
        posts: [...record.posts.values()].map(post => postOf(post, iri, iriOf)),
        founded: founded && { start: founded.start, end: founded.end },
        leader: some(record.leader),
        headquarters: some(record.headquarters),
        spokesperson: some(record.spokesperson),
        members: [...new Set([...record.members].map(iriOf))].filter(member => member !== iri),
        articles,
      },
    ]
  })
}

function postOf(
  { title, affiliation, affiliationId, from, to }: PostRecord,
  person: string,
  iriOf: (entity: number) => string,
): GraphEntity['posts'][number] {
  return {
    iri: `${person}/post/${iriPart(affiliation === null ? title : `${title}, ${affiliation}`)}`,
    title,
    affiliation,
    affiliationIri: affiliationId < 0 ? null : iriOf(affiliationId),
    statedFrom: from || null,
    statedTo: to || null,
  }
}

function nameMentions(
  mentions: readonly MentionRecord[],
  clusters: readonly Cluster[],
  tellings: readonly Telling[],
  eventIris: readonly string[],
  articleIris: readonly string[],
  iriOf: (entity: number) => string,
): GraphMention[] {
  const clusterOf = new Map(clusters.flatMap((cluster, n) => cluster.tellings.map(t => [t, n] as const)))
  const counts = new Map<number, number>()
  return mentions.map(({ article, entity, telling, part, start, end, exact, by }) => {
    const number = (counts.get(article) ?? 0) + 1
    counts.set(article, number)
    const iri = articleIris[article] as string
    const of = entity >= 0 ? iriOf(entity) : (eventIris[clusterOf.get(tellings[telling] as Telling) as number] as string)
    return { iri: `${iri}/mention/${number}`, article: iri, part, of, start, end, exact, by }
  })
}
