import { expect, test } from 'vitest'
import { LABELS } from '../../src/find/tagger/labels.ts'
import { bestLabels } from '../../train/chain.ts'
import type { Example } from '../../train/crf.ts'
import { Net } from '../../train/net.ts'

/** A sentence of two words: a name where one of them has attribute 1, none where both or neither have it. */
function sentence(first: number, second: number): Example {
  const list = (a: number): Int32Array => Int32Array.of(a)
  const isName = first !== second ? 1 : 0
  return {
    length: 2,
    near: [list(2), list(2)],
    far: [list(first), list(second)],
    words: [0, 0],
    labels: Uint8Array.of(0, isName),
    weight: 1,
  }
}

test('a net learns which attributes go together, what sums of weights do not', () => {
  const net = new Net(3, { size: 1, numbers: new Float32Array(1), placeOf: () => -1 }, 1)
  const four = [sentence(0, 0), sentence(0, 1), sentence(1, 0), sentence(1, 1)]
  net.train(Array.from({ length: 150 }, () => four).flat())
  for (const example of four) {
    net.read(example)
    expect([...bestLabels(2, net.score.subarray(0, 2 * LABELS), net.step)]).toEqual([...example.labels])
  }
})
