import type { Folded } from '../text/fold.ts'
import type { Span } from '../text/span.ts'

/** What a token is. */
export const enum Kind {
  word = 1, // Arabic letters, or an abbreviation «أ.د.»
  latin = 2, // Latin, Greek or Cyrillic letters, digits after them: BBC, F16
  number = 3, // 2.5  1,200  2014
  date = 4, // 11/5/2022  2022-05-11: three groups of digits
  punctuation = 5,
  url = 6,
  email = 7,
  symbol = 8, // emoji and what else is no word
}

/** Facts of a token's place and spelling that folding hides. Bits of `Tokens.flags`. */
export const enum Flag {
  glued = 1, // no blank before it
  hashtag = 2, // part of «#وزير_الخارجية»
  tehMarbuta = 4, // its last letter is written ة: no pronoun is attached
  maksura = 8, // its last letter is written ى: «على» (on), not «علي» (Ali)
  hamza = 16, // its first letter is written with hamza or madda: أ إ آ
  tanween = 32, // it ends in tanween: «غربًا»
  first = 64, // the first token of a sentence
}

/**
 * All tokens of a text, as parallel arrays: token `i` covers the folded units `[start[i], end[i])`.
 * Sentence `s` holds the tokens `[sentences[s], sentences[s + 1])`; `blocks[s]` numbers its line of the text.
 */
export interface Tokens {
  readonly text: Folded
  readonly size: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly kind: Uint8Array
  readonly flags: Uint8Array
  /** The id of the folded word in `Words`. */
  readonly word: Int32Array
  /** The number of the sentence that holds token `i`. */
  readonly sentence: Int32Array
  readonly sentences: readonly number[]
  readonly blocks: readonly number[]
  readonly sentenceCount: number
}

/** The span in the given text of the tokens `[from, to)`, `skip` units of the first (an attached particle) left out. */
export function rawSpan(tokens: Tokens, from: number, to: number, skip = 0, drop = 0): Span {
  const { text, start, end } = tokens
  return { start: text.at[(start[from] as number) + skip] as number, end: text.ends[(end[to - 1] as number) - 1 - drop] as number }
}

/** The punctuation character that a token begins with, or 0 where it is none, or no token. */
export function markAt({ size, kind, start, text }: Tokens, token: number): number {
  return token >= 0 && token < size && kind[token] === Kind.punctuation ? (text.units[start[token] as number] as number) : 0
}

/** The number of the sentence that holds a token. */
export const sentenceOf = (tokens: Tokens, token: number): number => tokens.sentence[token] as number
