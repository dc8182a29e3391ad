import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CELL, nameFromAscii, nameToAscii, textFromAscii, textToAscii } from '../../src/lexicon/ascii.ts'

const mixed = fc.string({ unit: fc.constantFrom(...'مراكش ةأؤ«»٪€^`\\|\t!"aZ9-،ًی') })
const isAscii = (text: string): boolean => [...text].every(c => c >= ' ' && c <= '~' && c !== CELL)

describe.each([
  ['names', nameToAscii, nameFromAscii],
  ['texts', textToAscii, textFromAscii],
])('%s', (_, to, from) => {
  test('come back as they were, and are ASCII on the way', () => {
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string({ unit: 'binary' })), text => {
        const ascii = to(text)
        expect(isAscii(ascii)).toBe(true)
        expect(from(ascii)).toBe(text)
      }),
    )
  })
})

test('a folded name has a letter for a letter', () => {
  expect(nameToAscii('محكمه العدل icj 2')).toHaveLength('محكمه العدل icj 2'.length)
})

test('Latin text stays as it is, Arabic stands between two signs', () => {
  expect(textToAscii('Q42 igo')).toBe('Q42 igo')
  expect(textToAscii('بنك المغرب (BAM)')).toMatch(/^\^[a-zA-Z]+ [a-zA-Z]+ \(\^BAM\)$/)
})
