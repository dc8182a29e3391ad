import { expect, test } from 'vitest'
import { read } from '../../src/index.ts'

/** The counts of the main event, each as `value unit «text»`. */
const counts = (title: string, text: string): string[] =>
  (read(text, { title, publishedAt: '2024-05-20' }).events[0]?.counts ?? []).map(
    c => `${c.comparator === '=' ? '' : c.comparator}${c.value} ${c.unit} «${c.text}»`,
  )

test('what happened to people: the word before, or right behind the counted', () => {
  expect(counts('مقتل 14 شخصا وإصابة 30 آخرين في انفجار بكابول', 'قتل 14 شخصا وأصيب 30 آخرون في انفجار بكابول، الاثنين.')).toEqual([
    '14 killed «14 شخصا»',
    '30 injured «30 آخرين»',
  ])
  expect(counts('غارة على مخيم في إدلب', 'قالت الشرطة إن 8 أشخاص أصيبوا وإن 3 نساء قتلن في غارة على مخيم في إدلب.')).toContain(
    '8 injured «8 أشخاص»',
  )
  expect(counts('انفجار في مصنع بالقاهرة', 'أسفر انفجار في مصنع بالقاهرة عن مقتل 40 مصريا على الأقل.')).toContain('40 killed «40 مصريا»')
})

test('things suffer nothing: their noun is counted', () => {
  expect(counts('فيضانات في السودان', 'أدت فيضانات السودان إلى إصابة سكان وتضرر أكثر من ألفي منزل.')).toEqual([
    '>2000 other «أكثر من ألفي منزل»',
  ])
  expect(counts('قصف 25 هدفا في غزة', 'قصف الجيش 25 هدفا في غزة ليل الأحد.')).toEqual(['25 other «25 هدفا»'])
})

test('one and two: «واحد» behind its noun, duals, the dual of a nationality', () => {
  expect(counts('زلزال في هاييتي', 'أدى زلزال في هاييتي إلى مقتل شخص واحد على الأقل.')).toEqual(['>1 killed «شخص واحد على الأقل»'])
  expect(counts('مقتل جنديين في هجوم بسيناء', 'قتل جنديان في هجوم بسيناء.')).toEqual(['2 killed «جنديين»'])
  expect(counts('قتل فلسطينيان في قصف على رفح', 'قتل فلسطينيان في قصف على رفح، الأحد.')).toEqual(['2 killed «فلسطينيان»'])
})

test('the score of a match', () => {
  expect(counts('الهلال يهزم النصر', 'فاز الهلال على النصر 2-1 في مباراة بالدوري السعودي، السبت.')).toEqual(['2 goals «2-1»'])
  expect(counts('الهلال يهزم النصر', 'فاز الهلال على النصر 1-صفر في مباراة بالدوري السعودي، السبت.')).toEqual(['1 goals «1-صفر»'])
})

test('no counts: what digits number, years, ages, the two that were told of', () => {
  expect(counts('كأس العالم 2018: فرنسا تهزم كرواتيا', 'سجل غريزمان في الدقيقة 38 من مباراة فرنسا وكرواتيا.')).toEqual([])
  expect(counts('لقاء وزيري خارجية البلدين', 'التقى وزير خارجية تونس (54 عاما) نظيره الليبي لبحث علاقات البلدين.')).toEqual([])
})

test('the definite number behind its noun', () => {
  expect(counts('قمة الدول الـ28 في بروكسل', 'عقدت قمة الدول الـ28 في بروكسل.')).toEqual(['28 countries «الدول الـ28»'])
})
