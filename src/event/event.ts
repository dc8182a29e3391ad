import type { DateValue } from '../resolve/date.ts'
import type { PlaceKind } from '../resolve/entity.ts'
import type { Evidence, Span } from '../text/span.ts'
import type { Role } from './frame.ts'
import type { Status } from './status.ts'

/** The types of events: the files of `data/events/`. */
export const EVENT_TYPES = [
  'accident',
  'agreement',
  'aid',
  'appointment',
  'arrest',
  'attack',
  'clash',
  'conference',
  'death',
  'decision',
  'departure',
  'disaster',
  'discovery',
  'economy',
  'election',
  'launch',
  'meeting',
  'movement',
  'other',
  'protest',
  'sport',
  'statement',
  'trial',
  'visit',
] as const
export type EventType = (typeof EVENT_TYPES)[number]
/** The place of a type among all, or -1. */
export const typeNumber = (type: string): number => EVENT_TYPES.indexOf(type as EventType)

/** Where an event happens. */
export interface Place {
  entity: string
  name: string
  kind: PlaceKind
  /** ISO 3166-1 alpha-2 of the country in which it lies. */
  country: string | null
}

/** Who takes part in an event, and how. */
export interface Participant {
  entity: string
  name: string
  aliases: string[]
  kind: 'person' | 'organization' | 'country' | 'group'
  role: Role
  /** ISO 3166-1 alpha-2, for countries. */
  country: string | null
  evidence: Evidence
}

/** A number that belongs to an event. */
export interface Count {
  value: number
  comparator: '=' | '>' | '<' | '~'
  /** killed, injured, missing, arrested, displaced, participants, countries, money, goals, votes, percent, other */
  unit: string
  text: string
  span: Span
}

/** What happened, when, where, who took part, how many. */
export interface Event {
  /** The same facts, the same id. */
  id: string
  type: EventType
  status: Status
  /** The phrase of the text that names it: «اجتماع التحالف الدولي ضد داعش». */
  title: string | null
  triggers: Evidence[]
  date: DateValue | null
  /** The most specific first. */
  places: Place[]
  participants: Participant[]
  counts: Count[]
  /** What it is about: after «حول», «بهدف», «لبحث» … */
  topic: Evidence | null
  /** 0 … 1 */
  confidence: number
  /** The sentences that tell it. */
  evidence: Span[]
}
