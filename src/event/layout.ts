import { NEWLINE } from '../text/chars.ts'
import type { Tokens } from '../token/token.ts'

/** The parts of a news article, as numbers of sentences. */
export interface Layout {
  /** Sentences `[0, title)` are the headline. */
  readonly title: number
  /** Sentences `[title, lead)` are the lead: the first paragraph, or its first two sentences. */
  readonly lead: number
  readonly count: number
}

/** Longest headline, in tokens. */
const LONGEST_TITLE = 32
const LEAD_SENTENCES = 2

/**
 * Finds headline and lead. `titled`: whether the text begins with a headline that was given apart. Otherwise its first line is one if it is short,
 * does not end like a sentence, and more follows.
 */
export function layoutOf(tokens: Tokens, titled: boolean): Layout {
  const { sentences, blocks, sentenceCount } = tokens
  let first = 0
  while (first < sentenceCount && blocks[first] === blocks[0]) first++
  const short = (sentences[first] as number) <= LONGEST_TITLE
  const title = titled || (short && first < sentenceCount && !endsWithDot(tokens, first - 1)) ? first : 0
  let lead = title
  while (lead < sentenceCount && lead - title < LEAD_SENTENCES && (lead === title || blocks[lead] === blocks[title])) lead++
  return { title, lead, count: sentenceCount }
}

function endsWithDot(tokens: Tokens, sentence: number): boolean {
  if (sentence < 0) return false
  const last = (tokens.sentences[sentence + 1] as number) - 1
  const start = tokens.start[last] as number
  return (
    tokens.text.units[start] === 0x2e &&
    (tokens.end[last] as number) - start === 1 &&
    tokens.text.units[tokens.end[last] as number] === NEWLINE
  )
}
