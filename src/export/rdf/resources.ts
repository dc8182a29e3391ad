import type { Graph, GraphArticle, GraphEntity, GraphEvent, GraphMention } from '../../graph/graph.ts'
import { iriPart } from '../../graph/iri.ts'
import { arabic as ar, date, iri, KHABAR, number, OA, PROV, RDF, RDFS, type Resource, SCHEMA, SEM, type Term, text } from './term.ts'

/** Which vocabularies beside schema.org. */
export interface Layers {
  /** Simple Event Model: sem:Event, sem:hasActor … */
  readonly sem: boolean
}

type Statement = readonly [predicate: string, object: Term]

/** The program, as the source of what it read. */
const PROGRAM = 'urn:khabar:program'

/** The graph as descriptions of things, one after the other: articles, entities, events, and where the articles say so. */
export function* resources(graph: Graph, layers: Layers): Generator<Resource> {
  const provenance = graph.mentions.length > 0
  if (provenance) yield { iri: PROGRAM, types: [`${PROV}SoftwareAgent`], statements: [[`${RDFS}label`, text('khabar')]] }
  for (const source of new Set(graph.articles.flatMap(a => a.source ?? [])))
    yield { iri: publisherIri(source, graph.base), types: [`${SCHEMA}Organization`], statements: [[`${SCHEMA}name`, text(source)]] }
  for (const article of graph.articles) yield articleResource(article, graph.base, provenance)
  for (const entity of graph.entities) yield* entityResources(entity, graph.base, layers)
  const types = new Set<string>()
  const roles = new Set<string>()
  for (const event of graph.events) {
    if (layers.sem) yield* firstOf(event, types, roles)
    yield* eventResources(event, graph.base, layers, provenance)
  }
  for (const mention of graph.mentions) yield* mentionResources(mention)
}

const typeIri = (type: string): string => `urn:khabar:type:${type}`
const roleIri = (role: string): string => `urn:khabar:role:${role}`

/** The types and roles of an event that were not named before. */
function* firstOf({ type, participants }: GraphEvent, types: Set<string>, roles: Set<string>): Generator<Resource> {
  if (!types.has(type)) {
    types.add(type)
    yield { iri: typeIri(type), types: [`${SEM}EventType`], statements: [[`${RDFS}label`, text(type)]] }
  }
  for (const { role } of participants) {
    if (roles.has(role)) continue
    roles.add(role)
    yield { iri: roleIri(role), types: [`${SEM}RoleType`], statements: [[`${RDFS}label`, text(role)]] }
  }
}

const publisherIri = (source: string, base: string): string => `${base}publisher:${iriPart(source)}`

function articleResource({ iri: id, title, publishedAt, url, source }: GraphArticle, base: string, provenance: boolean): Resource {
  const statements: Statement[] = [[`${SCHEMA}inLanguage`, text('ar')]]
  if (title !== null) statements.push([`${SCHEMA}headline`, ar(title)])
  if (publishedAt !== null) statements.push([`${SCHEMA}datePublished`, date(publishedAt)])
  if (url !== null) statements.push([`${SCHEMA}url`, text(url)])
  if (source !== null) statements.push([`${SCHEMA}publisher`, iri(publisherIri(source, base))])
  return { iri: id, types: [`${SCHEMA}NewsArticle`, ...(provenance ? [`${PROV}Entity`] : [])], statements }
}

const CLASSES: Readonly<Record<GraphEntity['kind'], string>> = {
  person: 'Person',
  organization: 'Organization',
  group: 'Organization',
  place: 'Place',
}
const PLACE_CLASSES: Readonly<Record<NonNullable<GraphEntity['placeKind']>, string>> = {
  country: 'Country',
  city: 'City',
  region: 'AdministrativeArea',
  venue: 'Place',
  other: 'Place',
}

