import { LABELS, POSITIONS, REACH } from '../src/find/tagger/labels.ts'
import { Chain } from './chain.ts'
import type { Example } from './crf.ts'
import { createRandom, shuffle } from './random.ts'

/** Numbers a word, hidden numbers a token. */
const WORD = 48
const HIDDEN = 64
const EPOCHS = 5
const RATE = 0.03
const DECAY = 0.001
/** Shares of attributes, of numbers of a word and of hidden numbers that are left out at random while training. */
const LEFT_OUT = { attributes: 0.4, word: 0.2, hidden: 0.5 }
/** The sum of squares with which a weight begins, and the difference from the right label below which nothing is learnt of a token. */
const FIRST_SUM = 0.01
const NEGLIGIBLE = 0.005

/** Vectors of words: `size` numbers each; `placeOf` tells which are a word's, or -1. */
export interface WordVectors {
  readonly size: number
  readonly numbers: Float32Array
  placeOf(word: number): number
}

/** Weights of one layer, which learn by AdaGrad from the changes gathered in `change`. */
class Layer {
  readonly change: Float32Array
  private readonly squares: Float32Array
  private readonly sum: Float32Array

  constructor(readonly weights: Float32Array) {
    this.change = new Float32Array(weights.length)
    this.squares = new Float32Array(weights.length).fill(FIRST_SUM)
    this.sum = new Float32Array(weights.length)
  }

  learn(from = 0, to = this.weights.length): void {
    const { weights, change, squares } = this
    for (let k = from; k < to; k++) {
      if (change[k] === 0) continue
      const g = (change[k] as number) + DECAY * (weights[k] as number)
      const s = (squares[k] as number) + g * g
      squares[k] = s
      weights[k] = (weights[k] as number) - (RATE * g) / Math.sqrt(s)
      change[k] = 0
    }
  }

  /** Notes the weights of this moment for the mean. */
  note(): void {
    for (let k = 0; k < this.sum.length; k++) this.sum[k] = (this.sum[k] as number) + (this.weights[k] as number)
  }

  /** Sets the weights to the mean of what was noted. */
  settle(times: number): void {
    for (let k = 0; k < this.sum.length; k++) this.weights[k] = (this.sum[k] as number) / times
  }
}

/**
 * A small neural net with the labels' chain on top: the attributes and the vector of a word become `WORD` numbers, those of five words `HIDDEN`
 * ones, these the score of each label. It sees which attributes go together, what a linear model does not.
 */
export class Net {
  private readonly attribute: Layer
  private readonly vector: Layer
  private readonly window: Layer
  private readonly output: Layer
  private readonly steps: Layer
  private readonly layers: readonly Layer[]
  private readonly random: () => number
  /** Of the last sentence: numbers of its words before and after some were left out, hidden numbers, score of each label. */
  private plain = new Float32Array(0)
  private word = new Float32Array(0)
  private hidden = new Float32Array(0)
  score = new Float32Array(0)
  /** The score of each step between labels, as `Weights` has them. */
  get step(): Float32Array {
    return this.steps.weights
  }
  private wordChange = new Float32Array(0)
  private readonly hiddenChange = new Float32Array(HIDDEN)

  /** `attributes`: how many there are; what comes later counts nothing. */
  constructor(
    private readonly attributes: number,
    private readonly vectors: WordVectors,
    seed: number,
  ) {
    const random = createRandom(seed)
    const layer = (size: number, most: number): Layer => new Layer(Float32Array.from({ length: size }, () => (random() * 2 - 1) * most))
    this.attribute = layer(attributes * WORD, 0.1)
    this.vector = layer(vectors.size * WORD, Math.sqrt(3 / vectors.size))
    this.window = layer(POSITIONS * HIDDEN * WORD, Math.sqrt(6 / (POSITIONS * WORD + HIDDEN)))
    this.output = layer(LABELS * HIDDEN, Math.sqrt(6 / (HIDDEN + LABELS)))
    this.steps = layer((LABELS + 1) * LABELS, 0)
    this.layers = [this.attribute, this.vector, this.window, this.output, this.steps]
    this.random = random
  }

