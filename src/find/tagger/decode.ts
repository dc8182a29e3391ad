import type { Hits, Lexicon } from '../../lexicon/lexicon.ts'
import type { Tokens } from '../../token/token.ts'
import { Agreement } from './agreement.ts'
import { attributesOf, CONTEXT_BITS, contextKey, contextOf, EDGE, FIRST_AGREEMENT } from './attributes.ts'
import { LABELS, mayFollow, OUTSIDE, POSITIONS, REACH } from './labels.ts'
import type { Model } from './model.ts'

const WIDTH = POSITIONS * LABELS
const NEVER = -1 << 20
const FIRST_WORDS = 1 << 12
const FIRST_TOKENS = 1 << 10

/** Labels the tokens of texts over one lexicon. What a word counts at each position is summed once a word; a text takes no memory of its own. */
export class Decoder {
  /** Sums a word: `word * WIDTH + position * LABELS + label`. */
  private sums = new Int16Array(FIRST_WORDS * WIDTH)
  private known = new Uint8Array(FIRST_WORDS)
  private stems = new Int32Array(FIRST_WORDS)
  private stemAt = new Int32Array(FIRST_TOKENS)
  private readonly agreement = new Agreement()
  private readonly edge: Int16Array
  private readonly context: Int16Array
  /** What the steps between labels can make up for, at most. */
  private readonly reach: number
  private readonly steps: Int32Array
  private bits = new Int32Array(FIRST_TOKENS)
  private from = new Uint8Array(FIRST_TOKENS * LABELS)
  /** Of the last text: the score of each label of each token. */
  scores = new Int32Array(FIRST_TOKENS * LABELS)
  /** Of the last text: the label of each token. */
  labels = new Uint8Array(FIRST_TOKENS)

  constructor(
    private readonly model: Model,
    private readonly lexicon: Lexicon,
    private readonly bias: number,
    private readonly agree = true,
  ) {
    this.edge = new Int16Array(WIDTH)
    this.addTo(this.edge, 0, EDGE)
    this.context = new Int16Array(CONTEXT_BITS * WIDTH)
    for (let bit = 0; bit < CONTEXT_BITS; bit++) this.addTo(this.context, bit * WIDTH, contextKey(bit))
    let [low, high] = [0, 0]
    for (const step of model.steps) [low, high] = [Math.min(low, step), Math.max(high, step)]
    this.reach = high - low
    this.steps = Int32Array.from(model.steps, (step, n) =>
      mayFollow(n % LABELS, n < LABELS * LABELS ? Math.floor(n / LABELS) : OUTSIDE) ? step : NEVER,
    )
  }

  /** Adds the weights of an attribute to sums. */
  private addTo(sums: Int16Array, at: number, key: number): void {
    const { model } = this
    const n = model.at(key)
    if (n < 0) return
    const positions = model.positions[n] as number
    let row = (model.first[n] as number) * LABELS
    for (let p = 0; p < POSITIONS; p++) {
      if (((positions >> p) & 1) === 0) continue
      for (let y = 0; y < LABELS; y++) sums[at + p * LABELS + y] = (sums[at + p * LABELS + y] as number) + (model.rows[row + y] as number)
      row += LABELS
    }
  }

  private learn(word: number, kind: number): void {
    if (word >= this.known.length) {
      const room = Math.max(word + 1, this.known.length * 2)
      const known = new Uint8Array(room)
      known.set(this.known)
      this.known = known
      const sums = new Int16Array(room * WIDTH)
      sums.set(this.sums)
      this.sums = sums
      const stems = new Int32Array(room)
      stems.set(this.stems)
      this.stems = stems
    }
    this.known[word] = 1
    const { keys, stem } = attributesOf(this.lexicon, this.model.clusters, word, kind)
    this.stems[word] = stem
    for (const key of keys) this.addTo(this.sums, word * WIDTH, key)
  }

  /** Labels a text: `labels` and `scores` hold its tokens' until the next. */
  run(tokens: Tokens, hits: Hits): void {
    const { size, word, kind, sentences, sentenceCount } = tokens
    if (size > this.labels.length) {
      const room = Math.max(size, this.labels.length * 2)
      this.labels = new Uint8Array(room)
      this.bits = new Int32Array(room)
      this.stemAt = new Int32Array(room)
      this.from = new Uint8Array(room * LABELS)
      this.scores = new Int32Array(room * LABELS)
    }
    const { bits } = this
    for (let i = 0; i < size; i++) if (this.known[word[i] as number] !== 1) this.learn(word[i] as number, kind[i] as number)
    contextOf(tokens, hits, bits)
    for (let s = 0; s < sentenceCount; s++) this.sentence(tokens, sentences[s] as number, sentences[s + 1] as number)
    if (!this.agree) return
    const { stemAt, stems, labels } = this
    for (let i = 0; i < size; i++) stemAt[i] = stems[word[i] as number] as number
    if (!this.agreement.fill(size, stemAt, labels, bits)) return
    for (let s = 0; s < sentenceCount; s++) {
      const from = sentences[s] as number
      const to = sentences[s + 1] as number
      let any = false
      for (let i = from; i < to; i++) {
        const agreed = (bits[i] as number) >>> FIRST_AGREEMENT
        if (agreed === 0) continue
        any = true
        this.addContext(i, agreed << FIRST_AGREEMENT, from, to)
      }
      if (any) this.walk(from, to)
    }
  }

