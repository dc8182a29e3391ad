import type { Lexicon } from '../lexicon/lexicon.ts'
import { rankCuts } from '../sentences.ts'
import { type Cut, Part } from '../token/cuts.ts'
import { type Tag, tagWord } from './tags.ts'

/** A part of a word that is a token of its own: و + بلينكن. */
export interface Piece {
  /** How many units of the word lie before its end. */
  readonly to: number
  readonly normal: string
  readonly lemma: string
  readonly tag: Tag
  readonly either: boolean
  readonly stop: boolean
}

const PARTICLES: readonly (readonly [part: number, tag: Tag])[] = [
  [Part.and, 'CCONJ'],
  [Part.so, 'CCONJ'],
  [Part.in, 'ADP'],
  [Part.to, 'ADP'],
  [Part.as, 'ADP'],
  [Part.will, 'PART'],
]

/** The pieces of a word under its likeliest cut. The article stays with its noun: «وبالرباط» is و + ب + الرباط. `closed`: no pronoun can be attached. */
export function piecesOf(word: number, closed: boolean, lexicon: Lexicon): readonly Piece[] {
  const text = lexicon.words.text(word)
  // a cut that leaves no letter of the word itself, «لل», is none
  const { cut } = rankCuts(word, closed, lexicon).find(r => r.cut.prefix + r.cut.suffix < text.length) as { cut: Cut }
  return cutPieces(text, cut, lexicon)
}

function cutPieces(text: string, cut: Cut, lexicon: Lexicon): Piece[] {
  const particles = PARTICLES.filter(([part]) => (cut.parts & part) !== 0)
  const to = text.length - cut.suffix
  // «للمغرب» is لل + مغرب, but «للجنة» is ل + لجنة
  const after = text.slice(cut.prefix, to)
  const whole = cut.article === 0 && (after === cut.stem || lexicon.particle(Part.the) + after === cut.stem)
  const start = whole ? cut.prefix : particles.length
  const pieces = particles.map(([, name], i): Piece => {
    const letter = text.slice(i, i + 1)
    return { to: i + 1 < particles.length ? i + 1 : start, normal: letter, lemma: letter, tag: name, either: false, stop: true }
  })
  const definite = (cut.parts & Part.the) !== 0 ? lexicon.particle(Part.the) + cut.stem : cut.stem
  const word = tagWord(cut, definite, lexicon)
  pieces.push({ to, normal: definite, lemma: word.tag === 'PROPN' || word.tag === 'VERB' ? definite : cut.stem, ...word })
  if (cut.suffix > 0) {
    const pronoun = text.slice(to)
    pieces.push({ to: text.length, normal: pronoun, lemma: pronoun, tag: 'PRON', either: false, stop: true })
  }
  return pieces
}
