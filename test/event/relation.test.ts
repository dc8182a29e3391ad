import { expect, test } from 'vitest'
import { read } from '../../src/index.ts'

/** What a text says of its organizations: `name kind other «evidence»`. */
function relationsOf(text: string): string[] {
  const { entities } = read(text)
  const names = new Map(entities.map(e => [e.id, e.name]))
  return entities.flatMap(e =>
    (e.relations ?? []).map(
      r => `${e.name} ${r.kind} ${r.entity ? (names.get(r.entity) ?? r.entity) : e.founded?.start} «${r.evidence.text}»`,
    ),
  )
}

test.each([
  [
    'founding and leader',
    'تأسس التحالف الدولي ضد داعش عام 2014، وتقوده الولايات المتحدة.',
    [
      'التحالف الدولي ضد داعش founded 2014 «تأسس التحالف الدولي ضد داعش عام 2014»',
      'التحالف الدولي ضد داعش leader الولايات المتحدة «وتقوده الولايات المتحدة»',
    ],
  ],
  ['no founding: what it launches these days', 'أطلقت شركة غوغل الاثنين شركة تابعة لها هذا الأسبوع.', []],
  ['seat', 'دعت منظمة الصحة العالمية ومقرها جنيف إلى الهدوء.', ['منظمة الصحة العالمية headquarters جنيف «ومقرها جنيف»']],
  [
    'seat, the place first',
    'أعلن الاتحاد الأفريقي الذي يتخذ من أديس أبابا مقرا له إرسال بعثة.',
    ['الاتحاد الأفريقي headquarters أديس أبابا «أديس أبابا مقرا له»'],
  ],
  ['no seat of nobody', 'انتقل المدير إلى مقره الجديد في الرباط.', []],
])('%s', (_, text, relations) => {
  expect(relationsOf(text)).toEqual(relations)
})

test('who speaks for an organization', () => {
  const { entities } = read('قال المتحدث باسم منظمة الصحة العالمية طارق ياساريفيتش إن الوضع خطير.')
  const organization = entities.find(e => e.kind === 'organization')
  const person = entities.find(e => e.kind === 'person')
  expect(organization?.spokesperson).toBe(person?.id)
  expect(organization?.relations).toEqual([{ kind: 'spokesperson', entity: person?.id, evidence: person?.posts?.[0]?.evidence }])
})

test('founding, leader and members stand apart too', () => {
  const text = 'يضم حلف شمال الأطلسي أعضاء منهم تركيا وفرنسا.'
  const nato = read(text).entities.find(e => e.kind === 'organization')
  expect(nato?.members).toEqual(['country:TR', 'country:FR'])
  expect(nato?.relations?.map(r => [r.kind, r.entity, r.evidence.text])).toEqual([
    ['member', 'country:TR', 'تركيا'],
    ['member', 'country:FR', 'وفرنسا'],
  ])
})
