import { LABELS, mayFollow, POSITIONS, REACH } from '../src/find/tagger/labels.ts'
import { createRandom, shuffle } from './random.ts'

/** A sentence for training: a list of attributes (numbers) a token and position, and the label of each token. */
export interface Example {
  readonly length: number
  /** Attributes that count for a token, by position: `far` ones reach two words, the rest one. */
  readonly near: readonly Int32Array[]
  readonly far: readonly Int32Array[]
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
  /** Share of attributes that are left out at random while training. */
  readonly drop: number
  readonly verbose?: boolean
}

const NO_ATTRIBUTES = new Int32Array(0)

/** What token `k` says of the token to which it stands at position `p`: first its attributes that reach far, then those of neighbours. Beyond the sentence it is the edge. */
function listAt({ length, near, far }: Example, edges: Int32Array, k: number, p: number, which: number): Int32Array {
  const inside = k >= 0 && k < length
  if (which === 0) return inside ? (far[k] as Int32Array) : edges
  return inside && p >= REACH - 1 && p <= REACH + 1 ? (near[k] as Int32Array) : NO_ATTRIBUTES
}

const NEVER = -1e4

/** Sums the score of each label of each token in `out`. `edge` is the attribute of what lies beyond the borders; attributes from `known` on count nothing. */
function emissions(
  w: Float32Array,
  example: Example,
  edge: number,
  out: Float32Array,
  known: number,
  dropped: Int32Array | null = null,
  round = 0,
): void {
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
          if (a >= known || (dropped !== null && dropped[a] === round)) continue
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

/** Trains a conditional random field by AdaGrad; the weights are averaged over the last half of the epochs. */
export function trainCrf(
  examples: readonly Example[],
  attributes: number,
  edge: number,
  { epochs, rate, decay, seed, drop, verbose = false }: CrfOptions,
): Weights {
  const random = createRandom(seed)
  const emit = new Float32Array(attributes * POSITIONS * LABELS)
  const step = new Float32Array((LABELS + 1) * LABELS)
  const emitSum = new Float32Array(emit.length).fill(0.1)
  const stepSum = new Float32Array(step.length).fill(0.1)
  const longest = examples.reduce((n, e) => Math.max(n, e.length), 1)
  const score = new Float32Array(longest * LABELS)
  const alpha = new Float64Array(longest * LABELS)
  const beta = new Float64Array(longest * LABELS)
  const delta = new Float64Array(longest * LABELS)
  const stepDelta = new Float64Array(step.length)
  const order = [...examples]
  const edges = Int32Array.of(edge)
  const dropped = new Int32Array(attributes)
  let round = 0
  const averaged = new Float32Array(emit.length)
  const averagedStep = new Float32Array(step.length)
  let sums = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (const example of order) {
      const { length, labels, near, far, weight } = example
      round++
      if (drop > 0)
        for (const lists of [near, far])
          for (const list of lists) for (const a of list) if (a !== edge && random() < drop) dropped[a] = round
      emissions(emit, example, edge, score, attributes, drop > 0 ? dropped : null, round)
      // forward and backward, in logarithms
      for (let i = 0; i < length; i++) {
        for (let y = 0; y < LABELS; y++) {
          let sum: number
          if (i === 0) sum = mayFollow(y, 0) ? (step[LABELS * LABELS + y] as number) : NEVER
          else {
            let top = Number.NEGATIVE_INFINITY
            for (let b = 0; b < LABELS; b++)
              if (mayFollow(y, b)) top = Math.max(top, (alpha[(i - 1) * LABELS + b] as number) + (step[b * LABELS + y] as number))
            sum = 0
            for (let b = 0; b < LABELS; b++)
              if (mayFollow(y, b)) sum += Math.exp((alpha[(i - 1) * LABELS + b] as number) + (step[b * LABELS + y] as number) - top)
            sum = top + Math.log(sum)
          }
          alpha[i * LABELS + y] = sum + (score[i * LABELS + y] as number)
        }
      }
      for (let i = length - 1; i >= 0; i--) {
        for (let y = 0; y < LABELS; y++) {
          if (i === length - 1) {
            beta[i * LABELS + y] = 0
            continue
          }
          let top = Number.NEGATIVE_INFINITY
          const at = (i + 1) * LABELS
          for (let n = 0; n < LABELS; n++)
            if (mayFollow(n, y))
              top = Math.max(top, (beta[at + n] as number) + (step[y * LABELS + n] as number) + (score[at + n] as number))
          let sum = 0
          for (let n = 0; n < LABELS; n++)
            if (mayFollow(n, y))
              sum += Math.exp((beta[at + n] as number) + (step[y * LABELS + n] as number) + (score[at + n] as number) - top)
          beta[i * LABELS + y] = top + Math.log(sum)
        }
      }
      let z = Number.NEGATIVE_INFINITY
      const end = (length - 1) * LABELS
      for (let y = 0; y < LABELS; y++) z = Math.max(z, alpha[end + y] as number)
      let sum = 0
      for (let y = 0; y < LABELS; y++) sum += Math.exp((alpha[end + y] as number) - z)
      z += Math.log(sum)
      stepDelta.fill(0)
      for (let i = 0; i < length; i++) {
        const gold = labels[i] as number
        for (let y = 0; y < LABELS; y++)
          delta[i * LABELS + y] = Math.exp((alpha[i * LABELS + y] as number) + (beta[i * LABELS + y] as number) - z) - (y === gold ? 1 : 0)
        if (i === 0) {
          for (let y = 0; y < LABELS; y++) stepDelta[LABELS * LABELS + y] = delta[y] as number
          loss -= (step[LABELS * LABELS + gold] as number) + (score[gold] as number)
          continue
        }
        const before = labels[i - 1] as number
        for (let b = 0; b < LABELS; b++)
          for (let y = 0; y < LABELS; y++)
            if (mayFollow(y, b))
              stepDelta[b * LABELS + y] =
                (stepDelta[b * LABELS + y] as number) +
                Math.exp(
                  (alpha[(i - 1) * LABELS + b] as number) +
                    (step[b * LABELS + y] as number) +
                    (score[i * LABELS + y] as number) +
                    (beta[i * LABELS + y] as number) -
                    z,
                )
        stepDelta[before * LABELS + gold] = (stepDelta[before * LABELS + gold] as number) - 1
        loss -= (step[before * LABELS + gold] as number) + (score[i * LABELS + gold] as number)
      }
      loss += z
      for (let k = 0; k < step.length; k++) {
        const g = (stepDelta[k] as number) * weight
        if (g === 0) continue
        stepSum[k] = (stepSum[k] as number) + g * g
        step[k] = (step[k] as number) - (rate * g) / Math.sqrt(stepSum[k] as number)
      }
      for (let i = 0; i < length; i++) {
        const at = i * LABELS
        let most = 0
        for (let y = 0; y < LABELS; y++) most = Math.max(most, Math.abs(delta[at + y] as number))
        if (most < 0.005) continue
        for (let p = 0; p < POSITIONS; p++) {
          const k = i + p - REACH
          for (let which = 0; which < 2; which++) {
            const list = listAt(example, edges, k, p, which)
            for (let n = 0; n < list.length; n++) {
              const a = list[n] as number
              if (dropped[a] === round) continue
              const row = (a * POSITIONS + p) * LABELS
              for (let y = 0; y < LABELS; y++) {
                const w = emit[row + y] as number
                const g = (delta[at + y] as number) * weight + decay * w
                const s = (emitSum[row + y] as number) + g * g
                emitSum[row + y] = s
                emit[row + y] = w - (rate * g) / Math.sqrt(s)
              }
            }
          }
        }
      }
    }
    if (epoch >= epochs / 2) {
      sums++
      for (let k = 0; k < emit.length; k++) averaged[k] = (averaged[k] as number) + (emit[k] as number)
      for (let k = 0; k < step.length; k++) averagedStep[k] = (averagedStep[k] as number) + (step[k] as number)
    }
    if (verbose) console.error(`  epoch ${epoch + 1}: loss ${loss.toFixed(0)}`)
  }
  const scale = sums > 0 ? 1 / sums : 1
  for (let k = 0; k < emit.length; k++) averaged[k] = (averaged[k] as number) * scale
  for (let k = 0; k < step.length; k++) averagedStep[k] = (averagedStep[k] as number) * scale
  return { emit: averaged, step: averagedStep, attributes }
}
