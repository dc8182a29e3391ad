import fc from 'fast-check'
import { expect, test } from 'vitest'
import winkNLP from 'wink-nlp'
import { createReader } from '../../src/index.ts'
import { arabicModel, arabicWink } from '../../src/wink/index.ts'
import { readArticles } from '../support/articles.ts'
import { HOSTILE } from '../support/hostile.ts'
import { anyText } from '../support/texts.ts'

const reader = createReader()
const nlp = arabicWink(winkNLP, { reader })
const plain = winkNLP(arabicModel(reader))
const { its, as } = nlp

/** A document is its text, its tokens and blanks are the document, its entities lie in order. */
function check(text: string): void {
  const doc = nlp.readDoc(text)
  expect(doc.out()).toBe(text)
  expect(doc.out(its.markedUpText)).toBe(text)
  expect(plain.readDoc(text).out()).toBe(text.trim())
  const values = doc.tokens().out()
  const blanks = doc.tokens().out(its.precedingSpaces)
  expect(values.every(value => value !== '')).toBe(true)
  expect(text.startsWith(values.map((value, i) => blanks[i] + value).join(''))).toBe(true)
  const spans = doc.entities().out(its.span as never) as unknown as [number, number][]
  spans.forEach(([first, last], i) => {
    expect(first).toBeLessThanOrEqual(last)
    expect(first).toBeGreaterThan(spans[i - 1]?.[1] ?? -1)
    expect(last).toBeLessThan(values.length)
  })
}

test('own articles', () => {
  for (const { text } of readArticles()) check(text)
})

test.each(Object.entries(HOSTILE))('hostile: %s', (_, make) => {
  check(make(2000))
})

test('any text', () => {
  fc.assert(fc.property(anyText, check), { numRuns: 150 })
})

test.each([
  '',
  ' ',
  '\n\n',
  '\u200f',
  '،',
  'لل',
  'و',
  '\ufeffزار الملك فاس\u2069',
  `في${' '.repeat(70_000)}مصر`,
  '\ufefb',
  'و\ufefb يعلم',
  'ال\u200cمغرب',
  'ع&quot;ع&amp;',
])('edge %#', text => {
  const doc = nlp.readDoc(text)
  expect(doc.out()).toBe(text)
  expect(doc.tokens().out()).toHaveLength(doc.tokens().length())
  expect(doc.sentences().out().join('').length).toBeLessThanOrEqual(text.length)
})

test('what lies beyond the limit is still part of the document', () => {
  const short = arabicWink(winkNLP, { reader: createReader({ limit: 10 }) })
  const text = 'زار الملك مدينة فاس أمس '
  expect(short.readDoc(text).out()).toBe(text)
  expect(short.readDoc(text).tokens().out()).toEqual(['زار', 'الملك'])
})

test('50 instances in one process', () => {
  const model = arabicModel(reader)
  const all = Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? winkNLP(model) : arabicWink(winkNLP, { reader })))
  all.forEach((one, i) => {
    one.learnCustomEntities([{ name: `n${i}`, patterns: ['[زار] [PERSON]'] }])
  })
  all.forEach((one, i) => {
    const doc = one.readDoc('زار ناصر بوريطة فاس')
    expect(doc.entities().out()).toEqual(['ناصر بوريطة', 'فاس'])
    expect(doc.customEntities().out(one.its.type)).toEqual([`n${i}`])
  })
})

const LETTERS = [...'بتثجحخدذرزسشصضطظعغفقكلمنهوي']

/** The n-th word: five letters, no two alike. */
function word(n: number): string {
  let text = ''
  for (let rest = n, k = 0; k < 5; k++, rest = Math.floor(rest / LETTERS.length)) text += LETTERS[rest % LETTERS.length]
  return text
}

test('many distinct words: the store begins anew, old documents stay whole', () => {
  const many = 70_000
  const step = 1000
  const page = (i: number): string => Array.from({ length: step }, (_, k) => word((i + k) * 17)).join(' ')
  const first = nlp.readDoc(page(0))
  let highest = 0
  let last = 0
  for (let i = 0; i < many; i += step) {
    const doc = nlp.readDoc(page(i))
    expect(doc.out()).toBe(page(i))
    last = Math.max(...(doc.tokens().out(its.uniqueId as never) as unknown as number[]))
    highest = Math.max(highest, last)
    if (i % 20_000 === 0) expect(doc.tokens().out(its.shape, as.unique)).not.toContain(undefined)
  }
  expect(highest).toBeLessThan(1 << 17)
  expect(last).toBeLessThan(highest)
  expect(first.out()).toBe(page(0))
  expect(first.tokens().out(its.normal).join('')).toBe(page(0).replaceAll(' ', ''))
})
