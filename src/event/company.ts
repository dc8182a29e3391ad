import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Tokens } from '../token/token.ts'

/** Words by their ids: the first may carry particles in the text, the others stand as they are. */
export type Phrase = readonly [first: number, ...rest: number[]]

/** Phrases of which one is looked for. */
export interface Phrases {
  readonly list: readonly Phrase[]
  /** Their first words, side by side: most of them stand in no sentence that is read. */
  readonly firsts: Int32Array
}

export const phrasesOf = (list: readonly Phrase[]): Phrases => ({ list, firsts: Int32Array.from(list, ([first]) => first) })

/**
 * The words of a sentence, in every form that remains when particles are taken off: what decides whether a word keeps the company that its reading needs
 * («انفجار» with «مفخخة»). A mark a word, renewed for each sentence, so that nothing is allocated.
 */
export class Company {
  /** By word the last sentence that has it, sentences counted over all texts. */
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
  has({ list, firsts }: Phrases, sentence: number): boolean {
    if (sentence !== this.sentence) this.enter(sentence)
    for (let p = 0; p < firsts.length; p++) {
      if (this.marks[firsts[p] as number] !== this.mark) continue
      const phrase = list[p] as Phrase
      const { sentences } = this.tokens as Tokens
      if (phrase.length === 1 || this.stands(phrase, sentences[sentence] as number, sentences[sentence + 1] as number)) return true
    }
    return false
  }

  /** Whether one of the phrases stands among the tokens `[from, to)` of a sentence. */
  hasBetween({ list, firsts }: Phrases, sentence: number, from: number, to: number): boolean {
    if (sentence !== this.sentence) this.enter(sentence)
    for (let p = 0; p < firsts.length; p++) {
      if (this.marks[firsts[p] as number] === this.mark && this.stands(list[p] as Phrase, from, to)) return true
    }
    return false
  }

  private enter(sentence: number): void {
    this.sentence = sentence
    this.mark++
    const { sentences, word } = this.tokens as Tokens
    const end = sentences[sentence + 1] as number
    for (let i = sentences[sentence] as number; i < end; i++) {
      const stems = this.lexicon.stems(word[i] as number)
      for (let k = 0; k < stems.length; k++) {
        const stem = stems[k] as number
        if (stem >= this.marks.length) this.widen(stem)
        this.marks[stem] = this.mark
      }
    }
  }

  private stands(phrase: Phrase, from: number, to: number): boolean {
    const { word } = this.tokens as Tokens
    const last = to - phrase.length
    for (let i = from; i <= last; i++) {
      if (!this.lexicon.stems(word[i] as number).includes(phrase[0])) continue
      let k = 1
      while (k < phrase.length && phrase[k] === word[i + k]) k++
      if (k === phrase.length) return true
    }
    return false
  }

  private widen(id: number): void {
    const wider = new Int32Array(Math.max(id + 1, this.marks.length * 2))
    wider.set(this.marks)
    this.marks = wider
  }
}
