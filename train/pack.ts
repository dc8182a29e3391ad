import { LABELS, POSITIONS } from '../src/find/tagger/labels.ts'
import type { ModelParts } from '../src/find/tagger/model.ts'
import type { Weights } from './crf.ts'

/** Stems with their classes, by key. */
export interface StemTable {
  readonly ways: number
  readonly keys: Int32Array
  readonly ids: Uint16Array
}

const MOST = 127

/** Makes a table of stems from lists of classes; of two stems with one key the first, more frequent one stands. */
export function stemTable(keys: readonly number[], lists: readonly ArrayLike<number>[]): StemTable {
  const order = keys
    .map((_, n) => n)
    .sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b)
    .filter((n, k, all) => k === 0 || keys[n] !== keys[all[k - 1] as number])
  const ids = new Uint16Array(order.length * lists.length)
  order.forEach((n, k) => {
    lists.forEach((list, way) => {
      ids[k * lists.length + way] = list[n] as number
    })
  })
  return { ways: lists.length, keys: Int32Array.from(order, n => keys[n] as number), ids }
}

/** Rounds weights to whole numbers and keeps the `most` largest. */
export function pack(weights: Weights, keys: readonly number[], stems: StemTable, scale: number, most: number): ModelParts {
  const { emit, step, attributes } = weights
  const all: number[] = []
  for (let n = 0; n < attributes * POSITIONS * LABELS; n++)
    if (Math.abs(Math.round((emit[n] as number) * scale)) > 0) all.push(Math.abs(emit[n] as number))
  all.sort((a, b) => b - a)
  const least = all.length > most ? (all[most] as number) : 0
  const whole = (n: number): number => {
    const w = emit[n] as number
    return Math.abs(w) <= least ? 0 : Math.max(-MOST, Math.min(MOST, Math.round(w * scale)))
  }
  const width = POSITIONS * LABELS
  const used: number[] = []
  for (let a = 0; a < attributes; a++) {
    for (let k = 0; k < width; k++) {
      if (whole(a * width + k) === 0) continue
      used.push(a)
      break
    }
  }
  used.sort((a, b) => (keys[a] as number) - (keys[b] as number))
  const packed = new Int8Array(used.length * width)
  used.forEach((a, n) => {
    for (let k = 0; k < width; k++) packed[n * width + k] = whole(a * width + k)
  })
  return {
    scale,
    steps: Int16Array.from(step, s => Math.round(s * scale)),
    ways: stems.ways,
    stemKeys: stems.keys,
    stemIds: stems.ids,
    keys: Int32Array.from(used, a => keys[a] as number),
    weights: packed,
  }
}
