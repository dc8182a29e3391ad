import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Fold } from '../text/fold.ts'
import { foldString } from '../text/fold.ts'
import { ENTITY_TYPES } from './entities.ts'
import type { Lexemes } from './lexemes.ts'
import { piecesOf } from './pieces.ts'
import { type RawDocument, TAG_MASK, TAG_SHIFT, TOKEN_SIZE } from './raw.ts'
import { TAGS } from './tags.ts'

/** What wink-nlp gives the transformer of custom entities. */
interface CustomConfig {
  readonly rdd: RawDocument
  readonly preserve: Readonly<Record<string, string>>
  readonly matchValue: boolean
  readonly usePOS: boolean
}

const ARABIC = /[\p{Script=Arabic}\p{M}\p{Cf}]+/gu

/** What a token is to a custom pattern: a literal that some pattern has, else its part of speech, else its form. */
export function toPatternToken(token: unknown, _: unknown, { rdd, preserve, matchValue, usePOS }: CustomConfig, index: number): unknown {
  if (typeof token === 'string') return token
  const lexemes = rdd.cache as Lexemes
  const id = rdd.tokens[index * TOKEN_SIZE] as number
  const form = lexemes.value(matchValue ? id : lexemes.normal(id)) as string
  if (preserve[form]) return preserve[form]
  return usePOS ? TAGS[((rdd.tokens[index * TOKEN_SIZE + 2] as number) >> TAG_SHIFT) & TAG_MASK] : form
}

/** The machine with which wink-nlp finds names of tags and types in patterns: NAME stands for the thing, ^NAME for the word. */
export function patternMachine(): string {
  const names = [...new Set<string>([...TAGS.slice(1), ...ENTITY_TYPES])]
  const plain: Record<string, number> = { ' otherwise': 0, '^': 1 }
  const escaped: Record<string, number> = { ' otherwise': 2, '^': 3 }
  const ends: Record<number, string> = { 2: '', 3: '^' }
  const custom: Record<number, { preserve: boolean }> = { 2: { preserve: false }, 3: { preserve: true } }
  let state = 3
  for (const name of names) {
    plain[name] = ++state
    ends[state] = name
    custom[state] = { preserve: false }
    escaped[name] = ++state
    ends[state] = `${name}&`
    custom[state] = { preserve: true }
  }
  return JSON.stringify([100, state, { 0: plain, 1: escaped }, ends, {}, custom])
}

/**
 * A pattern as the documents have it: Arabic words folded unless `matchValue`, attached particles apart.
 * An alternative of more than one token is none to wink-nlp: the pattern becomes several.
 */
export function preparePattern(pattern: string, matchValue: boolean, lexicon: Lexicon, fold: Fold): string[] {
  const prepare = (text: string): string => text.replace(ARABIC, word => prepareWord(word, matchValue, lexicon, fold)).trim()
  let prepared = ['']
  for (const atom of pattern.trim().split(/\s+/)) {
    const options = /^\[.*\]$/.test(atom) ? atom.slice(1, -1).split('|').map(prepare) : [prepare(atom)]
    const single = options.filter(o => !o.includes(' '))
    const groups = options.filter(o => o.includes(' '))
    if (single.length > 0) groups.push(atom.startsWith('[') ? `[${single.join('|')}]` : (single[0] as string))
    prepared = prepared.flatMap(head => groups.map(group => `${head} ${group}`.trim()))
  }
  return prepared
}

function prepareWord(word: string, matchValue: boolean, lexicon: Lexicon, fold: Fold): string {
  const folded = foldString(fold, word).trim()
  if (folded === '' || folded.includes(' ')) return word
  const pieces = piecesOf(lexicon.words.id(folded), false, lexicon)
  if (!matchValue) return pieces.map(p => p.normal).join(' ')
  if (folded.length !== word.length) return word
  return pieces.map((p, i) => word.slice(i === 0 ? 0 : (pieces[i - 1]?.to as number), p.to)).join(' ')
}
