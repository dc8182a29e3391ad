import sample from 'khabar:sample'
import { createReader } from '../index.ts'
import { directionOf, LANGUAGES, type Language, labelsOf, phrase } from '../labels.ts'
import { byId, el } from './dom.ts'
import { Editor } from './editor.ts'
import { STYLES } from './kinds.ts'
import { actorsPanel } from './panels/actors.ts'
import { cardPanel } from './panels/card.ts'
import { exportsPanel } from './panels/exports.ts'
import { issuesPanel } from './panels/issues.ts'
import { mapPanel } from './panels/map.ts'
import { namesPanel } from './panels/names.ts'
import { quotesPanel } from './panels/quotes.ts'
import { timelinePanel } from './panels/timeline.ts'
import { countsPanel, datesPanel } from './panels/values.ts'
import { whyPanel } from './panels/why.ts'
import { createFindRow } from './rows.ts'
import type { Claim, View } from './view.ts'

type Panel = (view: View) => Node[]

/** Panels by the id of their place on the page: those that are seen while writing, and those that are made when the browser has a moment. */
const NEAR: Readonly<Record<string, Panel>> = { card: cardPanel, names: namesPanel }
const FAR: Readonly<Record<string, Panel>> = {
  timeline: timelinePanel,
  actors: actorsPanel,
  map: mapPanel,
  quotes: quotesPanel,
  dates: datesPanel,
  counts: countsPanel,
  issues: issuesPanel,
  export: exportsPanel,
}

/** The day on which the sample was published. */
const SAMPLE_DAY = '2022-05-09'

const reader = createReader()
const findRow = createFindRow(reader)
const editor = new Editor()
const published = byId<HTMLInputElement>('published')
let language: Language = languageOfAddress() ?? 'ar'
/** Which text the panels further down are being made for: a newer one stops them. */
let current: View | null = null

function languageOfAddress(): Language | null {
  const named = location.hash.slice(1)
  return (LANGUAGES as readonly string[]).includes(named) ? (named as Language) : null
}

/** Reads what stands in the field, and shows it. */
function update(): void {
  const { text } = editor
  const start = performance.now()
  const reading = reader.read(text, published.value ? { publishedAt: published.value } : {})
  const took = performance.now() - start
  const words = labelsOf(language)
  const view: View = { text, publishedAt: published.value, reading, language, words, explain: claim => explain(claim, view) }
  editor.show(reading)
  byId('why').replaceChildren(el('p', { class: 'none' }, words('page.why-hint')))
  byId('took').textContent = phrase(words, 'page.took', { n: text.length.toLocaleString('en'), ms: took.toFixed(took < 10 ? 1 : 0) })
  fill(NEAR, view)
  whenIdle(Object.entries(FAR), view)
  point = offset => pointAt(offset, view)
}

/** Explains what stands at a place of the text. */
let point: (offset: number) => void = () => {}

function pointAt(offset: number, view: View): void {
  const span = editor.spanAt(offset)
  const mention = span && view.reading.mentions.find(m => m.start === span.start && m.end === span.end)
  if (mention) explain({ label: view.words(`kind.${mention.kind}`), value: mention.text, evidence: mention }, view)
}

function fill(panels: Readonly<Record<string, Panel>>, view: View): void {
  for (const [id, panel] of Object.entries(panels)) byId(id).replaceChildren(...panel(view))
}

/** Makes panels one at a time, each when the browser has a moment: a key that is pressed meanwhile does not wait for them. */
function whenIdle([next, ...others]: readonly [id: string, panel: Panel][], view: View): void {
  current = view
  if (!next) return
  const [id, panel] = next
  idle(() => {
    if (current !== view) return
    byId(id).replaceChildren(...panel(view))
    whenIdle(others, view)
  })
}

const PATIENCE = 300
const idle = (work: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: PATIENCE })
  else setTimeout(work)
}

function explain(claim: Claim, view: View): void {
  editor.choose(claim.evidence)
  byId('why').replaceChildren(...whyPanel(claim, view, findRow))
}

/** Writes the words of the page in the chosen language. */
function translate(): void {
  const words = labelsOf(language)
  const root = document.documentElement
  root.lang = language
  root.dir = directionOf(language)
  document.title = words('page.title')
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]')) element.textContent = words(element.dataset.words ?? '')
  for (const element of document.querySelectorAll<HTMLElement>('[data-name]'))
    element.setAttribute('aria-label', words(element.dataset.name ?? ''))
  editor.field.placeholder = words('page.placeholder')
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]'))
    button.setAttribute('aria-pressed', String(button.dataset.language === language))
  byId('legend').replaceChildren(
    ...STYLES.map(style => el('li', {}, el('span', { class: `swatch ${style}`, 'aria-hidden': 'true' }), words(`kind.${style}`))),
  )
}

function speak(chosen: Language): void {
  language = chosen
  translate()
  update()
}

/** Puts an article into the field. */
function take(text: string, day = ''): void {
  editor.text = text
  if (day) published.value = day
  update()
}

editor.field.addEventListener('input', update)
editor.field.addEventListener('click', () => {
  if (editor.field.selectionStart === editor.field.selectionEnd) point(editor.field.selectionStart)
})
published.addEventListener('input', update)
for (const button of document.querySelectorAll<HTMLElement>('[data-language]'))
  button.addEventListener('click', () => speak(button.dataset.language as Language))
byId('sample').addEventListener('click', () => take(sample, SAMPLE_DAY))
byId('clear').addEventListener('click', () => {
  take('')
  editor.field.focus()
})
const file = byId<HTMLInputElement>('file')
file.addEventListener('change', async () => {
  const [first] = file.files ?? []
  if (first) take(await first.text())
})
byId('open').addEventListener('click', () => file.click())

const paper = byId('paper')
paper.addEventListener('dragover', event => {
  event.preventDefault()
  paper.classList.add('over')
})
paper.addEventListener('dragleave', () => paper.classList.remove('over'))
paper.addEventListener('drop', async event => {
  event.preventDefault()
  paper.classList.remove('over')
  const dropped = event.dataTransfer
  const [first] = dropped?.files ?? []
  const text = first ? await first.text() : dropped?.getData('text')
  if (text) take(text)
})
window.addEventListener('hashchange', () => {
  const named = languageOfAddress()
  if (named) speak(named)
})

translate()
reader.read(sample) // the tables are read with the first text: the times that are shown are those of reading
take(sample, SAMPLE_DAY)
