/** Short roads to the lower floors, for tests. */
import { createFold, type Fold, type Folded, foldString } from '../../src/text/fold.ts'
import type { IssueCode } from '../../src/text/issue.ts'
import { createTokenize } from '../../src/token/tokenize.ts'
import { Words } from '../../src/token/words.ts'

export const fold: Fold = createFold()

/** The search form of a text. */
export const folded = (text: string): string => foldString(fold, text)

/** The codes of the issues that folding finds. */
export const issuesOf = (text: string, limit?: number): IssueCode[] => fold(text, limit).issues.map(issue => issue.code)

/** What is wrong with the way back from a search form to the given text, or null. */
export function wrongOffsets({ raw, length, at, ends }: Folded): string | null {
  for (let i = 0; i < length; i++) {
    const [from, to] = [at[i] as number, ends[i] as number]
    if (from < 0 || to <= from || to > raw.length) return `unit ${i} stands for [${from}, ${to}) of ${raw.length}`
    if (i === 0) continue
    const [before, end] = [at[i - 1] as number, ends[i - 1] as number]
    if (from < before) return `unit ${i} begins at ${from}, before the one to its left (${before})`
    if (from !== before && from < end) return `unit ${i} begins at ${from}, inside the one to its left, which ends at ${end}`
  }
  return at[length] === raw.length ? null : 'the last offset is not the end of the text'
}

/** The parts of the given text that the units of its search form stand for. */
export const piecesOf = (text: string): string[] => {
  const { raw, length, at, ends } = fold(text)
  return Array.from({ length }, (_, i) => raw.slice(at[i], ends[i]))
}

/** The sentences of a text as lists of token texts, without the lexicon. */
export function sentencesOf(text: string): string[][] {
  const tokens = createTokenize(new Words())(fold(text))
  const { at, ends } = tokens.text
  const textOf = (i: number): string => text.slice(at[tokens.start[i] as number], ends[(tokens.end[i] as number) - 1])
  return Array.from({ length: tokens.sentenceCount }, (_, s) => {
    const [from, to] = [tokens.sentences[s] as number, tokens.sentences[s + 1] as number]
    return Array.from({ length: to - from }, (_, k) => textOf(from + k))
  })
}
