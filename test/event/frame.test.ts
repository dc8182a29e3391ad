import { expect, test } from 'vitest'
import { createFrames } from '../../src/event/frame.ts'
import { Class } from '../../src/lexicon/classes.ts'
import { Lexicon } from '../../src/lexicon/lexicon.ts'
import { Words } from '../../src/token/words.ts'
import { compiled } from '../support/tables.ts'
import { folded } from '../support/text.ts'

test('one row holds doubtful words and sure ones: what is read first does not change what the other is worth', () => {
  const words = new Words()
  const lexicon = new Lexicon(words, [compiled({ 'data/events/death.txt': 'event death\nparticiple ~ميتا ميتة' })])
  const weights = (...order: readonly string[]): Record<string, number> => {
    const frames = createFrames(folded, words, lexicon.rowCount)
    const weightOf = (word: string): number => {
      const hit = lexicon.alone(words.id(folded(word))).find(h => h.entry.class === Class.trigger)
      if (!hit) throw new Error(`${word} is no trigger`)
      return frames(hit).weight
    }
    return Object.fromEntries(order.map(word => [word, weightOf(word)]))
  }
  const one = weights('ميتا', 'ميتة')
  expect(one.ميتة).toBeGreaterThan(one.ميتا as number)
  expect(weights('ميتة', 'ميتا')).toEqual(one)
})
