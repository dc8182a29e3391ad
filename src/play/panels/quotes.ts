import { claimButton, nothing } from '../claim.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'

/** Who said what. */
export function quotesPanel(view: View): Node[] {
  const { quotes, entities } = view.reading
  if (quotes.length === 0) return [nothing(view)]
  const names = new Map(entities.map(e => [e.id, e.name]))
  return [
    el(
      'ul',
      { class: 'quotes' },
      ...quotes.map(quote => {
        const speaker = names.get(quote.speaker ?? '') ?? quote.named?.text ?? ''
        return el(
          'li',
          {},
          el('p', { lang: 'ar', dir: 'rtl' }, quote.text),
          el(
            'p',
            { class: 'aside' },
            claimButton({ label: view.words('page.quotes'), value: speaker || quote.verb.text, evidence: quote.verb }, view),
          ),
        )
      }),
    ),
  ]
}
