import { Agreement } from '../src/find/tagger/agreement.ts'
import { attributesOf, CONTEXT_BITS, contextKey, contextOf, EDGE } from '../src/find/tagger/attributes.ts'
import type { Clusters } from '../src/find/tagger/clusters.ts'
import type { Lexicon } from '../src/lexicon/lexicon.ts'
import type { Kind, Tokens } from '../src/token/token.ts'
import type { Example } from './crf.ts'

/** Attributes by number, in the order in which they were met. */
export class Attributes {
  readonly keys: number[] = []
  private readonly numbers = new Map<number, number>()
  private readonly ofWord: ({ near: Int32Array; far: Int32Array; stem: number } | undefined)[] = []
  readonly edge: number
  private readonly agreement = new Agreement()
  private readonly context: number[]

  constructor(
    private readonly lexicon: Lexicon,
    private readonly clusters: Clusters,
    private readonly tables = true,
  ) {
    this.edge = this.number(EDGE)
    this.context = Array.from({ length: CONTEXT_BITS }, (_, bit) => this.number(contextKey(bit)))
  }

  get size(): number {
    return this.keys.length
  }

  private number(key: number): number {
    let n = this.numbers.get(key)
    if (n === undefined) {
      n = this.keys.length
      this.keys.push(key)
      this.numbers.set(key, n)
    }
    return n
  }

  private word(word: number, kind: Kind): { near: Int32Array; far: Int32Array; stem: number } {
    const known = this.ofWord[word]
    if (known) return known
    const { keys, far, stem } = attributesOf(this.lexicon, this.clusters, word, kind, this.tables)
    const numbers = (list: number[]): Int32Array => Int32Array.from(list, key => this.number(key))
    const made = { far: numbers(keys.slice(0, far)), near: numbers(keys.slice(far)), stem }
    this.ofWord[word] = made
    return made
  }

  /** The sentences of a text as examples; with labels that a model `guessed`, their agreement counts too. */
  examples(tokens: Tokens, labels: Uint8Array, weight: number, guessed: Uint8Array | null = null): Example[] {
    const bits = new Int32Array(tokens.size)
    if (this.tables) contextOf(tokens, this.lexicon.scan(tokens), bits)
    if (guessed)
      this.agreement.fill(
        tokens.size,
        Int32Array.from({ length: tokens.size }, (_, i) => this.word(tokens.word[i] as number, tokens.kind[i] as Kind).stem),
        guessed,
        bits,
      )
    const list: Example[] = []
    for (let s = 0; s < tokens.sentenceCount; s++) {
      const [from, to] = [tokens.sentences[s] as number, tokens.sentences[s + 1] as number]
      const near: Int32Array[] = []
      const far: Int32Array[] = []
      for (let i = from; i < to; i++) {
        const of = this.word(tokens.word[i] as number, tokens.kind[i] as Kind)
        far.push(of.far)
        const set: number[] = []
        for (let bit = 0; bit < CONTEXT_BITS; bit++) if ((((bits[i] as number) >> bit) & 1) !== 0) set.push(this.context[bit] as number)
        near.push(set.length > 0 ? Int32Array.from([...of.near, ...set]) : of.near)
      }
      if (to > from) list.push({ length: to - from, near, far, words: tokens.word.slice(from, to), labels: labels.slice(from, to), weight })
    }
    return list
  }
}
