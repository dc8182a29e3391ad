/** Who takes part in the main event, and how: classes of cases, in texts written for khabar. */
import { expect, test } from 'vitest'
import { read } from '../../src/index.ts'

const castOf = (text: string, title?: string): string[] =>
  read(text, title ? { title } : {}).events[0]?.participants.map(p => `${p.role} ${p.name}`) ?? []

test('a body under a longer and a shorter name takes part once', () => {
  const main = read('سيطرت قوات النظام السوري على بلدة قرب درعا. وقال ناشطون إن النظام السوري حشد مئات الجنود هناك.', {
    title: 'قوات النظام السوري تسيطر على بلدة قرب درعا',
  }).events[0]
  const own = main?.participants.filter(p => [p.name, ...p.aliases].some(name => name.includes('النظام السوري')))
  expect(own?.length).toBe(1)
})

test('the adjective of a country, a plural behind a number or a verb, means its people', () => {
  expect(castOf('اعتقلت الشرطة خمسة فرنسيين في مطار قرطاج.')).toContain('patient فرنسيين')
  expect(castOf('اعتقلت الشرطة خمسة متظاهرين فرنسيين في مطار قرطاج.')).toContain('patient متظاهرين فرنسيين')
})

test('those who meet do so on a par', () => {
  const roles = castOf(
    'التقى وزير الخارجية التونسي خميس الجهيناوي، الثلاثاء، نظيره المصري سامح شكري في القاهرة. وبحث الوزيران التعاون بين تونس ومصر.',
    'وزير خارجية تونس يلتقي نظيره المصري في القاهرة',
  )
  expect(roles).toEqual(expect.arrayContaining(['participant خميس الجهيناوي', 'participant سامح شكري']))
  expect(roles.filter(r => r.startsWith('agent') || r.startsWith('patient'))).toEqual([])
})

test('a word before its genitive has no article: «العالمي» names nobody', () => {
  expect(read('تراجع نمو الاقتصاد العالمي هذا العام.').mentions.filter(m => m.kind === 'group')).toEqual([])
})

test('who takes part stands in the order of the text, at most ten', () => {
  const { events } = read(
    'حضر القمة قادة مصر والأردن والسعودية والكويت وقطر والبحرين وعمان واليمن والعراق وسوريا ولبنان وليبيا وتونس والجزائر والمغرب.',
    { title: 'قمة عربية في القاهرة' },
  )
  const starts = events[0]?.participants.map(p => ((p.evidence as { in?: string }).in === 'title' ? -1 : p.evidence.start)) ?? []
  expect(starts.length).toBeLessThanOrEqual(10)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
})
