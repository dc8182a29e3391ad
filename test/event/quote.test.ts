import { describe, expect, test } from 'vitest'
import { read } from '../../src/index.ts'

/** The quotations of a text: who, how, what. */
const quotesOf = (text: string, title?: string): string[] => {
  const { quotes, entities } = read(text, title === undefined ? {} : { title })
  const names = new Map(entities.map(e => [e.id, e.name]))
  return quotes.map(
    q => `${(q.speaker && names.get(q.speaker)) ?? q.named?.text ?? '-'} ${q.direct ? 'direct' : 'reported'} ${q.in ?? 'text'}: ${q.text}`,
  )
}

describe('direct', () => {
  test.each([
    [
      'behind a verb and a colon',
      'قال وزير الخارجية المغربي ناصر بوريطة: «نرحب بكل الشركاء في مراكش».',
      ['ناصر بوريطة direct text: نرحب بكل الشركاء في مراكش'],
    ],
    [
      'the verb behind it',
      '«لن نقبل أي شروط جديدة على الاتفاق»، قال الرئيس الإيراني حسن روحاني.',
      ['حسن روحاني direct text: لن نقبل أي شروط جديدة على الاتفاق'],
    ],
    [
      'a source behind it',
      '"الأوضاع الإنسانية تزداد سوءا كل يوم"، بحسب الأمم المتحدة.',
      ['الأمم المتحدة direct text: الأوضاع الإنسانية تزداد سوءا كل يوم'],
    ],
    [
      'a pronoun carries the speaker on',
      'قال أنطونيو بلينكن إن بلاده ملتزمة بالسلام. وأضاف: «سنعمل مع حلفائنا في المنطقة».',
      ['أنطونيو بلينكن reported text: إن بلاده ملتزمة بالسلام', 'أنطونيو بلينكن direct text: سنعمل مع حلفائنا في المنطقة'],
    ],
  ])('%s', (_, text, quotes) => {
    expect(quotesOf(text)).toEqual(quotes)
  })

  test('in a headline behind the name of who speaks', () => {
    expect(quotesOf('جاءت التصريحات في مؤتمر صحفي.', 'ماكرون: لا بديل عن الحوار مع طهران')).toEqual([
      'ماكرون direct title: لا بديل عن الحوار مع طهران',
    ])
  })

  test('names and single words in marks are none', () => {
    expect(quotesOf('قالت حركة "حماس" إنها لا تعترف بما يسمى "صفقة القرن".')).toEqual([
      'حركة "حماس" reported text: إنها لا تعترف بما يسمى "صفقة القرن"',
    ])
  })
})

describe('reported', () => {
  test.each([
    ['with a post for a name', 'أكد مسؤول أمني أن المنطقة آمنة.', ['مسؤول reported text: أن المنطقة آمنة']],
    ['what stands inside it is no speaker', 'قال أردوغان اليوم. وأشار إلى أن الحكومة الألمانية تعرقل المفاوضات.', []],
    ['not where it is denied', 'لم تعلن وزارة الدفاع الروسية أن قواتها انسحبت.', []],
    ['not behind a word of time', 'قال ترامب ذلك بعد أن عاد إلى واشنطن.', []],
    ['not where nobody speaks', 'يذكر أن المدينة شهدت زلزالا قويا.', []],
  ])('%s', (_, text, quotes) => {
    expect(quotesOf(text)).toEqual(quotes)
  })
})

test('spans are those of the text, with what shows them', () => {
  const text = 'وأعلن محمد صلاح: «سأبقى مع الفريق حتى نهاية الموسم».'
  const [quote] = read(text).quotes
  expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text)
  expect(quote?.verb.text).toBe('وأعلن')
  expect(quote?.verb.by).toMatch(/^data\/events\/statement\.txt:\d+$/)
  expect(quote?.named?.text).toBe('محمد صلاح')
})
