import type { Event } from '../../index.ts'
import { claimButton, nothing } from '../claim.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'

/** All events of the text by date, those without one last. */
export function timelinePanel(view: View): Node[] {
  const { events } = view.reading
  if (events.length === 0) return [nothing(view)]
  const when = (event: Event): string => event.date?.start ?? '~'
  const sorted = [...events].sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))
  return [el('ol', { class: 'timeline' }, ...sorted.map(event => entry(event, event === events[0], view)))]
}

function entry(event: Event, isMain: boolean, view: View): HTMLElement {
  const { words } = view
  const [trigger] = event.triggers
  const type = words(`type.${event.type}`)
  const date = event.date
  const who = event.participants.slice(0, 3).map(p => el('li', {}, el('bdi', {}, p.name)))
  return el(
    'li',
    { class: isMain ? 'main' : null },
    date
      ? el('time', { datetime: date.start, dir: 'ltr' }, `${date.start}${date.end ? ` – ${date.end}` : ''}`)
      : el('span', { class: 'undated' }, words('page.undated')),
    el(
      'div',
      {},
      el(
        'p',
        { class: 'kind' },
        el('span', { class: 'badge' }, type),
        el('span', { class: `badge status ${event.status}` }, words(`status.${event.status}`)),
      ),
      trigger &&
        el('p', {}, claimButton({ label: words('part.trigger'), value: type, evidence: trigger }, view, event.title ?? trigger.text)),
      who.length > 0 && el('ul', { class: 'who' }, ...who),
    ),
  )
}
