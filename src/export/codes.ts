import data from 'khabar:data'
import { attributesOf } from '../event/frame.ts'
import type { Compiled } from '../lexicon/compile.ts'
import { Lexicon } from '../lexicon/lexicon.ts'
import { Words } from '../token/words.ts'

/** What an event type is called elsewhere. Codes of CAMEO are strings: `04` is no number. */
export interface Codes {
  /** `Conflict.Attack`, or ''. */
  readonly ace: string
  /** `ASSAULT`; several where the type is wider. */
  readonly plover: readonly string[]
  /** Root codes, the nearest first: `18`, `19`. */
  readonly cameo: readonly string[]
}

const NONE: Codes = { ace: '', plover: [], cameo: [] }

/** Reads the equivalents that the files of data/events name. Gives them by event type. */
export function readCodes(): (type: string) => Codes {
  const codes = new Map<string, Codes>()
  for (const row of new Lexicon(new Words(), [data() as unknown as Compiled]).rowsOf(/\/events\/[^/]+\.txt$/, 'event')) {
    const attributes = new Map(attributesOf(row))
    const list = (name: string): string[] => (attributes.get(name) ?? '-').split('|').filter(code => code !== '-')
    codes.set(row.cells.type ?? '', { ace: list('ace')[0] ?? '', plover: list('plover'), cameo: list('cameo') })
  }
  return type => codes.get(type) ?? NONE
}

/** The code «not specified further» below a root: `040`. */
export const generalCode = (root: string): string => (root === '' ? '' : `${root}0`)

/** GDELT's four classes: verbal and material cooperation, verbal and material conflict. Null without a code. */
export function quadClass(root: string): number | null {
  const number = Number(root)
  return root === '' ? null : number <= 5 ? 1 : number <= 8 ? 2 : number <= 13 ? 3 : 4
}
