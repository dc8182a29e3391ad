import { stemByCount } from '../src/find/tagger/stem.ts'
import type { Lexicon } from '../src/lexicon/lexicon.ts'
import type { Fold } from '../src/text/fold.ts'
import { Kind } from '../src/token/token.ts'
import type { Tokenize } from '../src/token/tokenize.ts'

/** Raw text as numbers of stems, sentence after sentence. */
export interface Stream {
  /** Stems by number; 0 is the border of a sentence, 1 every rare stem, 2 every number. */
  readonly stems: readonly string[]
  readonly ids: Int32Array
  /** The number of the first stem that is one. */
  readonly first: number
}

const FIRST = 3

/** Reads texts into a stream of the stems that occur `least` times or more. */
export function readStream(texts: readonly string[], fold: Fold, tokenize: Tokenize, lexicon: Lexicon, least: number): Stream {
  const sequence: number[] = []
  const counts: number[] = []
  for (const text of texts) {
    const tokens = tokenize(fold(text))
    for (let i = 0; i < tokens.size; i++) {
      if (i > 0 && tokens.sentence[i] !== tokens.sentence[i - 1]) sequence.push(-1)
      if (tokens.kind[i] === Kind.number || tokens.kind[i] === Kind.date) {
        sequence.push(-2)
        continue
      }
      const word = tokens.word[i] as number
      counts[word] = (counts[word] ?? 0) + 1
      sequence.push(word)
    }
    sequence.push(-1)
  }
  const { words } = lexicon
  const stemOfWord = new Map<number, string>()
  const countOf = (stem: string): number => counts[words.id(stem)] ?? 0
  const stemCounts = new Map<string, number>()
  counts.forEach((count, word) => {
    const stem = stemByCount(lexicon.cuts, word, words.text(word), countOf)
    stemOfWord.set(word, stem)
    stemCounts.set(stem, (stemCounts.get(stem) ?? 0) + count)
  })
  const stems = [...stemCounts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([stem]) => stem)
  const idOfStem = new Map(stems.map((stem, n) => [stem, n + FIRST]))
  const idOfWord = new Map<number, number>()
  for (const [word, stem] of stemOfWord) idOfWord.set(word, idOfStem.get(stem) ?? 1)
  const ids = Int32Array.from(sequence, n => (n === -1 ? 0 : n === -2 ? 2 : (idOfWord.get(n) ?? 1)))
  return { stems: ['', '', '', ...stems], ids, first: FIRST }
}
