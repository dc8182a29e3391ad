import { expect, test } from 'vitest'
import { Weights } from '../../src/event/weights.ts'
import type { Row } from '../../src/lexicon/lexicon.ts'
import { DataError } from '../../src/lexicon/table.ts'

const TABLE = 'data/events/weights/role.tsv'
const rows = (...lines: readonly (readonly [feature: string, agent: string, patient: string])[]): Row[] =>
  lines.map(([feature, agent, patient], n) => ({ number: n, by: `${TABLE}:${n + 2}`, table: TABLE, cells: { feature, agent, patient } }))

const FEATURES = ['subject', 'object'] as const

test('sums the weights of a case, class by class, and begins anew', () => {
  const weights = new Weights(rows(['bias', '-1', ''], ['object', '', '2.5'], ['subject', '3', '-0.5']), FEATURES)
  expect(weights.classes).toEqual(['agent', 'patient'])
  weights.begin(null)
  weights.add(0)
  expect([...weights.sums]).toEqual([2, -0.5])
  expect(weights.classes[weights.best()]).toBe('agent')
  weights.begin(null)
  weights.add(1, 2)
  expect([...weights.sums]).toEqual([-1, 5])
  expect(weights.classes[weights.best()]).toBe('patient')
})

test('a feature without a row weighs nothing', () => {
  const weights = new Weights(rows(['bias', '1', '']), FEATURES)
  weights.begin(null)
  weights.add(1)
  expect([...weights.sums]).toEqual([1, 0])
})

test('a row of an unknown feature, or no number, stops with its place', () => {
  expect(() => new Weights(rows(['bias', '0', '0'], ['objct', '1', '0']), FEATURES)).toThrow(DataError)
  expect(() => new Weights(rows(['object', 'one', '0']), FEATURES)).toThrow(`${TABLE}:2:1: «one» is no weight`)
})

test('an observer sees subjects and features', () => {
  const weights = new Weights(rows(['bias', '1', '']), FEATURES)
  const seen: unknown[] = []
  weights.observer = { begin: subject => seen.push(subject), add: (feature, times) => seen.push([feature, times]) }
  weights.begin('a')
  weights.add(1)
  weights.add(0, 0.5)
  expect(seen).toEqual(['a', [1, 1], [0, 0.5]])
})
