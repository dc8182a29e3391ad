import { type Exporter, exporters } from '../../export/index.ts'
import { graph } from '../../graph/index.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'

const FORMATS: Readonly<Record<string, (view: View) => string>> = {
  reading: view => JSON.stringify(view.reading, null, 2),
  ...Object.fromEntries(
    Object.values(exporters)
      .filter(({ name }) => name !== 'parquet') // bytes, for which a page has no use
      .flatMap(formatsOf),
  ),
}
const FIRST = 'reading'
let chosen = FIRST

/** The formats of an exporter that give text: one, or one a file. */
function formatsOf(exporter: Exporter): [string, (view: View) => string][] {
  const write = (part?: string) => (view: View) => {
    const { text, publishedAt, reading } = view
    const told = graph([{ id: 'article', ...reading, text, ...(publishedAt ? { publishedAt } : {}) }])
    return [...(exporter.write(told, part ? { part } : {}) as Iterable<string>)].join('')
  }
  const parts = exporter.parts
  return parts ? parts.map(part => [`${exporter.name} ${part}`, write(part)]) : [[exporter.name, write()]]
}

/** The reading in each format, to copy. */
export function exportsPanel(view: View): Node[] {
  const { words } = view
  const output = el('pre', { dir: 'ltr', tabindex: 0, 'aria-label': words('page.export') })
  const said = el('span', { class: 'aside', role: 'status' })
  const buttons = Object.keys(FORMATS).map(name => el('button', { type: 'button', class: 'format', click: () => show(name) }, name))
  const show = (name: string): void => {
    chosen = name
    output.textContent = FORMATS[name]?.(view) ?? ''
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.textContent === name))
    said.textContent = ''
  }
  const copy = async (): Promise<void> => {
    await copyText(output)
    said.textContent = words('page.copied')
  }
  show(chosen in FORMATS ? chosen : FIRST)
  return [
    el(
      'div',
      { class: 'bar' },
      el('div', { role: 'group', 'aria-label': words('page.export'), class: 'formats', dir: 'ltr' }, ...buttons),
      el('button', { type: 'button', class: 'plain', click: copy }, words('page.copy')),
      said,
    ),
    output,
  ]
}

/** Copies the text of an element; from disk, where some browsers give no clipboard, by way of a selection. */
async function copyText(element: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? '')
  } catch {
    getSelection()?.selectAllChildren(element)
    document.execCommand('copy')
  }
}
