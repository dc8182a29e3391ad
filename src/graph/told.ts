import type { Event } from '../event/event.ts'
import type { Entity } from '../resolve/entity.ts'

/** A `Reading`, and what is known of its article. Dates, titles and texts make a better graph, but none is needed. */
export interface Told {
  /** Of the article; without it the article is named by its number. */
  readonly id?: string | undefined
  readonly events: readonly Event[]
  readonly entities: readonly Entity[]
  readonly title?: string | undefined
  /** The text that was read: with it, offsets are given in code points. */
  readonly text?: string | undefined
  /** ISO 8601. Without it, undated events of different articles are hardly ever taken for the same. */
  readonly publishedAt?: string | undefined
  readonly url?: string | undefined
  /** Who published it. */
  readonly source?: string | undefined
}

/** Throws `TypeError` if a value is no reading. */
export function checkTold(told: unknown): asserts told is Told {
  if (told === null || typeof told !== 'object') throw new TypeError('graph: a reading must be an object')
  const { events, entities } = told as Partial<Told>
  if (!Array.isArray(events)) throw new TypeError('graph: «events» of a reading must be an array')
  if (!Array.isArray(entities)) throw new TypeError('graph: «entities» of a reading must be an array')
  for (const name of ['id', 'title', 'text', 'publishedAt', 'url', 'source'] as const) {
    const value = (told as Told)[name]
    if (value !== undefined && typeof value !== 'string') throw new TypeError(`graph: «${name}» of a reading must be a string`)
  }
}
