import { Part } from '../../token/cuts.ts'
import { Flag, Kind } from '../../token/token.ts'
import type { Finder } from '../finder.ts'
import { compilePlan, DIGITS, follow } from '../plan.ts'
import type { Senses } from '../sense.ts'
import { sharedOf } from '../shared.ts'
import { createRules, type Phrase } from './phrase.ts'
import type { NumberReader } from './read.ts'

/** What an explained token counts; less than a name's or a date's, of which a number may be a part. */
const SCORE = 0.9

const NUMBERS = [DIGITS, 'cardinals', 'ordinals', 'fractions', 'minus', 'percent', 'currencies'] as const
/** The rules of numbers, and the words that begin them. */
const NUMBER = compilePlan(3, {
  bounded: ['comparators'],
  range: [...NUMBERS, 'between', 'from'],
  vague: ['vague'],
  plain: NUMBERS,
  dual: ['counted', 'measures', 'currencies'],
})

function numberRules(senses: Senses, numbers: NumberReader) {
  const rules = createRules(senses, numbers)
  return { rules, readAt: follow(senses, NUMBER, rules) }
}

/** Finds numbers in words and digits: cardinals, ordinals, fractions, percent, money, measures, ranges and bounds. */
export const numberFinder: Finder = {
  name: 'number',
  find(source, emit) {
    const { senses, numbers, rules: once } = sharedOf(source)
    const { rules, readAt } = once(numberRules)
    const { tokens } = source
    for (let i = 0; i < tokens.size; ) {
      senses.begin(i)
      const best = isSign(i) ? rules.plain(i) : readAt(i)
      if (!best || isNoise(best)) {
        i++
        continue
      }
      emit({
        kind: best.kind,
        from: best.from,
        to: best.to,
        skip: best.skip,
        drop: 0,
        score: (best.to - best.from) * SCORE,
        by: `number:${best.by}`,
        content: best.content,
      })
      i = best.to
    }

    /** A sign or a decimal point before digits. */
    function isSign(token: number): boolean {
      return (
        tokens.kind[token] === Kind.punctuation &&
        tokens.kind[token + 1] === Kind.number &&
        ((tokens.flags[token + 1] as number) & Flag.glued) !== 0 &&
        !senses.is(token, 'currencies')
      )
    }

    /** A word that is hardly a number alone: «أحد», «ملايين» without a figure, «نصف» before no noun. */
    function isNoise(phrase: Phrase): boolean {
      if (phrase.by !== 'number' && phrase.by !== 'fraction' && phrase.by !== 'ordinal') return false
      const read = numbers.at(phrase.from)
      if (!read || read.to !== phrase.to) return false
      if (read.fraction) return read.weak || read.article || (read.parts & Part.and) !== 0
      return read.weak && (read.parts !== 0 || read.value < 3 || read.value > 9)
    }
  },
}
