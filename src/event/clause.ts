import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { Found } from '../resolve/mention.ts'
import { ARABIC_COMMA, COMMA, QUOTE } from '../text/chars.ts'
import { markAt } from '../token/token.ts'
import type { ArgumentSource } from './argument.ts'
import type { Match } from './match.ts'

/** A sentence that may date an event, with the words in it that name the event, in order. */
export interface Dated {
  readonly sentence: number
  readonly matches: readonly Match[]
  /** How many sentences behind the headline it stands, from 1; 0 is the headline. */
  readonly place: number
}

/** What a date is chosen with. */
export interface DateSource extends ArgumentSource {
  readonly found: readonly Found[]
  readonly publishedAt: string
}

/** What a token does in its sentence. Bits. */
export const enum Sign {
  verb = 1, // finite
  noun = 2, // of an event
  own = 4, // names the event that is asked about
  saying = 8,
  happens = 16, // وقع، جرى، تم
  that = 32, // أن، إن
  relative = 64, // الذي
  was = 128, // كان
  join = 256, // فيما، بينما، حيث
  comma = 512,
  quote = 1024,
  report = 2048, // وفق، بحسب
  present = 4096, // a verb of the present or the future
}

/** A dateline has no verb and no more tokens than this. */
const LONGEST_DATELINE = 24

/** One sentence with what its tokens do, seen from an event that some of its words name. All questions are answered at once, whatever the length. */
export class Clause {
  /** All signs up to a token, and from it on. */
  private readonly before: Uint16Array
  private readonly behind: Uint16Array
  /** The last finite verb up to a token, or -1. */
  private readonly verbs: Int32Array
  /** Whether a quotation is open behind a token. */
  private readonly open: Uint8Array

  constructor(
    readonly from: number,
    readonly to: number,
    private readonly signs: Uint16Array,
  ) {
    const size = signs.length
    this.before = new Uint16Array(size + 1)
    this.behind = new Uint16Array(size + 1)
    this.verbs = new Int32Array(size + 1).fill(-1)
    this.open = new Uint8Array(size + 1)
    for (let k = 0; k < size; k++) {
      const sign = signs[k] as number
      this.before[k + 1] = (this.before[k] as number) | sign
      this.verbs[k + 1] = (sign & Sign.verb) !== 0 ? from + k : (this.verbs[k] as number)
      this.open[k + 1] = (sign & Sign.quote) !== 0 ? 1 - (this.open[k] as number) : (this.open[k] as number)
    }
    for (let k = size - 1; k >= 0; k--) this.behind[k] = (this.behind[k + 1] as number) | (signs[k] as number)
  }

  at(token: number): number {
    return token >= this.from && token < this.to ? (this.signs[token - this.from] as number) : 0
  }

  /** The signs of all tokens before one. */
  allBefore(token: number): number {
    return this.before[token - this.from] as number
  }

  /** The signs of all tokens from one on. */
  allFrom(token: number): number {
    return this.behind[token - this.from] as number
  }

  /** The signs of the tokens `[from, to)`, of the last `most` of them at most. */
  near(from: number, to: number, most: number): number {
    let all = 0
    for (let i = Math.max(from, this.from, to - most); i < to; i++) all |= this.at(i)
    return all
  }

  /** The last finite verb before a token, or -1. */
  verbBefore(token: number): number {
    return this.verbs[token - this.from] as number
  }

  /** Whether a quotation mark is open before a token. */
  isQuoted(token: number): boolean {
    return this.open[token - this.from] === 1
  }

  /** «الرياض 27 جمادى الآخرة 1442 هـ الموافق 9 فبراير 2021 م واس». */
  get isDateline(): boolean {
    return this.to - this.from <= LONGEST_DATELINE && (this.allFrom(this.from) & (Sign.verb | Sign.own)) === 0
  }
}

/** The clause marks of a sentence. */
export function clauseOf({ sentence, matches }: Dated, { tokens, hits, lexicon }: ArgumentSource): Clause {
  const from = tokens.sentences[sentence] as number
  const to = tokens.sentences[sentence + 1] as number
  const signs = new Uint16Array(to - from)
  for (let i = from; i < to; i++) {
    const mark = markAt(tokens, i)
    let sign = 0
    if (mark === ARABIC_COMMA || mark === COMMA) sign = Sign.comma
    else if (mark === QUOTE) sign = Sign.quote
    else {
      if (((hits.classes[i] as number) & (Class.trigger | Class.status | Class.word)) !== 0) sign = signsOf(hits.at[i] as readonly Hit[])
      if (sign === 0 && lexicon.facts(tokens.word[i] as number).verb) sign = Sign.verb
    }
    signs[i - from] = sign
  }
  for (const { trigger } of matches)
    for (let i = trigger.from; i < trigger.to; i++) signs[i - from] = (signs[i - from] as number) | Sign.own
  return new Clause(from, to, signs)
}

/** What words of `data/words/function.tsv` do, by their kind. */
const WORDS: Readonly<Record<string, Sign>> = {
  that: Sign.that,
  relative: Sign.relative,
  copula: Sign.was,
  reporting: Sign.report,
}
/** The row of those that join clauses: «فيما», «حيث». */
const JOINS = 'then'

function signsOf(hits: readonly Hit[]): number {
  let signs = 0
  for (const { entry, cut } of hits) {
    const { cells } = entry.row
    if (entry.class === Class.word) signs |= cells.id === JOINS ? Sign.join : (WORDS[cells.kind ?? ''] ?? 0)
    else if (entry.class === Class.status) {
      if (cells.type === 'occurred' && entry.form.includes('.')) signs |= Sign.verb | Sign.happens
    } else if (entry.class === Class.trigger && !entry.weak) {
      if (entry.form.startsWith('present')) signs |= Sign.present
      if (entry.form.includes('.')) signs |= cells.type === 'statement' ? Sign.verb | Sign.saying : Sign.verb
      else if (entry.form === 'noun' && cut.suffix === 0) signs |= Sign.noun
    }
  }
  return signs
}
