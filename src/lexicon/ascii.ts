/**
 * Arabic in ASCII, for the compiled tables: an engine reads and keeps a text of one byte a character many times faster than one of two.
 * Lossless for every text.
 */

/** What parts cells, and lines, of the compiled tables: signs that no notation has to escape. */
export const CELL = '!'
export const LINE = '\x7f'
const CELL_CODE = CELL.charCodeAt(0)
export const LINE_CODE = LINE.charCodeAt(0)

/** Sets off a stretch of Arabic letters in running text. */
const SHIFT = 0x5e // ^
/** Before four hexadecimal digits: any other character. */
const ESCAPE = 0x60 // `
const BACKSLASH = 0x5c

/** U+0621 to U+063A and U+0641 to U+064A: the letters of Arabic. */
const LETTERS: readonly number[] = [...range(0x0621, 0x063a), ...range(0x0641, 0x064a)]
/** Letters for running text, which is full of Latin too: `a` to `z`, then `A` to `J`, inside a stretch. */
const SHIFTED = pairs(LETTERS, [...range(0x61, 0x7a), ...range(0x41, 0x5a)])
/** آ أ ؤ إ ئ ة ى: no letters of a folded name. */
const UNFOLDED = new Set([0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0629, 0x0649])
/** Letters for folded names, where no Latin capitals are: `A` to `Z`, then `[`, `]` and `^`. */
const FOLDED = pairs(
  LETTERS.filter(letter => !UNFOLDED.has(letter)),
  [...range(0x41, 0x5b), 0x5d, 0x5e],
)

interface Pairs {
  readonly toAscii: ReadonlyMap<number, number>
  readonly toLetter: ReadonlyMap<number, number>
}

/** A folded name, a letter a character. A blank stays a blank, and sorts before every letter. */
export function nameToAscii(name: string): string {
  let out = ''
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i)
    const code = FOLDED.toAscii.get(unit)
    if (code !== undefined) out += String.fromCharCode(code)
    else out += isSpecial(unit) || FOLDED.toLetter.has(unit) ? escapeOf(unit) : name[i]
  }
  return out
}

/** What `nameToAscii` was given. */
export function nameFromAscii(ascii: string): string {
  let out = ''
  for (let i = 0; i < ascii.length; i++) {
    const unit = ascii.charCodeAt(i)
    if (unit === ESCAPE) {
      out += unescaped(ascii, i)
      i += 4
    } else out += String.fromCharCode(FOLDED.toLetter.get(unit) ?? unit)
  }
  return out
}

/** Running text: stretches of Arabic letters between two signs of shift, blanks and digits inside them. */
export function textToAscii(text: string): string {
  let out = ''
  let shifted = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const code = SHIFTED.toAscii.get(unit)
    const isNeutral = code === undefined && !isLatin(unit) && !isSpecial(unit)
    if (!isNeutral && shifted !== (code !== undefined)) {
      out += String.fromCharCode(SHIFT)
      shifted = !shifted
    }
    if (code !== undefined) out += String.fromCharCode(code)
    else out += isSpecial(unit) ? escapeOf(unit) : text[i]
  }
  return shifted ? out + String.fromCharCode(SHIFT) : out
}

/** What `textToAscii` was given. */
export function textFromAscii(ascii: string): string {
  let out = ''
  let shifted = false
  for (let i = 0; i < ascii.length; i++) {
    const unit = ascii.charCodeAt(i)
    if (unit === SHIFT) shifted = !shifted
    else if (unit === ESCAPE) {
      out += unescaped(ascii, i)
      i += 4
    } else out += String.fromCharCode((shifted ? SHIFTED.toLetter.get(unit) : undefined) ?? unit)
  }
  return out
}

/** Whether a character has to be escaped in both ways of writing. */
const isSpecial = (unit: number): boolean =>
  unit > 0x7e || unit < 0x20 || unit === SHIFT || unit === ESCAPE || unit === CELL_CODE || unit === BACKSLASH
const isLatin = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
const escapeOf = (unit: number): string => String.fromCharCode(ESCAPE) + unit.toString(16).padStart(4, '0')
const unescaped = (ascii: string, at: number): string => String.fromCharCode(Number.parseInt(ascii.slice(at + 1, at + 5), 16))

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

function pairs(letters: readonly number[], codes: readonly number[]): Pairs {
  return {
    toAscii: new Map(letters.map((letter, n) => [letter, codes[n] as number])),
    toLetter: new Map(letters.map((letter, n) => [codes[n] as number, letter])),
  }
}
