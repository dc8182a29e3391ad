import { Class, PLACES } from './lexicon/classes.ts'
import type { Entry, Lexicon } from './lexicon/lexicon.ts'
import type { Span } from './text/span.ts'
import { type Cut, Part } from './token/cuts.ts'
import { Flag, Kind, rawSpan, type Tokens } from './token/token.ts'

/** One way to cut a word: the folded particles before it, the stem, the pronoun behind it. */
export interface TokenCut {
  /** «و», «ل», «ال» … in the order of writing. */
  readonly prefixes: readonly string[]
  /** The folded word that remains. */
  readonly stem: string
  /** The attached pronoun, or ''. */
  readonly suffix: string
  /** Whether the tables know the stem. */
  readonly known: boolean
}

/** A token of a text. */
export interface Token extends Span {
  readonly text: string
  /** The form in which it is looked up. */
  readonly normal: string
  readonly kind: 'word' | 'latin' | 'number' | 'date' | 'punctuation' | 'url' | 'email' | 'symbol'
  /** Possible cuts of an Arabic word, the likeliest first; empty for other tokens. */
  readonly cuts: readonly TokenCut[]
}

/** A sentence of a text. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[]
}

const KINDS: Readonly<Record<number, Token['kind']>> = {
  [Kind.word]: 'word',
  [Kind.latin]: 'latin',
  [Kind.number]: 'number',
  [Kind.date]: 'date',
  [Kind.punctuation]: 'punctuation',
  [Kind.url]: 'url',
  [Kind.email]: 'email',
  [Kind.symbol]: 'symbol',
}
const ORDER = [Part.and, Part.so, Part.in, Part.to, Part.as, Part.will, Part.the]

/** The tokens of a text as objects: for people, and for programs that want tokens only. */
export function showTokens(tokens: Tokens, lexicon: Lexicon): Sentence[] {
  const sentences: Sentence[] = []
  for (let s = 0; s < tokens.sentenceCount; s++) {
    const from = tokens.sentences[s] as number
    const to = tokens.sentences[s + 1] as number
    const list: Token[] = []
    for (let i = from; i < to; i++) {
      const span = rawSpan(tokens, i, i + 1)
      const kind = KINDS[tokens.kind[i] as number] as Token['kind']
      list.push({
        ...span,
        text: tokens.text.raw.slice(span.start, span.end),
        normal: lexicon.words.text(tokens.word[i] as number),
        kind,
        cuts: kind === 'word' ? cutsOf(tokens, i, lexicon) : [],
      })
    }
    sentences.push({ ...rawSpan(tokens, from, to), tokens: list })
  }
  return sentences
}

function cutsOf(tokens: Tokens, i: number, lexicon: Lexicon): TokenCut[] {
  const closed = ((tokens.flags[i] as number) & Flag.tehMarbuta) !== 0
  return rankCuts(tokens.word[i] as number, closed, lexicon).map(({ cut, known }) => ({
    prefixes: prefixes(cut, lexicon),
    stem: cut.stem,
    suffix: suffix(tokens, i, cut),
    known,
  }))
}

/** The possible cuts of a word, the likeliest first, and whether the tables know the stem. `closed`: no pronoun can be attached. */
export function rankCuts(word: number, closed: boolean, lexicon: Lexicon): { readonly cut: Cut; readonly known: boolean }[] {
  const cuts = lexicon.cuts(word).filter(c => !(closed && c.suffix > 0))
  const scored = cuts.map((cut, n) => {
    const entries = lexicon.lookUp(cut.stem).filter(e => fits(cut, e))
    return { cut, known: entries.length > 0, score: likelihood(cut, entries) - n * 0.001 }
  })
  return scored.sort((a, b) => b.score - a.score)
}

/** Names that take neither article nor pronoun: «للبنان» is ل + لبنان. */
const PROPER = PLACES | Class.person | Class.name | Class.organization
/** The third person, which news attaches to nouns. */
const THIRD = /^3/

/** Whether what the tables say of a stem goes with what was taken off it. */
function fits({ parts, suffix }: Cut, { class: of, form }: Entry): boolean {
  if ((of & PROPER) !== 0) return (parts & (Part.the | Part.will)) === 0 && suffix === 0
  return !form.startsWith('past.') || (parts & (Part.the | Part.in | Part.as | Part.will)) === 0
}

function likelihood(cut: Cut, entries: readonly Entry[]): number {
  const known = entries.length > 0
  const weak = known && entries.every(e => e.weak)
  let score = -pieces(cut) * 0.5
  if (known) score += weak ? 3.6 : entries.every(e => e.weak || e.class === Class.common) ? 3.7 : 4
  if ((cut.parts & Part.the) !== 0) score += weak ? 0.4 : 1
  if ((cut.parts & Part.will) !== 0 && entries.some(isPresent)) score += 1
  if (known && THIRD.test(cut.pronoun) && cut.stem.length >= LONG_STEM) score += 1
  return score
}

/** From this length on, a known stem before ـه or ـها is no accident. */
const LONG_STEM = 4

const isPresent = ({ class: of, form, row }: Entry): boolean =>
  form.startsWith('present.') || (of === Class.common && row.cells.kind === 'verb')

const pieces = (cut: Cut): number => ORDER.filter(p => (cut.parts & p) !== 0).length + (cut.suffix > 0 ? 1 : 0)

function prefixes({ parts }: Cut, lexicon: Lexicon): string[] {
  return ORDER.filter(p => (parts & p) !== 0).map(p => lexicon.particle(p))
}

function suffix(tokens: Tokens, i: number, cut: Cut): string {
  if (cut.suffix === 0) return ''
  const end = tokens.end[i] as number
  return String.fromCharCode(...tokens.text.units.subarray(end - cut.suffix, end))
}
