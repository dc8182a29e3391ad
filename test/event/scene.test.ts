/** The scene of the main event among the places that an article names. */
import { expect, test } from 'vitest'
import { read } from '../../src/index.ts'

const placesIn = (title: string, text: string): string[] =>
  read(text, { title, publishedAt: '2021-03-10' }).events[0]?.places.map(p => p.name) ?? []

test('the town behind «في», not the land of who speaks of it', () => {
  const places = placesIn(
    'مقتل أربعة أشخاص في انفجار بمدينة البصرة',
    'قتل أربعة أشخاص وأصيب سبعة آخرون في انفجار سيارة مفخخة في مدينة البصرة جنوب العراق صباح الأربعاء، بحسب مصدر أمني.\n\nوأدانت فرنسا الهجوم ودعت إلى محاسبة المسؤولين عنه.',
  )
  expect(places).toContain('البصرة')
  expect(places).not.toContain('فرنسا')
})

test('the adjective between a noun of place and its name does not hide the preposition', () => {
  const places = placesIn(
    'بدء محادثات السلام بين الطرفين',
    'بدأت في العاصمة السويسرية برن محادثات السلام بين الحكومة والمعارضة، بمشاركة وسطاء من النرويج وتركيا.',
  )
  expect(places).toContain('برن')
  expect(places).not.toContain('تركيا')
})

test('a town with the name of an ordinary word, in a text about its country', () => {
  const { mentions } = read('قتل ثلاثة مدنيين في قصف على أحياء سكنية في دوما شرقي العاصمة السورية، وفق ناشطين في سوريا.')
  expect(mentions.filter(m => m.kind === 'place').map(m => m.text)).toContain('دوما')
})
