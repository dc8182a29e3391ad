import type { Source } from './finder.ts'
import { NumberReader } from './number/read.ts'
import { Senses } from './sense.ts'

/** What the finders of numbers and of times both read in a text. */
export interface Shared {
  readonly senses: Senses
  readonly numbers: NumberReader
}

/** By the hits of a text, which no two texts share. */
const known = new WeakMap<object, Shared>()

/** The words and numbers of a text, read once for all finders. */
export function sharedOf(source: Source): Shared {
  let shared = known.get(source.hits)
  if (!shared) {
    const senses = new Senses(source)
    shared = { senses, numbers: new NumberReader(senses) }
    known.set(source.hits, shared)
  }
  return shared
}
