import { FOLD_CLASSES, type FoldClass, foldTable, HASH, MARK, MARK_RUN, UNDERSCORE } from './chars.ts'
import { createFold, foldString } from './fold.ts'

/**
 * What `normalize` does with a text. Every step is on by default: the result is the form in which khabar itself looks words up.
 * Switch a step off to keep what it folds.
 */
export interface NormalizeOptions {
  /** Drop harakat, tanween, shadda and Qur'anic marks: مُحَمَّد -> محمد. */
  readonly marks?: boolean
  /** Drop tatweel: محـــمد -> محمد. */
  readonly tatweel?: boolean
  /** أ إ آ ٱ -> ا */
  readonly alef?: boolean
  /** ى -> ي */
  readonly yeh?: boolean
  /** ة -> ه */
  readonly tehMarbuta?: boolean
  /** ؤ -> و, ئ -> ي */
  readonly hamza?: boolean
  /** ٣ ۳ -> 3, ٪ -> %, ٫ -> . */
  readonly digits?: boolean
  /** Ligatures and presentation forms to letters: ﷲ -> الله, ﻻ -> لا. */
  readonly presentationForms?: boolean
  /** Persian and other letters in Arabic words: ی -> ي, ک گ ڭ -> ك, پ -> ب, چ -> ج, ڤ -> ف. */
  readonly persian?: boolean
  /** Drop zero-width characters and direction marks. */
  readonly invisible?: boolean
  /** NBSP, tabs and other blanks -> one kind of blank. */
  readonly spaces?: boolean
  /** « » “ ” -> " */
  readonly quotes?: boolean
  /** – — -> - */
  readonly dashes?: boolean
  /** Latin letters to lower case, without accents. */
  readonly case?: boolean
  /** HTML entities that archives leave behind: &quot; -> ", &#1593; -> ع. */
  readonly entities?: boolean
  /** #وزير_الخارجية -> وزير الخارجية */
  readonly hashtags?: boolean
}

const EXTRA = ['entities', 'hashtags'] as const
const NAMES: ReadonlySet<string> = new Set([...FOLD_CLASSES, ...EXTRA])

/** Normalizes Arabic text. Linear in its length. Throws `TypeError` that names a wrong option. */
export function normalize(text: string, options: NormalizeOptions = {}): string {
  if (typeof text !== 'string') throw new TypeError('normalize: «text» must be a string')
  if (options === null || typeof options !== 'object') throw new TypeError('normalize: «options» must be an object')
  for (const [name, value] of Object.entries(options)) {
    if (!NAMES.has(name)) throw new TypeError(`normalize: unknown option «${name}»`)
    if (value !== undefined && typeof value !== 'boolean') throw new TypeError(`normalize: option «${name}» must be a boolean`)
  }
  const on = (name: keyof NormalizeOptions): boolean => options[name] !== false
  const table = foldTable(new Set(FOLD_CLASSES.filter((c: FoldClass) => on(c))))
  const folded = foldString(createFold(table, on('entities')), on('hashtags') ? plainHashtags(text) : text)
  return on('marks') ? folded : capMarks(folded)
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09

/** Takes «#» and «_» out of hashtags. */
function plainHashtags(text: string): string {
  if (!text.includes(String.fromCharCode(HASH))) return text
  const parts: string[] = []
  let inside = false
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const starts = code === HASH && (i === 0 || isBlank(text.charCodeAt(i - 1))) && i + 1 < text.length && !isBlank(text.charCodeAt(i + 1))
    if (starts || (inside && code === UNDERSCORE)) {
      parts.push(text.slice(from, i), starts ? '' : ' ')
      from = i + 1
    }
    if (starts) inside = true
    else if (isBlank(code)) inside = false
  }
  parts.push(text.slice(from))
  return parts.join('')
}

/** Keeps at most `MARK_RUN` marks in a row. */
function capMarks(text: string): string {
  const marks = foldTable(new Set<FoldClass>(['marks']))
  let out = ''
  let run = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (marks[text.charCodeAt(i)] !== MARK) {
      run = 0
      continue
    }
    if (++run <= MARK_RUN) continue
    if (run === MARK_RUN + 1) out += text.slice(from, i)
    from = i + 1
  }
  return out + text.slice(from)
}
