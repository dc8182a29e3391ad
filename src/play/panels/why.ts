import { phrase } from '../../labels.ts'
import { el } from '../dom.ts'
import type { Claim, View } from '../view.ts'

/** The row of a table behind a claim: columns with their cells. */
export type FindRow = (by: string) => Readonly<Record<string, string>> | null

const AROUND = 40

/** Where a claim comes from: the words, their place, the rule or the row. */
export function whyPanel({ label, value, evidence }: Claim, view: View, findRow: FindRow): Node[] {
  const { words, text } = view
  const { start, end, by } = evidence
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/^\S*\s/, '')
  const after = text.slice(end, end + AROUND).replace(/\s\S*$/, '')
  const isRow = /:\d+$/.test(by)
  const cells = isRow ? findRow(by) : null
  return [
    el('p', { class: 'claimed' }, `${label}: `, el('bdi', {}, value)),
    el('blockquote', { lang: 'ar', dir: 'rtl' }, before, el('mark', { class: 'chosen' }, text.slice(start, end)), after),
    el(
      'p',
      { class: 'aside' },
      phrase(words, 'page.span', { start, end }),
      by !== '' && ' · ',
      by !== '' && words(isRow ? 'page.row' : 'page.rule'),
      by !== '' && ' ',
      by !== '' && el('code', { dir: 'ltr' }, by),
    ),
    ...(cells ? [rowOf(cells)] : []),
  ]
}

function rowOf(cells: Readonly<Record<string, string>>): HTMLElement {
  const filled = Object.entries(cells).filter(([, cell]) => cell !== '')
  return el(
    'dl',
    { class: 'row' },
    ...filled.flatMap(([column, cell]) => [
      el('dt', { dir: 'ltr', lang: 'en' }, column),
      el('dd', { dir: 'auto' }, cell.replaceAll('|', ' | ')),
    ]),
  )
}
