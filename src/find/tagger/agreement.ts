import { FIRST_AGREEMENT } from './attributes.ts'
import { isBegin, kindOfLabel, LABELS, OUTSIDE } from './labels.ts'

/** Bits that tell how the same stem is labelled elsewhere in the text. */
const enum Bit {
  begin = 0, // and 1 more a kind: it is mostly the first word of a name of that kind
  inside = 3,
  alone = 6, // and 1 more a kind: it is a name by itself somewhere
  often = 9, // most of its other occurrences are in names
  rare = 10, // few of them are
}
const FIRST_STEMS = 1 << 12

/** Counts the labels of stems in one text. Nothing is allocated but for new words. */
export class Agreement {
  private counts = new Uint16Array(FIRST_STEMS * (LABELS + 3))
  private readonly touched: number[] = []

  /** Fills `bits` for the tokens of a text whose stem is in a name elsewhere; tells whether there are any. `stems` holds -1 for what is no word. */
  fill(size: number, stems: Int32Array, labels: Uint8Array, bits: Int32Array): boolean {
    const width = LABELS + 3
    let names = 0
    for (let i = 0; i < size; i++) {
      if (labels[i] !== OUTSIDE && (stems[i] as number) >= 0) {
        names++
        this.mark(stems[i] as number)
      }
    }
    if (names === 0) return false
    const { counts, touched } = this
    for (let i = 0; i < size; i++) {
      const stem = stems[i] as number
      if (stem < 0 || stem * width >= counts.length || counts[stem * width + LABELS + 2] === 0) continue
      const label = labels[i] as number
      counts[stem * width + label] = Math.min(60000, (counts[stem * width + label] as number) + 1)
      if (label !== OUTSIDE && isBegin(label) && (i + 1 === size || labels[i + 1] !== label + 1))
        counts[stem * width + LABELS] = (counts[stem * width + LABELS] as number) | (1 << kindOfLabel(label))
    }
    let any = false
    for (let i = 0; i < size; i++) {
      const stem = stems[i] as number
      if (stem < 0 || stem * width >= counts.length || counts[stem * width + LABELS + 2] === 0) continue
      const at = stem * width
      const own = labels[i] as number
      let all = 0
      let top = -1
      let most = 0
      for (let y = 0; y < LABELS; y++) {
        const n = (counts[at + y] as number) - (y === own ? 1 : 0)
        all += n
        if (y !== OUTSIDE && n > most) {
          most = n
          top = y
        }
      }
      if (all === 0) continue
      const outside = (counts[at] as number) - (own === OUTSIDE ? 1 : 0)
      if (top < 0) continue
      const kind = kindOfLabel(top)
      let set = 1 << ((isBegin(top) ? Bit.begin : Bit.inside) + kind)
      if ((((counts[at + LABELS] as number) >> kind) & 1) !== 0) set |= 1 << (Bit.alone + kind)
      set |= 1 << ((all - outside) * 2 > all ? Bit.often : Bit.rare)
      bits[i] = (bits[i] as number) | (set << FIRST_AGREEMENT)
      any = true
    }
    for (const stem of touched) counts.fill(0, stem * width, stem * width + width)
    touched.length = 0
    return any
  }

  private mark(stem: number): void {
    const width = LABELS + 3
    if ((stem + 1) * width > this.counts.length) {
      const wider = new Uint16Array(Math.max((stem + 1) * width, this.counts.length * 2))
      wider.set(this.counts)
      this.counts = wider
    }
    if (this.counts[stem * width + LABELS + 2] === 1) return
    this.counts[stem * width + LABELS + 2] = 1
    this.touched.push(stem)
  }
}
