/** Initial room, in edges. */
const FIRST = 1 << 12
/** Numbers of one slot: where the edge comes from, its word, and one more than where it leads. */
const WIDTH = 4

/** The edges of a trie: from a node, by a word, to a node, all of them numbers. Open addressing over one array. */
export class Edges {
  private slots = new Int32Array(FIRST * 2 * WIDTH)
  private count = 0

  /** The node to which a word leads, or -1. */
  get(from: number, word: number): number {
    return (this.slots[this.slotOf(from, word) + 2] as number) - 1
  }

  /** Adds an edge that is not there. */
  add(from: number, word: number, to: number): void {
    if (++this.count * 2 * WIDTH > this.slots.length) this.widen()
    this.put(this.slotOf(from, word), from, word, to + 1)
  }

  private put(slot: number, from: number, word: number, to: number): void {
    this.slots[slot] = from
    this.slots[slot + 1] = word
    this.slots[slot + 2] = to
  }

  /** Where an edge is, or the free slot in which it belongs. */
  private slotOf(from: number, word: number): number {
    const { slots } = this
    const mask = slots.length - 1
    let hash = Math.imul(from, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)
    hash ^= hash >>> 15
    let slot = (hash * WIDTH) & mask
    while (slots[slot + 2] !== 0 && (slots[slot] !== from || slots[slot + 1] !== word)) slot = (slot + WIDTH) & mask
    return slot
  }

  private widen(): void {
    const old = this.slots
    this.slots = new Int32Array(old.length * 4)
    for (let slot = 0; slot < old.length; slot += WIDTH) {
      const [from, word, to] = [old[slot] as number, old[slot + 1] as number, old[slot + 2] as number]
      if (to !== 0) this.put(this.slotOf(from, word), from, word, to)
    }
  }
}
