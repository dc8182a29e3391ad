import { Decoder } from '../src/find/tagger/decode.ts'
import { isBegin, kindOfLabel, OUTSIDE } from '../src/find/tagger/labels.ts'
import type { Model } from '../src/find/tagger/model.ts'
import type { Lexicon } from '../src/lexicon/lexicon.ts'
import type { Fold } from '../src/text/fold.ts'
import type { Tokenize } from '../src/token/tokenize.ts'

/** Borders between shares of occurrences in names. */
const SHARES = [0.01, 0.03, 0.1, 0.25, 0.5, 0.75, 0.92]

/**
 * How a first model labels each stem over all the news: the kind that it is most, whether it begins or goes on, and how often it is in a name at all.
 * One number a stem, for the stems of a table; 0 where the news tell too little.
 */
export function readTypes(
  texts: readonly string[],
  model: Model,
  lexicon: Lexicon,
  fold: Fold,
  tokenize: Tokenize,
  placeOf: (word: number) => number,
  count: number,
): Uint16Array {
  const decoder = new Decoder(model, lexicon, Math.round(0.3 * model.scale))
  const labels = new Int32Array(count * 7)
  for (const text of texts) {
    const tokens = tokenize(fold(text))
    decoder.run(tokens, lexicon.scan(tokens))
    for (let i = 0; i < tokens.size; i++) {
      const at = placeOf(tokens.word[i] as number)
      if (at >= 0) labels[at * 7 + (decoder.labels[i] as number)] = (labels[at * 7 + (decoder.labels[i] as number)] as number) + 1
    }
  }
  const ids = new Uint16Array(count)
  for (let n = 0; n < count; n++) {
    const of = labels.subarray(n * 7, n * 7 + 7)
    const all = of.reduce((a, b) => a + b, 0)
    if (all < 3) continue
    const names = all - (of[OUTSIDE] as number)
    const share = SHARES.filter(s => names / all >= s).length
    let top = 1
    for (let y = 2; y < 7; y++) if ((of[y] as number) > (of[top] as number)) top = y
    const kinds = [0, 1, 2].map(k => (of[1 + 2 * k] as number) + (of[2 + 2 * k] as number))
    const pure = Math.max(...kinds) >= 0.8 * names ? 1 : 0
    ids[n] = share === 0 ? 1 : 2 + (((share - 1) * 2 + pure) * 3 + kindOfLabel(top)) * 2 + (isBegin(top) ? 1 : 0)
  }
  return ids
}
