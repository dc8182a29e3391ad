import type { Evidence, Span } from '../text/span.ts'
import type { DateValue } from './date.ts'

/** A post that the text states of a person. */
export interface Post {
  /** As the text writes it, without country and organization: «وزير الخارجية». */
  title: string
  /** The country, organization or team that the post belongs to, by name. */
  affiliation: string | null
  affiliationId?: string
  evidence: Evidence
}

/** What the text says of an organization and another entity, or of its founding. */
export interface Relation {
  kind: 'founded' | 'leader' | 'member' | 'headquarters' | 'spokesperson'
  /** The other entity; null for its founding. */
  entity: string | null
  evidence: Evidence
}

/** A person, place, organization or group of the text, all its mentions together. */
export interface Entity {
  id: string
  kind: 'person' | 'place' | 'organization' | 'group'
  name: string
  /** The other forms under which the text names it, and the table's name where it differs. */
  aliases: string[]
  ids: { wikidata?: string; geonames?: string; iso3166?: string }
  /** Persons only. */
  posts?: Post[]
  /** Organizations only. */
  founded?: DateValue
  leader?: string
  members?: string[]
  headquarters?: string
  spokesperson?: string
  /** What says so of founding, leader, members, headquarters and spokesperson. */
  relations?: Relation[]
  /** ISO 3166-1 alpha-2. */
  country?: string
  latitude?: number
  longitude?: number
  mentions: Span[]
}

/** What a place is, for `Place.kind`. */
export type PlaceKind = 'venue' | 'city' | 'region' | 'country' | 'other'

/** An entity while its mentions are gathered. */
export interface EntityBuilder {
  readonly id: string
  readonly kind: Entity['kind']
  /** The name that the card shows: the fullest form of the text. */
  name: string
  /** The table's name for it, or ''. */
  readonly listed: string
  /** The forms of the text, in order, each once. */
  readonly forms: string[]
  readonly ids: Entity['ids']
  readonly posts: Post[]
  readonly spans: Span[]
  readonly placeKind: PlaceKind | ''
  /** What kind of organization it is, as in the tables: party, media …; '' for others. */
  orgKind: string
  country: string
  latitude: number
  longitude: number
  founded: DateValue | null
  readonly relations: Relation[]
}

/** A new entity without a mention. */
export function createEntity(id: string, kind: Entity['kind'], listed: string, placeKind: PlaceKind | '' = ''): EntityBuilder {
  return {
    id,
    kind,
    name: '',
    listed,
    forms: [],
    ids: {},
    posts: [],
    spans: [],
    placeKind,
    orgKind: '',
    country: '',
    latitude: Number.NaN,
    longitude: Number.NaN,
    founded: null,
    relations: [],
  }
}

/** Adds a form of the text, with its place. The fullest form becomes the name. */
export function addMention(entity: EntityBuilder, text: string, span: Span): void {
  entity.spans.push(span)
  if (!entity.forms.includes(text)) entity.forms.push(text)
  if (text.length > entity.name.length) entity.name = text
}

/** The public form of an entity. */
export function toEntity(builder: EntityBuilder): Entity {
  const { id, kind, ids, founded, relations, country, latitude, listed, forms } = builder
  const name = kind === 'place' && listed ? listed : builder.name || listed
  const aliases: string[] = []
  for (const form of forms) if (form !== name) aliases.push(form)
  if (listed && listed !== name && !aliases.includes(listed)) aliases.push(listed)
  const entity: Entity = { id, kind, name, aliases, ids, mentions: builder.spans }
  if (kind === 'person') entity.posts = builder.posts
  if (founded) entity.founded = founded
  if (relations.length > 0) {
    const of = (wanted: Relation['kind']): string[] => relations.flatMap(r => (r.kind === wanted && r.entity ? [r.entity] : []))
    const members = of('member')
    if (members.length > 0) entity.members = members
    for (const single of ['leader', 'headquarters', 'spokesperson'] as const) {
      const [first] = of(single)
      if (first) entity[single] = first
    }
    entity.relations = relations
  }
  if (country) entity.country = country
  if (!Number.isNaN(latitude)) {
    entity.latitude = latitude
    entity.longitude = builder.longitude
  }
  return entity
}
