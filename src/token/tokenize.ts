import {
  ALEF_HAMZA_ABOVE,
  ALEF_HAMZA_BELOW,
  ALEF_MADDA,
  ALEF_MAKSURA,
  ARABIC_COMMA,
  ARABIC_QUESTION,
  ARABIC_SEMICOLON,
  AT,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  ELLIPSIS,
  EXCLAMATION,
  FATHATAN,
  HASH,
  HYPHEN,
  isArabicLetter,
  isDigit,
  isOtherLetter,
  NEWLINE,
  PLUS,
  QUESTION,
  QUOTE,
  SEMICOLON,
  SLASH,
  SPACE,
  TEH_MARBUTA,
  UNDERSCORE,
  WAW,
} from '../text/chars.ts'
import type { Folded } from '../text/fold.ts'
import type { Scratch } from '../text/scratch.ts'
import { Flag, Kind, type Tokens } from './token.ts'
import type { Words } from './words.ts'

/** What a folded unit is to the tokenizer. */
const enum Unit {
  other = 0,
  space = 1,
  newline = 2,
  arabic = 3,
  letter = 4,
  digit = 5,
  punctuation = 6,
}

/** A word longer than this is no word (a megabyte without a blank): it is cut. */
const LONGEST_WORD = 64
/** A sentence with more tokens than this is none (the longest of 54,000 in news has 383): it is cut, so that later steps may compare all with all in it. */
const LONGEST_SENTENCE = 512
const PUNCTUATION = new Set([
  0x21, 0x22, 0x23, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x3a, 0x3b, 0x3d, 0x3f, 0x40, 0x5b, 0x5d, 0x7c,
  0x2022,
])

/** What every UTF-16 unit is to the tokenizer. 64 KB; built on demand. */
export function unitTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let c = 0; c < 0x10000; c++) {
    table[c] = isArabicLetter(c)
      ? Unit.arabic
      : isOtherLetter(c)
        ? Unit.letter
        : isDigit(c)
          ? Unit.digit
          : PUNCTUATION.has(c)
            ? Unit.punctuation
            : Unit.other
  }
  table[SPACE] = Unit.space
  table[NEWLINE] = Unit.newline
  table[UNDERSCORE] = Unit.space // «#وزير_الخارجية» reads as words
  for (const c of [ARABIC_COMMA, ARABIC_SEMICOLON, ARABIC_QUESTION, ELLIPSIS]) table[c] = Unit.punctuation
  return table
}

/** A function from a folded text to its tokens and sentences. */
export type Tokenize = (text: Folded) => Tokens

/** The arrays of the tokens of a text. */
export interface TokenArrays {
  readonly [name: string]: Int32Array | Uint8Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly kind: Uint8Array
  readonly flags: Uint8Array
  readonly word: Int32Array
  readonly sentence: Int32Array
}

export const createTokenArrays = (length: number): TokenArrays => ({
  start: new Int32Array(length),
  end: new Int32Array(length),
  kind: new Uint8Array(length),
  flags: new Uint8Array(length),
  word: new Int32Array(length),
  sentence: new Int32Array(length),
})

/** Makes a `tokenize` that numbers words in `words`. One pass, no string per token. With `scratch`, tokens are valid until the next text is read. */
export function createTokenize(words: Words, scratch?: Scratch<TokenArrays>, classes: Uint8Array = unitTable()): Tokenize {
  return text => {
    const arrays = scratch ? scratch.lend(text.length + 1) : createTokenArrays(text.length + 1)
    const tokens = new Tokenizer(text, words, classes, arrays).run()
    scratch?.settle(arrays, tokens.size)
    return tokens
  }
}

/** The state of one pass. */
class Tokenizer {
  private readonly units: Uint16Array
  private readonly length: number
  private readonly start: Int32Array
  private readonly end: Int32Array
  private readonly kind: Uint8Array
  private readonly flags: Uint8Array
  private readonly word: Int32Array
  private readonly sentence: Int32Array
  private size = 0
  private readonly sentences: number[] = [0]
  private readonly blocks: number[] = []
  private block = 0
  private glued = false
  private hashtag = false

