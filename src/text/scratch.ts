/** The arrays of one step, all of one length. */
type Arrays = Readonly<Record<string, Int32Array | Uint16Array | Uint8Array>>

/** Longer arrays are not kept: one long text must not hold its memory for ever. */
const LONGEST = 1 << 17

/**
 * Arrays that one text after another uses, so that none is made a text: for who keeps nothing of them. What stands behind the used part is always zero,
 * as in arrays that are new.
 */
export class Scratch<A extends Arrays> {
  private arrays: A
  private length = 0
  private used = 0

  constructor(private readonly make: (length: number) => A) {
    this.arrays = make(0)
  }

  /** Arrays of at least a length; those lent before are no longer valid. */
  lend(length: number): A {
    if (length > LONGEST) return this.make(length)
    if (length > this.length) {
      this.length = Math.min(LONGEST, length * 2)
      this.arrays = this.make(this.length)
      this.used = 0
    }
    return this.arrays
  }

  /** Tells how much of lent arrays is in use: clears what an earlier text left behind that. */
  settle(arrays: A, used: number): void {
    if (arrays !== this.arrays) return
    if (used < this.used) for (const array of Object.values(arrays)) array.fill(0, used, this.used)
    this.used = used
  }
}
