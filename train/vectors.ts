import { createRandom } from './random.ts'

/** A sparse matrix by rows. */
interface Sparse {
  readonly rows: number
  readonly columns: number
  readonly start: Int32Array
  readonly column: Int32Array
  readonly value: Float32Array
}

/** Words before and behind that count. */
const WINDOW = 2
/** How much the counts of neighbours are evened, so that rare ones do not rule. */
const EVEN = 0.75
/** Columns more than wanted, and rounds, for the first ones to be exact. */
const SPARE = 8
const ROUNDS = 3
/** Length of a vector (root of the mean square). */
const LENGTH = 1.8

/**
 * Vectors of stems from a stream of text: how much more often than by chance each frequent stem stands one and two words before and behind
 * (positive pointwise mutual information), in `size` numbers a stem (truncated singular value decomposition). Rows in the order of stems.
 */
export function vectorsOf(ids: Int32Array, stems: number, neighbours: number, size: number, seed: number): Float32Array {
  return decompose(informationOf(ids, stems, neighbours), size, seed)
}

function informationOf(ids: Int32Array, stems: number, neighbours: number): Sparse {
  const columns = neighbours * 2 * WINDOW
  const places = placesOf(ids, stems)
  const total = new Float64Array(columns)
  const start = new Int32Array(stems + 1)
  const columnList: number[] = []
  const countList: number[] = []
  const counts = new Int32Array(columns)
  const touched: number[] = []
  for (let w = 0; w < stems; w++) {
    for (let n = places.start[w] as number; n < (places.start[w + 1] as number); n++) {
      const at = places.at[n] as number
      for (let d = -WINDOW, way = 0; d <= WINDOW; d++) {
        if (d === 0) continue
        const id = ids[at + d] ?? 0
        if (id < neighbours) {
          const c = way * neighbours + id
          if (counts[c] === 0) touched.push(c)
          counts[c] = (counts[c] as number) + 1
        }
        way++
      }
    }
    touched.sort((a, b) => a - b)
    for (const c of touched) {
      columnList.push(c)
      countList.push(counts[c] as number)
      total[c] = (total[c] as number) + (counts[c] as number)
      counts[c] = 0
    }
    touched.length = 0
    start[w + 1] = columnList.length
  }
  const evened = total.map(n => n ** EVEN)
  const all = evened.reduce((a, b) => a + b, 0)
  const value = new Float32Array(columnList.length)
  for (let w = 0; w < stems; w++) {
    let own = 0
    for (let n = start[w] as number; n < (start[w + 1] as number); n++) own += countList[n] as number
    for (let n = start[w] as number; n < (start[w + 1] as number); n++)
      value[n] = Math.max(0, Math.log(((countList[n] as number) * all) / (own * (evened[columnList[n] as number] as number))))
  }
  return { rows: stems, columns, start, column: Int32Array.from(columnList), value }
}

/** Where each stem stands in a stream. */
function placesOf(ids: Int32Array, stems: number): { start: Int32Array; at: Int32Array } {
  const start = new Int32Array(stems + 1)
  for (const id of ids) start[id + 1] = (start[id + 1] as number) + 1
  for (let w = 0; w < stems; w++) start[w + 1] = (start[w + 1] as number) + (start[w] as number)
  const next = start.slice()
  const at = new Int32Array(ids.length)
  ids.forEach((id, n) => {
    at[next[id] as number] = n
    next[id] = (next[id] as number) + 1
  })
  return { start, at }
}

/** The first left singular vectors, each times the root of its singular value: randomized subspace iteration (Halko, Martinsson, Tropp 2011). */
function decompose(m: Sparse, size: number, seed: number): Float32Array {
  const width = size + SPARE
  const random = createRandom(seed)
  let right: Float32Array = Float32Array.from({ length: m.columns * width }, () => random() - 0.5)
  let left: Float32Array = times(m, right, width)
  for (let round = 0; round < ROUNDS; round++) {
    orthogonalize(left, width)
    right = timesTransposed(m, left, width)
    orthogonalize(right, width)
    left = times(m, right, width)
  }
  orthogonalize(left, width)
  const { values, vectors } = eigen(gram(timesTransposed(m, left, width), width), width)
  const order = Array.from(values.keys()).sort((a, b) => (values[b] as number) - (values[a] as number))
  const out = new Float32Array(m.rows * size)
  for (let w = 0; w < m.rows; w++)
    for (let k = 0; k < size; k++) {
      const e = order[k] as number
      let sum = 0
      for (let j = 0; j < width; j++) sum += (left[w * width + j] as number) * (vectors[j * width + e] as number)
      out[w * size + k] = sum * Math.max(0, values[e] as number) ** 0.25
    }
  return scaled(out, size)
}

