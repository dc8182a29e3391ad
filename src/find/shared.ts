import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Source } from './finder.ts'
import { NumberReader } from './number/read.ts'
import { Senses } from './sense.ts'

/** What the finders of numbers and of times both read in a text, and the rules that each has made over them. */
export interface Shared {
  readonly senses: Senses
  readonly numbers: NumberReader
  /** The rules of a finder, made once a lexicon. */
  rules<R>(make: (senses: Senses, numbers: NumberReader) => R): R
}

/** By lexicon: making the rules costs more than reading a short text with them. */
const known = new WeakMap<Lexicon, { shared: Shared; open(source: Source): void }>()

/** The words and numbers of a text, read once for all finders. */
export function sharedOf(source: Source): Shared {
  let entry = known.get(source.lexicon)
  if (!entry) {
    entry = createShared(source)
    known.set(source.lexicon, entry)
  }
  entry.open(source)
  return entry.shared
}

function createShared(first: Source): { shared: Shared; open(source: Source): void } {
  const senses = new Senses(first)
  const numbers = new NumberReader(senses)
  const made = new Map<unknown, unknown>()
  let hits = first.hits
  return {
    shared: {
      senses,
      numbers,
      rules<R>(make: (senses: Senses, numbers: NumberReader) => R): R {
        if (!made.has(make)) made.set(make, make(senses, numbers))
        return made.get(make) as R
      },
    },
    open(source) {
      if (source.hits === hits) return
      hits = source.hits
      senses.open(source)
      numbers.open()
    },
  }
}
