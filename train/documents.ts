import type { Tokens } from '../src/token/token.ts'
import { labelsOf, type Tagged } from './corpus.ts'

/** Sentences of a corpus that stand together: the corpora do not tell where an article ends. */
export interface Document {
  readonly text: string
  readonly sentences: readonly Tagged[]
}

/** Cuts a corpus into runs of sentences. */
export function documentsOf(corpus: readonly Tagged[], length: number): Document[] {
  const list: Document[] = []
  for (let n = 0; n < corpus.length; n += length) {
    const sentences = corpus.slice(n, n + length)
    list.push({ sentences, text: sentences.map(s => s.text.replaceAll('\n', ' ')).join('\n') })
  }
  return list
}

/** The tokens of each sentence of a document: `[from, to)`. */
export function* parts({ sentences }: Document, tokens: Tokens): Generator<[sentence: Tagged, from: number, to: number, shift: number]> {
  let at = 0
  let i = 0
  for (const sentence of sentences) {
    const end = at + sentence.text.length
    const from = i
    while (i < tokens.size && (tokens.text.at[tokens.start[i] as number] as number) < end) i++
    yield [sentence, from, i, at]
    at = end + 1
  }
}

/** A view of some tokens of a text as tokens of a text of their own. */
export function partOf(tokens: Tokens, from: number, to: number, shift: number): Tokens {
  const at = tokens.text.at.map(n => n - shift)
  const ends = tokens.text.ends.map(n => n - shift)
  return {
    ...tokens,
    text: { ...tokens.text, at, ends },
    size: to - from,
    start: tokens.start.subarray(from, to),
    end: tokens.end.subarray(from, to),
    kind: tokens.kind.subarray(from, to),
  }
}

/** The labels of a document's tokens. */
export function documentLabels(document: Document, tokens: Tokens): Uint8Array {
  const labels = new Uint8Array(tokens.size)
  for (const [sentence, from, to, shift] of parts(document, tokens)) labels.set(labelsOf(sentence, partOf(tokens, from, to, shift)), from)
  return labels
}
