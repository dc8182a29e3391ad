import { describe, expect, test } from 'vitest'
import { tokenize } from '../../src/index.ts'
import { Flag } from '../../src/token/token.ts'
import { createTokenize } from '../../src/token/tokenize.ts'
import { Words } from '../../src/token/words.ts'
import { fold, sentencesOf } from '../support/text.ts'

/** Tokens of a text with blanks between, sentences with bars between. */
const shown = (text: string): string =>
  sentencesOf(text)
    .map(tokens => tokens.join(' '))
    .join(' | ')
const kindsOf = (text: string): string =>
  tokenize(text)
    .flatMap(s => s.tokens.map(t => t.kind))
    .join(' ')
/** The flags of the tokens of a text, without those of place. */
const flagsOf = (text: string): number[] => {
  const { size, flags } = createTokenize(new Words())(fold(text))
  return Array.from(flags.subarray(0, size), f => f & ~(Flag.first | Flag.glued))
}

describe('tokens', () => {
  test.each([
    ['words', 'التقى الوزير نظيره', 'التقى الوزير نظيره'],
    ['marks stay with their words', 'التقَى الوزيـرُ', 'التقَى الوزيـرُ'],
    ['Arabic punctuation', 'نعم، لا؛ ربما: هذا', 'نعم ، لا ؛ ربما : هذا'],
    ['brackets', 'حركة (حماس) [هنا]', 'حركة ( حماس ) [ هنا ]'],
    ['quotes', '«تنظيم الدولة» و"داعش"', '« تنظيم الدولة » و " داعش "'],
    ['a slash between words', 'أنقرة/الأناضول', 'أنقرة / الأناضول'],
    ['a dash', 'الرباط - باريس', 'الرباط - باريس'],
    ['a dash in a compound', 'الأورو-متوسطي', 'الأورو - متوسطي'],
    ['decimals', 'بنسبة 2.5 في المئة', 'بنسبة 2.5 في المئة'],
    ['decimals in Arabic digits', 'نحو ٢٫٥ مليون', 'نحو ٢٫٥ مليون'],
    ['thousands', '1,200 و5,000,000 و١٬٢٠٠', '1,200 و 5,000,000 و ١٬٢٠٠'],
    ['thousands with decimals', '1,200.50', '1,200.50'],
    ['a comma that is none of thousands', '1,2 و 12,34', '1 , 2 و 12 , 34'],
    ['percent', '20% ٢٠٪', '20 % ٢٠ ٪'],
    ['dates with slashes', '11/5/2022 و2022/5/11', '11/5/2022 و 2022/5/11'],
    ['dates with hyphens and dots', '2022-05-11 11.5.2022', '2022-05-11 11.5.2022'],
    ['dates in Arabic digits', '١١/٥/٢٠٢٢', '١١/٥/٢٠٢٢'],
    ['two numbers and a slash', '5/2022', '5 / 2022'],
    ['four numbers', '1-2-3-4', '1 - 2 - 3 - 4'],
    ['scores', 'فاز 2-1', 'فاز 2 - 1'],
    ['clocks', 'الساعة 14:30', 'الساعة 14 : 30'],
    ['a particle at a number', 'و20 ل30 بـ40', 'و 20 ل 30 بـ 40'],
    ['an era at a year', '2014م 1443هـ', '2014 م 1443 هـ'],
    ['currency signs', '50$ 20€', '50 $ 20 €'],
    ['Latin', 'شركة Google وقناة BBC', 'شركة Google وقناة BBC'],
    ['Latin at Arabic', 'وBBC', 'و BBC'],
    ['Latin with digits', 'مقاتلة F16 و4K', 'مقاتلة F16 و 4 K'],
    ['Latin with a hyphen and digits', 'فيروس COVID-19 والرحلة MH-370', 'فيروس COVID-19 والرحلة MH-370'],
    ['Latin before a date', 'BBC-2022-05-11', 'BBC - 2022-05-11'],
    ['Arabic with a hyphen and digits', 'كوفيد-19', 'كوفيد - 19'],
    ['URLs', 'https://example.com/a/b?c=1&d=2 هنا', 'https://example.com/a/b?c=1&d=2 هنا'],
    [
      'URLs before punctuation',
      'انظر http://example.com/a/، و(www.example.org/x) «http://example.net».',
      'انظر http://example.com/a/ ، و ( www.example.org/x ) « http://example.net » .',
    ],
    ['bare domains', 'موقع example.com، وموقع un.org/ar', 'موقع example.com ، وموقع un.org/ar'],
    ['a URL at Arabic', 'http://example.comعلى', 'http://example.com على'],
    ['e-mails', 'راسلوا first.last+news@example.com.', 'راسلوا first.last+news@example.com .'],
    ['accounts', 'كتب @example اليوم', 'كتب @ example اليوم'],
    ['hashtags', 'وسم #وزير_الخارجية اليوم', 'وسم # وزير الخارجية اليوم'],
    ['emoji', 'خبر 😀👍', 'خبر 😀 👍'],
    ['abbreviations', 'د. محمد وأ.د. علي ود. حسن', 'د. محمد وأ.د. علي ود. حسن'],
    ['news agencies', 'أ.ف.ب. (د ب أ) ا.ش.ا', 'أ.ف.ب. ( د ب أ ) ا.ش.ا'],
    ['before the era', '300 ق.م تقريبا', '300 ق.م تقريبا'],
    ['Latin abbreviations', 'U.S. و U.N', 'U.S. و U.N'],
    ['ellipsis', 'ثم… نعم', 'ثم … نعم'],
    ['a single letter', 'و محمد', 'و محمد'],
    ['nothing', '', ''],
    ['blanks', ' \n\u00a0', ''],
  ])('%s: %s', (_, text, tokens) => {
    expect(shown(text)).toBe(tokens)
  })

  test('kinds', () => {
    expect(kindsOf('قال BBC 2.5 11/5/2022 ، http://example.com a@b.com 😀')).toBe('word latin number date punctuation url email symbol')
  })

  test('a word longer than 64 letters is cut', () => {
    expect(sentencesOf('م'.repeat(150))[0]?.map(t => t.length)).toEqual([64, 64, 22])
    expect(sentencesOf('a'.repeat(100))[0]?.map(t => t.length)).toEqual([64, 36])
  })

  test('spans are of the given text', () => {
    const text = 'قال «مُحَمَّد» &quot;نعم&quot; ﷲ 😀'
    for (const sentence of tokenize(text)) {
      for (const token of sentence.tokens) expect(text.slice(token.start, token.end)).toBe(token.text)
      expect(text.slice(sentence.start, sentence.end)).toBe(text)
    }
    expect(tokenize(text)[0]?.tokens.map(t => t.text)).toEqual(['قال', '«', 'مُحَمَّد', '»', '&quot;', 'نعم', '&quot;', 'ﷲ', '😀'])
  })

  test('tokens have their search form', () => {
    expect(tokenize('وِزارة ٢٠٢٢ BBC')[0]?.tokens.map(t => t.normal)).toEqual(['وزاره', '2022', 'bbc'])
  })
})

