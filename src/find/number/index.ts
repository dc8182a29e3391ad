import { Kind } from '../../token/token.ts'
import type { Finder } from '../finder.ts'
import { Senses } from '../sense.ts'
import { createRules, type Phrase } from './phrase.ts'
import { NumberReader } from './read.ts'

/** What an explained token counts; less than a name's or a date's, of which a number may be a part. */
const SCORE = 0.9

/** Finds numbers in words and digits: cardinals, ordinals, fractions, percent, money, measures, ranges and bounds. */
export const numberFinder: Finder = {
  name: 'number',
  find(source, emit) {
    const senses = new Senses(source)
    const numbers = new NumberReader(senses)
    const rules = Object.entries(createRules(senses, numbers))
    const { tokens } = source
    for (let i = 0; i < tokens.size; ) {
      const kind = tokens.kind[i]
      if (kind !== Kind.number && kind !== Kind.punctuation && !senses.has(i)) {
        i++
        continue
      }
      let best: Phrase | null = null
      for (const [, rule] of rules) {
        const phrase = rule(i)
        if (phrase && (!best || phrase.to > best.to)) best = phrase
      }
      if (!best || isNoise(best)) {
        i++
        continue
      }
      emit({ kind: best.kind, from: best.from, to: best.to, skip: best.skip, drop: 0, score: (best.to - best.from) * SCORE, by: `number:${best.by}`, content: best.content })
      i = best.to
    }

    /** A word that is hardly a number alone: «أحد», «ملايين» without a figure, «نصف» before no noun. */
    function isNoise(phrase: Phrase): boolean {
      const read = numbers.at(phrase.from)
      if (!read || read.to !== phrase.to) return false
      if (read.fraction) return read.weak || read.article
      return read.weak && (read.parts !== 0 || read.value < 3 || read.value > 9)
    }
  },
}
