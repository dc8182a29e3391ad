import { el } from '../dom.ts'
import { evidenceOf, type View } from '../view.ts'

/** What a careful reader would like to know of the text. */
export function issuesPanel(view: View): Node[] {
  const { issues } = view.reading
  const { words } = view
  if (issues.length === 0) return [el('p', { class: 'none' }, words('page.no-issues'))]
  return [
    el(
      'ul',
      { class: 'issues' },
      ...issues.map(({ code, message, span }) => {
        const told = words(`issue.${code}`)
        const show =
          span && (() => view.explain({ label: words('page.issues'), value: told, evidence: { ...evidenceOf(span, view), by: code } }))
        return el(
          'li',
          {},
          show ? el('button', { type: 'button', class: 'claim', click: show }, told) : told,
          el('span', { class: 'aside', dir: 'auto' }, message),
        )
      }),
    ),
  ]
}
