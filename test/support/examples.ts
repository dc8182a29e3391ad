/** The examples of data/events/*.txt, read by the program and compared with what stands below them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Event, type Reading, read } from '../../src/index.ts'
import { readStanza } from '../../src/lexicon/stanza.ts'
import { sameName } from './match.ts'
import { ROOT } from './source.ts'

export interface Example {
  type: string
  /** `data/events/attack.txt:120` */
  by: string
  text: string
  /** What must be read, in the order of the file; null for a sentence that must not give this type. */
  expected: { slot: string; value: string }[] | null
}

/** What was read of an example, claim by claim. */
export interface Outcome {
  example: Example
  /** The type is that of the main event; for a `not`, it is not. */
  main: boolean
  /** The type is that of any event. */
  any: boolean
  claims: { slot: string; value: string; right: boolean; told: string }[]
}

const ROLES = new Set(['chair', 'organizer', 'participant', 'agent', 'patient'])
const UNITS = new Set([
  'killed',
  'injured',
  'missing',
  'arrested',
  'displaced',
  'participants',
  'countries',
  'money',
  'goals',
  'votes',
  'percent',
  'other',
])
/** A Thursday: relative dates of the examples have a value. */
const PUBLISHED = '2024-05-16'

/** The examples of every event file. */
export function readExamples(): Example[] {
  const folder = join(ROOT, 'data/events')
  return readdirSync(folder)
    .filter(f => f.endsWith('.txt'))
    .sort()
    .flatMap(file => {
      const { path, examples } = readStanza(`data/events/${file}`, readFileSync(join(folder, file), 'utf8'))
      return examples.map(({ line, text, expected }) => ({
        type: file.replace('.txt', ''),
        by: `${path}:${line}`,
        text,
        expected: expected === null ? null : claims(expected),
      }))
    })
}

const claims = (text: string): { slot: string; value: string }[] =>
  text
    .split(/\s+(?=[a-z]+=)/)
    .filter(Boolean)
    .map(field => ({ slot: field.slice(0, field.indexOf('=')), value: field.slice(field.indexOf('=') + 1) }))

/** Reads an example as a text, or as a headline. */
export function readExample({ text }: Example, as: 'text' | 'title' = 'text'): Reading {
  return as === 'title' ? read('', { title: text, publishedAt: PUBLISHED }) : read(text, { publishedAt: PUBLISHED })
}

/** Compares what was read with what was expected. */
export function judge(example: Example, { events }: Reading): Outcome {
  const { type, expected } = example
  const any = events.some(e => e.type === type)
  if (expected === null) return { example, main: events[0]?.type !== type, any: !any, claims: [] }
  const event = events.find(e => e.type === type)
  const told = expected
    .filter(c => c.slot !== 'type')
    .map(({ slot, value }) => ({ slot: group(slot), value: `${slot}=${value}`, ...claim(slot, value, event) }))
  return { example, main: events[0]?.type === type, any, claims: told }
}

const group = (slot: string): string => (ROLES.has(slot) ? 'role' : UNITS.has(slot) ? 'count' : slot)

function claim(slot: string, value: string, event: Event | undefined): { right: boolean; told: string } {
  if (!event) return { right: false, told: 'no such event' }
  if (slot === 'status') return { right: event.status === value, told: event.status }
  if (slot === 'place') return { right: event.places.some(p => sameName(p.name, value)), told: event.places.map(p => p.name).join(' · ') }
  if (slot === 'date') return { right: event.date !== null && sameDate(event.date.text, value), told: event.date?.text ?? '' }
  if (slot === 'topic') return { right: event.topic !== null && sameName(event.topic.text, value), told: event.topic?.text ?? '' }
  if (ROLES.has(slot)) {
    const named = event.participants.filter(p => [p.name, ...p.aliases, p.evidence.text].some(n => sameName(n, value, p.kind)))
    // what it is done to may be a place: «قصف ميناء طنجة»
    const hitPlace = slot === 'patient' && event.places.some(p => sameName(p.name, value))
    return { right: hitPlace || named.some(p => p.role === slot), told: event.participants.map(p => `${p.role}: ${p.name}`).join(' · ') }
  }
  if (UNITS.has(slot))
    return {
      right: event.counts.some(c => c.unit === slot && (String(c.value) === value || c.text === value)),
      told: event.counts.map(c => `${c.unit}: ${c.value}`).join(' · '),
    }
  throw new Error(`an expectation of an unknown slot «${slot}»`)
}

/** «فجر الخميس» and «الخميس» are one date. */
const sameDate = (a: string, b: string): boolean => sameName(a, b) || a.includes(b) || b.includes(a)
