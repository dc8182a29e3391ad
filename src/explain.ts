import type { Event } from './event/event.ts'
import type { Reading } from './reader.ts'
import type { Evidence, Span } from './text/span.ts'

const at = ({ start, end, in: where }: Span): string => `${where ?? 'text'} ${start}–${end}`
const line = (name: string, what: string, evidence: Evidence): string =>
  `  ${name.padEnd(12)} ${what}\n    «${evidence.text}»  ${at(evidence)}  by ${evidence.by}`

/**
 * Tells of every claim of a reading which words say it and which table row or rule found it, as an indented text.
 * The same reading gives the same text.
 */
export function explain(reading: Reading): string {
  const names = new Map(reading.entities.map(e => [e.id, e.name]))
  const parts = reading.events.map((event, i) => explainEvent(event, i, names))
  for (const { name, id, posts, relations, founded } of reading.entities) {
    const lines = (posts ?? []).map(p => line('post', `${p.title}${p.affiliation ? ` · ${p.affiliation}` : ''}`, p.evidence))
    for (const { kind, entity, evidence } of relations ?? [])
      lines.push(line(kind, entity ? (names.get(entity) ?? entity) : (founded?.start ?? ''), evidence))
    if (lines.length > 0) parts.push([`${name}  (${id})`, ...lines].join('\n'))
  }
  for (const { speaker, named, verb, ...quote } of reading.quotes) {
    const who = (speaker && (names.get(speaker) ?? speaker)) ?? named?.text ?? ''
    parts.push(`quote: ${who}, ${quote.direct ? 'direct' : 'reported'}\n    «${quote.text}»  ${at(quote)}  by ${verb.by}`)
  }
  for (const issue of reading.issues) parts.push(`issue ${issue.code}: ${issue.message}${issue.span ? `  ${at(issue.span)}` : ''}`)
  return parts.join('\n\n')
}

function explainEvent(event: Event, index: number, names: ReadonlyMap<string, string>): string {
  const lines = [`${index === 0 ? 'main event' : `event ${index + 1}`}: ${event.type}, ${event.status}, confidence ${event.confidence}`]
  for (const trigger of event.triggers) lines.push(line('trigger', event.type, trigger))
  const { date } = event
  if (date) {
    const implied = date.implied.length > 0 ? `, implied: ${date.implied.join(' ')}` : ''
    lines.push(
      `  date         ${date.start}${date.end ? ` – ${date.end}` : ''} (${date.precision}, ${date.calendar}${implied})\n    «${date.text}»  ${at(date.span)}`,
    )
  }
  for (const place of event.places)
    lines.push(`  place        ${place.name} (${place.kind}${place.country ? `, ${place.country}` : ''})  ${place.entity}`)
  for (const p of event.participants) lines.push(line(p.role, `${names.get(p.entity) ?? p.name} (${p.kind})`, p.evidence))
  for (const count of event.counts)
    lines.push(`  count        ${count.comparator}${count.value} ${count.unit}\n    «${count.text}»  ${at(count.span)}`)
  if (event.topic) lines.push(line('topic', '', event.topic))
  return lines.join('\n')
}
