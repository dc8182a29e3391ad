import { describe, expect, test } from 'vitest'
import { LABELS, mayFollow } from '../../src/find/tagger/labels.ts'
import { bestLabels, Chain } from '../../train/chain.ts'
import { createRandom } from '../../train/random.ts'

const LENGTH = 4
const random = createRandom(7)
const numbers = (size: number): Float64Array => Float64Array.from({ length: size }, () => random() * 4 - 2)
const score = numbers(LENGTH * LABELS)
const step = numbers((LABELS + 1) * LABELS)

/** Every way to label the sentence, with its score. */
function* ways(before: readonly number[] = [], sum = 0): Generator<[labels: readonly number[], score: number]> {
  const i = before.length
  if (i === LENGTH) yield [before, sum]
  else
    for (let y = 0; y < LABELS; y++) {
      const last = before[i - 1]
      if (!mayFollow(y, last ?? 0)) continue
      yield* ways([...before, y], sum + (score[i * LABELS + y] as number) + (step[(last ?? LABELS) * LABELS + y] as number))
    }
}

describe('the chain of labels', () => {
  const all = [...ways()]
  const total = all.reduce((sum, [, s]) => sum + Math.exp(s), 0)
  const gold = Uint8Array.of(0, 1, 2, 5)

  test('sums over all ways', () => {
    const chain = new Chain()
    const loss = chain.run(LENGTH, score, step, gold)
    const own = all.find(([labels]) => labels.join() === gold.join())?.[1] as number
    expect(loss).toBeCloseTo(Math.log(total) - own, 9)
    for (let i = 0; i < LENGTH; i++)
      for (let y = 0; y < LABELS; y++) {
        const share = all.reduce((sum, [labels, s]) => sum + (labels[i] === y ? Math.exp(s) : 0), 0) / total
        expect(chain.delta[i * LABELS + y]).toBeCloseTo(share - (gold[i] === y ? 1 : 0), 9)
      }
    const pair =
      all.reduce((sum, [labels, s]) => sum + labels.filter((y, i) => y === 2 && labels[i - 1] === 1).length * Math.exp(s), 0) / total
    expect(chain.stepDelta[LABELS + 2]).toBeCloseTo(pair - 1, 9)
  })

  test('finds the best', () => {
    const [best] = all.reduce((a, b) => (b[1] > a[1] ? b : a))
    expect([...bestLabels(LENGTH, score, step)]).toEqual(best)
  })
})
