import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Tokens } from '../token/token.ts'
import type { Phrase } from './frame.ts'

/**
 * The words of a sentence, in every form that remains when particles are taken off: what decides whether a word keeps the company that its reading needs
 * («انفجار» with «مفخخة»). A mark a word, renewed for each sentence, so that nothing is allocated.
 */
export class Company {
  private marks = new Int32Array(1 << 14)
  private mark = 0
  private sentence = -1

  private tokens: Tokens | null = null

  constructor(private readonly lexicon: Lexicon) {}

  /** Turns to another text. */
  open(tokens: Tokens): void {
    this.tokens = tokens
    this.sentence = -1
  }

  /** Whether one of the phrases stands in a sentence. */
  has(phrases: readonly Phrase[], sentence: number): boolean {
    if (sentence !== this.sentence) this.enter(sentence)
    const { sentences } = this.tokens as Tokens
    for (const phrase of phrases) {
      const [first] = phrase
      if (first >= this.marks.length || this.marks[first] !== this.mark) continue
      if (phrase.length === 1 || this.stands(phrase, sentences[sentence] as number, sentences[sentence + 1] as number)) return true
    }
    return false
  }

  /** Whether one of the phrases stands among the tokens `[from, to)` of a sentence. */
  hasBetween(phrases: readonly Phrase[], sentence: number, from: number, to: number): boolean {
    if (sentence !== this.sentence) this.enter(sentence)
    for (const phrase of phrases) if (phrase[0] < this.marks.length && this.marks[phrase[0]] === this.mark && this.stands(phrase, from, to)) return true
    return false
  }

  private enter(sentence: number): void {
    this.sentence = sentence
    this.mark++
    const { sentences, word } = this.tokens as Tokens
    for (let i = sentences[sentence] as number; i < (sentences[sentence + 1] as number); i++) {
      for (const stem of this.lexicon.stems(word[i] as number)) {
        if (stem >= this.marks.length) this.widen(stem)
        this.marks[stem] = this.mark
      }
    }
  }

  private stands([first, ...rest]: Phrase, from: number, to: number): boolean {
    const { word } = this.tokens as Tokens
    for (let i = from; i + rest.length < to; i++) {
      if (word[i] !== first && !this.lexicon.stems(word[i] as number).includes(first)) continue
      if (rest.every((r, k) => word[i + k + 1] === r)) return true
    }
    return false
  }

  private widen(id: number): void {
    const wider = new Int32Array(Math.max(id + 1, this.marks.length * 2))
    wider.set(this.marks)
    this.marks = wider
  }
}
