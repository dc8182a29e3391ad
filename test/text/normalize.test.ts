import { describe, expect, test } from 'vitest'
import { type NormalizeOptions, normalize } from '../../src/index.ts'

/** Each option: a text, what it becomes by default, and with the option off. */
const OPTIONS: readonly (readonly [option: keyof NormalizeOptions, text: string, on: string, off: string])[] = [
  ['marks', 'مُحَمَّد', 'محمد', 'مُحَمَّد'],
  ['tatweel', 'محـــمد', 'محمد', 'محـــمد'],
  ['alef', 'أحمد إلى آسيا ٱل', 'احمد الي اسيا ال', 'أحمد إلي آسيا ٱل'],
  ['yeh', 'مستشفى', 'مستشفي', 'مستشفى'],
  ['tehMarbuta', 'مدينة', 'مدينه', 'مدينة'],
  ['hamza', 'مؤتمر رئيس', 'موتمر رييس', 'مؤتمر رئيس'],
  ['digits', '٣ ۴ ٪', '3 4 %', '٣ ۴ ٪'],
  ['presentationForms', 'ﷲ ﻻ', 'الله لا', 'ﷲ ﻻ'],
  ['persian', 'تهران کی گ', 'تهران كي ك', 'تهران کی گ'],
  ['invisible', 'مح\u200cمد\u200f', 'محمد', 'مح\u200cمد\u200f'],
  ['spaces', 'في\u00a0مصر\t', 'في مصر ', 'في\u00a0مصر\t'],
  ['quotes', '«نعم» “لا”', '"نعم" "لا"', '«نعم» “لا”'],
  ['dashes', '2010–2014', '2010-2014', '2010–2014'],
  ['case', 'BBC Élysée', 'bbc elysee', 'BBC Élysée'],
  ['entities', '&quot;خبر&quot; &#1593;', '"خبر" ع', '&quot;خبر&quot; &#1593;'],
  ['hashtags', '#وزير_الخارجية', 'وزير الخارجيه', '#وزير_الخارجيه'],
]

describe('normalize', () => {
  test.each(OPTIONS)('%s', (option, text, on, off) => {
    expect(normalize(text)).toBe(on)
    expect(normalize(text, { [option]: true })).toBe(on)
    expect(normalize(text, { [option]: undefined })).toBe(on)
    expect(normalize(text, { [option]: false })).toBe(off)
  })

  test('the type, the folding and this table name the same options', () => {
    const all: Record<keyof NormalizeOptions, true> = {
      marks: true,
      tatweel: true,
      alef: true,
      yeh: true,
      tehMarbuta: true,
      hamza: true,
      digits: true,
      presentationForms: true,
      persian: true,
      invisible: true,
      spaces: true,
      quotes: true,
      dashes: true,
      case: true,
      entities: true,
      hashtags: true,
    }
    expect(OPTIONS.map(([option]) => option).sort()).toEqual(Object.keys(all).sort())
    expect(() => normalize('خبر', all)).not.toThrow()
  })

  test('with every option off a text stays as it is', () => {
    const off = Object.fromEntries(OPTIONS.map(([option]) => [option, false]))
    const text = OPTIONS.map(([, written]) => written).join('\n')
    expect(normalize(text, off)).toBe(text)
  })

  test('options that are off together', () => {
    expect(normalize('مؤسّسة الأهرام', { alef: false, hamza: false })).toBe('مؤسسه الأهرام')
    expect(normalize('مُـحَمَّد', { marks: false })).toBe('مُحَمَّد')
    expect(normalize('&laquo;خبر&raquo;', { quotes: false })).toBe('«خبر»')
  })

  test('hashtags at the begin of a word only', () => {
    expect(normalize('قال #خبر_عاجل و#هذا رقم# # 5')).toBe('قال خبر عاجل و#هذا رقم# # 5')
    expect(normalize('#أ_ب\n#ج_د ه_و')).toBe('ا ب\nج د ه_و')
  })

  test('a run of marks is cut at thirty where marks are kept', () => {
    const marks = (n: number) => `م${'ُ'.repeat(n)}ح`
    expect(normalize(marks(30), { marks: false })).toBe(marks(30))
    expect(normalize(marks(31), { marks: false })).toBe(marks(30))
    expect(normalize(marks(100) + marks(5) + marks(50), { marks: false })).toBe(marks(30) + marks(5) + marks(30))
    expect(normalize(marks(800_000), { marks: false })).toBe(marks(30))
  })

  test('is done after one time', () => {
    const text = OPTIONS.map(([, written]) => written).join(' ')
    expect(normalize(normalize(text))).toBe(normalize(text))
  })

  test('a long text is whole', () => {
    expect(normalize('أ'.repeat(1_500_000))).toBe('ا'.repeat(1_500_000))
  })

  test('wrong options are named', () => {
    const wrong =
      (options: unknown, text: unknown = 'خبر') =>
      () =>
        normalize(text as string, options as NormalizeOptions)
    expect(wrong({ harakat: true })).toThrow(TypeError)
    expect(wrong({ harakat: true })).toThrow('unknown option «harakat»')
    expect(wrong({ marks: 'no' })).toThrow('option «marks» must be a boolean')
    expect(wrong({ marks: null })).toThrow(TypeError)
    expect(wrong(null)).toThrow('«options» must be an object')
    expect(wrong('marks')).toThrow(TypeError)
    expect(wrong({}, 5)).toThrow('«text» must be a string')
    expect(wrong({}, null)).toThrow(TypeError)
  })
})
