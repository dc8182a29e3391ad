import type { Lexicon, Row } from '../lexicon/lexicon.ts'
import { DataError } from '../lexicon/table.ts'

/** The feature that every case has. */
const BIAS = 'bias'

/** Who wants to see the cases that are scored: the trainer, which fits the weights to them. */
export interface CaseObserver {
  /** A case begins: what it is about (a found date, an entity), as the program gives it. */
  begin(subject: unknown): void
  add(feature: number, times: number): void
}

/**
 * A linear scorer over named features: a table `data/events/weights/<question>.tsv`, one row a feature, one column a class.
 * Classes without a cell weigh nothing. For a yes-or-no question there is one class, and a sum above 0 says yes.
 */
export class Weights {
  /** The columns of the table behind `feature`, in order. */
  readonly classes: readonly string[]
  /** What speaks for each class, of the case begun last: log-odds, or their part in a softmax. Used again by the next case. */
  readonly sums: Float64Array
  /** @internal Set by `train/` only. */
  observer: CaseObserver | null = null
  private readonly table: Float64Array
  private readonly bias: Float64Array

  /** `features`: the names of all features that the program knows, in the order of their numbers. Throws `DataError` for a row of any other. */
  constructor(rows: readonly Row[], features: readonly string[]) {
    this.classes = Object.keys(rows[0]?.cells ?? {}).filter(column => column !== 'feature')
    const width = this.classes.length
    this.sums = new Float64Array(width)
    this.bias = new Float64Array(width)
    this.table = new Float64Array(features.length * width)
    const numbers = new Map(features.map((name, n) => [name, n]))
    for (const row of rows) {
      const { feature = '' } = row.cells
      const number = numbers.get(feature)
      if (number === undefined && feature !== BIAS) throw new DataError(row.table, lineOf(row), 1, `no feature «${feature}» is known here`)
      for (const [k, name] of this.classes.entries()) {
        const weight = Number(row.cells[name] || 0)
        if (Number.isNaN(weight)) throw new DataError(row.table, lineOf(row), 1, `«${row.cells[name]}» is no weight`)
        if (number === undefined) this.bias[k] = weight
        else this.table[number * width + k] = weight
      }
    }
  }

  /** Begins a case. `subject` tells an observer what it is about. */
  begin(subject: unknown): void {
    this.sums.set(this.bias)
    this.observer?.begin(subject)
  }

  /** Adds a feature, by its number in `features`, to the case that was begun. */
  add(feature: number, times = 1): void {
    const { sums, table, observer } = this
    observer?.add(feature, times)
    const at = feature * sums.length
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (table[at + k] as number) * times
  }

  /** The number of the class for which most speaks. */
  best(): number {
    let best = 0
    for (let k = 1; k < this.sums.length; k++) if ((this.sums[k] as number) > (this.sums[best] as number)) best = k
    return best
  }
}

/** The scorer of one question, from the tables of a lexicon: `date` is `data/events/weights/date.tsv`. Keep it by `byLexicon`. */
export function readWeights(lexicon: Lexicon, question: string, features: readonly string[]): Weights {
  return new Weights([...lexicon.rowsOf(new RegExp(`^data/events/weights/${question}\\.tsv$`))], features)
}

const lineOf = ({ by }: Row): number => Number(by.slice(by.lastIndexOf(':') + 1))
