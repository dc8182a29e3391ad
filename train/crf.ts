import { LABELS, POSITIONS, REACH } from '../src/find/tagger/labels.ts'
import { Chain } from './chain.ts'
import { createRandom, shuffle } from './random.ts'

/** A sentence for training: a list of attributes (numbers) a token and position, and the label of each token. */
export interface Example {
  readonly length: number
  /** Attributes that count for a token, by position: `far` ones reach two words, the rest one. */
  readonly near: readonly Int32Array[]
  readonly far: readonly Int32Array[]
  /** The words of the tokens, by id. */
  readonly words: ArrayLike<number>
  readonly labels: Uint8Array
  readonly weight: number
}

export interface Weights {
  /** `(attribute * POSITIONS + position) * LABELS + label` */
  readonly emit: Float32Array
  /** `before * LABELS + label`; row LABELS is the begin of a sentence. */
  readonly step: Float32Array
  readonly attributes: number
}

export interface CrfOptions {
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  readonly seed: number
}

const NO_ATTRIBUTES = new Int32Array(0)

/** What token `k` says of the token to which it stands at position `p`: first its attributes that reach far, then those of neighbours. Beyond the sentence it is the edge. */
function listAt({ length, near, far }: Example, edges: Int32Array, k: number, p: number, which: number): Int32Array {
  const inside = k >= 0 && k < length
  if (which === 0) return inside ? (far[k] as Int32Array) : edges
  return inside && p >= REACH - 1 && p <= REACH + 1 ? (near[k] as Int32Array) : NO_ATTRIBUTES
}

/** The sum of squares with which a weight begins, and the difference from the right label below which nothing is learnt of a token. */
const FIRST_SUM = 0.1
const NEGLIGIBLE = 0.005

/** Sums the score of each label of each token in `out`. `edge` is the attribute of what lies beyond the borders. */
function emissions(w: Float32Array, example: Example, edge: number, out: Float32Array): void {
  const { length } = example
  const edges = Int32Array.of(edge)
  for (let i = 0; i < length; i++) {
    let [s0, s1, s2, s3, s4, s5, s6] = [0, 0, 0, 0, 0, 0, 0]
    for (let p = 0; p < POSITIONS; p++) {
      const k = i + p - REACH
      for (let which = 0; which < 2; which++) {
        const list = listAt(example, edges, k, p, which)
        for (let n = 0; n < list.length; n++) {
          const a = list[n] as number
          const row = (a * POSITIONS + p) * LABELS
          s0 += w[row] as number
          s1 += w[row + 1] as number
          s2 += w[row + 2] as number
          s3 += w[row + 3] as number
          s4 += w[row + 4] as number
          s5 += w[row + 5] as number
          s6 += w[row + 6] as number
        }
      }
    }
    const at = i * LABELS
    out[at] = s0
    out[at + 1] = s1
    out[at + 2] = s2
    out[at + 3] = s3
    out[at + 4] = s4
    out[at + 5] = s5
    out[at + 6] = s6
  }
}

/** The mean of weights at several times of the training. */
class Mean {
  private readonly emit: Float32Array
  private readonly step: Float32Array
  private count = 0

  constructor(private readonly of: Weights) {
    this.emit = new Float32Array(of.emit.length)
    this.step = new Float32Array(of.step.length)
  }

  add(): void {
    this.count++
    for (let k = 0; k < this.emit.length; k++) this.emit[k] = (this.emit[k] as number) + (this.of.emit[k] as number)
    for (let k = 0; k < this.step.length; k++) this.step[k] = (this.step[k] as number) + (this.of.step[k] as number)
  }

  weights(): Weights {
    const { count } = this
    return { emit: this.emit.map(w => w / count), step: this.step.map(w => w / count), attributes: this.of.attributes }
  }
}

/** Weights that learn by AdaGrad: those with much change so far change less. */
class Learner implements Weights {
  readonly emit: Float32Array
  readonly step = new Float32Array((LABELS + 1) * LABELS)
  private readonly emitSum: Float32Array
  private readonly stepSum = new Float32Array(this.step.length).fill(FIRST_SUM)
  private readonly edges: Int32Array

  constructor(
    readonly attributes: number,
    edge: number,
    private readonly rate: number,
    private readonly decay: number,
  ) {
    this.emit = new Float32Array(attributes * POSITIONS * LABELS)
    this.emitSum = new Float32Array(this.emit.length).fill(FIRST_SUM)
    this.edges = Int32Array.of(edge)
  }

  learn(example: Example, { delta, stepDelta }: Chain): void {
    this.learnSteps(stepDelta, example.weight)
    for (let i = 0; i < example.length; i++) {
      const at = i * LABELS
      let most = 0
      for (let y = 0; y < LABELS; y++) most = Math.max(most, Math.abs(delta[at + y] as number))
      if (most >= NEGLIGIBLE) this.learnToken(example, i, delta)
    }
  }

  private learnSteps(stepDelta: Float64Array, weight: number): void {
    const { step, stepSum, rate } = this
    for (let k = 0; k < step.length; k++) {
      const g = (stepDelta[k] as number) * weight
      if (g === 0) continue
      stepSum[k] = (stepSum[k] as number) + g * g
      step[k] = (step[k] as number) - (rate * g) / Math.sqrt(stepSum[k] as number)
    }
  }

  private learnToken(example: Example, i: number, delta: Float64Array): void {
    const { emit, emitSum, rate, decay } = this
    for (let p = 0; p < POSITIONS; p++) {
      for (let which = 0; which < 2; which++) {
        const list = listAt(example, this.edges, i + p - REACH, p, which)
        for (let n = 0; n < list.length; n++) {
          const row = ((list[n] as number) * POSITIONS + p) * LABELS
          for (let y = 0; y < LABELS; y++) {
            const w = emit[row + y] as number
            const g = (delta[i * LABELS + y] as number) * example.weight + decay * w
            const s = (emitSum[row + y] as number) + g * g
            emitSum[row + y] = s
            emit[row + y] = w - (rate * g) / Math.sqrt(s)
          }
        }
      }
    }
  }
}

/** Trains a conditional random field by AdaGrad; the weights are averaged over the last half of the epochs. */
export function trainCrf(
  examples: readonly Example[],
  attributes: number,
  edge: number,
  { epochs, rate, decay, seed }: CrfOptions,
): Weights {
  const random = createRandom(seed)
  const learner = new Learner(attributes, edge, rate, decay)
  const mean = new Mean(learner)
  const chain = new Chain()
  const score = new Float32Array(examples.reduce((n, e) => Math.max(n, e.length), 1) * LABELS)
  const order = [...examples]
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const example of order) {
      emissions(learner.emit, example, edge, score)
      chain.run(example.length, score, learner.step, example.labels)
      learner.learn(example, chain)
    }
    if (epoch >= epochs / 2 || epoch === epochs - 1) mean.add()
  }
  return mean.weights()
}
