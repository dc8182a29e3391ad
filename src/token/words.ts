/** Initial room of the word store. */
const FIRST_WORDS = 1 << 12
const FIRST_UNITS = 1 << 15

/**
 * Every distinct folded word gets a small number, so that all later steps compare numbers and keep what they know of a word in arrays.
 * Open addressing over the words' own units: no string is made for a word that is already known.
 */
export class Words {
  private table = new Int32Array(FIRST_WORDS * 2)
  private hashes = new Int32Array(FIRST_WORDS)
  private starts = new Int32Array(FIRST_WORDS + 1)
  private units = new Uint16Array(FIRST_UNITS)
  /** Spelt when first asked for. */
  private readonly texts: (string | undefined)[] = []
  private scratch = new Uint16Array(64)

  /** How many distinct words are known. Ids are `0 … size - 1`. */
  get size(): number {
    return this.texts.length
  }

  /** The id of the word `source[from … to)`. */
  intern(source: Uint16Array, from: number, to: number): number {
    const hash = hashOf(source, from, to)
    const mask = this.table.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = (this.table[slot] as number) - 1
      if (id < 0) return this.add(source, from, to, hash, slot)
      if (this.hashes[id] === hash && this.same(id, source, from, to)) return id
    }
  }

  /** The id of a folded word given as a string. */
  id(word: string): number {
    const units = this.unitsOf(word)
    return this.intern(units, 0, word.length)
  }

  /** The units of a string, valid until the next call. */
  private unitsOf(word: string): Uint16Array {
    if (word.length > this.scratch.length) this.scratch = new Uint16Array(word.length * 2)
    for (let i = 0; i < word.length; i++) this.scratch[i] = word.charCodeAt(i)
    return this.scratch
  }

  /** The word of an id. */
  text(id: number): string {
    return this.texts[id] ?? this.spell(id)
  }

  private spell(id: number): string {
    const [start, end] = [this.starts[id] as number, this.starts[id + 1] as number]
    let text = ''
    for (let i = start; i < end; i += 4096) text += String.fromCharCode(...this.units.subarray(i, Math.min(end, i + 4096)))
    this.texts[id] = text
    return text
  }

  private same(id: number, source: Uint16Array, from: number, to: number): boolean {
    const start = this.starts[id] as number
    if ((this.starts[id + 1] as number) - start !== to - from) return false
    for (let i = from, k = start; i < to; i++, k++) if (source[i] !== this.units[k]) return false
    return true
  }

  private add(source: Uint16Array, from: number, to: number, hash: number, slot: number): number {
    const id = this.texts.length
    const start = this.starts[id] as number
    const end = start + to - from
    if (end > this.units.length) this.units = enlarged(this.units, Math.max(end, this.units.length * 2))
    for (let i = from; i < to; i++) this.units[start + i - from] = source[i] as number
    if (id + 2 > this.starts.length) this.starts = enlarged(this.starts, this.starts.length * 2)
    if (id + 1 > this.hashes.length) this.hashes = enlarged(this.hashes, this.hashes.length * 2)
    this.starts[id + 1] = end
    this.hashes[id] = hash
    this.texts.push(undefined)
    this.table[slot] = id + 1
    if (id * 2 > this.table.length) this.rehash()
    return id
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 4)
    const mask = table.length - 1
    for (let id = 0; id < this.texts.length; id++) {
      let slot = (this.hashes[id] as number) & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = id + 1
    }
    this.table = table
  }
}

/** FNV-1a, its high bits folded into the low ones. */
function hashOf(source: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (source[i] as number), 0x01000193)
  return hash ^ (hash >>> 15)
}

function enlarged<T extends Int32Array | Uint16Array>(array: T, length: number): T {
  const wider = (array instanceof Int32Array ? new Int32Array(length) : new Uint16Array(length)) as T
  wider.set(array)
  return wider
}
