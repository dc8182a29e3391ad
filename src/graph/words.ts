import { ALEF, foldTable, LAM } from '../text/chars.ts'
import { createFold, foldString } from '../text/fold.ts'

/** Names and words in the form in which they are compared. */
export interface WordForms {
  /** A name folded, quotes and other marks left out: «"القاعدة"» and «القاعده» are one. */
  name(text: string): string
  /** The words of a phrase folded, without the article: «الاجتماع» and «اجتماع» are one. */
  words(text: string): string[]
}

const WORD = /[\p{L}\p{N}]+/gu
const THE = String.fromCharCode(ALEF, LAM)
/** A word this short is not «ال» and a stem. */
const SHORTEST = 5

/** Makes the functions, over one fold. */
export function createWordForms(): WordForms {
  const fold = createFold(foldTable())
  const split = (text: string): readonly string[] => foldString(fold, text).match(WORD) ?? []
  return {
    name: text => split(text).join(' '),
    words: text => split(text).map(word => (word.length >= SHORTEST && word.startsWith(THE) ? word.slice(2) : word)),
  }
}
