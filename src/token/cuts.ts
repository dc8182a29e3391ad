import { ALEF, HAMZA, HEH, TEH, WAW, YEH } from '../text/chars.ts'
import type { Words } from './words.ts'

/** The particles that a cut takes off, as bits. */
export const enum Part {
  and = 1, // و
  so = 2, // ف
  in = 4, // ب
  to = 8, // ل
  as = 16, // ك
  will = 32, // س
  the = 64, // ال
}

/** The prepositions among them. */
export const PREPOSITIONS = Part.in | Part.to | Part.as

/** One way to read a word: `prefix` units of particles before, `suffix` units of pronoun behind, and what remains. */
export interface Cut {
  readonly prefix: number
  readonly suffix: number
  /** How many units of the prefix are the article's: 2, or 0 in «للوزير», where its alef is not written. */
  readonly article: number
  readonly parts: number
  /** The person of the attached pronoun (`3ms`), or ''. */
  readonly pronoun: string
  /** The folded word that remains, made whole: «للتحالف» -> التحالف, «زيارته» -> زياره. */
  readonly stem: string
}

/** An attached particle as `data/words/clitics.tsv` gives it. */
export interface Clitic {
  readonly form: string
  readonly side: 'prefix' | 'article' | 'suffix'
  readonly parts: string
  readonly rest: readonly string[]
}

const BITS: Readonly<Record<string, number>> = {
  and: Part.and,
  so: Part.so,
  in: Part.in,
  to: Part.to,
  as: Part.as,
  will: Part.will,
  the: Part.the,
}
const letter = (code: number): string => String.fromCharCode(code)
/** What must remain of a word. */
const SHORTEST_STEM = 2

/** A function from a word's id to all its cuts, the whole word first; remembered a word. */
export type Cuts = (word: number) => readonly Cut[]

/** Makes a `cuts` over the given particles. */
export function createCuts(words: Words, clitics: readonly Clitic[]): Cuts {
  const known: (readonly Cut[] | undefined)[] = []
  return word => (known[word] ??= cutsOf(words.text(word), clitics))
}

/** All cuts of one folded word. */
export function cutsOf(text: string, clitics: readonly Clitic[]): readonly Cut[] {
  const cuts: Cut[] = []
  const seen = new Set<string>()
  const add = (cut: Cut): void => {
    const key = `${cut.stem} ${cut.parts} ${cut.pronoun}`
    if (cut.stem.length < SHORTEST_STEM && cut.prefix + cut.suffix > 0) return
    if (seen.has(key)) return
    seen.add(key)
    cuts.push(cut)
  }
  const heads: Cut[] = [{ prefix: 0, suffix: 0, article: 0, parts: 0, pronoun: '', stem: text }]
  for (const clitic of clitics) {
    if (clitic.side !== 'prefix' || !text.startsWith(clitic.form)) continue
    const parts = bitsOf(clitic.parts)
    const remains = text.slice(clitic.form.length)
    // «لل»: the article's alef is not written after ل, so two of its letters count as the particle's
    if (clitic.rest.length === 0) heads.push({ prefix: clitic.form.length, suffix: 0, article: 0, parts, pronoun: '', stem: remains })
    for (const rest of clitic.rest)
      heads.push({ prefix: clitic.form.length, suffix: 0, article: 0, parts, pronoun: '', stem: rest + remains })
  }
  const article = clitics.find(c => c.side === 'article')
  const suffixes = clitics.filter(c => c.side === 'suffix')
  for (const head of heads) {
    add(head)
    if (article && head.stem.startsWith(article.form) && (head.parts & Part.will) === 0) {
      const shift = head.stem.length - (text.length - head.prefix) // the letters that «لل» does not write
      const written = Math.max(0, article.form.length - shift)
      add({
        ...head,
        prefix: head.prefix + written,
        article: written,
        parts: head.parts | Part.the,
        stem: head.stem.slice(article.form.length),
      })
    }
    for (const clitic of suffixes) {
      if (!head.stem.endsWith(clitic.form)) continue
      const stem = head.stem.slice(0, -clitic.form.length)
      for (const whole of wholeForms(stem)) add({ ...head, suffix: clitic.form.length, pronoun: clitic.parts, stem: whole })
    }
  }
  return cuts
}

/** What a word may have been before a pronoun was attached: زيارت -> زياره, لقاي and لقاو -> لقاء. */
function wholeForms(stem: string): string[] {
  const last = stem.charCodeAt(stem.length - 1)
  const head = stem.slice(0, -1)
  if (last === TEH) return [stem, head + letter(HEH)]
  if ((last === YEH || last === WAW) && stem.charCodeAt(stem.length - 2) === ALEF) return [stem, head + letter(HAMZA)]
  return [stem]
}

/** The bits of a `parts` cell: `and+to`. */
export function bitsOf(parts: string): number {
  let mask = 0
  for (const part of parts.split('+')) mask |= BITS[part] ?? 0
  return mask
}
