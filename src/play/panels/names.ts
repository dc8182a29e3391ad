import type { Entity } from '../../index.ts'
import { phrase } from '../../labels.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'

const KINDS = ['person', 'organization', 'place', 'group'] as const

/** Every name of the text as a button, by kind: what the highlights show, for keyboards and screen readers. Pressed again, it goes on to the next place. */
export function namesPanel(view: View): Node[] {
  const { words, reading } = view
  return KINDS.flatMap(kind => {
    const named = reading.entities.filter(e => e.kind === kind && e.mentions.length > 0)
    if (named.length === 0) return []
    return [
      el('h3', {}, el('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }), words(`kind.${kind}`)),
      el('ul', { class: 'names' }, ...named.map(entity => el('li', {}, nameButton(entity, view)))),
    ]
  })
}

function nameButton(entity: Entity, view: View): HTMLElement {
  const { words, reading, text } = view
  let next = 0
  const show = () => {
    const span = entity.mentions[next++ % entity.mentions.length]
    if (!span) return
    const found = reading.mentions.find(m => m.start === span.start && m.end === span.end)
    const evidence = { ...span, text: text.slice(span.start, span.end), by: found?.by ?? '' }
    view.explain({ label: words(`kind.${entity.kind}`), value: entity.name, evidence })
  }
  const times = entity.mentions.length
  return el(
    'button',
    {
      type: 'button',
      class: `name ${entity.kind}`,
      'aria-label': phrase(words, 'page.times', { name: entity.name, n: times }),
      click: show,
    },
    el('bdi', { lang: 'ar' }, entity.name),
    times > 1 && el('span', { class: 'times' }, `×${times}`),
  )
}
