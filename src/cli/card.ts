import type { Event, Reading } from '../index.ts'

const WIDTH = 14

/** The main event of a reading as a short text for people. */
export function card(reading: Reading): string {
  const [main, ...others] = reading.events
  if (!main) return 'no event'
  const rows: [string, string][] = [
    ['event', `${main.type}, ${main.status}${main.title ? `: ${main.title}` : ''}`],
    ['date', dateOf(main)],
    ['place', main.places.map(p => `${p.name} (${[p.kind, p.country].filter(Boolean).join(', ')})`).join(' · ')],
  ]
  for (const role of ['chair', 'organizer', 'agent', 'patient', 'participant'] as const) {
    rows.push([
      role,
      main.participants
        .filter(p => p.role === role)
        .map(p => withPost(p.entity, p.name, reading))
        .join(' · '),
    ])
  }
  rows.push(['counts', main.counts.map(c => `${c.comparator === '=' ? '' : c.comparator}${c.value} ${c.unit}`).join(' · ')])
  rows.push(['topic', main.topic?.text ?? ''])
  for (const entity of reading.entities) {
    if (entity.founded) rows.push(['founded', `${entity.name}: ${entity.founded.start}`])
  }
  if (others.length > 0)
    rows.push(['also', `${others.length} other event${others.length > 1 ? 's' : ''}: ${[...new Set(others.map(e => e.type))].join(', ')}`])
  return rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name.padEnd(WIDTH)}${value}`)
    .join('\n')
}

function dateOf({ date }: Event): string {
  if (!date) return ''
  return `${date.start}${date.end ? ` – ${date.end}` : ''}${date.implied.length > 0 ? ` (implied: ${date.implied.join(', ')})` : ''}`
}

function withPost(id: string, name: string, { entities }: Reading): string {
  const post = entities.find(e => e.id === id)?.posts?.[0]
  return post ? `${name} (${post.title}${post.affiliation ? `, ${post.affiliation}` : ''})` : name
}
