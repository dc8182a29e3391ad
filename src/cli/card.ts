import type { Event, Reading } from '../index.ts'
import { countPhrase, type Labels, type Language, labelsOf, phrase } from '../labels.ts'

/** A line of the card before it is laid out. */
export interface CardRow {
  /** What the row is, as an id of `data/labels/`. */
  readonly id: string
  readonly label: string
  readonly value: string
}

const ROLES = ['chair', 'organizer', 'agent', 'patient', 'participant'] as const
const BETWEEN = ' · '

/** The main event of a reading for people: its rows that hold something, or one that says that there is none. */
export function cardOf(reading: Reading, language: Language): CardRow[] {
  const labels = labelsOf(language)
  const [main, ...others] = reading.events
  const rows: [id: string, value: string][] = main ? rowsOf(main, others, reading, labels) : [['part.none', '']]
  return rows.filter(([id, value]) => value !== '' || id === 'part.none').map(([id, value]) => ({ id, label: labels(id), value }))
}

function rowsOf(main: Event, others: readonly Event[], reading: Reading, labels: Labels): [id: string, value: string][] {
  const named = `${list([labels(`type.${main.type}`), labels(`status.${main.status}`)], labels)}${main.title ? `: ${main.title}` : ''}`
  const places = main.places.map(p => `${p.name} (${list([labels(`kind.${p.kind}`), p.country], labels)})`)
  const rows: [string, string][] = [
    ['part.event', named],
    ['part.date', dateOf(main, labels)],
    ['part.place', places.join(BETWEEN)],
  ]
  for (const role of ROLES) {
    const taking = main.participants.filter(p => p.role === role)
    rows.push([`role.${role}`, taking.map(p => withPost(p.entity, p.name, reading, labels)).join(BETWEEN)])
  }
  rows.push(['part.counts', main.counts.map(count => countPhrase(count, labels)).join(BETWEEN)])
  rows.push(['part.topic', main.topic?.text ?? ''])
  for (const { founded, name } of reading.entities) if (founded) rows.push(['part.founded', `${name}: ${founded.start}`])
  if (others.length > 0) {
    const types = list([...new Set(others.map(e => labels(`type.${e.type}`)))], labels)
    rows.push(['part.also', phrase(labels, others.length > 1 ? 'card.also-many' : 'card.also-one', { n: others.length, types })])
  }
  return rows
}

function list(parts: readonly (string | null | undefined)[], labels: Labels): string {
  const given = parts.filter(part => part !== null && part !== undefined && part !== '') as string[]
  return given.length > 0 ? given.reduce((a, b) => phrase(labels, 'card.list', { a, b })) : ''
}

function dateOf({ date }: Event, labels: Labels): string {
  if (!date) return ''
  const implied = date.implied.map(part => labels(`implied.${part}`))
  const note = implied.length > 0 ? ` (${phrase(labels, 'card.implied', { parts: list(implied, labels) })})` : ''
  return `${date.start}${date.end ? ` – ${date.end}` : ''}${note}`
}

function withPost(id: string, name: string, { entities }: Reading, labels: Labels): string {
  const post = entities.find(e => e.id === id)?.posts?.[0]
  return post ? `${name} (${list([post.title, post.affiliation], labels)})` : name
}
