import type { Count, EventType } from '../event/event.ts'
import type { Role } from '../event/frame.ts'
import type { Status } from '../event/status.ts'
import type { DateValue } from '../resolve/date.ts'
import type { PlaceKind } from '../resolve/entity.ts'

/** Articles, the entities that they name, and the events that they tell, each once. Everything points to everything by IRI. */
export interface Graph {
  /** What every IRI begins with. */
  readonly base: string
  /** In the order of the input. */
  readonly articles: readonly GraphArticle[]
  /** In the order in which they are first named. */
  readonly entities: readonly GraphEntity[]
  /** In the order in which they are first told. */
  readonly events: readonly GraphEvent[]
  /** Where the articles say what: empty unless `provenance` is on. */
  readonly mentions: readonly GraphMention[]
  /** Ids of readings that came a second time; the first counts. */
  readonly duplicates: readonly string[]
}

/** A news article. */
export interface GraphArticle {
  readonly iri: string
  readonly id: string
  readonly title: string | null
  /** ISO 8601, as given. */
  readonly publishedAt: string | null
  readonly url: string | null
  /** Name of who published it. */
  readonly source: string | null
}

/** A person, place, organization or group, all articles together. */
export interface GraphEntity {
  readonly iri: string
  readonly kind: 'person' | 'place' | 'organization' | 'group'
  /** The commonest form. */
  readonly name: string
  /** Other forms, the commonest first. */
  readonly aliases: readonly string[]
  /** Only what the tables give. */
  readonly ids: { readonly wikidata?: string; readonly geonames?: string; readonly iso3166?: string }
  /** Places only. */
  readonly placeKind: PlaceKind | null
  /** Whether it acts in an event or has a post to give: a country may be both a place and an actor. */
  readonly acts: boolean
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** Degrees, WGS 84. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly posts: readonly GraphPost[]
  /** Organizations: when founded. */
  readonly founded: Pick<DateValue, 'start' | 'end'> | null
  /** IRIs. */
  readonly leader: string | null
  readonly headquarters: string | null
  readonly spokesperson: string | null
  readonly members: readonly string[]
  /** In how many articles it is named. */
  readonly articles: number
}

/** A post that articles state of a person. */
export interface GraphPost {
  readonly iri: string
  /** «وزير الخارجية» */
  readonly title: string
  /** Name of the country, organization or team, or null. */
  readonly affiliation: string | null
  /** Its IRI, where it is an entity of the graph. */
  readonly affiliationIri: string | null
  /** Dates of the first and the last article that state it, ISO 8601, or null where none is dated. */
  readonly statedFrom: string | null
  readonly statedTo: string | null
}

/** An event, all articles that tell it together. */
export interface GraphEvent {
  readonly iri: string
  readonly type: EventType
  readonly status: Status
  readonly title: string | null
  readonly topic: string | null
  readonly date: Pick<DateValue, 'start' | 'end' | 'precision' | 'implied'> | null
  /** The most specific first. */
  readonly places: readonly { readonly entity: string; readonly kind: PlaceKind }[]
  readonly participants: readonly { readonly entity: string; readonly role: Role }[]
  /** Of several numbers of one unit the one of the latest article first. */
  readonly counts: readonly Pick<Count, 'value' | 'comparator' | 'unit' | 'text'>[]
  /** 0 … 1, of the article that is surest. */
  readonly confidence: number
  /** Whether it is the main event of an article. */
  readonly main: boolean
  /** IRIs of the articles that tell it, in the order of the input. */
  readonly articles: readonly string[]
}

/** Where an article names an entity or tells an event. */
export interface GraphMention {
  readonly iri: string
  /** IRI of the article. */
  readonly article: string
  /** Which of its two texts. */
  readonly part: 'title' | 'text'
  /** IRI of the event or entity. */
  readonly of: string
  /** Half-open, in code points as Web Annotation counts; null where the text of the article is not known. */
  readonly start: number | null
  readonly end: number | null
  /** The words. */
  readonly exact: string
  /** The row or rule that found it, or null. */
  readonly by: string | null
}