  constructor(
    private readonly text: Folded,
    private readonly words: Words,
    private readonly classes: Uint8Array,
    arrays: TokenArrays,
  ) {
    this.units = text.units
    this.length = text.length
    this.start = arrays.start
    this.end = arrays.end
    this.kind = arrays.kind
    this.flags = arrays.flags
    this.word = arrays.word
    this.sentence = arrays.sentence
  }

  run(): Tokens {
    let i = 0
    while (i < this.length) {
      const unit = this.units[i] as number
      switch (this.classes[unit]) {
        case Unit.space:
          if (unit !== UNDERSCORE) {
            this.glued = false
            this.hashtag = false
          }
          i++
          break
        case Unit.newline:
          this.endSentence()
          this.block++
          this.glued = false
          this.hashtag = false
          i++
          break
        case Unit.arabic:
          i = this.arabicWord(i)
          break
        case Unit.letter:
          i = this.latinWord(i)
          break
        case Unit.digit:
          i = this.number(i)
          break
        case Unit.punctuation:
          i = this.punctuation(i)
          break
        default:
          i = this.add(i, this.pairEnd(i), Kind.symbol)
      }
      if (this.size - (this.sentences[this.sentences.length - 1] as number) >= LONGEST_SENTENCE) this.endSentence()
    }
    this.endSentence()
    return {
      text: this.text,
      size: this.size,
      start: this.start,
      end: this.end,
      kind: this.kind,
      flags: this.flags,
      word: this.word,
      sentence: this.sentence,
      sentences: this.sentences,
      blocks: this.blocks,
      sentenceCount: this.sentences.length - 1,
    }
  }

  private classAt(i: number): number {
    return i < this.length ? (this.classes[this.units[i] as number] as number) : Unit.newline
  }

  private pairEnd(i: number): number {
    const [unit, next] = [this.units[i] as number, i + 1 < this.length ? (this.units[i + 1] as number) : 0]
    return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff ? i + 2 : i + 1
  }

  private add(from: number, to: number, kind: Kind, flags = 0): number {
    const n = this.size++
    this.start[n] = from
    this.end[n] = to
    this.kind[n] = kind
    const first = n === (this.sentences[this.sentences.length - 1] as number) ? Flag.first : 0
    this.flags[n] = flags | first | (this.glued ? Flag.glued : 0) | (this.hashtag ? Flag.hashtag : 0)
    this.word[n] = this.words.intern(this.units, from, to)
    this.sentence[n] = this.sentences.length - 1
    this.glued = true
    return to
  }

  /** Ends the sentence after the last token, if it has one. */
  private endSentence(): void {
    if (this.size > (this.sentences[this.sentences.length - 1] as number)) {
      this.sentences.push(this.size)
      this.blocks.push(this.block)
    }
  }

  private arabicWord(from: number): number {
    let to = from + 1
    const limit = Math.min(this.length, from + LONGEST_WORD)
    while (to < limit && this.classes[this.units[to] as number] === Unit.arabic) to++
    const joined = to === from + 2 && this.units[from] === WAW // «ود. علي»: and Dr Ali
    if (to === from + 1 || joined) {
      const end = this.abbreviation(joined ? from + 1 : from, Unit.arabic)
      if (end > 0) return this.add(from, end, Kind.word)
    }
    return this.add(from, to, Kind.word, this.spelling(from, to))
  }