describe('what folding hides', () => {
  test.each([
    ['ة', 'غزة', Flag.tehMarbuta],
    ['ه', 'وجه', 0],
    ['ى', 'على', Flag.maksura],
    ['ي', 'علي', 0],
    ['hamza', 'أحمد', Flag.hamza],
    ['hamza below', 'إلى', Flag.hamza | Flag.maksura],
    ['madda', 'آسيا', Flag.hamza],
    ['no hamza', 'احمد', 0],
    ['tanween on alef', 'غرباً', Flag.tanween],
    ['tanween before alef', 'غربًا', Flag.tanween],
    ['tanween on another letter', 'مديرٌ', Flag.tanween],
    ['a fatha', 'كتبَ', 0],
    ['tatweel', 'هـ', 0],
  ])('%s: %s', (_, text, flags) => {
    expect(flagsOf(text)).toEqual([flags])
  })

  test('hashtags', () => {
    expect(flagsOf('قال #خبر_عاجل اليوم').map(f => (f & Flag.hashtag) !== 0)).toEqual([false, false, true, true, false])
  })

  test('blanks', () => {
    const { size, flags } = createTokenize(new Words())(fold('قال: «نعم» و20'))
    expect(Array.from(flags.subarray(0, size), f => (f & Flag.glued) !== 0)).toEqual([false, true, false, true, true, false, true])
  })
})

