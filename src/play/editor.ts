import type { Reading } from '../index.ts'
import type { Span } from '../text/span.ts'
import { byId, el } from './dom.ts'
import { STYLES, type Style, styleOf } from './kinds.ts'

/** A stretch of the text that is shown in a style. */
interface Shown extends Span {
  readonly style: Style
}

const CHOSEN = 'chosen'

/**
 * The text: a field that is written in, over a sheet with the same words in the same place, which carries the highlights. So the words
 * themselves are never cut into elements, and letters stay joined.
 */
export class Editor {
  readonly field = byId<HTMLTextAreaElement>('text')
  private readonly sheet = byId<HTMLElement>('sheet')
  private readonly paint = 'highlights' in CSS && typeof Highlight === 'function' ? paintHighlights : paintMarks
  private shown: readonly Shown[] = []
  private chosen: Span | null = null

  get text(): string {
    return this.field.value
  }

  set text(text: string) {
    this.field.value = text
  }

  /** Shows what was read. */
  show(reading: Reading): void {
    const triggers = new Set(reading.events.flatMap(e => e.triggers.map(t => t.start)))
    this.shown = withoutOverlaps(
      reading.mentions.flatMap(m => {
        const style = styleOf(m, triggers)
        return style ? [{ start: m.start, end: m.end, style }] : []
      }),
    )
    this.chosen = null
    this.draw()
  }

  /** Sets a span off from all others, and brings it into sight. */
  choose(span: Span): void {
    this.chosen = span
    this.draw()
    const range = rangeOf(this.sheet, span)
    const box = range.getBoundingClientRect()
    const frame = byId('paper').getBoundingClientRect()
    if (box.top < frame.top || box.bottom > frame.bottom) byId('paper').scrollTop += box.top - frame.top - frame.height / 3
  }

  /** What the caret stands in. */
  spanAt(offset: number): Span | null {
    return this.shown.find(s => s.start <= offset && offset <= s.end) ?? null
  }

  private draw(): void {
    this.paint(this.sheet, this.text, this.shown, this.chosen)
  }
}

/** Mentions in the order of the text, none inside another. */
function withoutOverlaps(shown: readonly Shown[]): Shown[] {
  const sorted = [...shown].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Shown[] = []
  let end = 0
  for (const one of sorted) {
    if (one.start < end) continue
    kept.push(one)
    end = one.end
  }
  return kept
}

/** A line end at the end of the field begins a line there; on the sheet it needs something behind it. */
const onSheet = (text: string): string => `${text} `

function paintHighlights(sheet: HTMLElement, text: string, shown: readonly Shown[], chosen: Span | null): void {
  if (sheet.firstChild?.nodeType !== Node.TEXT_NODE) sheet.replaceChildren(document.createTextNode(''))
  const words = sheet.firstChild as Text
  if (words.data !== onSheet(text)) words.data = onSheet(text)
  for (const style of STYLES) {
    CSS.highlights.set(style, new Highlight(...shown.filter(s => s.style === style).map(s => rangeOf(sheet, s))))
  }
  const over = new Highlight(...(chosen ? [rangeOf(sheet, chosen)] : []))
  over.priority = 1
  CSS.highlights.set(CHOSEN, over)
}

/** For browsers without highlights: elements that take no room, so that letters join across their edges. */
function paintMarks(sheet: HTMLElement, text: string, shown: readonly Shown[], chosen: Span | null): void {
  const all: (Span & { style: string })[] = chosen
    ? [...shown.filter(s => s.end <= chosen.start || s.start >= chosen.end), { ...chosen, style: CHOSEN }].sort((a, b) => a.start - b.start)
    : [...shown]
  const parts: (string | Node)[] = []
  let end = 0
  for (const one of all) {
    parts.push(text.slice(end, one.start), el('mark', { class: one.style }, text.slice(one.start, one.end)))
    end = one.end
  }
  sheet.replaceChildren(...parts, onSheet(text.slice(end)))
}

/** A range of the words of an element. */
function rangeOf(element: HTMLElement, { start, end }: Span): Range {
  const range = document.createRange()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let passed = 0
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const next = passed + node.length
    if (passed <= start && start <= next) range.setStart(node, start - passed)
    if (passed <= end && end <= next) {
      range.setEnd(node, end - passed)
      break
    }
    passed = next
  }
  return range
}
