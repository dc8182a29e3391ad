import { type Clusters, createClusters, KeyTable } from './clusters.ts'
import { LABELS, POSITIONS } from './labels.ts'

/** Trained weights, as whole numbers. */
export interface Model {
  readonly clusters: Clusters
  /** The place of an attribute, by its key, or -1. */
  at(key: number): number
  /** Bits of the positions at which the attribute at a place counts. */
  readonly positions: Uint8Array
  /** The first row of `rows` of the attribute at a place; one row a position, `LABELS` weights a row. */
  readonly first: Int32Array
  readonly rows: Int8Array
  /** `before * LABELS + label`; row `LABELS` is the begin of a sentence. */
  readonly steps: Int16Array
  /** Weights that make one: 16 = the weight 1. */
  readonly scale: number
}

/** What `encodeModel` writes and `decodeModel` reads, with keys in ascending order. */
export interface ModelParts {
  readonly scale: number
  readonly steps: Int16Array
  readonly ways: number
  readonly stemKeys: Int32Array
  readonly stemIds: Uint16Array
  readonly keys: Int32Array
  /** `(attribute * POSITIONS + position) * LABELS + label` */
  readonly weights: Int8Array
}

const HEAD = 'khabar-tagger 1'
const LINE = 120

/** Reads bytes that `Bytes` wrote. */
class Cursor {
  private at = 0
  constructor(private readonly bytes: string) {}

  byte(): number {
    return this.bytes.charCodeAt(this.at++)
  }

  /** A whole number ≥ 0: seven bits a byte, the lowest first. */
  number(): number {
    let byte = this.byte()
    let n = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.byte()
      n |= (byte & 127) << shift
    }
    return n
  }

  signed(): number {
    const n = this.number()
    return (n >>> 1) ^ -(n & 1)
  }
}

/** Reads a model file. Throws if it is none. */
export function decodeModel(file: string): Model {
  if (!file.startsWith(HEAD)) throw new TypeError('createTagger: this is no model of khabar')
  const body = file.slice(file.indexOf('\n') + 1).replaceAll('\n', '')
  const cursor = new Cursor(atob(body))
  const scale = cursor.number()
  const steps = new Int16Array((LABELS + 1) * LABELS)
  for (let n = 0; n < steps.length; n++) steps[n] = cursor.signed()
  const ways = cursor.number()
  const stemKeys = readKeys(cursor)
  const stemIds = new Uint16Array(stemKeys.length * ways)
  for (let way = 0; way < ways; way++) for (let n = 0; n < stemKeys.length; n++) stemIds[n * ways + way] = cursor.number()
  const keys = readKeys(cursor)
  const positions = new Uint8Array(keys.length)
  const first = new Int32Array(keys.length)
  let count = 0
  for (let n = 0; n < keys.length; n++) {
    const bits = cursor.byte()
    positions[n] = bits
    first[n] = count
    for (let p = 0; p < POSITIONS; p++) count += (bits >> p) & 1
  }
  const rows = new Int8Array(count * LABELS)
  for (let row = 0; row < count; row++) {
    const bits = cursor.byte()
    for (let y = 0; y < LABELS; y++) if (((bits >> y) & 1) !== 0) rows[row * LABELS + y] = cursor.byte()
  }
  const table = new KeyTable(keys)
  return { clusters: createClusters(stemKeys, stemIds, ways), at: key => table.at(key), positions, first, rows, steps, scale }
}

function readKeys(cursor: Cursor): Int32Array {
  const keys = new Int32Array(cursor.number())
  let key = 0
  for (let n = 0; n < keys.length; n++) {
    key += cursor.number()
    keys[n] = key
  }
  return keys
}

/** Writes a model file: a line that tells what it is, then lines of base64. */
export function encodeModel({ scale, steps, ways, stemKeys, stemIds, keys, weights }: ModelParts): string {
  const bytes: number[] = []
  const number = (n: number): void => {
    let left = n
    while (left > 127) {
      bytes.push((left & 127) | 128)
      left >>>= 7
    }
    bytes.push(left)
  }
  const writeKeys = (list: Int32Array): void => {
    number(list.length)
    list.forEach((key, n) => {
      number(key - (n > 0 ? (list[n - 1] as number) : 0))
    })
  }
  number(scale)
  for (const step of steps) number(((step << 1) ^ (step >> 31)) >>> 0)
  number(ways)
  writeKeys(stemKeys)
  for (let way = 0; way < ways; way++) for (let n = 0; n < stemKeys.length; n++) number(stemIds[n * ways + way] as number)
  writeKeys(keys)
  const rows: number[] = []
  for (let n = 0; n < keys.length; n++) {
    let bits = 0
    for (let p = 0; p < POSITIONS; p++) {
      const at = (n * POSITIONS + p) * LABELS
      let set = 0
      for (let y = 0; y < LABELS; y++) if (weights[at + y] !== 0) set |= 1 << y
      if (set === 0) continue
      bits |= 1 << p
      rows.push(set)
      for (let y = 0; y < LABELS; y++) if (weights[at + y] !== 0) rows.push((weights[at + y] as number) & 255)
    }
    bytes.push(bits)
  }
  for (const byte of rows) bytes.push(byte)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `${HEAD}\n${(btoa(binary).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []).join('\n')}\n`
}
