import { Class } from '../../lexicon/classes.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { byLexicon } from '../../lexicon/memory.ts'
import { ALEF, LAM, NOON, TEH, WAW, YEH } from '../../text/chars.ts'
import { type Cut, Part, PREPOSITIONS } from '../../token/cuts.ts'

/** What a word's letters tell of it, whatever stands around it. Bits. */
export const enum Shape {
  definite = 1, // it begins with the article: «الوزير», «للوزير», «والوزير»
  common = 2, // it, or what remains without its particles, is an ordinary word
  verb = 4, // it is a finite verb and nothing more usual
  joined = 8, // a name of two words written as one: «عبدالعاطي», «أبوالنجا», «نورالدين»
  prepositional = 16, // known only without a preposition before it: «بتصاعد»
  conjoined = 32, // known only without a conjunction before it: «ومسلحين»
  bare = 64, // known as an ordinary word with nothing taken off before it: «بنوك» is no ب + نوك
  inflected = 128, // an ordinary word with an ending of number: «اقتراحين»
  led = 256, // a word of grammar behind و, ف: «فلدينا» is no ف + ل + دينا
  seen = 512,
}

/** Shortest stem of which a letter more or less is no accident. */
const STEM = 3
const LONG_STEM = 4
const ordinary = new WeakMap<Cut, boolean>()

/** The shapes that are known already, by word: `shapeOf` fills it. */
export const shapesOf = byLexicon((): number[] => [])

/** The shape of a word, remembered in `known`. */
export function shapeOf(lexicon: Lexicon, known: number[], word: number): number {
  let shape = known[word]
  if (shape === undefined) {
    shape = find(lexicon, word)
    known[word] = shape
  }
  return shape
}

/** Whether a name of one word, as it is cut, is an ordinary word too: «العديد», «وكبار». With the article it may be no ordinary one (`asIs`): «الخليج». */
export function isOrdinary(lexicon: Lexicon, cut: Cut, asIs = false): boolean {
  if (asIs) return isCommonStem(lexicon, cut.stem)
  let is = ordinary.get(cut)
  if (is === undefined) {
    is = isCommonStem(lexicon, cut.stem) || (startsWithArticle(cut.stem) && isCommonStem(lexicon, cut.stem.slice(2)))
    ordinary.set(cut, is)
  }
  return is
}

const startsWithArticle = (text: string): boolean => text.length > 4 && text.charCodeAt(0) === ALEF && text.charCodeAt(1) === LAM

function isCommonStem(lexicon: Lexicon, stem: string): boolean {
  for (const { class: of } of lexicon.lookUp(stem)) if (of === Class.common) return true
  return false
}

function find(lexicon: Lexicon, word: number): number {
  let shape: number = Shape.seen
  let whole = false
  let inside = 0
  for (const cut of lexicon.cuts(word)) {
    const bare = cut.prefix === 0 && cut.suffix === 0
    if ((cut.parts & Part.the) !== 0 && cut.suffix === 0) shape |= Shape.definite
    const entries = lexicon.lookUp(cut.stem)
    if (entries.length === 0) continue
    if (bare) whole = true
    const likely = isLikely(cut)
    let isKnown = false
    for (const { class: of, row, weak } of entries) {
      if ((of & (Class.name | Class.place)) === 0) isKnown = true
      // «فاطمة» is no ف + a town
      if (bare && of === Class.name && !weak) shape |= Shape.bare
      if (cut.prefix === 0 && (of === Class.word || (of === Class.common && likely))) shape |= Shape.bare
      if (cut.prefix > 0 && of === Class.word && (cut.parts & ~(Part.and | Part.so)) === 0) shape |= Shape.led
      if (of !== Class.common || !likely) continue
      shape |= Shape.common
      if (row.cells.kind === 'verb' && (cut.parts & ~(Part.and | Part.so | Part.will)) === 0) shape |= Shape.verb
    }
    if (likely && isKnown && cut.prefix > 0) inside |= cut.parts
  }
  if (!whole && (inside & PREPOSITIONS) !== 0) shape |= Shape.prepositional
  if (!whole && (inside & (Part.and | Part.so)) !== 0) shape |= Shape.conjoined
  if (!whole && (shape & Shape.common) === 0 && isInflected(lexicon, lexicon.words.text(word))) shape |= Shape.inflected
  if (!whole && (shape & (Shape.common | Shape.verb)) === 0 && isJoined(lexicon, lexicon.words.text(word))) shape |= Shape.joined
  return shape
}

/** Whether a word is an ordinary one and ـين, ـون, ـان, ـات, ـا. Short stems are left to chance: «بوتين». */
function isInflected(lexicon: Lexicon, text: string): boolean {
  const size = text.length
  if (size < 4) return false
  const last = text.charCodeAt(size - 1)
  const before = text.charCodeAt(size - 2)
  // «متهكما»
  if (last === ALEF) return isCommonStem(lexicon, text.slice(0, -1))
  const is = last === NOON ? before === YEH || before === WAW || before === ALEF : last === TEH && before === ALEF
  return is && size > 5 && isCommonStem(lexicon, text.slice(0, -2))
}

/** Whether a cut is none by accident: «بيكلي» is no ب + يكل + ي, «دبي» no دب + ي. */
function isLikely({ prefix, suffix, stem, pronoun }: Cut): boolean {
  if (prefix === 0 && suffix === 0) return true
  if (suffix === 0) return stem.length >= STEM
  return stem.length >= (pronoun.startsWith('3') || suffix > 1 ? STEM : LONG_STEM) + (prefix > 0 && suffix < 2 ? 1 : 0)
}

/** Whether a word is a particle of names and what follows it, or the like of «نصر» and a word of faith, written as one. */
function isJoined(lexicon: Lexicon, text: string): boolean {
  for (let k = 2; k <= 4 && k + 3 <= text.length; k++) {
    const kind = particleOf(lexicon, text.slice(0, k))
    if (kind === 'theophoric' && startsWithArticle(text.slice(k))) return true
    if (kind === 'kunya' && k === 3 && text.length > 6) return true
  }
  for (let k = 3; k + 4 <= text.length; k++) {
    const tail = text.slice(k)
    if (tail.charCodeAt(0) === ALEF && tail.charCodeAt(1) === LAM && particleOf(lexicon, tail) === 'second') return true
  }
  return false
}

function particleOf(lexicon: Lexicon, text: string): string {
  for (const { class: of, row } of lexicon.lookUp(text)) if (of === Class.particle) return row.cells.kind ?? ''
  return ''
}
