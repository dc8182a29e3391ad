import type { Entity, PlaceKind } from '../resolve/entity.ts'

/** An entity while articles are gathered. */
export interface EntityRecord {
  /** The id of the reading; `article` is set where that id means something within one article only. */
  readonly id: string
  readonly article: string | null
  readonly kind: Entity['kind']
  /** Whether a table lists it: then its id is an identity. */
  readonly listed: boolean
  /** Articles by form. */
  readonly forms: Map<string, number>
  ids: Entity['ids']
  placeKind: PlaceKind | null
  acts: boolean
  country: string
  latitude: number | null
  longitude: number | null
  /** By title and affiliation. */
  readonly posts: Map<string, PostRecord>
  founded: NonNullable<Entity['founded']> | null
  leader: number
  headquarters: number
  spokesperson: number
  readonly members: Set<number>
  articles: number
  /** Days on which the articles were published, the first and the last; '' unknown. */
  from: string
  to: string
}

export interface PostRecord {
  readonly title: string
  readonly affiliation: string | null
  affiliationId: number
  /** The words of the text, post and affiliation together: «وزير الخارجية المغربي». */
  readonly told: Set<string>
  from: string
  to: string
}

/** A new record without facts. */
export function createRecord(id: string, article: string | null, kind: Entity['kind'], listed: boolean): EntityRecord {
  return {
    id,
    article,
    kind,
    listed,
    forms: new Map(),
    ids: {},
    placeKind: null,
    acts: false,
    country: '',
    latitude: null,
    longitude: null,
    posts: new Map(),
    founded: null,
    leader: -1,
    headquarters: -1,
    spokesperson: -1,
    members: new Set(),
    articles: 0,
    from: '',
    to: '',
  }
}

/** Of each an organization has one. */
export const SINGLE = ['leader', 'headquarters', 'spokesperson'] as const

const MOST_FORMS = 24
const MOST_POSTS = 40

/** Counts a form once more. */
export function addForm(record: EntityRecord, form: string, times = 1): void {
  const known = record.forms.get(form)
  if (known !== undefined) record.forms.set(form, known + times)
  else if (record.forms.size < MOST_FORMS) record.forms.set(form, times)
}

/** Widens a stretch of days by another: '' is unknown. */
export function widen(stretch: { from: string; to: string }, from: string, to: string): void {
  if (from !== '' && (stretch.from === '' || from < stretch.from)) stretch.from = from
  if (to > stretch.to) stretch.to = to
}

/** Adds a post, or widens the days on which it is stated. */
export function addPost(record: EntityRecord, key: string, post: PostRecord): void {
  const known = record.posts.get(key)
  if (known) {
    widen(known, post.from, post.to)
    if (known.affiliationId < 0) known.affiliationId = post.affiliationId
    for (const told of post.told) if (known.told.size < MOST_FORMS) known.told.add(told)
  } else if (record.posts.size < MOST_POSTS) record.posts.set(key, post)
}

/** Adds everything that is known of one record to another. */
export function absorb(record: EntityRecord, other: EntityRecord): void {
  for (const [form, times] of other.forms) addForm(record, form, times)
  for (const [key, post] of other.posts) addPost(record, key, post)
  record.ids = { ...other.ids, ...record.ids }
  record.placeKind ??= other.placeKind
  record.acts ||= other.acts
  record.country ||= other.country
  record.latitude ??= other.latitude
  record.longitude ??= other.longitude
  record.founded ??= other.founded
  for (const one of SINGLE) if (record[one] < 0) record[one] = other[one]
  for (const member of other.members) record.members.add(member)
  record.articles += other.articles
  widen(record, other.from, other.to)
}
