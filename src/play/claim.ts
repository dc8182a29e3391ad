import { el } from './dom.ts'
import type { Claim, View } from './view.ts'

/** A button with the words of a claim: it shows where the claim comes from. */
export function claimButton(claim: Claim, view: View, shown: string = claim.value): HTMLButtonElement {
  return el('button', { type: 'button', class: 'claim', dir: 'auto', click: () => view.explain(claim) }, shown)
}

/** What stands in a panel that has nothing to show. */
export const nothing = (view: View): HTMLElement => el('p', { class: 'none' }, view.words('page.nothing'))

/** A table with a heading a column. */
export function tableOf(caption: string, heads: readonly string[], rows: readonly (readonly (Node | string)[])[]): HTMLElement {
  return el(
    'div',
    { class: 'table', tabindex: 0, role: 'group', 'aria-label': caption },
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, caption),
      el('thead', {}, el('tr', {}, ...heads.map(head => el('th', { scope: 'col' }, head)))),
      el(
        'tbody',
        {},
        ...rows.map(cells => el('tr', {}, ...cells.map(cell => el('td', { dir: typeof cell === 'string' ? 'auto' : null }, cell)))),
      ),
    ),
  )
}
