import type { Cuts } from '../../token/cuts.ts'
import { Part } from '../../token/cuts.ts'

/** Whether a cut is one that clusters are made over: conjunction and preposition off, article and pronoun kept. */
const isPlain = (cut: { readonly suffix: number; readonly parts: number; readonly stem: string }): boolean =>
  cut.suffix === 0 && (cut.parts & (Part.the | Part.will)) === 0

/** Shortest stem behind a particle: «كان» is no ك + ان. */
const SHORTEST = 3

/**
 * The stem of a word: itself where a table knows it, or else the first reading without particles that the table knows,
 * with the article kept, then without it, then without a pronoun; or else the word itself.
 */
export function stemOf(cuts: Cuts, word: number, text: string, knows: (stem: string) => boolean): string {
  if (knows(text)) return text
  const all = cuts(word)
  for (const cut of all) if (cut.prefix > 0 && isPlain(cut) && cut.stem.length >= SHORTEST && knows(cut.stem)) return cut.stem
  for (const cut of all) if (cut.suffix === 0 && cut.stem.length >= SHORTEST && knows(cut.stem)) return cut.stem
  for (const cut of all) if (cut.suffix > 0 && cut.stem.length >= SHORTEST && knows(cut.stem)) return cut.stem
  return text
}

/** The stem that counts tell: the most frequent of the word and what remains behind its particles. */
export function stemByCount(cuts: Cuts, word: number, text: string, countOf: (stem: string) => number): string {
  let best = text
  let most = countOf(text)
  for (const cut of cuts(word)) {
    if (cut.prefix === 0 || !isPlain(cut) || cut.stem.length < SHORTEST) continue
    const count = countOf(cut.stem)
    if (count > most) {
      most = count
      best = cut.stem
    }
  }
  return best
}
