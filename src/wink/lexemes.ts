import { TAGS, tag } from './tags.ts'

/** What a distinct token is. The names are those of wink-nlp. */
export const TYPES = ['unk', 'word', 'number', 'url', 'email', 'punctuation', 'symbol', 'emoji'] as const
export type TokenType = (typeof TYPES)[number]

interface Lexeme {
  readonly value: string
  readonly normal: number
  readonly lemma: number
  readonly type: TokenType
  readonly stop: boolean
}

const LOWER = /^[a-z][a-z.-]*$/
const UPPER = /^[A-Z][A-Z.-]*$/
const TITLE = /^[A-Z][a-z.-]*$/

/**
 * The distinct tokens of some documents: takes the place of wink-nlp's own store, which grows for ever and keeps shapes in 14 bits.
 * A document holds the store with which it was made; the model begins a new one when it has become large.
 */
export class Lexemes {
  private readonly list: Lexeme[] = []
  private readonly ids = new Map<string, number>()

  constructor(private readonly isKnown: (text: string) => boolean) {}

  get size(): number {
    return this.list.length
  }

  /** The number of a token; the same for the same value, normal form and type. */
  intern(value: string, normal: string, lemma: string, type: TokenType, stop: boolean): number {
    const key = `${value}\n${normal}\n${lemma}\n${type}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.list.length
    this.ids.set(key, id)
    this.list.push({ value, normal: id, lemma: id, type, stop })
    if (value !== normal || value !== lemma)
      this.list[id] = {
        value,
        normal: value === normal ? id : this.plain(normal, type, stop),
        lemma: value === lemma ? id : this.plain(lemma, type, stop),
        type,
        stop,
      }
    return id
  }

  private plain(text: string, type: TokenType, stop: boolean): number {
    return this.intern(text, text, text, type, stop)
  }

  // What wink-nlp asks of its store. It takes the functions off the object, so none may need `this`.

  readonly value = (id: number): string | undefined => this.list[id]?.value
  readonly normal = (id: number): number => this.list[id]?.normal ?? id
  readonly mappedSpelling = (id: number): number => id
  readonly nox = (id: number): number => id
  readonly posOf = (): number => tag('X')
  readonly valueOf = (_feature: string, index: number): string | undefined => TAGS[index]
  readonly currentSize = (): number => this.list.length
  readonly intrinsicSize = (): number => 0
  readonly isMemberPOS = (): boolean => false
  readonly hasSamePOS = (): boolean => false
  readonly isOOV = (text: string): boolean => !this.isKnown(text)
  readonly lookup = (text: string): number[] | null => {
    const id = this.ids.get(`${text}\n${text}\n${text}\nword`)
    return id !== undefined ? [id] : this.isKnown(text) ? [this.plain(text, 'word', false)] : null
  }
  readonly property = (id: number, name: string): string | number | null => {
    const lexeme = this.list[id]
    return lexeme ? propertyOf(lexeme, name) : null
  }
}

function propertyOf({ value, lemma, type, stop }: Lexeme, name: string): string | number {
  switch (name) {
    case 'tokenType':
      return type
    case 'lemma':
      return lemma
    case 'isSLemma':
      return 1
    case 'isStopWord':
      return stop ? 1 : 0
    case 'isAbbrev':
      return type === 'word' && value.endsWith('.') ? 1 : 0
    case 'prefix':
      return value.slice(0, 2)
    case 'suffix':
      return value.slice(-3)
    case 'shape':
      return shapeOf(value)
    case 'lutCase':
      return LOWER.test(value) ? 1 : UPPER.test(value) ? 2 : TITLE.test(value) ? 3 : 0
    default:
      return 0
  }
}

/** «xxxx» for a word, «dddd» for digits, at most four of a kind in a row; marks and invisible characters count for nothing. */
function shapeOf(value: string): string {
  return value
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/(?!X)\p{L}/gu, 'x')
    .replace(/\p{Nd}/gu, 'd')
    .replace(/(X|x|d)\1{4,}/g, '$1$1$1$1')
}
