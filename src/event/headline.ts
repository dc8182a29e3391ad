import { Class } from '../lexicon/classes.ts'
import { Kind } from '../token/token.ts'
import type { ArgumentSource } from './argument.ts'
import type { Layout } from './layout.ts'

/** A stem shorter than this says little. */
const SHORTEST = 3

/** The words of a headline, to tell which parts of the text tell the same. */
export class Headline {
  private readonly words = new Map<number, number>()
  private size = 0
  private readonly shares = new Map<number, number>()

  constructor(
    layout: Layout,
    private readonly source: ArgumentSource,
  ) {
    const end = layout.title > 0 ? (source.tokens.sentences[layout.title] as number) : 0
    for (let i = 0; i < end; i++) {
      if (!this.isContent(i)) continue
      let isNew = true
      for (const stem of this.stems(i)) {
        if (this.words.has(stem)) isNew = false
        else this.words.set(stem, this.size)
      }
      if (isNew) this.size++
    }
  }

  get isEmpty(): boolean {
    return this.size === 0
  }

  /** Which part of the headline's words stand among the tokens `[from, to)`: 0 … 1. */
  share(from: number, to: number): number {
    if (this.size === 0) return 0
    const key = from * 1e6 + to
    const known = this.shares.get(key)
    if (known !== undefined) return known
    const seen = new Set<number>()
    for (let i = from; i < to; i++) {
      if (!this.isContent(i)) continue
      for (const stem of this.stems(i)) {
        const number = this.words.get(stem)
        if (number !== undefined) seen.add(number)
      }
    }
    const share = seen.size / this.size
    this.shares.set(key, share)
    return share
  }

  private isContent(i: number): boolean {
    const { tokens, hits } = this.source
    const kind = tokens.kind[i]
    return (
      (kind === Kind.word || kind === Kind.latin || kind === Kind.number) && ((hits.classes[i] as number) & (Class.word | Class.date)) === 0
    )
  }

  private stems(i: number): number[] {
    const { lexicon, tokens } = this.source
    return [...lexicon.stems(tokens.word[i] as number)].filter(stem => lexicon.words.text(stem).length >= SHORTEST)
  }
}
