import { styleText } from 'node:util'
import { directionOf, type Language } from '../labels.ts'
import { LEFT_TO_RIGHT_MARK, POP_DIRECTION, RIGHT_TO_LEFT_EMBEDDING } from '../text/chars.ts'
import type { CardRow } from './card.ts'
import type { Shape } from './shape.ts'

/** Where and how a card is shown. */
export interface Paper {
  readonly language: Language
  /** In columns; null where lines are as long as they are: a pipe, a file. */
  readonly width: number | null
  readonly color: boolean
  /** Joins and reorders letters, for terminals that do neither; null leaves them in the order of reading. */
  readonly shape: Shape | null
}

const LABEL = 14
/** A terminal wider than this gets a card of this width. */
const WIDEST = 110
/** A value narrower than this is not wrapped. */
const NARROWEST = 24

const EMBED = String.fromCharCode(RIGHT_TO_LEFT_EMBEDDING)
const POP = String.fromCharCode(POP_DIRECTION)
const MARK = String.fromCharCode(LEFT_TO_RIGHT_MARK)

type Style = Parameters<typeof styleText>[0]
const LABEL_STYLE: Style = 'dim'
const STYLES: Readonly<Record<string, Style>> = {
  'part.event': ['bold', 'cyan'],
  'part.none': 'yellow',
  'part.date': 'green',
  'part.place': 'magenta',
  'part.counts': 'yellow',
  'part.also': 'dim',
}

/** The rows of a card as text: label beside value, from the right in Arabic. */
export function layOut(rows: readonly CardRow[], paper: Paper): string {
  return rows.flatMap(row => linesOf(row, paper)).join('\n')
}

function linesOf({ id, label, value }: CardRow, paper: Paper): string[] {
  const direction = directionOf(paper.language)
  const paint = (style: Style | undefined, text: string): string =>
    paper.color && style ? styleText(style, text, { validateStream: false }) : text
  if (paper.width === null)
    return [value === '' ? paint(STYLES[id], label) : `${paint(LABEL_STYLE, pad(label))}${paint(STYLES[id], value)}`]

  const width = Math.min(paper.width, WIDEST)
  // behind Arabic letters a date would be read from the right, year last, unless a mark says otherwise
  const marked = (text: string): string => (direction === 'rtl' && /^\d/.test(text) ? MARK + text : text)
  const draw = (text: string): string => paper.shape?.(marked(text), direction) ?? marked(text)
  return wrap(value === '' ? label : value, Math.max(NARROWEST, width - LABEL)).map((text, i) => {
    const drawn = draw(text)
    const head = i === 0 && value !== '' ? draw(label) : ''
    const gap = ' '.repeat(Math.max(0, LABEL - columns(head)))
    const [shown, beside] = [paint(STYLES[id], drawn), head && paint(LABEL_STYLE, head)]
    if (direction === 'ltr') return `${beside}${gap}${shown}`
    const left = ' '.repeat(Math.max(0, width - LABEL - columns(drawn)))
    // the terminal orders the letters itself: the line begins on the left, so that the blanks stay there, and the rest is read from the right
    return paper.shape ? `${left}${shown}${gap}${beside}` : `${MARK}${left}${EMBED}${beside}${gap}${shown}${POP}`
  })
}

const pad = (label: string): string => label + ' '.repeat(Math.max(1, LABEL - columns(label)))

/** How many columns of a terminal a text takes: marks and signs of direction take none. */
export const columns = (text: string): number => [...text.replace(/[\p{M}\p{Cf}]/gu, '')].length

/** Lines of at most so many columns, broken at blanks; a longer word stays whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && columns(line) + 1 + columns(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines
}
