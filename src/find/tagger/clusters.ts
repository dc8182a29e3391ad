/** Classes of stems that stand in like company in the news: several ways to class them, finer and coarser. */
export interface Clusters {
  /** How many ways. */
  readonly count: number
  /** The place of a stem, by its key, or -1. */
  at(key: number): number
  /** The class of the stem at a place. */
  id(at: number, way: number): number
}

/** A table of keys by open addressing: the place of a key, or -1. */
export class KeyTable {
  private readonly slots: Int32Array
  private readonly mask: number
  constructor(private readonly keys: Int32Array) {
    let size = 16
    while (size < keys.length * 2) size *= 2
    this.slots = new Int32Array(size)
    this.mask = size - 1
    for (let n = 0; n < keys.length; n++) {
      let slot = (keys[n] as number) & this.mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = n + 1
    }
  }

  at(key: number): number {
    for (let slot = key & this.mask; ; slot = (slot + 1) & this.mask) {
      const n = (this.slots[slot] as number) - 1
      if (n < 0 || this.keys[n] === key) return n
    }
  }
}

/** Clusters over arrays: `ids` holds `count` numbers a key. */
export function createClusters(keys: Int32Array, ids: Uint16Array, count: number): Clusters {
  const table = new KeyTable(keys)
  return { count, at: key => table.at(key), id: (at, way) => ids[at * count + way] as number }
}
