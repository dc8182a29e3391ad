import { describe, expect, test } from 'vitest'
import { createReader, type IssueCode, normalize, type Reading, read, tokenize } from '../src/index.ts'
import { MOST, ratio } from './support/cpu.ts'
import { HOSTILE } from './support/hostile.ts'

/** Long beside the longest sentence that there is (512 tokens), so that what is not linear shows. */
const LENGTH = 12_000
describe('twice the text takes twice the time', () => {
  test('what is not linear is seen', () => {
    const pairs = (length: number) => () => {
      let sum = 0
      for (let i = 0; i < length; i++) for (let k = 0; k < length; k++) sum += i ^ k
      return sum
    }
    expect(ratio(pairs(1_000), pairs(2_000), 50)).toBeGreaterThan(3)
  })

  test.each(Object.entries(HOSTILE))('%s', (_, make) => {
    const [a, b] = [make(LENGTH), make(2 * LENGTH)]
    expect(
      ratio(
        () => read(a),
        () => read(b),
      ),
    ).toBeLessThanOrEqual(MOST)
  })
})

describe('no text throws', () => {
  const codes = (text: string): IssueCode[] => read(text).issues.map(issue => issue.code)
  const empty = (reading: Reading) => expect(reading).toMatchObject({ events: [], entities: [], mentions: [] })

  test.each(Object.entries(HOSTILE))('%s', (_, make) => {
    const text = make(2_000)
    expect(() => read(text, { title: make(200), publishedAt: '2022-05-11' })).not.toThrow()
    expect(() => tokenize(text)).not.toThrow()
    expect(() => normalize(text)).not.toThrow()
    expect(() => normalize(text, { marks: false })).not.toThrow()
  })

  test.each([
    ['empty', '', ['empty-text']],
    ['blanks', ' \n\t\r\n\u00a0', ['empty-text']],
    ['English', 'The ministers met in Marrakesh on 11 May 2022.', ['no-arabic']],
    ['Chinese', '外交部长会议', ['no-arabic']],
    ['emoji', '😀😀😀', ['no-arabic']],
  ])('%s', (_, text, issues) => {
    expect(codes(text)).toEqual(issues)
  })

  test('empty text gives nothing', () => {
    empty(read(''))
    empty(read('   \n'))
    empty(read('', { title: '', publishedAt: '2022-05-11' }))
  })

  test('binary', () => {
    const bytes = String.fromCharCode(...Array.from({ length: 5_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256))
    expect(codes(bytes)).toContain('control-characters')
    const units = String.fromCharCode(...Array.from({ length: 50_000 }, (_, i) => (i * 40_503 + (i >> 5) * 77) % 65_536))
    expect(codes(units)).toEqual(expect.arrayContaining(['control-characters', 'lone-surrogate']))
  })

  test('broken UTF-8', () => {
    const broken = new TextDecoder().decode(new TextEncoder().encode('التقى الوزير نظيره في مراكش').subarray(1, -1))
    expect(broken).toContain('\ufffd')
    expect(() => read(broken)).not.toThrow()
  })

  test('Arabic read as Latin-1', () => {
    const wrong = new TextDecoder('windows-1252').decode(new TextEncoder().encode('التقى الوزير نظيره في مراكش'))
    expect(codes(wrong)).toContain('no-arabic')
  })

  test('a megabyte', () => {
    const line = 'التقى وزير الخارجية المغربي ناصر بوريطة نظيره الأمريكي أنتوني بلينكن في مراكش يوم 11 مايو 2022.\n'
    const reading = read(line.repeat(Math.ceil(2 ** 20 / line.length)))
    expect(reading.issues.map(issue => issue.code)).toEqual(['truncated'])
    expect(reading.mentions.length).toBeGreaterThan(10_000)
  })

  test('one word of a megabyte', () => {
    expect(codes('محمد'.repeat(2 ** 18))).toEqual(['truncated'])
    expect(codes(`م${'ُ'.repeat(2 ** 20)}`)).toEqual(['truncated', 'mark-run'])
  })

  test('limits of every size', () => {
    const text = '&amp;ُ😀ﷲ «التقى» 11/5/2022 ﻻ'
    for (let limit = 1; limit <= text.length + 1; limit++) expect(() => createReader({ limit }).read(text)).not.toThrow()
  })
})