function* entityResources(entity: GraphEntity, base: string, { sem }: Layers): Generator<Resource> {
  const {
    iri: id,
    kind,
    placeKind,
    acts,
    name,
    aliases,
    ids,
    country,
    latitude,
    longitude,
    founded,
    leader,
    headquarters,
    spokesperson,
    members,
    posts,
  } = entity
  const types = [SCHEMA + (kind === 'place' ? PLACE_CLASSES[placeKind ?? 'other'] : CLASSES[kind])]
  // a country that acts is a body too
  if (kind === 'place' && acts) types.push(`${SCHEMA}Organization`)
  if (sem && kind === 'place') types.push(`${SEM}Place`)
  if (sem && (kind !== 'place' || acts)) types.push(`${SEM}Actor`)
  const statements: Statement[] = [[`${SCHEMA}name`, ar(name)]]
  for (const alias of aliases) statements.push([`${SCHEMA}alternateName`, ar(alias)])
  if (kind === 'group') statements.push([`${SCHEMA}additionalType`, iri('urn:khabar:kind:group')])
  if (ids.wikidata) statements.push([`${SCHEMA}sameAs`, iri(`http://www.wikidata.org/entity/${ids.wikidata}`)])
  if (ids.geonames) statements.push([`${SCHEMA}sameAs`, iri(`https://sws.geonames.org/${ids.geonames}/`)])
  if (ids.iso3166) statements.push([`${SCHEMA}identifier`, text(ids.iso3166)])
  const within = country === null ? null : `${base}country:${country}`
  if (within !== null && within !== id && kind === 'place') statements.push([`${SCHEMA}containedInPlace`, iri(within)])
  if (within !== null && kind === 'organization') statements.push([`${SCHEMA}location`, iri(within)])
  if (latitude !== null && longitude !== null) {
    statements.push([`${SCHEMA}latitude`, number(latitude, 'double')], [`${SCHEMA}longitude`, number(longitude, 'double')])
  }
  if (founded) statements.push([`${SCHEMA}foundingDate`, date(founded.start)])
  if (headquarters !== null && headquarters !== within) statements.push([`${SCHEMA}location`, iri(headquarters)])
  if (leader !== null) statements.push([`${KHABAR}leader`, iri(leader)])
  if (spokesperson !== null) statements.push([`${KHABAR}spokesperson`, iri(spokesperson)])
  for (const member of members) statements.push([`${SCHEMA}member`, iri(member)])
  for (const title of new Set(posts.map(p => p.title))) statements.push([`${SCHEMA}jobTitle`, ar(title)])
  for (const to of new Set(posts.flatMap(p => p.affiliationIri ?? []))) statements.push([`${SCHEMA}affiliation`, iri(to)])
  for (const post of posts) statements.push([`${SCHEMA}worksFor`, iri(post.iri)])
  yield { iri: id, types, statements }
  for (const { iri: post, title, affiliation, affiliationIri, statedFrom, statedTo } of posts) {
    const held: Statement[] = [[`${SCHEMA}roleName`, ar(title)]]
    if (affiliationIri !== null) held.push([`${SCHEMA}worksFor`, iri(affiliationIri)])
    if (affiliation !== null) held.push([`${KHABAR}affiliationName`, ar(affiliation)])
    if (statedFrom !== null) held.push([`${KHABAR}statedFrom`, date(statedFrom)])
    if (statedTo !== null) held.push([`${KHABAR}statedTo`, date(statedTo)])
    yield { iri: post, types: [`${SCHEMA}OrganizationRole`], statements: held }
  }
}

/** Units that count those who take part; money, percents and goals do not. */
const PEOPLE = new Set(['participants', 'countries', 'killed', 'injured', 'missing', 'arrested', 'displaced'])

const STATUSES: Readonly<Record<GraphEvent['status'], string | null>> = {
  planned: 'EventScheduled',
  cancelled: 'EventCancelled',
  occurred: null,
  ongoing: null,
  possible: null,
  denied: null,
}