  private sentence(tokens: Tokens, from: number, to: number): void {
    this.score(tokens, from, to)
    for (let i = from; i < to; i++) if (this.bits[i] !== 0) this.addContext(i, this.bits[i] as number, from, to)
    this.walk(from, to)
  }

  /** Sums what the words around each token say of its label. Written out for the seven labels: this is where the time goes. */
  private score({ word }: Tokens, from: number, to: number): void {
    const { scores, sums, edge, bias } = this
    for (let i = from; i < to; i++) {
      let [s0, s1, s2, s3, s4, s5, s6] = [-bias, 0, 0, 0, 0, 0, 0]
      for (let p = 0; p < POSITIONS; p++) {
        const k = i + p - REACH
        const inside = k >= from && k < to
        const source = inside ? sums : edge
        const at = (inside ? (word[k] as number) * WIDTH : 0) + p * LABELS
        s0 += source[at] as number
        s1 += source[at + 1] as number
        s2 += source[at + 2] as number
        s3 += source[at + 3] as number
        s4 += source[at + 4] as number
        s5 += source[at + 5] as number
        s6 += source[at + 6] as number
      }
      const out = i * LABELS
      scores[out] = s0
      scores[out + 1] = s1
      scores[out + 2] = s2
      scores[out + 3] = s3
      scores[out + 4] = s4
      scores[out + 5] = s5
      scores[out + 6] = s6
    }
  }

  /** Adds what is known of token `i` itself to its scores and those of its neighbours. */
  private addContext(i: number, bits: number, from: number, to: number): void {
    const { scores, context } = this
    for (let left = bits; left !== 0; left &= left - 1) {
      const row = (31 - Math.clz32(left & -left)) * WIDTH
      for (let k = i - 1; k <= i + 1; k++) {
        if (k < from || k >= to) continue
        const at = row + (i - k + REACH) * LABELS
        for (let y = 0; y < LABELS; y++) scores[k * LABELS + y] = (scores[k * LABELS + y] as number) + (context[at + y] as number)
      }
    }
  }

  /** The best labels of a sentence (Viterbi). */
  private walk(from: number, to: number): void {
    const { scores, steps, labels } = this
    const back = this.from
    const last = this.last
    const next = this.next
    for (let y = 0; y < LABELS; y++) last[y] = (steps[LABELS * LABELS + y] as number) + (scores[from * LABELS + y] as number)
    for (let i = from + 1; i < to; i++) {
      const out = i * LABELS
      // the best label before a begin or what is outside is among all, before an inside among two
      let lead = NEVER
      for (let y = 1; y < LABELS; y++) if ((last[y] as number) > lead) lead = last[y] as number
      const near = lead > (last[0] as number) - this.reach
      for (let y = 0; y < LABELS; y++) {
        let best = (last[0] as number) + (steps[y] as number)
        let which = 0
        if (y !== OUTSIDE && (y & 1) === 0) {
          best = (last[y] as number) + (steps[y * LABELS + y] as number)
          which = y
          const begin = (last[y - 1] as number) + (steps[(y - 1) * LABELS + y] as number)
          if (begin > best) {
            best = begin
            which = y - 1
          }
        } else if (near) {
          for (let b = 1; b < LABELS; b++) {
            const sum = (last[b] as number) + (steps[b * LABELS + y] as number)
            if (sum > best) {
              best = sum
              which = b
            }
          }
        }
        next[y] = best + (scores[out + y] as number)
        back[out + y] = which
      }
      for (let y = 0; y < LABELS; y++) last[y] = next[y] as number
    }
    let label = 0
    for (let y = 1; y < LABELS; y++) if ((last[y] as number) > (last[label] as number)) label = y
    for (let i = to - 1; i >= from; i--) {
      labels[i] = label
      label = back[i * LABELS + label] as number
    }
  }

  private readonly last = new Int32Array(LABELS)
  private readonly next = new Int32Array(LABELS)
}
