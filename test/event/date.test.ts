import { describe, expect, test } from 'vitest'
import { parseDates } from '../../src/dates.ts'
import { extractEvent } from '../../src/index.ts'

const PUBLISHED = '2023-05-17' // a Wednesday
const dateOf = (title: string, text: string) => {
  const event = extractEvent(text, { title, publishedAt: PUBLISHED })
  return [event?.date?.start ?? null, event?.date?.end ?? null, event?.status]
}

describe('the date of the main event', () => {
  test('the day of the news, not that of what it recalls', () => {
    expect(
      dateOf(
        'مقتل ثلاثة في انفجار وسط بغداد',
        'قتل ثلاثة أشخاص في انفجار هز وسط بغداد، الثلاثاء، بحسب الشرطة. وكانت المدينة شهدت هجوما مماثلا في يناير 2021.',
      ),
    ).toEqual(['2023-05-16', null, 'occurred'])
  })

  test('a dateline dates the report', () => {
    expect(
      dateOf(
        'شرطة الرياض تقبض على لصين',
        'الرياض 27 شوال 1444 هـ الموافق 17 مايو 2023 م واس\nقبضت شرطة الرياض أمس على لصين سرقا متجرا في حي السويدي.',
      )[0],
    ).toBe('2023-05-16')
  })

  test('a visit that lasts: its days, and it goes on', () => {
    expect(
      dateOf('رئيس الوزراء الإسباني يزور الرباط', 'وصل رئيس الوزراء الإسباني إلى الرباط، الثلاثاء، في زيارة تستغرق ثلاثة أيام.'),
    ).toEqual(['2023-05-16', '2023-05-18', 'ongoing'])
  })

  test('what begins goes on, what lies ahead is planned', () => {
    expect(dateOf('بدء اجتماعات اللجنة المشتركة في تونس', 'بدأت في تونس، الأربعاء، اجتماعات اللجنة المشتركة بين البلدين.')[2]).toBe(
      'ongoing',
    )
    expect(dateOf('فاس تحتضن مؤتمرا حول الماء', 'تحتضن مدينة فاس، يوم الخميس 25 ماي 2023، مؤتمرا دوليا حول الماء.')).toEqual([
      '2023-05-25',
      null,
      'planned',
    ])
  })
})

describe('what dates are read as', () => {
  const read = (text: string) => parseDates(text, { publishedAt: PUBLISHED }).map(m => m.value)

  test.each([
    ['three days in a row', 'أعلنت الحكومة أيام الأحد والاثنين والثلاثاء عطلة', ['2023-05-14/2023-05-16']],
    ['the score of a match is no date', 'خسر الفريق 1- صفر أمام ضيفه', []],
    ['a denied past', 'ولم ينتظر المغني طويلا بعد عودته يوم الاثنين', ['2023-05-15']],
    ['a verb of a relative clause dates itself', 'وتوضح المسيرة التي نظمت الأحد أن الأزمة ستطول', ['2023-05-14']],
    ['a weekday behind kilometres an hour', 'رياح سرعتها 70 كيلومترا في الساعة الأحد هدمت منازل', ['2023-05-14']],
  ])('%s', (_name, text, values) => {
    expect(read(text)).toEqual(values)
  })
})
