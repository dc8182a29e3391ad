import { Class } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import { Part, PREPOSITIONS } from '../../token/cuts.ts'
import { Flag, Kind, markAt } from '../../token/token.ts'
import type { Source } from '../finder.ts'
import { isOrdinary, Shape, shapeOf, shapesOf } from './shape.ts'

/** Classes of words that a name never runs over. */
const GRAMMAR_WORDS = Class.word | Class.frame
/** Kinds of words in `function.tsv` that are nouns: they tell what the next word is. */
const NO_GRAMMAR = new Set(['competition', 'side', 'adjective'])
/** Words in `function.tsv` behind which a place stands. */
const WHERE = new Set(['in', 'to', 'behind', 'from'])

/** The tokens and hits of a text, with the questions that name finders ask of them. */
export class View {
  readonly size: number
  private readonly shapes: number[]
  constructor(readonly source: Source) {
    this.size = source.tokens.size
    this.shapes = shapesOf(source.lexicon)
  }

  /** The first hit at `i` that passes. Longest first is the caller's affair. */
  find(i: number, classes: number, test: (hit: Hit) => boolean): Hit | null {
    const { at, classes: masks } = this.source.hits
    if (((masks[i] as number) & classes) === 0) return null
    for (const hit of at[i] as readonly Hit[]) if ((hit.entry.class & classes) !== 0 && test(hit)) return hit
    return null
  }

  /** The longest hit at `i` of the given classes that passes. */
  longest(i: number, classes: number, test?: (hit: Hit) => boolean): Hit | null {
    const { at, classes: masks } = this.source.hits
    if (i >= this.size || ((masks[i] as number) & classes) === 0) return null
    let best: Hit | null = null
    for (const hit of at[i] as readonly Hit[]) {
      if ((hit.entry.class & classes) === 0 || (test && !test(hit))) continue
      if (!best || hit.length > best.length || (hit.length === best.length && better(hit, best))) best = hit
    }
    return best
  }

  has(i: number, classes: number): boolean {
    return i < this.size && ((this.source.hits.classes[i] as number) & classes) !== 0
  }

  isWord(i: number): boolean {
    const kind = this.source.tokens.kind[i]
    return i < this.size && (kind === Kind.word || kind === Kind.latin)
  }

  isArabic(i: number): boolean {
    return i < this.size && this.source.tokens.kind[i] === Kind.word
  }

  /** The single punctuation character of token `i`, or 0. */
  mark(i: number): number {
    return markAt(this.source.tokens, i)
  }

  flag(i: number, flag: Flag): boolean {
    return ((this.source.tokens.flags[i] as number) & flag) !== 0
  }

  /** What the letters of the word at `i` tell, as bits of `Shape`. */
  shape(i: number): number {
    return i < this.size && this.source.tokens.kind[i] === Kind.word
      ? shapeOf(this.source.lexicon, this.shapes, this.source.tokens.word[i] as number)
      : 0
  }

  /** Whether the word begins with the article, by its letters: «الوزير», «للوزير», «والوزير». */
  isDefinite(i: number): boolean {
    return (this.shape(i) & Shape.definite) !== 0
  }

  /** Whether the whole word is an ordinary one, so that it is no unknown name. */
  isCommon(i: number): boolean {
    return (this.shape(i) & Shape.common) !== 0
  }

  /** Whether a listed name of one word is an ordinary word too, whatever its row says: a town «العديد». Countries are not. */
  isAmbiguous(hit: Hit): boolean {
    return (
      hit.length === 1 &&
      hit.entry.class !== Class.country &&
      hit.entry.class !== Class.organization &&
      isOrdinary(this.source.lexicon, hit.cut, hit.entry.class === Class.area)
    )
  }

  /** Whether a name behind an attached particle is an accident of letters: «بنوك» is no ب + نوك. */
  isAccident(i: number, hit: Hit): boolean {
    if (hit.cut.prefix === 0 || hit.cut.article > 0) return false
    const shape = this.shape(i)
    return (shape & Shape.bare) !== 0 || ((shape & Shape.led) !== 0 && hasPreposition(hit))
  }

  /** Whether the word is «في». */
  isInside(i: number): boolean {
    return this.find(i, Class.word, h => isPlain(h) && h.entry.row.cells.id === 'in') !== null
  }

  /** Whether the word says where: «في», «إلى», «شمال». */
  isWhere(i: number): boolean {
    return this.find(i, Class.word, h => isPlain(h) && WHERE.has(h.entry.row.cells.id ?? '')) !== null
  }

  /** Whether the word is one of grammar, which no name runs over. */
  isGrammar(i: number): boolean {
    return this.find(i, GRAMMAR_WORDS, h => h.entry.class === Class.frame || !NO_GRAMMAR.has(h.entry.row.cells.kind ?? '')) !== null
  }

  /** Whether the word is a finite verb, by the table of ordinary words. */
  isPlainVerb(i: number): boolean {
    return (this.shape(i) & Shape.verb) !== 0
  }

  /** A row's cell of the word class (function words) at `i`, or ''. */
  grammar(i: number): string {
    return this.find(i, Class.word, h => (h.cut.parts & ~(Part.and | Part.so)) === 0 && h.cut.suffix === 0)?.entry.row.cells.kind ?? ''
  }
}

/** A hit whose word stands alone or behind و, ف: nothing else taken off. */
export const isPlain = (hit: Hit): boolean => (hit.cut.parts & ~(Part.and | Part.so)) === 0 && hit.cut.suffix === 0

/** A hit whose word may have a conjunction and a preposition before it, but no article and no pronoun taken off: what a name allows. */
export const isName = (hit: Hit): boolean => (hit.cut.parts & (Part.the | Part.will)) === 0 && hit.cut.suffix === 0

/** A hit with nothing taken off. */
export const isWhole = (hit: Hit): boolean => hit.cut.prefix === 0 && hit.cut.suffix === 0

/** A hit whose word has no pronoun; particles and article as they come. */
export const isNoun = (hit: Hit): boolean => (hit.cut.parts & Part.will) === 0 && hit.cut.suffix === 0

export const hasPreposition = (hit: Hit): boolean => (hit.cut.parts & PREPOSITIONS) !== 0

/** Whether the first of two equally long hits is the likelier: strong before weak, whole before cut. */
function better(a: Hit, b: Hit): boolean {
  if (a.entry.weak !== b.entry.weak) return b.entry.weak
  return a.cut.prefix + a.cut.suffix < b.cut.prefix + b.cut.suffix
}

export { Flag, Part, Shape }
