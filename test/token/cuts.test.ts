import { describe, expect, test } from 'vitest'
import { type TokenCut, tokenize } from '../../src/index.ts'
import { bitsOf, cutsOf, Part } from '../../src/token/cuts.ts'
import { folded } from '../support/text.ts'

/** A word, and its likeliest cut: particles, stem, + pronoun. Read by eye. */
const GOLDEN = `
وبلينكن و|بلينكن
للتحالف ل|ال|تحالف
بمراكش ب|مراكش
زيارته زيارة+ه
زيارتها زيارة+ها
بزيارته ب|زيارة+ه
لقائه لقاء+ه
لقاؤه لقاء+ه
لقاءهم لقاء+هم
سيعقد س|يعقد
وسيعقد و|س|يعقد
ستعقد س|تعقد
فسيعلن ف|س|يعلن
سيلتقي س|يلتقي
الوزير ال|وزير
والوزير و|ال|وزير
بالوزير ب|ال|وزير
وبالوزير و|ب|ال|وزير
للوزير ل|ال|وزير
وللوزير و|ل|ال|وزير
فللوزير ف|ل|ال|وزير
كالوزير ك|ال|وزير
فالوزير ف|ال|وزير
للجنة ل|ال|لجنة
وللجنة و|ل|ال|لجنة
القاهرة القاهرة
للقاهرة ل|القاهرة
بالقاهرة ب|القاهرة
والقاهرة و|القاهرة
المغرب المغرب
بالمغرب ب|المغرب
للمغرب ل|المغرب
فرنسا فرنسا
لفرنسا ل|فرنسا
بفرنسا ب|فرنسا
وفرنسا و|فرنسا
بلال بلال
وليد وليد
وبلال و|بلال
ووليد و|وليد
كندا كندا
بكندا ب|كندا
وكندا و|كندا
ليبيا ليبيا
بليبيا ب|ليبيا
لليبيا ل|ليبيا
لبنان لبنان
بلبنان ب|لبنان
للبنان ل|لبنان
سوريا سوريا
بسوريا ب|سوريا
بغداد بغداد
ببغداد ب|بغداد
بيروت بيروت
ببيروت ب|بيروت
باريس باريس
بباريس ب|باريس
لندن لندن
بلندن ب|لندن
كابل كابل
كييف كييف
فلسطين فلسطين
بفلسطين ب|فلسطين
ألمانيا ألمانيا
بألمانيا ب|ألمانيا
واشنطن واشنطن
بواشنطن ب|واشنطن
وواشنطن و|واشنطن
فيتنام فيتنام
كوريا كوريا
بكوريا ب|كوريا
فاس فاس
بفاس ب|فاس
وجدة وجدة
بوجدة ب|وجدة
وهران وهران
بوهران ب|وهران
كركوك كركوك
بكركوك ب|كركوك
لاهاي لاهاي
بلاهاي ب|لاهاي
بوتين بوتين
وبوتين و|بوتين
لبوتين ل|بوتين
بايدن بايدن
لبايدن ل|بايدن
ماكرون ماكرون
وماكرون و|ماكرون
لافروف لافروف
ولافروف و|لافروف
وزارة وزارة
ووزارة و|وزارة
بوزارة ب|وزارة
وزيرها وزير+ها
رئيسها رئيس+ها
ورئيسها و|رئيس+ها
حكومته حكومة+ه
حكومتهم حكومة+هم
نظيره نظير+ه
ونظيره و|نظير+ه
لنظيره ل|نظير+ه
اجتماعهما اجتماع+هما
شركائها شركاء+ها
وقع وقع
ووقع و|وقع
وصل وصل
ووصل و|وصل
كتب كتب
كتائب كتائب
الزغقبول ال|زغقبول
وأعلن و|أعلن
فقال ف|قال
والتقى و|التقى
`
  .trim()
  .split('\n')
  .map(line => line.split(' ') as [string, string])

const shown = ({ prefixes, stem, suffix }: TokenCut): string => [...prefixes, stem].join('|') + (suffix && `+${suffix}`)
const cuts = (word: string): readonly TokenCut[] => tokenize(word)[0]?.tokens[0]?.cuts ?? []

