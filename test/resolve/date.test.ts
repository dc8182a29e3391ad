import { describe, expect, test } from 'vitest'
import { type DateMention, parseDates } from '../../src/dates.ts'
import { day, fromHijri, hijriMonthLength, isoDay, parseIso, toHijri } from '../../src/resolve/date-calendar.ts'
import type { Issue } from '../../src/text/issue.ts'

const first = (text: string, publishedAt?: string): DateMention['date'] =>
  parseDates(text, publishedAt ? { publishedAt } : {})[0]?.date ?? null
const issuesOf = (text: string, publishedAt = '2022-05-15'): string[] => {
  const issues: Issue[] = []
  parseDates(text, { publishedAt, onIssue: issue => issues.push(issue) })
  return issues.map(issue => issue.code)
}

describe('the date of an event', () => {
  test('is as exact as the text', () => {
    expect(first('في 2014')).toMatchObject({ start: '2014', end: null, precision: 'year', calendar: 'gregorian', implied: [] })
    expect(first('مارس 2014')).toMatchObject({ start: '2014-03', end: null, precision: 'month' })
    expect(first('3 مارس 2014')).toMatchObject({ start: '2014-03-03', end: null, precision: 'day' })
    expect(first('الربع الثاني من 2014')).toMatchObject({ start: '2014-04', end: '2014-06', precision: 'quarter' })
    expect(first('من 3 إلى 5 مارس 2014')).toMatchObject({ start: '2014-03-03', end: '2014-03-05', precision: 'day' })
  })

  test('tells what the text does not say', () => {
    expect(first('3 مارس', '2014-04-01')).toMatchObject({ start: '2014-03-03', implied: ['year'] })
    expect(first('أمس', '2014-04-01')).toMatchObject({ start: '2014-03-31', implied: ['year', 'month', 'day'] })
    expect(first('الشهر الماضي', '2014-04-01')).toMatchObject({ start: '2014-03', implied: ['year', 'month'] })
  })

  test('keeps the calendar of the text', () => {
    expect(first('1 محرم 1445هـ')).toMatchObject({ start: '2023-07-19', calendar: 'hijri' })
  })

  test('has the words and their place', () => {
    const text = 'وقع في 11 مــايو 2022 بالرباط'
    const date = first(text)
    expect(date && text.slice(date.span.start, date.span.end)).toBe('11 مــايو 2022')
  })
})

describe('the year of a date without one', () => {
  test.each([
    ['10 نوفمبر', '2015-08-06', '2015-11-10'],
    ['8 يناير', '2017-12-20', '2018-01-08'],
    ['20 ديسمبر', '2018-01-05', '2017-12-20'],
    ['الثلاثاء 19 يونيو', '2018-06-22', '2018-06-19'],
    ['6 ديسمبر الماضي', '2022-05-15', '2021-12-06'],
    ['6 ديسمبر المقبل', '2022-05-15', '2022-12-06'],
  ])('%s, published on %s', (text, published, expected) => {
    expect(first(text, published)?.start).toBe(expected)
  })
})

describe('issues', () => {
  test.each([
    ['الاثنين 11 مايو 2022', ['weekday-mismatch']],
    ['الأربعاء 11 مايو 2022', []],
    ['31 أبريل 2022', ['impossible-date']],
    ['29 فبراير 2021', ['impossible-date']],
    ['10 شوال 1443هـ الموافق 1 مايو 2022', ['calendar-mismatch']],
    ['10 شوال 1443هـ الموافق 11 مايو 2022', []],
  ])('%s', (text, codes) => {
    expect(issuesOf(text)).toEqual(codes)
  })

  test('a day of publication that is none', () => {
    expect(issuesOf('أمس', 'yesterday')).toEqual(['invalid-published-at'])
  })
})

describe('the calendar', () => {
  test.each([
    [1343, 1, 1, '1924-08-01'],
    [1400, 1, 1, '1979-11-20'],
    [1436, 10, 1, '2015-07-17'],
    [1445, 9, 1, '2024-03-11'],
    [1490, 6, 1, '2067-08-11'],
  ])('%i/%i/%i H is %s', (year, month, date, expected) => {
    const found = fromHijri({ year, month, day: date })
    expect(found && isoDay(found)).toBe(expected)
    expect(found && toHijri(found)).toEqual({ year, month, day: date })
  })

  test('outside the official tables it is arithmetic', () => {
    const found = fromHijri({ year: 1, month: 1, day: 1 })
    expect(found && isoDay(found)).toBe('0622-07-19')
    expect(hijriMonthLength(1200, 1)).toBe(30)
  })

  test('knows the days of months', () => {
    expect(day(2021, 2, 29)).toBeNull()
    expect(day(2020, 2, 29)).not.toBeNull()
    expect(fromHijri({ year: 1442, month: 1, day: 30 })).toBeNull()
  })

  test('reads ISO dates', () => {
    expect(parseIso('2022-05-11T09:30:00Z')?.minutes).toBe(570)
    expect(parseIso('2022-05-11')?.minutes).toBeNull()
    expect(['2022-13-01', '11/5/2022', '', '2022-05-11T25:00'].map(parseIso)).toEqual([null, null, null, null])
  })
})
