/** Small sets of tables, and the lexicon over them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CELL, LINE, nameFromAscii, textFromAscii } from '../../src/lexicon/ascii.ts'
import { GRAMMAR } from '../../src/lexicon/classes.ts'
import { type Compiled, compile } from '../../src/lexicon/compile.ts'
import { type Hit, Lexicon } from '../../src/lexicon/lexicon.ts'
import { createTokenize } from '../../src/token/tokenize.ts'
import { Words } from '../../src/token/words.ts'
import { ROOT } from './source.ts'
import { fold } from './text.ts'

/** The tables of particles and endings, as they stand. */
export const grammar = (): Record<string, string> => Object.fromEntries(GRAMMAR.map(path => [path, readFileSync(join(ROOT, path), 'utf8')]))

/** A table of rows, cells joined by TAB. */
export const tsv = (...rows: readonly (readonly string[])[]): string => rows.map(cells => cells.join('\t')).join('\n')

export const ORG_COLUMNS = ['id', 'name', 'aliases', 'kind', 'country', 'wikidata']
/** A table of organizations of names alone. */
export const orgs = (...names: readonly string[]): string =>
  tsv(ORG_COLUMNS, ...names.map((name, i) => [`o${i}`, name, '', 'other', '', '']))

export const compiled = (files: Record<string, string>): Compiled => compile(new Map(Object.entries({ ...grammar(), ...files })))

/** Compiled rows as they stood in their tables. */
export const plain = (rows: string): string[] => rows.split(LINE).map(line => line.split(CELL).map(textFromAscii).join('\t'))

/** The lines of the compiled names, as `name -> targets`. */
export const aliasesOf = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    compiled(files)
      .aliases.split(LINE)
      .filter(Boolean)
      .map(line => line.split(CELL) as [string, string])
      .map(([name, targets]) => [nameFromAscii(name), targets]),
  )

/** What a lexicon over these tables finds in a text: `words by form`, by the token at which it begins. */
export function hitsOf(text: string, ...sets: readonly Record<string, string>[]): string[] {
  const words = new Words()
  const lexicon = new Lexicon(words, sets.map(compiled))
  const tokens = createTokenize(words)(fold(text))
  const shown = (from: number, { length, cut, entry }: Hit): string => {
    const start = tokens.text.at[(tokens.start[from] as number) + cut.prefix - cut.article]
    const end = tokens.text.ends[(tokens.end[from + length - 1] as number) - 1 - cut.suffix]
    return `${text.slice(start, end)} = ${entry.row.by}${entry.form && ` ${entry.form}`}${entry.weak ? ' ~' : ''}`
  }
  return lexicon.scan(tokens).at.flatMap((hits, i) => hits.map(hit => shown(i, hit)))
}
