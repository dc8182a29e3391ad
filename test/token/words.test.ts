import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Words } from '../../src/token/words.ts'

const units = (text: string): Uint16Array => Uint16Array.from(text, c => c.charCodeAt(0))

describe('words', () => {
  test('get numbers in the order in which they come', () => {
    const words = new Words()
    expect(['مصر', 'المغرب', 'مصر', '', 'تونس'].map(w => words.id(w))).toEqual([0, 1, 0, 2, 3])
    expect(words.size).toBe(4)
    expect([0, 1, 2, 3].map(id => words.text(id))).toEqual(['مصر', 'المغرب', '', 'تونس'])
  })

  test('are read from the middle of a text', () => {
    const words = new Words()
    const text = units('في مصر أمس')
    expect(words.intern(text, 3, 6)).toBe(words.id('مصر'))
    expect(words.intern(text, 3, 5)).not.toBe(words.id('مصر'))
    expect(words.text(words.intern(text, 7, 10))).toBe('أمس')
  })

  test('are told apart by every unit', () => {
    const words = new Words()
    const all = ['اب', 'با', 'ا', 'ب', 'ابا', 'ا\u0000', '\u0000ا', '\ud83d', '\ude00', '😀']
    expect(new Set(all.map(w => words.id(w))).size).toBe(all.length)
  })

  test('keep their numbers when there are many', () => {
    const words = new Words()
    const text = (i: number) => `${i.toString(36)}كلمة${i}`
    const count = 60_000
    for (let i = 0; i < count; i++) if (words.id(text(i)) !== i) throw new Error(`${text(i)} has another number`)
    for (let i = 0; i < count; i++) if (words.id(text(i)) !== i) throw new Error(`${text(i)} has another number the second time`)
    expect(words.size).toBe(count)
    for (let i = 0; i < count; i += 997) expect(words.text(i)).toBe(text(i))
  })

  test('may be long', () => {
    const words = new Words()
    const long = 'خ'.repeat(100_000)
    expect(words.id(long)).toBe(0)
    expect(words.id(long)).toBe(0)
    expect(words.id(`${long}خ`)).toBe(1)
    expect(words.text(0)).toBe(long)
  })

  test('have one number each, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 5 })), list => {
        const words = new Words()
        const ids = list.map(w => words.id(w))
        expect(ids.map(id => words.text(id))).toEqual(list)
        expect(words.size).toBe(new Set(list).size)
      }),
    )
  })
})
