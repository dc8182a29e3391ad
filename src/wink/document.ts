import type { Lexicon } from '../lexicon/lexicon.ts'
import { SPACE } from '../text/chars.ts'
import { Flag, Kind, rawSpan, type Tokens } from '../token/token.ts'
import { type Lexemes, type TokenType, TYPES } from './lexemes.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { OTHER_BLANKS, type RawDocument, TAG_SHIFT } from './raw.ts'
import { type Tag, tag } from './tags.ts'

const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Presentation}/u
/** Behind one of these, and first in a sentence, stands the verb. */
const BEFORE_VERB: ReadonlySet<Tag> = new Set(['PUNCT', 'CCONJ', 'SCONJ'])

/** A piece of a word, and the lexeme that its last writing had. */
interface Known extends Piece {
  value: string
  id: number
}

/** What is remembered of words: as long as the lexicon numbers them the same way. */
export class Memory {
  private readonly plans: (readonly Known[] | undefined)[] = []

  constructor(
    readonly lexicon: Lexicon,
    readonly lexemes: Lexemes,
  ) {}

  /** The pieces of a word; see `piecesOf`. */
  plan(word: number, closed: boolean): readonly Known[] {
    const at = word * 2 + (closed ? 1 : 0)
    let plan = this.plans[at]
    if (!plan) {
      plan = piecesOf(word, closed, this.lexicon).map(piece => ({ ...piece, value: '', id: 0 }))
      this.plans[at] = plan
    }
    return plan
  }
}

/** Writes the tokens and sentences of a text into the raw document. */
export function fill(raw: RawDocument, text: string, tokens: Tokens, memory: Memory): void {
  new Filler(raw, text, tokens, memory).run()
}

class Filler {
  private readonly out: number[] = []
  private readonly blanks: Record<number, string> = Object.create(null) as Record<number, string>
  private size = 0
  /** Where the last token ended in the text. */
  private end = 0
  private before: Tag = 'PUNCT'

  constructor(
    private readonly raw: RawDocument,
    private readonly text: string,
    private readonly tokens: Tokens,
    private readonly memory: Memory,
  ) {}

  run(): void {
    const { tokens, raw } = this
    const sentences: number[][] = []
    for (let s = 0; s < tokens.sentenceCount; s++) {
      const start = this.size
      this.before = 'PUNCT'
      for (let i = tokens.sentences[s] as number; i < (tokens.sentences[s + 1] as number); i++) {
        if (tokens.kind[i] === Kind.word) this.word(i)
        else this.other(i)
      }
      if (this.size > start) sentences.push([start, this.size - 1, 0, 0])
    }
    raw.cache = this.memory.lexemes
    raw.tokens = this.out
    raw.numOfTokens = this.size
    raw.document = [0, this.size - 1, 0, 0]
    raw.sentences = raw.currPipe.sbd || this.size === 0 ? sentences : [[0, this.size - 1, 0, 0]]
    raw.nonBreakingSpaces = this.blanks
    this.tail()
  }

  /** What stands behind the last token: no token, but part of the text. */
  private tail(): void {
    const rest = this.text.slice(this.end)
    if (rest.trim() === '') return
    this.out.push(this.memory.lexemes.intern('', '', '', 'unk', false), OTHER_BLANKS, tag('SPACE') << TAG_SHIFT, 0)
    this.blanks[this.size] = rest
    this.raw.document[1] = this.size
  }

  private word(i: number): void {
    const { tokens, memory } = this
    const { at, ends } = tokens.text
    const from = tokens.start[i] as number
    const to = tokens.end[i] as number
    const closed = ((tokens.flags[i] as number) & Flag.tehMarbuta) !== 0
    let start = from
    for (const piece of memory.plan(tokens.word[i] as number, closed)) {
      const end = from + piece.to
      // two letters of one character, «ﻻ», stay together
      if (end < to && (at[end] as number) < (ends[end - 1] as number)) continue
      this.piece(piece, at[start] as number, ends[end - 1] as number)
      start = end
    }
  }

  private piece(piece: Known, from: number, end: number): void {
    // half a character may belong to the token before: a lone surrogate and «ﻵ»
    const start = Math.max(from, this.end)
    if (start >= end) return
    const value = this.text.slice(start, end)
    if (piece.value !== value) {
      piece.id = this.memory.lexemes.intern(value, piece.normal, piece.lemma, 'word', piece.stop)
      piece.value = value
    }
    const name = piece.either ? (BEFORE_VERB.has(this.before) ? 'VERB' : 'NOUN') : piece.tag
    this.add(piece.id, name, start, end)
  }

  private other(i: number): void {
    const span = rawSpan(this.tokens, i, i + 1)
    const start = Math.max(span.start, this.end)
    const { end } = span
    if (start >= end) return
    const value = this.text.slice(start, end)
    const normal = this.memory.lexicon.words.text(this.tokens.word[i] as number)
    const [type, name] = typeOf(this.tokens.kind[i] as number, value)
    this.add(this.memory.lexemes.intern(value, normal, normal, type, false), name, start, end)
  }

  private add(id: number, name: Tag, start: number, end: number): void {
    this.out.push(id, this.gap(start), tag(name) << TAG_SHIFT, 0)
    this.before = name
    this.end = end
    this.size++
  }

  /** The blanks before a token, as wink-nlp numbers them. */
  private gap(start: number): number {
    const { text, end } = this
    const count = start - end
    let plain = count < OTHER_BLANKS
    for (let k = end; plain && k < start; k++) plain = text.charCodeAt(k) === SPACE
    if (plain) return count
    this.blanks[this.size] = text.slice(end, start)
    return OTHER_BLANKS
  }
}

const KINDS: Readonly<Record<number, readonly [TokenType, Tag]>> = {
  [Kind.latin]: ['word', 'PROPN'],
  [Kind.number]: ['number', 'NUM'],
  [Kind.date]: ['number', 'NUM'],
  [Kind.punctuation]: ['punctuation', 'PUNCT'],
  [Kind.url]: ['url', 'SYM'],
  [Kind.email]: ['email', 'SYM'],
  [Kind.symbol]: ['symbol', 'SYM'],
}

function typeOf(kind: number, value: string): readonly [TokenType, Tag] {
  const known = KINDS[kind] ?? [TYPES[0], 'X']
  return known[0] === 'symbol' && EMOJI.test(value) ? ['emoji', 'SYM'] : known
}
