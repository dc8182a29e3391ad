/** Bigrams of a stream, by first and by second word. */
interface Bigrams {
  readonly start: Int32Array
  readonly other: Int32Array
  readonly count: Int32Array
}

function bigramsOf(ids: Int32Array, size: number, forward: boolean): Bigrams {
  const keys = new Float64Array(ids.length - 1)
  for (let i = 0; i + 1 < ids.length; i++)
    keys[i] = forward ? (ids[i] as number) * size + (ids[i + 1] as number) : (ids[i + 1] as number) * size + (ids[i] as number)
  keys.sort()
  let distinct = 0
  for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) distinct++
  const start = new Int32Array(size + 1)
  const other = new Int32Array(distinct)
  const count = new Int32Array(distinct)
  let n = -1
  let word = 0
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    if (i === 0 || key !== keys[i - 1]) {
      n++
      const first = Math.floor(key / size)
      while (word < first) start[++word] = n
      other[n] = key - first * size
    }
    count[n] = (count[n] as number) + 1
  }
  while (word < size) start[++word] = distinct
  return { start, other, count }
}

const TABLE = 1 << 16

/**
 * Word classes by exchange (Martin, Liermann, Ney 1998): each word moves to the class with which the bigrams of classes tell most of the text,
 * until none moves or `rounds` are over.
 */
export function exchange(ids: Int32Array, size: number, classes: number, rounds: number, log: (text: string) => void): Int32Array {
  const next = bigramsOf(ids, size, true)
  const last = bigramsOf(ids, size, false)
  const total = new Int32Array(size)
  for (const id of ids) total[id] = (total[id] as number) + 1
  const logs = new Float64Array(TABLE)
  for (let n = 1; n < TABLE; n++) logs[n] = n * Math.log(n)
  const f = (n: number): number => (n < TABLE ? (logs[n] as number) : n * Math.log(n))
  const of = Int32Array.from({ length: size }, (_, w) => w % classes)
  const pair = new Int32Array(classes * classes) // pair[a * classes + b]: a before b
  const riap = new Int32Array(classes * classes) // the same by second class
  const sum = new Int32Array(classes)
  for (let w = 0; w < size; w++) {
    sum[of[w] as number] = (sum[of[w] as number] as number) + (total[w] as number)
    for (let k = next.start[w] as number; k < (next.start[w + 1] as number); k++) {
      const at = (of[w] as number) * classes + (of[next.other[k] as number] as number)
      pair[at] = (pair[at] as number) + (next.count[k] as number)
    }
  }
  for (let a = 0; a < classes; a++) for (let b = 0; b < classes; b++) riap[b * classes + a] = pair[a * classes + b] as number
  const gain = new Float64Array(classes)
  const after = new Int32Array(classes)
  const before = new Int32Array(classes)
  const touchedAfter: number[] = []
  const touchedBefore: number[] = []
  for (let round = 0; round < rounds; round++) {
    let moved = 0
    for (let w = 3; w < size; w++) {
      const from = of[w] as number
      touchedAfter.length = 0
      touchedBefore.length = 0
      let self = 0
      for (let k = next.start[w] as number; k < (next.start[w + 1] as number); k++) {
        const v = next.other[k] as number
        if (v === w) {
          self = next.count[k] as number
          continue
        }
        const c = of[v] as number
        if (after[c] === 0) touchedAfter.push(c)
        after[c] = (after[c] as number) + (next.count[k] as number)
      }
      for (let k = last.start[w] as number; k < (last.start[w + 1] as number); k++) {
        const v = last.other[k] as number
        if (v === w) continue
        const c = of[v] as number
        if (before[c] === 0) touchedBefore.push(c)
        before[c] = (before[c] as number) + (last.count[k] as number)
      }
      const shift = (c: number, sign: number): void => {
        sum[c] = (sum[c] as number) + sign * (total[w] as number)
        for (const b of touchedAfter) {
          pair[c * classes + b] = (pair[c * classes + b] as number) + sign * (after[b] as number)
          riap[b * classes + c] = (riap[b * classes + c] as number) + sign * (after[b] as number)
        }
        for (const a of touchedBefore) {
          pair[a * classes + c] = (pair[a * classes + c] as number) + sign * (before[a] as number)
          riap[c * classes + a] = (riap[c * classes + a] as number) + sign * (before[a] as number)
        }
        pair[c * classes + c] = (pair[c * classes + c] as number) + sign * self
        riap[c * classes + c] = pair[c * classes + c] as number
      }
      shift(from, -1)
      const weight = total[w] as number
      for (let d = 0; d < classes; d++) gain[d] = -2 * (f((sum[d] as number) + weight) - f(sum[d] as number))
      for (const b of touchedAfter) {
        const n = after[b] as number
        const row = b * classes
        for (let d = 0; d < classes; d++) {
          const has = riap[row + d] as number
          gain[d] = (gain[d] as number) + f(has + n) - f(has)
        }
      }
      for (const a of touchedBefore) {
        const n = before[a] as number
        const row = a * classes
        for (let d = 0; d < classes; d++) {
          const has = pair[row + d] as number
          gain[d] = (gain[d] as number) + f(has + n) - f(has)
        }
      }
      let best = from
      for (let d = 0; d < classes; d++) if ((gain[d] as number) > (gain[best] as number) + 1e-9) best = d
      shift(best, 1)
      if (best !== from) {
        of[w] = best
        moved++
      }
      for (const b of touchedAfter) after[b] = 0
      for (const a of touchedBefore) before[a] = 0
    }
    log(`  ${classes} classes, round ${round + 1}: ${moved} moved`)
    if (moved < size / 500) break
  }
  return of
}
