import { LABELS, mayFollow } from '../src/find/tagger/labels.ts'

const NEVER = -1e9

/**
 * How likely a model takes each label of a sentence and each pair of neighbouring labels, over all ways to label it (forward and backward),
 * and how far that is from the labels that it has. Sums are scaled token by token; the arrays are used again for the next sentence.
 */
export class Chain {
  /** Of the last sentence, `token * LABELS + label`: how likely the label is, less 1 where it is the right one. */
  delta = new Float64Array(0)
  /** The same summed over its pairs, `before * LABELS + label`; row `LABELS` is the begin of the sentence. */
  readonly stepDelta = new Float64Array((LABELS + 1) * LABELS)
  private weight = new Float64Array(0)
  private alpha = new Float64Array(0)
  private beta = new Float64Array(0)
  private sums = new Float64Array(0)
  private readonly factor = new Float64Array((LABELS + 1) * LABELS)

  /** Weighs the right labels of a sentence against all others, by the score of each label (`token * LABELS + label`) and of each step. Returns the loss: minus the logarithm of how likely they are. */
  run(length: number, score: ArrayLike<number>, step: ArrayLike<number>, labels: Uint8Array): number {
    this.reserve(length)
    const tops = this.weigh(length, score, step)
    const logs = this.forward(length)
    this.backward(length)
    this.compare(length, labels)
    let own = step[LABELS * LABELS + (labels[0] as number)] as number
    for (let i = 0; i < length; i++) {
      own += score[i * LABELS + (labels[i] as number)] as number
      if (i > 0) own += step[(labels[i - 1] as number) * LABELS + (labels[i] as number)] as number
    }
    return tops + logs - own
  }

  private reserve(length: number): void {
    if (this.sums.length >= length) return
    this.delta = new Float64Array(length * LABELS)
    this.weight = new Float64Array(length * LABELS)
    this.alpha = new Float64Array(length * LABELS)
    this.beta = new Float64Array(length * LABELS)
    this.sums = new Float64Array(length)
  }

  /** Scores and steps as factors; each token's best label has 1. Returns the sum of what was taken off. */
  private weigh(length: number, score: ArrayLike<number>, step: ArrayLike<number>): number {
    const { weight, factor } = this
    for (let b = 0; b <= LABELS; b++)
      for (let y = 0; y < LABELS; y++)
        factor[b * LABELS + y] = mayFollow(y, b === LABELS ? 0 : b) ? Math.exp(step[b * LABELS + y] as number) : 0
    let tops = 0
    for (let at = 0; at < length * LABELS; at += LABELS) {
      let top = score[at] as number
      for (let y = 1; y < LABELS; y++) top = Math.max(top, score[at + y] as number)
      for (let y = 0; y < LABELS; y++) weight[at + y] = Math.exp((score[at + y] as number) - top)
      tops += top
    }
    return tops
  }

  /** Returns the logarithm of the sum over all ways. */
  private forward(length: number): number {
    const { alpha, weight, factor, sums } = this
    let logs = 0
    for (let i = 0; i < length; i++) {
      const at = i * LABELS
      let all = 0
      for (let y = 0; y < LABELS; y++) {
        let sum = 0
        if (i === 0) sum = factor[LABELS * LABELS + y] as number
        else for (let b = 0; b < LABELS; b++) sum += (alpha[at - LABELS + b] as number) * (factor[b * LABELS + y] as number)
        alpha[at + y] = sum * (weight[at + y] as number)
        all += alpha[at + y] as number
      }
      for (let y = 0; y < LABELS; y++) alpha[at + y] = (alpha[at + y] as number) / all
      sums[i] = all
      logs += Math.log(all)
    }
    return logs
  }

  private backward(length: number): void {
    const { beta, weight, factor, sums } = this
    beta.fill(1, (length - 1) * LABELS, length * LABELS)
    for (let i = length - 2; i >= 0; i--) {
      const at = i * LABELS
      for (let y = 0; y < LABELS; y++) {
        let sum = 0
        for (let n = 0; n < LABELS; n++)
          sum += (factor[y * LABELS + n] as number) * (weight[at + LABELS + n] as number) * (beta[at + LABELS + n] as number)
        beta[at + y] = sum / (sums[i + 1] as number)
      }
    }
  }

  private compare(length: number, labels: Uint8Array): void {
    const { alpha, beta, weight, factor, sums, delta, stepDelta } = this
    stepDelta.fill(0)
    for (let i = 0; i < length; i++) {
      const at = i * LABELS
      const own = labels[i] as number
      for (let y = 0; y < LABELS; y++) delta[at + y] = (alpha[at + y] as number) * (beta[at + y] as number) - (y === own ? 1 : 0)
      if (i === 0) {
        for (let y = 0; y < LABELS; y++) stepDelta[LABELS * LABELS + y] = delta[y] as number
        continue
      }
      for (let y = 0; y < LABELS; y++) {
        const after = ((weight[at + y] as number) * (beta[at + y] as number)) / (sums[i] as number)
        for (let b = 0; b < LABELS; b++) {
          const n = b * LABELS + y
          stepDelta[n] = (stepDelta[n] as number) + (alpha[at - LABELS + b] as number) * (factor[n] as number) * after
        }
      }
      const right = (labels[i - 1] as number) * LABELS + own
      stepDelta[right] = (stepDelta[right] as number) - 1
    }
  }
}

/** The best labels of a sentence, by the score of each label and of each step (Viterbi). */
export function bestLabels(length: number, score: ArrayLike<number>, step: ArrayLike<number>): Uint8Array {
  const before = new Uint8Array(length * LABELS)
  let last = Float64Array.from({ length: LABELS }, (_, y) =>
    mayFollow(y, 0) ? (step[LABELS * LABELS + y] as number) + (score[y] as number) : NEVER,
  )
  for (let i = 1; i < length; i++) {
    const next = new Float64Array(LABELS).fill(NEVER)
    for (let y = 0; y < LABELS; y++)
      for (let b = 0; b < LABELS; b++) {
        const sum = (last[b] as number) + (step[b * LABELS + y] as number) + (score[i * LABELS + y] as number)
        if (!mayFollow(y, b) || sum <= (next[y] as number)) continue
        next[y] = sum
        before[i * LABELS + y] = b
      }
    last = next
  }
  const labels = new Uint8Array(length)
  let label = last.indexOf(Math.max(...last))
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label
    label = before[i * LABELS + label] as number
  }
  return labels
}
