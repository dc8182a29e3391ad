import { describe, expect, test } from 'vitest'
import { formatDate, parseDates, parseNumbers } from '../src/dates.ts'
import { MOST, ratio } from './support/cpu.ts'

describe('khabar/dates', () => {
  test('finds dates with their place, value and rule', () => {
    const text = 'يلتقيان في مراكش يوم 11 مايو 2022 صباحا'
    expect(parseDates(text)).toMatchObject([
      { kind: 'datetime', text: 'يوم 11 مايو 2022 صباحا', start: 17, end: 39, value: '2022-05-11TMO', by: 'time:day-part' },
    ])
  })

  test('finds numbers with their bounds', () => {
    expect(parseNumbers('أكثر من 80 بلدا')).toMatchObject([
      { kind: 'quantity', value: '(80,)', comparator: '>', lower: 80, upper: null, unit: 'countries' },
    ])
  })

  test('writes dates', () => {
    expect(formatDate('2022-05-11')).toBe('11 مايو 2022')
    expect(formatDate('2022-05-11', { months: 'levant', weekday: true })).toBe('الأربعاء 11 أيار 2022')
    expect(formatDate('2022-08-11', { months: 'morocco' })).toBe('11 غشت 2022')
    expect(formatDate('2022-08-11', { months: 'algeria', digits: 'arabic' })).toBe('١١ أوت ٢٠٢٢')
    expect(formatDate('2022-05-11', { calendar: 'hijri' })).toBe('10 شوال 1443')
    expect(formatDate('2022-05')).toBe('مايو 2022')
    expect(formatDate('2022')).toBe('2022')
  })

  test('reads what it writes', () => {
    for (const months of ['egypt', 'levant', 'morocco', 'algeria'] as const) {
      for (let month = 1; month <= 12; month++) {
        const date = `2021-${String(month).padStart(2, '0')}-13`
        expect(parseDates(formatDate(date, { months, weekday: true })).map(one => one.value)).toEqual([date])
      }
    }
  })

  test('refuses what is no date, no option, no text', () => {
    expect(() => formatDate('2021-02-30')).toThrow(TypeError)
    expect(() => formatDate('2021-02-01', { months: 'mars' as 'egypt' })).toThrow(TypeError)
    expect(() => parseDates(undefined as unknown as string)).toThrow(TypeError)
  })

  test('never throws because of a text, and stays linear', () => {
    const hostile = [
      'من ',
      'مطلع ',
      'آخر ',
      'واحد و',
      'مليون ألف ',
      '1 ',
      '1/',
      '11 و',
      'بين ',
      'قبل ',
      'الأحد ',
      'يوم ',
      'عام 2',
      'مساء ',
      'الشهر ',
      'الساعة 1 ',
      'كل ',
      'نصف ',
      'أول يوم من ',
      '-',
      'من الأحد إلى ',
    ]
    const work = (text: string) => () => {
      parseDates(text, { publishedAt: '2022-05-15' })
      parseNumbers(text)
    }
    for (const word of hostile) expect(ratio(work(word.repeat(1_000)), work(word.repeat(2_000))), word).toBeLessThanOrEqual(MOST)
  })
})
