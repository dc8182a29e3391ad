import type { Entity, Event } from '../../index.ts'
import { countPhrase, phrase } from '../../labels.ts'
import { claimButton } from '../claim.ts'
import { el } from '../dom.ts'
import { type Claim, evidenceOf, namingOf, type View } from '../view.ts'

const ROLES = ['chair', 'organizer', 'agent', 'patient', 'participant'] as const

/** The main event: what, when, where, who, how many. */
export function cardPanel(view: View): Node[] {
  const { reading, words } = view
  const [main] = reading.events
  if (!main) return [el('p', { class: 'none' }, words('part.none'))]
  const rows = [
    row(words('part.date'), dateOf(main, view)),
    row(words('part.place'), placesOf(main, view)),
    ...ROLES.map(role => row(words(`role.${role}`), participantsOf(main, role, view))),
    row(words('part.counts'), countsOf(main, view)),
    row(
      words('part.topic'),
      main.topic ? [claimButton({ label: words('part.topic'), value: main.topic.text, evidence: main.topic }, view)] : [],
    ),
    row(words('part.founded'), foundedOf(view)),
  ]
  return [heading(main, view), el('dl', { class: 'facts' }, ...rows.flat())]
}

function row(label: string, values: readonly Node[]): Node[] {
  return values.length > 0 ? [el('dt', {}, label), ...values.map(value => el('dd', {}, value))] : []
}

function heading(main: Event, view: View): HTMLElement {
  const { words } = view
  const type = words(`type.${main.type}`)
  const [trigger] = main.triggers
  const named = main.title ?? trigger?.text ?? type
  const claim = trigger && { label: words('part.trigger'), value: type, evidence: trigger }
  return el(
    'div',
    { class: 'headline' },
    el(
      'p',
      { class: 'kind' },
      el('span', { class: 'badge' }, type),
      el('span', { class: `badge status ${main.status}` }, words(`status.${main.status}`)),
      el('span', { class: 'aside' }, phrase(words, 'page.confidence', { percent: Math.round(main.confidence * 100) })),
    ),
    el('p', { class: 'named', lang: 'ar', dir: 'rtl' }, claim ? claimButton(claim, view, named) : named),
  )
}

function dateOf({ date }: Event, view: View): Node[] {
  if (!date) return []
  const { words } = view
  const value = `${date.start}${date.end ? ` – ${date.end}` : ''}`
  const implied = date.implied.map(part => words(`implied.${part}`)).reduce((a, b) => (a ? phrase(words, 'card.list', { a, b }) : b), '')
  const notes = [
    date.calendar === 'hijri' ? words('calendar.hijri') : '',
    implied ? phrase(words, 'card.implied', { parts: implied }) : '',
  ].filter(Boolean)
  const button = claimButton({ label: words('part.date'), value, evidence: evidenceOf(date.span, view) }, view)
  return [el('span', {}, button, notes.length > 0 && el('span', { class: 'aside' }, notes.join(' · ')))]
}

function placesOf(main: Event, view: View): Node[] {
  const { words } = view
  return main.places.flatMap(place => {
    const note = [words(`kind.${place.kind}`), place.country].filter(Boolean).join(' · ')
    const evidence = namingOf(place.entity, view, main.evidence)
    const value = evidence ? claimButton({ label: words('part.place'), value: place.name, evidence }, view) : place.name
    return [el('span', {}, value, el('span', { class: 'aside' }, note))]
  })
}

function participantsOf(main: Event, role: (typeof ROLES)[number], view: View): Node[] {
  const { words, reading } = view
  return main.participants
    .filter(p => p.role === role)
    .map(p => {
      const entity = reading.entities.find(e => e.id === p.entity)
      const claim: Claim = { label: words(`role.${role}`), value: p.name, evidence: p.evidence }
      return el('span', {}, claimButton(claim, view), ...postsOf(entity, view))
    })
}

function postsOf(entity: Entity | undefined, view: View): Node[] {
  return (entity?.posts ?? []).slice(0, 2).map(post => {
    const value = [post.title, post.affiliation].filter(Boolean).join(' · ')
    return el('span', { class: 'aside' }, claimButton({ label: view.words('part.post'), value, evidence: post.evidence }, view))
  })
}

function countsOf(main: Event, view: View): Node[] {
  const { words } = view
  return main.counts.map(count => {
    const value = countPhrase(count, words, n => n.toLocaleString('en'))
    return claimButton({ label: words('part.counts'), value, evidence: evidenceOf(count.span, view) }, view)
  })
}

function foundedOf(view: View): Node[] {
  return view.reading.entities.flatMap(({ name, founded }) =>
    founded
      ? [
          el(
            'span',
            {},
            claimButton({ label: view.words('part.founded'), value: founded.start, evidence: evidenceOf(founded.span, view) }, view),
            el('span', { class: 'aside', dir: 'auto' }, name),
          ),
        ]
      : [],
  )
}
