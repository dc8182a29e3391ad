import { describe, expect, test } from 'vitest'
import { type NumberMention, parseNumbers } from '../../src/dates.ts'

/** «words» value kind, as a native reader checks them by eye. */
const show = ({ text, value, kind, comparator, unit }: NumberMention): string =>
  `«${text}» ${value}${kind === 'number' ? '' : ` ${kind}`}${comparator === '=' ? '' : ` ${comparator}`}${unit ? ` ${unit}` : ''}`
const numbers = (text: string): string => parseNumbers(text).map(show).join(' | ')

describe('number words', () => {
  test.each([
    ['ثلاثة عشر', 13],
    ['ثلاث عشرة', 13],
    ['إحدى عشرة', 11],
    ['اثنتا عشرة', 12],
    ['خمسة وعشرون', 25],
    ['مئة وسبعة وثمانين', 187],
    ['مائتان وأربعون', 240],
    ['ثلاثمئة وخمس وستون', 365],
    ['سبع مائة', 700],
    ['ألف وتسعمئة وثمانية وأربعين', 1948],
    ['ألفين وسبعة', 2007],
    ['مئتا ألف', 200_000],
    ['ثلاثة ملايين ومئتي ألف وخمسين', 3_200_050],
    ['ملياري', 2_000_000_000],
    ['أربعة آلاف مليار', 4_000_000_000_000],
    ['مليون ونصف المليون', 1_500_000],
    ['ثلاثة ونصف', 3.5],
    ['ستة فاصلة صفر اثنان', 6.02],
    ['نصف مليون', 500_000],
    ['ناقص سبعة', -7],
    ['سبعطعش', 17],
    ['ثلاثمية', 300],
  ])('%s', (text, value) => {
    expect(parseNumbers(text).map(one => one.value)).toEqual([value])
  })
})

describe('digits', () => {
  test.each([
    ['١٢٣', 123],
    ['1,200', 1200],
    ['1.500.000', 1_500_000],
    ['12 500', 12_500],
    ['٣٫٥', 3.5],
    ['2,5 مليون', 2_500_000],
    ['3 آلاف', 3000],
    ['8 آلاف و450', 8450],
    ['-40', -40],
  ])('%s', (text, value) => {
    expect(parseNumbers(text).map(one => one.value)).toEqual([value])
  })
})

describe('ordinals', () => {
  test.each([
    ['الدورة الثالثة', 3],
    ['المرتبة الحادية عشرة', 11],
    ['الذكرى الخامسة والعشرين', 25],
    ['الجلسة المئة والرابعة', 104],
  ])('%s', (text, value) => {
    expect(parseNumbers(text).map(one => [one.kind, one.value])).toEqual([['ordinal', value]])
  })
})

describe('amounts', () => {
  test.each([
    ['أكثر من ثمانين بلدا', '«أكثر من ثمانين» (80,) quantity > countries'],
    ['ما لا يقل عن 14 قتيلا', '«ما لا يقل عن 14» [14,) quantity > killed'],
    ['دون الخمسين', '«دون الخمسين» (,50) quantity <'],
    ['20 أو أكثر', '«20 أو أكثر» [20,) quantity >'],
    ['نحو 700 شخص', '«نحو 700» 700 ~ other'],
    ['بين 40 و60 طائرة', '«بين 40 و60» [40,60) quantity'],
    ['من 3 إلى 5 ملايين', '«من 3 إلى 5 ملايين» [3000000,5000000) quantity'],
    ['أكبر من عشرة وأقل من عشرين', '«أكبر من عشرة وأقل من عشرين» (10,20) quantity'],
    ['عشرات الآلاف', '«عشرات الآلاف» [20000,99999] quantity ~'],
    ['بضعة آلاف', '«بضعة آلاف» [3000,9000] quantity ~'],
    ['مصرع قتيلين', '«قتيلين» 2 killed'],
    ['ارتفع بنسبة 7.5 في المئة', '«7.5 في المئة» 7.5 percent'],
    ['تراجع ٪12', '«٪12» 12 percent'],
    ['30 ألف درهم مغربي', '«30 ألف درهم مغربي» 30000 money MAD'],
    ['خمسة دراهم', '«خمسة دراهم» 5 money MAD|AED'],
    ['$9 مليارات', '«$9 مليارات» 9000000000 money USD'],
    ['65 كيلومترا', '«65 كيلومترا» 65 quantity km'],
    ['ثلثا الأعضاء', '«ثلثا» 0.6666666666666666'],
    ['فازوا 3-1', '«3» 3 | «1» 1'],
  ])('%s', (text, expected) => {
    expect(numbers(text)).toBe(expected)
  })

  test('leaves the numbers of dates to dates', () => {
    expect(numbers('وصل 12 وزيرا في 3 يونيو 2021 الساعة 9:15')).toBe('«12» 12')
  })
})
