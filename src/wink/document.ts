import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Mention, View } from '../reader.ts'
import { SPACE } from '../text/chars.ts'
import { Flag, Kind, rawSpan, type Tokens } from '../token/token.ts'
import { type Lexemes, type TokenType, TYPES } from './lexemes.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { TAGS, type Tag, tag } from './tags.ts'

/** What wink-nlp keeps of a document while it is made. Four numbers a token: lexeme, blanks before it, tag << 20, flags. */
export interface RawDocument {
  cache: unknown
  tokens: number[]
  numOfTokens: number
  document: number[]
  sentences: number[][]
  entities: unknown
  nonBreakingSpaces: Record<number, string>
  readonly currPipe: Readonly<Record<string, boolean>>
}

export const TOKEN_SIZE = 4
/** A number of blanks that says: look into `nonBreakingSpaces`. */
export const OTHER_BLANKS = 0xffff
const TAG_SHIFT = 20
const NAMES: ReadonlySet<string> = new Set(['PERSON', 'PLACE', 'ORGANIZATION'])
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Presentation}/u

/** A piece of a word, and the lexeme that its last writing had. */
interface Known extends Piece {
  value: string
  id: number
}

/** What is remembered of words: as long as the lexicon numbers them the same way. */
export class Memory {
  private readonly plans: (readonly Known[] | undefined)[] = []
  private readonly others = new Map<string, readonly Known[]>()

  constructor(
    readonly lexicon: Lexicon,
    readonly lexemes: Lexemes,
  ) {}

  /** The pieces of a word; see `piecesOf`. */
  plan(word: number, closed: boolean, offset: number): readonly Known[] {
    const make = (): readonly Known[] => piecesOf(word, closed, offset, this.lexicon).map(p => ({ ...p, value: '', id: 0 }))
    if (offset < 0) return (this.plans[word * 2 + (closed ? 1 : 0)] ??= make())
    const key = `${word} ${offset} ${closed}`
    let plan = this.others.get(key)
    if (!plan) this.others.set(key, (plan = make()))
    return plan
  }
}

/** Writes tokens, sentences and entities of a text into the raw document. */
export function fill(raw: RawDocument, text: string, view: View, entities: readonly Mention[], memory: Memory): void {
  new Filler(raw, text, view.tokens, entities, memory).run()
}

class Filler {
  private readonly out: number[] = []
  private readonly blanks: Record<number, string> = Object.create(null) as Record<number, string>
  private readonly found: [start: number, end: number, type: string][] = []
  private size = 0
  /** Where the last token ended in the text. */
  private end = 0
  /** The next entity, and its first token or -1. */
  private next = 0
  private first = -1
  private before: Tag = 'PUNCT'

  constructor(
    private readonly raw: RawDocument,
    private readonly text: string,
    private readonly tokens: Tokens,
    private readonly entities: readonly Mention[],
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
    if (raw.currPipe.ner) {
      // wink-nlp sets what its own machine found; there is nothing that it could find
      const { found } = this
      Object.defineProperty(raw, 'entities', { get: () => found, set: () => {}, enumerable: true, configurable: true })
    }
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
    const plan = memory.plan(tokens.word[i] as number, closed, this.entityInside(from, to))
    let start = from
    for (const piece of plan) {
      const end = from + piece.to
      // two letters of one character, «ﻻ», stay together
      if (end < to && (at[end] as number) < (ends[end - 1] as number)) continue
      this.piece(piece, at[start] as number, ends[end - 1] as number)
      start = end
    }
  }

  /** After how many units of the word `[from, to)` an entity begins inside it, or -1. */
  private entityInside(from: number, to: number): number {
    const { at } = this.tokens.text
    const entity = this.entities[this.next]
    if (!entity || this.first >= 0 || entity.start <= (at[from] as number)) return -1
    if (entity.start >= (this.tokens.text.ends[to - 1] as number)) return -1
    let k = from
    while (k < to && (at[k] as number) < entity.start) k++
    return k - from
  }

  private piece(piece: Known, start: number, end: number): void {
    const value = this.text.slice(start, end)
    if (piece.value !== value) {
      piece.id = this.memory.lexemes.intern(value, piece.normal, piece.lemma, 'word', piece.stop)
      piece.value = value
    }
    let name = piece.tag
    if (piece.either) name = this.before === 'PUNCT' || this.before === 'CCONJ' || this.before === 'SCONJ' ? 'VERB' : 'NOUN'
    this.add(piece.id, name, start, end)
  }

  private other(i: number): void {
    const { start, end } = rawSpan(this.tokens, i, i + 1)
    const value = this.text.slice(start, end)
    const normal = this.memory.lexicon.words.text(this.tokens.word[i] as number)
    const [type, name] = typeOf(this.tokens.kind[i] as number, value)
    const id = this.memory.lexemes.intern(value, normal, normal, type, false)
    const index = this.size
    const free = this.first < 0 && (this.entities[this.next]?.start ?? Number.POSITIVE_INFINITY) >= end
    this.add(id, name, start, end)
    if (free && (type === 'url' || type === 'email' || type === 'emoji')) this.found.push([index, index, type.toUpperCase()])
  }

  private add(id: number, name: Tag, start: number, end: number): void {
    this.out.push(id, this.gap(start), tag(name) << TAG_SHIFT, 0)
    this.before = name
    this.end = end
    this.size++
    this.entity(start, end)
  }

  /** The blanks before a token, as wink-nlp numbers them. */
  private gap(start: number): number {
    const { text, end } = this
    if (start === end) return 0
    const count = start - end
    let plain = count < OTHER_BLANKS
    for (let k = end; plain && k < start; k++) plain = text.charCodeAt(k) === SPACE
    if (plain) return count
    this.blanks[this.size] = text.slice(end, start)
    return OTHER_BLANKS
  }

  /** Opens and closes entities at the token that was added, `[start, end)` of the text. */
  private entity(start: number, end: number): void {
    for (let entity = this.entities[this.next]; entity && entity.start < end; entity = this.entities[this.next]) {
      const index = this.size - 1
      if (entity.end > start && this.first < 0) this.first = index
      if (entity.end > end) return
      if (this.first >= 0 && this.first > (this.found.at(-1)?.[1] ?? -1)) {
        const type = entity.kind.toUpperCase()
        this.found.push([this.first, index, type])
        if (NAMES.has(type)) this.nameTags(this.first, index)
      }
      this.first = -1
      this.next++
    }
  }

  /** Words of a name of which the tables know nothing are proper nouns. */
  private nameTags(first: number, last: number): void {
    for (let k = first; k <= last; k++) {
      const at = k * TOKEN_SIZE + 2
      if (TAGS[(this.out[at] as number) >> TAG_SHIFT] === 'X') this.out[at] = tag('PROPN') << TAG_SHIFT
    }
  }
}

const KINDS: Readonly<Record<number, readonly [TokenType, Tag]>> = {
  [Kind.latin]: ['word', 'PROPN'], [Kind.number]: ['number', 'NUM'], [Kind.date]: ['number', 'NUM'], [Kind.punctuation]: ['punctuation', 'PUNCT'],
  [Kind.url]: ['url', 'SYM'], [Kind.email]: ['email', 'SYM'], [Kind.symbol]: ['symbol', 'SYM'],
}

function typeOf(kind: number, value: string): readonly [TokenType, Tag] {
  const known = KINDS[kind] ?? [TYPES[0], 'X']
  return known[0] === 'symbol' && EMOJI.test(value) ? ['emoji', 'SYM'] : known
}
