import { expect, test } from 'vitest'
import { createRandom } from '../../train/random.ts'
import { vectorsOf } from '../../train/vectors.ts'

test('stems of like company have like vectors', () => {
  // 3 to 6 are towns, 7 to 10 verbs: «0 1 town 2», «0 verb 1 2»
  const random = createRandom(3)
  const ids = Array.from({ length: 3000 }, () => {
    const pick = Math.floor(random() * 4)
    return random() < 0.5 ? [0, 1, 3 + pick, 2] : [0, 7 + pick, 1, 2]
  }).flat()
  const size = 2
  const vectors = vectorsOf(Int32Array.from(ids), 11, 11, size, 1)
  const cosine = (a: number, b: number): number => {
    const [x, y] = [a, b].map(n => vectors.subarray(n * size, n * size + size)) as [Float32Array, Float32Array]
    const dot = (u: Float32Array, v: Float32Array): number => u.reduce((sum, n, k) => sum + n * (v[k] as number), 0)
    return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
  }
  expect(cosine(3, 6)).toBeGreaterThan(0.9)
  expect(cosine(7, 10)).toBeGreaterThan(0.9)
  expect(cosine(3, 7)).toBeLessThan(0.5)
})