describe('sentences', () => {
  test.each([
    ['a full stop', 'انتهت القمة. وبدأت أخرى.', 'انتهت القمة . | وبدأت أخرى .'],
    ['no blank behind the stop', 'انتهت القمة.وبدأت أخرى', 'انتهت القمة . | وبدأت أخرى'],
    ['question and exclamation', 'هل بدأت؟ نعم! حسنا', 'هل بدأت ؟ | نعم ! | حسنا'],
    ['several of them', 'ماذا؟؟ لا!!! نعم', 'ماذا ؟؟ | لا !!! | نعم'],
    ['two dots of a headline', 'القمة.. بدأت', 'القمة .. | بدأت'],
    ['two dots without a blank', 'القمة..بدأت', 'القمة .. | بدأت'],
    ['three dots', 'وصل... ثم غادر', 'وصل ... | ثم غادر'],
    ['an ellipsis does not end one', 'وصل… ثم غادر', 'وصل … ثم غادر'],
    ['a doctor', 'قال د. محمد. وأضاف', 'قال د. محمد . | وأضاف'],
    ['a doctor without a blank', 'قال د.محمد اليوم', 'قال د. محمد اليوم'],
    ['an engineer and a professor', 'حضر م. حسن وحضر أ.د. سعيد', 'حضر م. حسن وحضر أ.د. سعيد'],
    ['a bracket before the title', 'قال (د. محمد) اليوم', 'قال ( د. محمد ) اليوم'],
    ['before the era', 'سنة 300 ق.م في مصر', 'سنة 300 ق.م في مصر'],
    ['an era at the end', 'سنة 2014 م. وقال', 'سنة 2014 م . | وقال'],
    ['a Hijri era at the end', 'سنة 1443 هـ. وقال', 'سنة 1443 هـ . | وقال'],
    ['a decimal', 'نحو 2.5 مليون', 'نحو 2.5 مليون'],
    ['a year at the end', 'عام 2014. وقال', 'عام 2014 . | وقال'],
    ['a year at the end, without a blank', 'عام 2014.وقال', 'عام 2014 . | وقال'],
    ['a digit behind the stop', 'انتهت.5 قتلى', 'انتهت . | 5 قتلى'],
    ['a quote that closes behind the stop', 'قال: «انتهت.» ثم خرج', 'قال : « انتهت . » | ثم خرج'],
    ['a quote that closes before the stop', 'قال: «انتهت». ثم خرج', 'قال : « انتهت » . | ثم خرج'],
    ['a bracket that closes behind the stop', '(انتهت.) ثم', '( انتهت . ) | ثم'],
    ['a quote that opens behind the stop', 'انتهت. «نعم» قال', 'انتهت . | « نعم » قال'],
    ['a semicolon goes on', 'انتهت؛ وبدأت', 'انتهت ؛ وبدأت'],
    ['a colon goes on', 'قال: نعم', 'قال : نعم'],
    ['a domain', 'موقع example.com اليوم', 'موقع example.com اليوم'],
    ['a new line', 'عنوان\nنص', 'عنوان | نص'],
    ['empty lines', '\n\nعنوان\n\n\nنص\n', 'عنوان | نص'],
    ['Windows lines', 'عنوان\r\nنص', 'عنوان | نص'],
    ['a dot alone', '. خبر', '. | خبر'],
    ['no end', 'خبر بلا نقطة', 'خبر بلا نقطة'],
  ])('%s', (_, text, sentences) => {
    expect(shown(text)).toBe(sentences)
  })

  test('lines are numbered', () => {
    const { blocks, sentenceCount } = createTokenize(new Words())(fold('أب جد. هو\nحط\n\nيك'))
    expect(sentenceCount).toBe(4)
    expect(Array.from(blocks)).toEqual([0, 0, 1, 3])
  })

  test('a token knows its sentence, the first of one is marked', () => {
    const { size, sentence, flags } = createTokenize(new Words())(fold('أب جد. ه.. و ز\nح'))
    expect(Array.from(sentence.subarray(0, size))).toEqual([0, 0, 0, 1, 1, 2, 2, 3])
    expect(Array.from(flags.subarray(0, size), f => (f & Flag.first) !== 0)).toEqual([true, false, false, true, false, true, false, true])
  })

  test('a sentence without an end is cut at 512 tokens', () => {
    expect(sentencesOf('كلمة '.repeat(1200)).map(s => s.length)).toEqual([512, 512, 176])
    expect(sentencesOf('1/'.repeat(600)).map(s => s.length)).toEqual([512, 512, 176])
    expect(sentencesOf(`${'كلمة '.repeat(511)}.`).map(s => s.length)).toEqual([512])
  })
})
