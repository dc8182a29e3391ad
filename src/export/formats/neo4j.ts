import type { Graph, GraphEntity } from '../../graph/graph.ts'
import { csvLine } from '../delimited.ts'
import { checkExportOptions, inChunks, type TextExporter } from '../exporter.ts'

/** CSV for `neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv`: a property graph of two files. */
export const neo4j: TextExporter = {
  name: 'neo4j',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  parts: ['nodes', 'relationships'],
  write(graph, options = {}) {
    checkExportOptions(neo4j, options)
    return inChunks(options.part === 'nodes' ? nodes(graph) : relationships(graph))
  },
}

const NODE_COLUMNS = [
  'iri:ID',
  ':LABEL',
  'name',
  'aliases:string[]',
  'wikidata',
  'geonames',
  'country',
  'latitude:double',
  'longitude:double',
  'type',
  'status',
  'start',
  'end',
  'counts:string[]',
  'confidence:double',
  'publishedAt',
  'url',
  'source',
] as const
type Node = Partial<Record<(typeof NODE_COLUMNS)[number], string | number | null>>

const LABELS: Readonly<Record<GraphEntity['kind'], string>> = {
  person: 'Person',
  organization: 'Organization',
  group: 'Group',
  place: 'Place',
}

function* nodes({ articles, entities, events }: Graph): Generator<string> {
  const line = (node: Node): string => csvLine(NODE_COLUMNS.map(column => plain(node[column] ?? null)))
  yield csvLine(NODE_COLUMNS)
  for (const { iri, title, publishedAt, url, source } of articles)
    yield line({ 'iri:ID': iri, ':LABEL': 'Article', name: title, publishedAt, url, source })
  for (const { iri, kind, placeKind, acts, name, aliases, ids, country, latitude, longitude } of entities)
    yield line({
      'iri:ID': iri,
      ':LABEL': [LABELS[kind], ...(placeKind === 'country' ? ['Country'] : []), ...(acts ? ['Actor'] : [])].join(';'),
      name,
      'aliases:string[]': list(aliases),
      wikidata: ids.wikidata ?? null,
      geonames: ids.geonames ?? null,
      country,
      'latitude:double': latitude,
      'longitude:double': longitude,
    })
  for (const { iri, type, status, title, date, counts, confidence } of events)
    yield line({
      'iri:ID': iri,
      ':LABEL': 'Event',
      name: title,
      type,
      status,
      start: date?.start ?? null,
      end: date?.end ?? null,
      'counts:string[]': list(counts.map(c => `${c.unit}${c.comparator}${c.value}`)),
      'confidence:double': confidence,
    })
}

const RELATIONSHIP_COLUMNS = [':START_ID', ':END_ID', ':TYPE', 'role', 'title', 'statedFrom', 'statedTo'] as const
type Relationship = [
  from: string,
  to: string,
  type: string,
  role?: string | null,
  title?: string,
  statedFrom?: string | null,
  statedTo?: string | null,
]

function* relationships(graph: Graph): Generator<string> {
  yield csvLine(RELATIONSHIP_COLUMNS)
  for (const relationship of relationshipsOf(graph)) yield csvLine(RELATIONSHIP_COLUMNS.map((_, n) => plain(relationship[n] ?? null)))
}

function* relationshipsOf({ base, entities, events }: Graph): Generator<Relationship> {
  for (const { iri, country, kind, posts, leader, headquarters, spokesperson, members } of entities) {
    if (country !== null && iri !== `${base}country:${country}`)
      yield [iri, `${base}country:${country}`, kind === 'place' ? 'LIES_IN' : 'IS_OF']
    for (const { title, affiliationIri, statedFrom, statedTo } of posts)
      if (affiliationIri !== null) yield [iri, affiliationIri, 'HOLDS_POST', null, title, statedFrom, statedTo]
    if (leader !== null) yield [leader, iri, 'LEADS']
    if (headquarters !== null) yield [iri, headquarters, 'HAS_SEAT_IN']
    if (spokesperson !== null) yield [spokesperson, iri, 'SPEAKS_FOR']
    for (const member of members) yield [member, iri, 'MEMBER_OF']
  }
  for (const { iri, places, participants, articles } of events) {
    for (const { entity } of places) yield [iri, entity, 'HAPPENS_AT']
    for (const { entity, role } of participants) yield [entity, iri, 'TAKES_PART', role]
    for (const article of articles) yield [iri, article, 'TOLD_IN']
  }
}

/** The array delimiter of neo4j-admin is `;`. */
const list = (values: readonly string[]): string | null => (values.length > 0 ? values.map(v => v.replaceAll(';', ',')).join(';') : null)

/** Fields of several lines need an option of neo4j-admin that makes it slow: line ends become blanks. */
const plain = (cell: string | number | null): string | number | null => (typeof cell === 'string' ? cell.replace(/[\r\n]+/g, ' ') : cell)
