import { expect, test } from 'vitest'
import { type Case, fitChoice, fitClasses, weightsTable } from '../../train/events/fit.ts'

const on = (...features: number[]): Case['features'] => features.map(f => [f, 1] as const)

test('yes or no: a feature that goes with yes gains weight, one that tells nothing does not', () => {
  const cases: Case[] = []
  for (let n = 0; n < 40; n++) cases.push({ features: on(n % 2, 2), label: n % 2 === 0 ? 0 : -1 })
  const [yes, no, both] = fitClasses(cases, 3, 1, { l2: 0.1 })
  expect(yes).toBeGreaterThan(1)
  expect(no).toBeLessThan(-1)
  expect(Math.abs(both as number)).toBeLessThan(0.1)
})

test('classes: each feature speaks for its own', () => {
  const cases = Array.from({ length: 60 }, (_, n): Case => ({ features: on(n % 3), label: n % 3 }))
  const fitted = fitClasses(cases, 3, 3, { l2: 0.1 })
  for (const feature of [0, 1, 2]) {
    const own = [...fitted.slice(feature * 3, feature * 3 + 3)]
    expect(own.indexOf(Math.max(...own))).toBe(feature)
  }
})

test('choice: of one group the right case wins, and none where none is right', () => {
  const cases: Case[] = []
  for (let group = 0; group < 30; group++) {
    if (group % 3 > 0) cases.push({ features: on(0), label: 0, group })
    cases.push({ features: on(1), label: -1, group })
  }
  const [right, wrong, bias] = fitChoice(cases, 2, { l2: 0.01 }) as unknown as [number, number, number]
  expect(right + bias).toBeGreaterThan(0)
  expect(wrong + bias).toBeLessThan(0)
})

test('the table: rows by name, weights of two decimals, no rows of zeros', () => {
  expect(
    weightsTable(['source: x', 'licence: MIT'], ['b', 'a', 'none'], ['agent', 'patient'], Float64Array.of(1, -0.126, 0, 2, 0, 0.001, 3, 0)),
  ).toBe('# source: x\n# licence: MIT\nfeature\tagent\tpatient\na\t\t2\nb\t1\t-0.13\nbias\t3\t\n')
})