/** Scales vectors to `LENGTH` on the average. */
function scaled(vectors: Float32Array, size: number): Float32Array {
  const mean = Math.sqrt(vectors.reduce((sum, v) => sum + v * v, 0) / (vectors.length / size))
  return vectors.map(v => (v * LENGTH) / mean)
}

function times({ rows, start, column, value }: Sparse, right: Float32Array, width: number): Float32Array {
  const out = new Float32Array(rows * width)
  for (let w = 0; w < rows; w++)
    for (let n = start[w] as number; n < (start[w + 1] as number); n++) {
      const from = (column[n] as number) * width
      const v = value[n] as number
      if (v > 0) for (let k = 0; k < width; k++) out[w * width + k] = (out[w * width + k] as number) + v * (right[from + k] as number)
    }
  return out
}

function timesTransposed({ rows, columns, start, column, value }: Sparse, left: Float32Array, width: number): Float32Array {
  const out = new Float32Array(columns * width)
  for (let w = 0; w < rows; w++)
    for (let n = start[w] as number; n < (start[w + 1] as number); n++) {
      const to = (column[n] as number) * width
      const v = value[n] as number
      if (v > 0) for (let k = 0; k < width; k++) out[to + k] = (out[to + k] as number) + v * (left[w * width + k] as number)
    }
  return out
}

/** The products of the columns of a matrix. */
function gram(m: Float32Array, width: number): Float64Array {
  const out = new Float64Array(width * width)
  for (let at = 0; at < m.length; at += width)
    for (let a = 0; a < width; a++) {
      const x = m[at + a] as number
      for (let b = 0; b < width; b++) out[a * width + b] = (out[a * width + b] as number) + x * (m[at + b] as number)
    }
  return out
}

/** Makes the columns of a matrix orthonormal, in place: by the Cholesky factor of their products, twice for precision. */
function orthogonalize(m: Float32Array, width: number): void {
  for (let round = 0; round < 2; round++) {
    const low = cholesky(gram(m, width), width)
    for (let at = 0; at < m.length; at += width)
      for (let a = 0; a < width; a++) {
        let sum = m[at + a] as number
        for (let b = 0; b < a; b++) sum -= (low[a * width + b] as number) * (m[at + b] as number)
        m[at + a] = sum / (low[a * width + a] as number)
      }
  }
}

function cholesky(m: Float64Array, width: number): Float64Array {
  const low = new Float64Array(width * width)
  for (let a = 0; a < width; a++)
    for (let b = 0; b <= a; b++) {
      let sum = m[a * width + b] as number
      for (let k = 0; k < b; k++) sum -= (low[a * width + k] as number) * (low[b * width + k] as number)
      low[a * width + b] = a === b ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (low[b * width + b] as number)
    }
  return low
}

const SWEEPS = 12

/** Eigenvalues and eigenvectors (columns) of a symmetric matrix, by Jacobi's rotations. */
function eigen(m: Float64Array, width: number): { values: Float64Array; vectors: Float64Array } {
  const a = m.slice()
  const v = new Float64Array(width * width)
  for (let k = 0; k < width; k++) v[k * width + k] = 1
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < width; p++)
      for (let q = p + 1; q < width; q++) {
        const off = a[p * width + q] as number
        if (Math.abs(off) < 1e-9) continue
        const theta = ((a[q * width + q] as number) - (a[p * width + p] as number)) / (2 * off)
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        rotate(a, width, p, q, c, t * c, width, 1)
        rotate(a, width, p, q, c, t * c, 1, width)
        rotate(v, width, p, q, c, t * c, width, 1)
      }
  return { values: Float64Array.from({ length: width }, (_, k) => a[k * width + k] as number), vectors: v }
}

/** Turns columns `p` and `q` (`down` = width, `across` = 1), or the rows. */
function rotate(m: Float64Array, width: number, p: number, q: number, c: number, s: number, down: number, across: number): void {
  for (let k = 0; k < width; k++) {
    const [x, y] = [m[k * down + p * across] as number, m[k * down + q * across] as number]
    m[k * down + p * across] = c * x - s * y
    m[k * down + q * across] = s * x + c * y
  }
}