function* eventResources(event: GraphEvent, base: string, { sem }: Layers, provenance: boolean): Generator<Resource> {
  const { iri: id, type, status, title, topic, date: when, places, participants, counts, confidence, articles } = event
  const types = [SCHEMA + (type === 'sport' ? 'SportsEvent' : 'Event')]
  if (sem) types.push(`${SEM}Event`)
  if (provenance) types.push(`${PROV}Entity`)
  const statements: Statement[] = [
    [`${SCHEMA}additionalType`, iri(typeIri(type))],
    [`${KHABAR}status`, text(status)],
  ]
  const scheduled = STATUSES[status]
  if (scheduled) statements.push([`${SCHEMA}eventStatus`, iri(SCHEMA + scheduled)])
  if (title !== null) statements.push([`${SCHEMA}name`, ar(title)])
  if (topic !== null) statements.push([`${SCHEMA}about`, iri(`${id}/topic`)])
  if (when) statements.push([`${SCHEMA}startDate`, date(when.start)])
  if (when?.end) statements.push([`${SCHEMA}endDate`, date(when.end)])
  for (const { entity } of places) statements.push([`${SCHEMA}location`, iri(entity)])
  const actors: Resource[] = []
  for (const { entity, role } of participants) {
    const node = `${id}/actor/${entity.slice(base.length)}`
    const said: Statement[] = []
    const types: string[] = []
    if (role === 'organizer') statements.push([`${SCHEMA}organizer`, iri(entity)])
    else if (role === 'participant') statements.push([`${SCHEMA}attendee`, iri(entity)])
    else {
      statements.push([`${SCHEMA}attendee`, iri(node)])
      types.push(`${SCHEMA}Role`)
      said.push([`${SCHEMA}roleName`, text(role)], [`${SCHEMA}attendee`, iri(entity)])
    }
    if (sem) {
      types.push(`${SEM}Role`)
      said.push([`${RDF}value`, iri(entity)], [`${SEM}roleType`, iri(roleIri(role))])
    }
    if (types.length > 0) actors.push({ iri: node, types, statements: said })
  }
  const amounts: Resource[] = counts.map(({ value, comparator, unit, text: words }) => {
    const sign = comparator === '=' ? '' : comparator === '>' ? 'min-' : comparator === '<' ? 'max-' : 'about-'
    const bound = comparator === '>' ? 'minValue' : comparator === '<' ? 'maxValue' : 'value'
    const said: Statement[] = [
      [SCHEMA + bound, number(value)],
      [`${SCHEMA}unitText`, text(unit)],
      [`${SCHEMA}description`, ar(words)],
    ]
    if (comparator === '~') said.push([`${KHABAR}comparator`, text(comparator)])
    return { iri: `${id}/count/${unit}-${sign}${value}`, types: [`${SCHEMA}QuantitativeValue`], statements: said }
  })
  counts.forEach(({ unit }, n) => {
    statements.push([KHABAR + (PEOPLE.has(unit) ? 'participantCount' : 'quantity'), iri((amounts[n] as Resource).iri)])
  })
  statements.push([`${KHABAR}confidence`, number(confidence, 'double')])
  for (const article of articles) statements.push([`${SCHEMA}subjectOf`, iri(article)])
  if (sem) {
    statements.push([`${SEM}eventType`, iri(typeIri(type))])
    if (when) {
      if (when.end) statements.push([`${SEM}hasBeginTimeStamp`, date(when.start)], [`${SEM}hasEndTimeStamp`, date(when.end)])
      else statements.push([`${SEM}hasTimeStamp`, date(when.start)])
    }
    for (const { entity } of places) statements.push([`${SEM}hasPlace`, iri(entity)])
    for (const { entity } of participants) statements.push([`${SEM}hasActor`, iri(entity)])
    for (const { iri: actor } of actors) statements.push([`${SEM}hasActor`, iri(actor)])
  }
  if (provenance) {
    for (const article of articles) statements.push([`${PROV}wasDerivedFrom`, iri(article)])
    statements.push([`${PROV}wasAttributedTo`, iri(PROGRAM)])
  }
  yield { iri: id, types, statements }
  if (topic !== null) yield { iri: `${id}/topic`, types: [`${SCHEMA}Thing`], statements: [[`${SCHEMA}name`, ar(topic)]] }
  yield* actors
  yield* amounts
}

function* mentionResources({ iri: id, article, part, of, start, end, exact, by }: GraphMention): Generator<Resource> {
  const selectors: Resource[] = [{ iri: `${id}/quote`, types: [`${OA}TextQuoteSelector`], statements: [[`${OA}exact`, text(exact)]] }]
  if (start !== null && end !== null) {
    const count = (value: number): Term => number(value, 'nonNegativeInteger')
    selectors.push({
      iri: `${id}/position`,
      types: [`${OA}TextPositionSelector`],
      statements: [
        [`${OA}start`, count(start)],
        [`${OA}end`, count(end)],
      ],
    })
  }
  yield {
    iri: id,
    types: [`${OA}Annotation`],
    statements: [
      [`${OA}motivatedBy`, iri(`${OA}identifying`)],
      [`${OA}hasBody`, iri(of)],
      [`${OA}hasTarget`, iri(`${id}/target`)],
      [`${PROV}wasAttributedTo`, iri(PROGRAM)],
      ...(by === null ? [] : ([[`${KHABAR}by`, text(by)]] as Statement[])),
    ],
  }
  yield {
    iri: `${id}/target`,
    types: [`${OA}SpecificResource`],
    statements: [
      [`${OA}hasSource`, iri(article)],
      [`${KHABAR}part`, text(part)],
      ...selectors.map((s): Statement => [`${OA}hasSelector`, iri(s.iri)]),
    ],
  }
  yield* selectors
}
