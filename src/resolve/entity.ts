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
  readonly forms: Map<string, number>
  readonly ids: Entity['ids']
  readonly posts: Post[]
  readonly spans: Span[]
  readonly placeKind: PlaceKind | ''
  country: string
  latitude: number
  longitude: number
  founded: DateValue | null
  leader: string
  readonly members: string[]
}

/** A new entity without a mention. */
export function createEntity(id: string, kind: Entity['kind'], listed: string, placeKind: PlaceKind | '' = ''): EntityBuilder {
  return {
    id, kind, name: '', listed, forms: new Map(), ids: {}, posts: [], spans: [], placeKind, country: '', latitude: Number.NaN, longitude: Number.NaN,
    founded: null, leader: '', members: [],
  }
}

/** Adds a form of the text, with its place. The fullest form becomes the name. */
export function addMention(entity: EntityBuilder, text: string, span: Span): void {
  entity.spans.push(span)
  entity.forms.set(text, (entity.forms.get(text) ?? 0) + 1)
  if (text.length > entity.name.length) entity.name = text
}

/** The public form of an entity. */
export function toEntity(builder: EntityBuilder): Entity {
  const { id, kind, ids, posts, founded, leader, members, country, latitude, longitude, spans } = builder
  const name = builder.kind === 'place' && builder.listed ? builder.listed : builder.name || builder.listed
  const aliases = [...builder.forms.keys()]
  if (builder.listed && !aliases.includes(builder.listed)) aliases.push(builder.listed)
  return {
    id, kind, name, aliases: aliases.filter(a => a !== name), ids,
    ...(kind === 'person' ? { posts } : {}),
    ...(founded ? { founded } : {}),
    ...(leader ? { leader } : {}),
    ...(members.length > 0 ? { members } : {}),
    ...(country ? { country } : {}),
    ...(Number.isNaN(latitude) ? {} : { latitude, longitude }),
    mentions: spans,
  }
}
