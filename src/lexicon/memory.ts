import type { Lexicon } from './lexicon.ts'

/** What is known of a lexicon beyond one text: made when first asked for, gone with the lexicon. */
export function byLexicon<T>(make: (lexicon: Lexicon) => T): (lexicon: Lexicon) => T {
  const known = new WeakMap<Lexicon, T>()
  return lexicon => {
    let value = known.get(lexicon)
    if (value === undefined) {
      value = make(lexicon)
      known.set(lexicon, value)
    }
    return value
  }
}