  /** The end of «د.», «أ.د.», «ق.م»: single letters with dots between, or -1. */
  private abbreviation(from: number, letter: Unit): number {
    let i = from
    let letters = 0
    while (this.classAt(i) === letter && this.classAt(i + 1) !== letter && this.units[i + 1] === DOT && i + 1 < this.length) {
      i += 2
      letters++
    }
    if (letters > 0 && this.classAt(i) === letter && this.classAt(i + 1) !== letter) return i + 1
    if (letters === 0 || (letters === 1 && (this.classAt(i) === Unit.newline || this.followsNumber()))) return -1 // «2014 م.»: an era at the end of a sentence
    return this.units[i] === DOT ? i - 1 : i // «م..»: the dots are the sentence's
  }

  private followsNumber(): boolean {
    const last = this.size - 1
    return last >= 0 && (this.kind[last] === Kind.number || this.kind[last] === Kind.date)
  }

  /** What folding hides of a word's spelling: read from the given text. */
  private spelling(from: number, to: number): number {
    const { raw, at, ends } = this.text
    let flags = 0
    const first = raw.charCodeAt(at[from] as number)
    if (first === ALEF_HAMZA_ABOVE || first === ALEF_HAMZA_BELOW || first === ALEF_MADDA) flags |= Flag.hamza
    const last = raw.charCodeAt(at[to - 1] as number)
    if (last === TEH_MARBUTA) flags |= Flag.tehMarbuta
    else if (last === ALEF_MAKSURA) flags |= Flag.maksura
    const after = raw.charCodeAt((ends[to - 1] as number) - 1)
    if (after >= FATHATAN && after <= FATHATAN + 2) flags |= Flag.tanween
    else if (
      to - from > 1 &&
      (ends[to - 2] as number) - (at[to - 2] as number) > 1 &&
      raw.charCodeAt((ends[to - 2] as number) - 1) === FATHATAN
    )
      flags |= Flag.tanween
    return flags
  }

  private latinWord(from: number): number {
    let to = from
    const limit = Math.min(this.length, from + LONGEST_WORD)
    while (to < limit && (this.classes[this.units[to] as number] === Unit.letter || this.classes[this.units[to] as number] === Unit.digit))
      to++
    const end = this.address(from, to)
    if (end > to) return end
    if (to === from + 1) {
      const dots = this.abbreviation(from, Unit.letter)
      if (dots > 0) return this.add(from, dots, Kind.latin)
    }
    if (this.units[to] === HYPHEN) {
      const digits = this.digits(to + 1)
      if (digits > to + 1 && digits - to <= 4 && this.units[digits] !== HYPHEN && this.classAt(digits) !== Unit.letter) to = digits // COVID-19
    }
    return this.add(from, to, Kind.latin)
  }

  /** A URL or e-mail that starts with the letters `[from, to)`: adds it and returns its end, or returns -1. */
  private address(from: number, to: number): number {
    const next = this.units[to]
    const isUrl =
      (next === COLON && this.units[to + 1] === SLASH && this.units[to + 2] === SLASH) ||
      (next === DOT && to - from === 3 && this.units[from] === 0x77 && this.units[from + 1] === 0x77)
    let i = to
    let at = -1
    const limit = Math.min(this.length, from + 2048)
    if (!isUrl) {
      // ahead to «@», over what an e-mail name may hold
      while (i < limit && i - from < LONGEST_WORD && (this.isAddressUnit(i) || this.units[i] === AT)) {
        if (this.units[i] === AT) at = i
        i++
      }
      if (at < 0) return this.bareDomain(from, to)
    } else
      while (
        i < limit &&
        this.classAt(i) !== Unit.space &&
        this.classAt(i) !== Unit.newline &&
        this.units[i] !== QUOTE &&
        this.units[i] !== CLOSE_PAREN &&
        this.classAt(i) !== Unit.arabic
      )
        i++
    while (i > to && this.classAt(i - 1) === Unit.punctuation && this.units[i - 1] !== SLASH) i--
    if (!isUrl && i <= at + 1) return -1
    return this.add(from, i, isUrl ? Kind.url : Kind.email)
  }

