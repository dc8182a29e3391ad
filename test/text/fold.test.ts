import { describe, expect, test } from 'vitest'
import { FOLD_CLASSES, foldTable } from '../../src/text/chars.ts'
import { createFold, foldString } from '../../src/text/fold.ts'
import { fold, folded, issuesOf, piecesOf, wrongOffsets } from '../support/text.ts'

/** Every class of spelling that folding takes away: as written, as looked up. */
const CLASSES: readonly (readonly [name: string, written: string, form: string])[] = [
  ['harakat', 'مُحَمَّدٌ', 'محمد'],
  ['tanween', 'غربًا', 'غربا'],
  ['dagger alef', 'هٰذا', 'هذا'],
  ["Qur'anic marks", 'قُلۡ هُوَ ٱللَّهُ أَحَدٌۚ', 'قل هو الله احد'],
  ['honorific marks', 'محمدؐ', 'محمد'],
  ['tatweel', 'الـــقـــاهـــرة', 'القاهره'],
  ['alef with hamza above', 'أحمد', 'احمد'],
  ['alef with hamza below', 'إيران', 'ايران'],
  ['alef with madda', 'آسيا', 'اسيا'],
  ['alef wasla', 'ٱلرياض', 'الرياض'],
  ['alef maksura', 'مصطفى', 'مصطفي'],
  ['teh marbuta', 'غزة', 'غزه'],
  ['waw with hamza', 'مؤتمر', 'موتمر'],
  ['yeh with hamza', 'رئيس', 'رييس'],
  ['Arabic-Indic digits', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['Persian digits', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['Arabic percent, decimal and thousands signs', '٢٫٥٪ ١٬٢٠٠', '2.5% 1,200'],
  ['the ligature of Allah', 'ﷲ', 'الله'],
  ['the ligature of lam and alef', 'ﻻ', 'لا'],
  ['ligatures of lam and alef with hamza', 'ﻷﻹﻵ', 'لالالا'],
  ['presentation forms', 'ﻣﺼﺮ', 'مصر'],
  ['the rial sign', '﷼', 'ريال'],
  ['Persian yeh and kaf', 'کیمیا', 'كيميا'],
  ['gaf, Moroccan and Iraqi', 'أگادير', 'اكادير'],
  ['ng', 'أڭادير', 'اكادير'],
  ['peh, tcheh, veh, Tunisian gaf', 'پ چ ڤ ڨ ژ', 'ب ج ف ق ج'],
  ['zero-width characters', 'مح\u200bم\u200cد\u200d\ufeff', 'محمد'],
  ['direction marks', '\u202bمحمد\u202c\u200f \u2067علي\u2069\u061c', 'محمد علي'],
  ['soft hyphen', 'خ\u00adبر', 'خبر'],
  ['blanks', 'في\u00a0مصر\u2003أمس\tو', 'في مصر امس و'],
  ['line separators', 'خبر\u2028خبر\u2029خبر', 'خبر\nخبر\nخبر'],
  ['quotes', '«أ» “ب” „ج‟ ‹د›', '"ا" "ب" "ج" "د"'],
  ['single quotes', '‘أ’ `ب´', "'ا' 'ب'"],
  ['dashes', 'أ–ب—ج−د‐ه', 'ا-ب-ج-د-ه'],
  ['Latin case and accents', 'BBC Élysée Şırnak', 'bbc elysee sırnak'],
  ['full width', 'ＢＢＣ１２％', 'bbc12%'],
  ['superscripts', 'كم²', 'كم2'],
  ['named entities', 'قال: &quot;نعم&quot; &amp; &laquo;لا&raquo;', 'قال: "نعم" & "لا"'],
  ['the entity of a blank', 'في&nbsp;مصر', 'في مصر'],
  ['the entity of an invisible character', 'مح&zwnj;مد&rlm;', 'محمد'],
  ['decimal entities', '&#1593;&#1604;&#1610;', 'علي'],
  ['hexadecimal entities', '&#x639;&#X644;&#x64a;', 'علي'],
  ['the entity of a ligature', '&#xfdf2;', 'الله'],
  ['the entity of a mark', 'م&#1615;حمد', 'محمد'],
  ['entities written twice', '&amp;quot;خبر&amp;amp;quot;', '"خبر"'],
  ['entities of characters beyond the basic plane', '&#128512;خبر', ' خبر'],
  ['entities of half a pair', '&#xd83d;خبر', ' خبر'],
  ['decomposed letters', 'أإآؤئ'.normalize('NFD'), 'ااا' + 'وي'],
  ['decomposed Latin', 'é'.normalize('NFD'), 'e'],
]

describe('fold', () => {
  test.each(CLASSES)('%s: %s', (_, written, form) => {
    expect(folded(written)).toBe(form)
    expect(wrongOffsets(fold(written))).toBeNull()
  })

  test.each([
    ['ordinary letters', 'بغداد دمشق'],
    ['what is no Arabic', 'abc αβγ где 漢字'],
    ['emoji', '😀 👍🏽'],
    ['Arabic punctuation', '، ؛ ؟'],
    ['an ampersand that begins no entity', 'a & b &c; &; &#; &#x; &#xzz; &quot'],
    ['the underscore and hash', '#خبر_جديد'],
    ['the hamza alone', 'سماء'],
  ])('leaves %s', (_, text) => {
    expect(folded(text)).toBe(text)
  })

  test('every spelling of a name is one', () => {
    const forms = ['أبوظبي', 'ابوظبي', 'أبوظبى', 'أَبُوظَبي', 'أبــوظبي', 'إبوظبي', 'ٱبوظبی'].map(folded)
    expect(new Set(forms)).toEqual(new Set(['ابوظبي']))
  })

  test('classes can be switched off one by one', () => {
    for (const name of FOLD_CLASSES) {
      const rest = createFold(foldTable(new Set(FOLD_CLASSES.filter(c => c !== name))))
      const all = CLASSES.filter(([, written, form]) => foldString(rest, written) !== form)
      expect(all.length, name).toBeGreaterThan(0)
    }
  })

  test('without entities an ampersand is one', () => {
    expect(foldString(createFold(foldTable(), false), '&quot;')).toBe('&quot;')
  })
})

describe('the way back to the given text', () => {
  test('a mark belongs to the letter before it', () => {
    expect(piecesOf('مُحَـمَّد')).toEqual(['مُ', 'حَـ', 'مَّ', 'د'])
  })

  test('a mark with no letter before it belongs to none', () => {
    expect(piecesOf('َم')).toEqual(['م'])
    expect(piecesOf('م\u200bَد')).toEqual(['م', 'د'])
  })

  test('a blank keeps its place', () => {
    expect(piecesOf('أ\u00a0ب')).toEqual(['أ', '\u00a0', 'ب'])
  })

  test('all letters of a ligature stand for it', () => {
    expect(piecesOf('ﻻ')).toEqual(['ﻻ', 'ﻻ'])
    expect(piecesOf('ﷲ')).toEqual(['ﷲ', 'ﷲ', 'ﷲ', 'ﷲ'])
  })

  test('an entity is whole', () => {
    expect(piecesOf('&#1593;لي')).toEqual(['&#1593;', 'ل', 'ي'])
    expect(piecesOf('&amp;quot;')).toEqual(['&amp;quot;'])
    expect(piecesOf('م&#1615;ح')).toEqual(['م&#1615;', 'ح'])
  })

  test('a surrogate pair is whole, with its variation selector', () => {
    expect(piecesOf('😀\ufe0fم')).toEqual(['😀', '😀\ufe0f', 'م'])
  })

  test('half a pair is a unit', () => {
    expect(piecesOf('\ud83dم\ude00')).toEqual(['\ud83d', 'م', '\ude00'])
  })

  test('a text that grows keeps its offsets', () => {
    const text = 'ﷺ'.repeat(500)
    expect(fold(text).length).toBe(18 * 500)
    expect(wrongOffsets(fold(text))).toBeNull()
    expect(wrongOffsets(fold('😀'.repeat(100)))).toBeNull()
  })

  test('a text of nothing', () => {
    expect(fold('')).toMatchObject({ raw: '', length: 0 })
    expect(wrongOffsets(fold(''))).toBeNull()
    expect(fold('\u200b\u200c').length).toBe(0)
  })
})

describe('limits', () => {
  test('what lies beyond is not read, and told', () => {
    const { raw, issues } = fold('خبر عاجل', 3)
    expect(raw).toBe('خبر')
    expect(issues).toEqual([{ code: 'truncated', message: 'only the first 3 of 8 characters were read', span: { start: 3, end: 8 } }])
  })

  test('a text as long as the limit is whole', () => {
    expect(issuesOf('خبر', 3)).toEqual([])
  })

  test('the default is a million', () => {
    expect(fold('خ'.repeat(1_000_001)).raw.length).toBe(1_000_000)
  })

  test('a surrogate pair is not cut', () => {
    expect(fold('خ😀', 2).raw).toBe('خ')
    expect(issuesOf('خ😀', 2)).toEqual(['truncated'])
    expect(issuesOf('خ😀م', 3)).toEqual(['truncated'])
  })

  test('the string form is never cut', () => {
    expect(foldString(fold, 'خ'.repeat(1_000_001)).length).toBe(1_000_001)
  })
})

describe('issues', () => {
  test.each([
    ['nothing', '', ['empty-text']],
    ['blanks', ' \n\t\u00a0\u200b', ['empty-text', 'bidi-controls']],
    ['marks only', 'ًٌٍ', ['empty-text']],
    ['another script', 'hello', ['no-arabic']],
    ['digits', '٢٠٢٢', ['no-arabic']],
    ['a bell', 'خبر\u0007', ['control-characters']],
    ['null characters', 'خ\u0000بر', ['control-characters']],
    ['a high surrogate', 'خبر\ud83d', ['lone-surrogate']],
    ['a low surrogate', '\ude00خبر', ['lone-surrogate']],
    ['a direction mark', 'خبر\u200f', ['bidi-controls']],
    ['an entity', 'خبر&nbsp;عاجل', ['html-entities']],
    ['30 marks', `م${'ُ'.repeat(30)}`, []],
    ['31 marks', `م${'ُ'.repeat(31)}`, ['mark-run']],
    ['20 marks on each of two ligatures', `ﷲ${'ُ'.repeat(20)}ﷲ${'ُ'.repeat(20)}`, []],
    ['20 marks on each of two emoji', `خ😀${'ُ'.repeat(20)}😀${'ُ'.repeat(20)}`, []],
    ['tabs, line ends, form feeds', 'خبر\t\r\n\f', []],
    ['a clean text', 'قال الوزير: «نعم».', []],
  ])('%s', (_, text, codes) => {
    expect(issuesOf(text)).toEqual(codes)
  })

  test('tell the place of the first', () => {
    const spanOf = (text: string) => fold(text).issues[0]?.span
    expect(spanOf('خبر\u200f\u200f')).toEqual({ start: 3, end: 4 })
    expect(spanOf('خ\ud83d\ud83d')).toEqual({ start: 1, end: 2 })
    expect(spanOf('خ &amp; &amp;')).toEqual({ start: 2, end: 3 })
  })

  test('count what is many', () => {
    expect(fold('خ\u0001\u0002\u0003').issues[0]?.message).toMatch(/^3 control/)
    expect(fold(`م${'ُ'.repeat(99)}`).issues[0]?.message).toMatch(/^99 /)
  })
})
