import type { Entry, Hits, Lexicon } from '../lexicon/lexicon.ts'
import type { Tokens } from '../token/token.ts'

/** What a mention is. */
export type MentionKind =
  | 'person'
  | 'place'
  | 'organization'
  | 'date'
  | 'time'
  | 'datetime'
  | 'duration'
  | 'set'
  | 'number'
  | 'ordinal'
  | 'percent'
  | 'money'
  | 'quantity'
  | 'title'
  | 'nationality'
  | 'group'
  | 'trigger'

/** What a finder reads: the tokens of a text and the names of the lexicon in it. */
export interface Source {
  readonly tokens: Tokens
  readonly hits: Hits
  readonly lexicon: Lexicon
}

/** A possible mention: tokens `[from, to)`, without `skip` units at the begin of the first and `drop` units at the end of the last. */
export interface Candidate {
  readonly kind: MentionKind
  readonly from: number
  readonly to: number
  readonly skip: number
  readonly drop: number
  /** How much it speaks for this reading; `select` keeps the set of compatible candidates with the highest sum. About 1 a token that is explained. */
  readonly score: number
  /** The table row or the rule that found it. */
  readonly by: string
  /** The lexicon's name behind it, if one is. */
  readonly entry?: Entry | undefined
  /** What the finder understood: a number, a time expression, the parts of a name. */
  readonly content?: unknown
}

/** One way to find mentions. Finders do not know of one another; `select` decides. */
export interface Finder {
  readonly name: string
  find(source: Source, emit: (candidate: Candidate) => void): void
}
