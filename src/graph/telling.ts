import type { Event } from '../event/event.ts'
import { daysOf } from './day.ts'
import type { EntityBook } from './entity-book.ts'
import type { GraphEvent } from './graph.ts'
import { wellFormed } from './iri.ts'

/** An event as one article tells it. Entities are numbers of the book. */
export interface Telling {
  readonly article: number
  readonly id: string
  readonly main: boolean
  readonly type: GraphEvent['type']
  readonly status: GraphEvent['status']
  readonly title: string | null
  readonly topic: string | null
  readonly date: GraphEvent['date']
  /** Days since 1970, the first and the last on which it may be; NaN where nothing is told. */
  readonly first: number
  readonly last: number
  readonly places: { entity: number; kind: GraphEvent['places'][number]['kind'] }[]
  readonly participants: { entity: number; role: GraphEvent['participants'][number]['role'] }[]
  readonly counts: GraphEvent['counts']
  readonly confidence: number
}

/** Takes from an event what a graph keeps. */
export function tellingOf(event: Event, main: boolean, article: number, book: EntityBook, numbers: ReadonlyMap<string, number>): Telling {
  const { date } = event
  const [first, last] = date ? daysOf(date.start, date.end) : [Number.NaN, Number.NaN]
  const places: Telling['places'] = []
  for (const { entity, kind } of event.places) {
    const number = book.of(entity, numbers)
    if (!places.some(p => p.entity === number)) places.push({ entity: number, kind })
  }
  const participants: Telling['participants'] = []
  for (const { entity, role } of event.participants) {
    const number = book.of(entity, numbers)
    if (!participants.some(p => p.entity === number)) participants.push({ entity: number, role })
  }
  const topic = event.topic ? wellFormed(event.topic.text) : null
  return {
    article,
    id: event.id,
    main,
    type: event.type,
    status: event.status,
    title: event.title === null ? null : wellFormed(event.title),
    topic,
    date: date && { start: date.start, end: date.end, precision: date.precision, implied: date.implied },
    first,
    last,
    places,
    participants,
    counts: event.counts.map(({ value, comparator, unit, text }) => ({ value, comparator, unit, text: wellFormed(text) })),
    confidence: event.confidence,
  }
}

/** Whether anything but its type is known of an event. */
export const saysSomething = ({ date, places, participants, counts }: Event): boolean =>
  date !== null || places.length > 0 || participants.length > 0 || counts.length > 0