  /** Learns from examples; the weights are averaged over the last half of the epochs. */
  train(examples: readonly Example[]): void {
    const chain = new Chain()
    const order = [...examples]
    let noted = 0
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, this.random)
      for (const example of order) {
        const lists = this.read(example, true)
        chain.run(example.length, this.score, this.steps.weights, example.labels)
        this.learn(example, lists, chain)
      }
      if (epoch < EPOCHS / 2) continue
      for (const layer of this.layers) layer.note()
      noted++
    }
    for (const layer of this.layers) layer.settle(noted)
  }

  /** Scores the labels of a sentence: `score`; returns the attributes of each token that counted. */
  read(example: Example, training = false): Int32Array[] {
    this.reserve(example.length)
    const lists = this.readWords(example, training)
    this.readWindows(example.length, training)
    return lists
  }

  private reserve(length: number): void {
    if (this.score.length >= length * LABELS) return
    this.plain = new Float32Array(length * WORD)
    this.word = new Float32Array(length * WORD)
    this.wordChange = new Float32Array(length * WORD)
    this.hidden = new Float32Array(length * HIDDEN)
    this.score = new Float32Array(length * LABELS)
  }

  private readWords({ length, near, far, words }: Example, training: boolean): Int32Array[] {
    const { plain, word, random, vectors, attributes } = this
    const [attribute, vector] = [this.attribute.weights, this.vector.weights]
    const lists: Int32Array[] = []
    for (let i = 0; i < length; i++) {
      const at = i * WORD
      plain.fill(0, at, at + WORD)
      const all = Int32Array.from([...(far[i] as Int32Array), ...(near[i] as Int32Array)])
      const list = all.filter(a => a < attributes && !(training && random() < LEFT_OUT.attributes))
      lists.push(list)
      for (let n = 0; n < list.length; n++) {
        const from = (list[n] as number) * WORD
        for (let k = 0; k < WORD; k++) plain[at + k] = (plain[at + k] as number) + (attribute[from + k] as number)
      }
      const place = vectors.placeOf(words[i] as number) * vectors.size
      for (let k = 0; place >= 0 && k < WORD; k++) {
        let sum = plain[at + k] as number
        for (let d = 0; d < vectors.size; d++) sum += (vector[k * vectors.size + d] as number) * (vectors.numbers[place + d] as number)
        plain[at + k] = sum
      }
      for (let k = at; k < at + WORD; k++) {
        plain[k] = Math.tanh(plain[k] as number)
        word[k] = training ? (random() < LEFT_OUT.word ? 0 : (plain[k] as number) / (1 - LEFT_OUT.word)) : (plain[k] as number)
      }
    }
    return lists
  }

  private readWindows(length: number, training: boolean): void {
    const { word, hidden, score, random } = this
    const [window, output] = [this.window.weights, this.output.weights]
    for (let i = 0; i < length; i++) {
      for (let j = 0; j < HIDDEN; j++) {
        let sum = 0
        for (let p = 0; p < POSITIONS; p++) {
          const from = (i + p - REACH) * WORD
          if (from < 0 || from >= length * WORD) continue
          const row = (p * HIDDEN + j) * WORD
          for (let k = 0; k < WORD; k++) sum += (window[row + k] as number) * (word[from + k] as number)
        }
        const isOut = sum <= 0 || (training && random() < LEFT_OUT.hidden)
        hidden[i * HIDDEN + j] = isOut ? 0 : training ? sum / (1 - LEFT_OUT.hidden) : sum
      }
      for (let y = 0; y < LABELS; y++) {
        let sum = 0
        for (let j = 0; j < HIDDEN; j++) sum += (output[y * HIDDEN + j] as number) * (hidden[i * HIDDEN + j] as number)
        score[i * LABELS + y] = sum
      }
    }
  }

  private learn({ length, words, weight }: Example, lists: readonly Int32Array[], { delta, stepDelta }: Chain): void {
    this.wordChange.fill(0, 0, length * WORD)
    for (let k = 0; k < stepDelta.length; k++) this.steps.change[k] = (stepDelta[k] as number) * weight
    for (let i = 0; i < length; i++) {
      let most = 0
      for (let y = 0; y < LABELS; y++) most = Math.max(most, Math.abs(delta[i * LABELS + y] as number))
      if (most >= NEGLIGIBLE) this.learnWindow(length, i, delta, weight)
    }
    for (let i = 0; i < length; i++) this.learnWord(i, words[i] as number, lists[i] as Int32Array)
    for (const layer of this.layers) if (layer !== this.attribute) layer.learn()
  }

  private learnWindow(length: number, i: number, delta: Float64Array, weight: number): void {
    const { hidden, hiddenChange, word, wordChange, output, window } = this
    hiddenChange.fill(0)
    for (let y = 0; y < LABELS; y++) {
      const d = (delta[i * LABELS + y] as number) * weight
      for (let j = 0; j < HIDDEN; j++) {
        const h = hidden[i * HIDDEN + j] as number
        if (h === 0) continue
        const n = y * HIDDEN + j
        output.change[n] = (output.change[n] as number) + d * h
        hiddenChange[j] = (hiddenChange[j] as number) + (d * (output.weights[n] as number)) / (1 - LEFT_OUT.hidden)
      }
    }
    for (let j = 0; j < HIDDEN; j++) {
      const d = hiddenChange[j] as number
      if (d === 0) continue
      for (let p = 0; p < POSITIONS; p++) {
        const from = (i + p - REACH) * WORD
        if (from < 0 || from >= length * WORD) continue
        const row = (p * HIDDEN + j) * WORD
        for (let k = 0; k < WORD; k++) {
          window.change[row + k] = (window.change[row + k] as number) + d * (word[from + k] as number)
          wordChange[from + k] = (wordChange[from + k] as number) + d * (window.weights[row + k] as number)
        }
      }
    }
  }

  private learnWord(i: number, word: number, list: Int32Array): void {
    const { plain, wordChange, vectors, vector, attribute } = this
    const at = i * WORD
    for (let k = at; k < at + WORD; k++) {
      const isOut = this.word[k] === 0
      const slope = 1 - (plain[k] as number) ** 2
      wordChange[k] = isOut ? 0 : ((wordChange[k] as number) * slope) / (1 - LEFT_OUT.word)
    }
    const place = vectors.placeOf(word) * vectors.size
    for (let k = 0; place >= 0 && k < WORD; k++) {
      const d = wordChange[at + k] as number
      if (d === 0) continue
      for (let n = 0; n < vectors.size; n++) {
        const to = k * vectors.size + n
        vector.change[to] = (vector.change[to] as number) + d * (vectors.numbers[place + n] as number)
      }
    }
    for (let n = 0; n < list.length; n++) {
      const to = (list[n] as number) * WORD
      for (let k = 0; k < WORD; k++) attribute.change[to + k] = wordChange[at + k] as number
      attribute.learn(to, to + WORD)
    }
  }
}
