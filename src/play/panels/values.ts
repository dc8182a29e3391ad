import type { Mention } from '../../index.ts'
import { claimButton, nothing, tableOf } from '../claim.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'

const TIMES: ReadonlySet<Mention['kind']> = new Set(['date', 'time', 'datetime', 'duration', 'set'])
const AMOUNTS: ReadonlySet<Mention['kind']> = new Set(['number', 'percent', 'money', 'quantity', 'ordinal'])

/** Every date and time of the text. */
export const datesPanel = (view: View): Node[] => valuesPanel(TIMES, view.words('page.dates'), view)

/** Every number of the text, with the unit that an event counts it in. */
export const countsPanel = (view: View): Node[] => valuesPanel(AMOUNTS, view.words('part.counts'), view)

function valuesPanel(kinds: ReadonlySet<Mention['kind']>, caption: string, view: View): Node[] {
  const { words, reading } = view
  const found = reading.mentions.filter(m => kinds.has(m.kind))
  if (found.length === 0) return [nothing(view)]
  const counts = reading.events.flatMap(e => e.counts)
  const rows = found.map(mention => {
    const counted = counts.find(c => c.span.start < mention.end && mention.start < c.span.end)
    const value = [mention.value ?? '', mention.unit ?? ''].filter(part => part !== '').join(' ')
    const label = words(`kind.${mention.kind}`)
    return [
      claimButton({ label, value: value || mention.text, evidence: mention }, view, mention.text),
      el('bdi', { dir: 'ltr' }, value),
      counted ? words(`unit.${counted.unit}`) : label,
    ]
  })
  return [tableOf(caption, [words('page.col-text'), words('page.col-value'), words('page.col-kind')], rows)]
}