  /** «facebook.com», «un.org/ar»: letters, a dot, letters. */
  private bareDomain(from: number, to: number): number {
    if (this.units[to] !== DOT || this.classAt(to + 1) !== Unit.letter || this.classAt(to + 2) !== Unit.letter) return -1
    let i = to
    while (i < this.length && i - from < LONGEST_WORD && (this.isAddressUnit(i) || this.units[i] === SLASH)) i++
    while (i > to && this.units[i - 1] === DOT) i--
    return this.add(from, i, Kind.url)
  }

  private isAddressUnit(i: number): boolean {
    const unit = this.units[i] as number
    return this.classes[unit] === Unit.letter || this.classes[unit] === Unit.digit || unit === DOT || unit === HYPHEN || unit === PLUS
  }

  private digits(from: number): number {
    let to = from
    const limit = Math.min(this.length, from + LONGEST_WORD)
    while (to < limit && this.classes[this.units[to] as number] === Unit.digit) to++
    return to
  }

  /** «2.5», «1,200», «11/5/2022», or a plain run of digits. */
  private number(from: number): number {
    const to = this.digits(from)
    const separator = this.units[to]
    const goesOn = this.units[from - 1] === separator && this.classAt(from - 2) === Unit.digit // the 2 of «1-2-3-4»
    if ((separator === SLASH || separator === HYPHEN || separator === DOT) && to - from <= 4 && !goesOn) {
      const second = this.digits(to + 1)
      if (second > to + 1 && second - to <= 3 && this.units[second] === separator) {
        const third = this.digits(second + 1)
        const years = third - second - 1
        if (
          years >= 1 &&
          years <= 4 &&
          this.classAt(third) !== Unit.letter &&
          !(this.units[third] === separator && this.classAt(third + 1) === Unit.digit)
        )
          return this.add(from, third, Kind.date)
      }
    }
    let end = to
    while ((this.units[end] === DOT || this.units[end] === COMMA) && this.classAt(end + 1) === Unit.digit && end - from < LONGEST_WORD) {
      if (this.units[end] === COMMA && this.digits(end + 1) - end !== 4) break // «1,200» but not «1,2»
      end = this.digits(end + 1)
    }
    return this.add(from, end, Kind.number)
  }

  private punctuation(from: number): number {
    const unit = this.units[from] as number
    let to = from + 1
    if (unit === DOT || unit === HYPHEN || unit === EXCLAMATION || unit === QUESTION || unit === ARABIC_QUESTION)
      while (to < this.length && to - from < LONGEST_WORD && this.units[to] === unit) to++
    this.add(from, to, Kind.punctuation)
    if (unit === HASH) this.hashtag = true
    if (this.endsSentence(unit, from, to)) {
      // a closing quote or bracket belongs to the sentence that it closes
      while (to < this.length && (this.units[to] === QUOTE || this.units[to] === CLOSE_PAREN) && this.closes(to))
        to = this.add(to, to + 1, Kind.punctuation)
      this.endSentence()
    }
    return to
  }

  private closes(i: number): boolean {
    const next = this.classAt(i + 1)
    return next === Unit.space || next === Unit.newline || next === Unit.punctuation
  }

  private endsSentence(unit: number, from: number, to: number): boolean {
    if (unit === EXCLAMATION || unit === QUESTION || unit === ARABIC_QUESTION) return true
    if (unit === ELLIPSIS || unit === SEMICOLON) return false
    if (unit !== DOT) return false
    const next = this.classAt(to)
    if (to - from > 1) return next === Unit.space || next === Unit.newline || next === Unit.arabic // «القمة.. بدأت»
    return (
      next === Unit.space ||
      next === Unit.newline ||
      next === Unit.arabic ||
      this.units[to] === QUOTE ||
      this.units[to] === CLOSE_PAREN ||
      (next === Unit.digit && from > 0 && this.classAt(from - 1) !== Unit.digit)
    )
  }
}