describe('the likeliest cut', () => {
  test('the table is large', () => expect(GOLDEN.length).toBeGreaterThanOrEqual(60))

  test.each(GOLDEN)('%s -> %s', (word, cut) => {
    expect(cuts(word).map(shown)[0]).toBe(folded(cut))
  })

  test('is told to be known', () => {
    expect(cuts('بمراكش')[0]?.known).toBe(true)
    expect(cuts('غقضذث')).toEqual([{ prefixes: [], stem: 'غقضذث', suffix: '', known: false }])
  })

  test('in a text, with marks and tatweel', () => {
    const [sentence] = tokenize('وَبِالوَزير لِلتّحالف بــمراكش')
    expect(sentence?.tokens.map(t => t.cuts.map(shown)[0])).toEqual(['و|ب|ال|وزير', 'ل|ال|تحالف', 'ب|مراكش'])
  })

  test('no pronoun behind ة', () => {
    expect(cuts('وزارة').every(c => c.suffix === '')).toBe(true)
    expect(cuts('وزاره').some(c => c.suffix === 'ه')).toBe(true)
  })

  test('other tokens have none', () => {
    expect(tokenize('BBC 2022 ، a@b.com')[0]?.tokens.every(t => t.cuts.length === 0)).toBe(true)
  })
})

describe('all cuts of a word', () => {
  const CLITICS = [
    { form: 'و', side: 'prefix', parts: 'and', rest: [] },
    { form: 'ل', side: 'prefix', parts: 'to', rest: [] },
    { form: 'لل', side: 'prefix', parts: 'to', rest: ['ال', 'الل'] },
    { form: 'ال', side: 'article', parts: 'the', rest: [] },
    { form: 'ه', side: 'suffix', parts: '3ms', rest: [] },
  ] as const
  const stems = (word: string) => cutsOf(word, CLITICS).map(c => c.stem)

  test('the whole word is the first', () => {
    expect(stems('والده')).toEqual(['والده', 'والد', 'الده', 'ده', 'الد'])
  })

  test('a word without particles is whole', () => expect(stems('مصر')).toEqual(['مصر']))
  test('a stem has two letters', () => expect(stems('ول')).toEqual(['ول']))
  test('the written letters of the article are counted', () => {
    const found = (word: string, stem: string) => cutsOf(word, CLITICS).find(c => c.stem === stem && (c.parts & Part.the) !== 0)
    expect(found('الوزير', 'وزير')).toMatchObject({ prefix: 2, article: 2 })
    expect(found('والوزير', 'وزير')).toMatchObject({ prefix: 3, article: 2 })
    expect(found('للوزير', 'وزير')).toMatchObject({ prefix: 2, article: 0 })
    expect(found('للجنه', 'لجنه')).toMatchObject({ prefix: 2, article: 0 })
  })

  test('a pronoun gives back what it changed', () => {
    expect(stems('زيارته')).toContain('زياره')
    expect(stems('زيارته')).toContain('زيارت')
    expect(stems('لقايه')).toContain('لقاء')
    expect(stems('لقاوه')).toContain('لقاء')
    expect(cutsOf('كتابه', CLITICS).find(c => c.stem === 'كتاب')).toMatchObject({ suffix: 1, pronoun: '3ms' })
  })

  test('no cut comes twice', () => {
    for (const [word] of GOLDEN) {
      const keys = cutsOf(folded(word), CLITICS).map(c => `${c.stem} ${c.parts} ${c.pronoun}`)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('a cut puts the word together again', () => {
    for (const [word] of GOLDEN) {
      const text = folded(word)
      for (const { prefix, suffix, parts, stem } of cutsOf(text, CLITICS)) {
        const middle = text.slice(prefix, text.length - suffix)
        // «لل» hides letters of the article, a pronoun changes the last letter
        if (parts === 0 && suffix === 0) expect(stem).toBe(middle)
        else expect(stem.endsWith(middle) || suffix > 0).toBe(true)
      }
    }
  })

  test('parts are bits', () => {
    expect(bitsOf('and+to')).toBe(Part.and | Part.to)
    expect(bitsOf('')).toBe(0)
    expect(bitsOf('3ms')).toBe(0)
  })
})
