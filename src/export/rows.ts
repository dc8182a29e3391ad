import type { Graph, GraphArticle, GraphEntity, GraphEvent } from '../graph/graph.ts'
import { generalCode, quadClass, readCodes } from './codes.ts'

/** The columns of events as tables have them, named after GDELT's where they mean the same. */
export const COLUMNS = {
  GlobalEventID: 'string',
  Pair: 'integer',
  SQLDATE: 'string',
  MonthYear: 'string',
  Year: 'string',
  EndDate: 'string',
  DatePrecision: 'string',
  Actor1Code: 'string',
  Actor1Name: 'string',
  Actor1CountryCode: 'string',
  Actor1Type1Code: 'string',
  Actor1Role: 'string',
  Actor2Code: 'string',
  Actor2Name: 'string',
  Actor2CountryCode: 'string',
  Actor2Type1Code: 'string',
  Actor2Role: 'string',
  IsRootEvent: 'integer',
  EventCode: 'string',
  EventRootCode: 'string',
  CameoRootCodes: 'string',
  QuadClass: 'integer',
  Plover: 'string',
  Ace: 'string',
  Type: 'string',
  Status: 'string',
  Title: 'string',
  Killed: 'double',
  Injured: 'double',
  NumArticles: 'integer',
  NumSources: 'integer',
  Confidence: 'double',
  ActionGeo_Type: 'string',
  ActionGeo_FullName: 'string',
  ActionGeo_CountryCode: 'string',
  ActionGeo_Lat: 'double',
  ActionGeo_Long: 'double',
  ActionGeo_FeatureID: 'string',
  DATEADDED: 'string',
  SOURCEURL: 'string',
} as const satisfies Record<string, 'string' | 'integer' | 'double'>

/** One pair of actors of one event. Null where nothing is known. */
export type Row = Record<keyof typeof COLUMNS, string | number | null>

type Actor = GraphEvent['participants'][number]

/** The events as rows: CAMEO is dyadic, so an event of many actors has a row a pair. */
export function* rows({ events, entities, articles }: Graph): Generator<Row> {
  const codesOf = readCodes()
  const entity = new Map(entities.map(e => [e.iri, e]))
  const article = new Map(articles.map(a => [a.iri, a]))
  for (const event of events) {
    const { ace, plover, cameo } = codesOf(event.type)
    const root = cameo[0] ?? ''
    const told = event.articles.flatMap(iri => article.get(iri) ?? [])
    const start = event.date?.start.replaceAll('-', '') ?? null
    const shared = {
      GlobalEventID: event.iri,
      SQLDATE: start,
      MonthYear: start && start.length >= 6 ? start.slice(0, 6) : null,
      Year: start?.slice(0, 4) ?? null,
      EndDate: event.date?.end?.replaceAll('-', '') ?? null,
      DatePrecision: event.date?.precision ?? null,
      IsRootEvent: event.main ? 1 : 0,
      EventCode: generalCode(root) || null,
      EventRootCode: root || null,
      CameoRootCodes: cameo.join('|') || null,
      QuadClass: quadClass(root),
      Plover: plover.join('|') || null,
      Ace: ace || null,
      Type: event.type,
      Status: event.status,
      Title: event.title,
      Killed: countOf(event, 'killed'),
      Injured: countOf(event, 'injured'),
      NumArticles: event.articles.length,
      NumSources: new Set(told.map(a => a.source ?? a.iri)).size,
      Confidence: event.confidence,
      ...sceneOf(event, entity),
      DATEADDED: firstDay(told),
      SOURCEURL: told.find(a => a.url !== null)?.url ?? null,
    }
    let pair = 0
    for (const [one, two] of pairsOf(event.participants))
      yield { ...shared, Pair: pair++, ...actorCells('Actor1', one, entity), ...actorCells('Actor2', two, entity) }
  }
}

const countOf = ({ counts }: GraphEvent, unit: string): number | null => counts.find(c => c.unit === unit)?.value ?? null

const firstDay = (articles: readonly GraphArticle[]): string | null =>
  articles.flatMap(a => a.publishedAt?.slice(0, 10).replaceAll('-', '') ?? []).sort()[0] ?? null

/** Who does it and to whom it is done; those who are on a par in pairs, each once. Who is alone stands alone. */
export function pairsOf(actors: readonly Actor[]): [Actor | null, Actor | null][] {
  const agents = actors.filter(a => a.role === 'agent')
  const patients = actors.filter(a => a.role === 'patient')
  const peers = actors.filter(a => a.role !== 'agent' && a.role !== 'patient')
  const pairs: [Actor | null, Actor | null][] = []
  const targets = patients.length > 0 ? patients : peers
  for (const one of agents) for (const two of targets) pairs.push([one, two])
  if (agents.length === 0) for (const one of peers) for (const two of patients) pairs.push([one, two])
  peers.forEach((one, i) => {
    for (const two of peers.slice(i + 1)) pairs.push([one, two])
  })
  if (pairs.length > 0) return pairs
  const alone: [Actor | null, Actor | null][] = actors.map(a => (a.role === 'patient' ? [null, a] : [a, null]))
  return alone.length > 0 ? alone : [[null, null]]
}

function actorCells<N extends 'Actor1' | 'Actor2'>(name: N, actor: Actor | null, entities: ReadonlyMap<string, GraphEntity>) {
  const entity = actor ? entities.get(actor.entity) : undefined
  return {
    [`${name}Code`]: actor?.entity ?? null,
    [`${name}Name`]: entity?.name ?? null,
    [`${name}CountryCode`]: entity ? countryOf(entity, entities) : null,
    [`${name}Type1Code`]: entity ? (entity.kind === 'place' ? 'country' : entity.kind) : null,
    [`${name}Role`]: actor?.role ?? null,
  } as Record<`${N}${'Code' | 'Name' | 'CountryCode' | 'Type1Code' | 'Role'}`, string | null>
}

/** ISO 3166-1 code of an actor's country; of persons that of the country or body whose post they have. */
function countryOf(entity: GraphEntity, entities: ReadonlyMap<string, GraphEntity>): string | null {
  if (entity.country !== null) return entity.country
  for (const { affiliationIri } of entity.posts) {
    const country = affiliationIri === null ? null : entities.get(affiliationIri)?.country
    if (country) return country
  }
  return null
}

function sceneOf({ places }: GraphEvent, entities: ReadonlyMap<string, GraphEntity>) {
  const named = places.flatMap(({ entity, kind }) => {
    const place = entities.get(entity)
    return place ? [{ place, kind }] : []
  })
  const [first] = named
  const located = named.find(({ place }) => place.latitude !== null)?.place
  return {
    ActionGeo_Type: first?.kind ?? null,
    ActionGeo_FullName: first?.place.name ?? null,
    ActionGeo_CountryCode: named.find(({ place }) => place.country !== null)?.place.country ?? null,
    ActionGeo_Lat: located?.latitude ?? null,
    ActionGeo_Long: located?.longitude ?? null,
    ActionGeo_FeatureID: first?.place.iri ?? null,
  }
}
