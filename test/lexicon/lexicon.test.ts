import { describe, expect, test } from 'vitest'
import { createReader, DataError } from '../../src/index.ts'
import { hitsOf, ORG_COLUMNS, orgs, tsv } from '../support/tables.ts'

const X = 'data/orgs/x.tsv'
const y = (...names: string[]) => ({ 'data/orgs/y.tsv': orgs(...names) })
const x = (...names: string[]) => ({ [X]: orgs(...names) })

describe('look-up', () => {
  test.each([
    ['alone', 'أوبك', ['أوبك = data/orgs/x.tsv:2']],
    ['in another spelling', 'قالت اوبــكُ', ['اوبــكُ = data/orgs/x.tsv:2']],
    ['behind و', 'وأوبك', ['أوبك = data/orgs/x.tsv:2']],
    ['behind و and ل', 'ولأوبك', ['أوبك = data/orgs/x.tsv:2']],
    ['the article is part of a name', 'البرلمان', ['البرلمان = data/orgs/x.tsv:3']],
    ['without it', 'برلمان', []],
    ['behind لل', 'للبرلمان', ['برلمان = data/orgs/x.tsv:3']],
    ['behind ب', 'بالبرلمان', ['البرلمان = data/orgs/x.tsv:3']],
    ['more words', 'في حلف شمال الأطلسي اليوم', ['حلف شمال الأطلسي = data/orgs/x.tsv:4', 'الأطلسي = data/orgs/x.tsv:5']],
    ['more words behind a particle', 'ولحلف شمال الأطلسي', ['حلف شمال الأطلسي = data/orgs/x.tsv:4', 'الأطلسي = data/orgs/x.tsv:5']],
    ['part of a longer name', 'حلف شمال', []],
    ['over the end of a sentence', 'حلف شمال. الأطلسي', ['الأطلسي = data/orgs/x.tsv:5']],
    ['over a line', 'حلف شمال\nالأطلسي', ['الأطلسي = data/orgs/x.tsv:5']],
    ['over a quote', 'حلف "شمال الأطلسي"', ['حلف "شمال الأطلسي" = data/orgs/x.tsv:4', 'الأطلسي = data/orgs/x.tsv:5']],
    ['over another quote', 'حلف «شمال الأطلسي»', ['حلف «شمال الأطلسي» = data/orgs/x.tsv:4', 'الأطلسي = data/orgs/x.tsv:5']],
    ['over a comma', 'حلف، شمال الأطلسي', ['الأطلسي = data/orgs/x.tsv:5']],
    ['in a hashtag', '#حلف_شمال_الأطلسي', ['حلف_شمال_الأطلسي = data/orgs/x.tsv:4', 'الأطلسي = data/orgs/x.tsv:5']],
    ['a word that begins with it', 'أوبكات', []],
    ['Latin', 'قالت NATO', ['NATO = data/orgs/x.tsv:6']],
    ['Latin in small letters', 'nato', ['nato = data/orgs/x.tsv:6']],
  ])('%s', (_, text, found) => {
    expect(hitsOf(text, x('أوبك', 'البرلمان', 'حلف شمال الأطلسي', 'الأطلسي', 'NATO'))).toEqual(found)
  })

  test('all names that begin at a word, short and long', () => {
    expect(hitsOf('مجلس الأمن القومي', x('مجلس', 'مجلس الأمن', 'مجلس الأمن القومي'))).toEqual([
      'مجلس = data/orgs/x.tsv:2',
      'مجلس الأمن = data/orgs/x.tsv:3',
      'مجلس الأمن القومي = data/orgs/x.tsv:4',
    ])
  })

  test('the same name of two rows', () => {
    expect(hitsOf('النصر', { [X]: tsv(ORG_COLUMNS, ['a', 'النصر', '', 'club', '', ''], ['b', '~النصر', '', 'club', '', '']) })).toEqual([
      'النصر = data/orgs/x.tsv:2',
      'النصر = data/orgs/x.tsv:3 ~',
    ])
  })

  test('a name that another one begins with', () => {
    expect(hitsOf('أب أبا أبابيل', x('أبا', 'أبابيل', 'أب جد'))).toEqual(['أبا = data/orgs/x.tsv:2', 'أبابيل = data/orgs/x.tsv:3'])
  })

  test('two sets of tables', () => {
    expect(hitsOf('وحلف بغداد، وأوبك', x('أوبك'), y('حلف بغداد', 'أوبك'))).toEqual([
      'حلف بغداد = data/orgs/y.tsv:2',
      'أوبك = data/orgs/x.tsv:2',
      'أوبك = data/orgs/y.tsv:3',
    ])
  })

  test('no tables', () => {
    expect(hitsOf('وحلف بغداد', {})).toEqual([])
  })
})

describe('words of one’s own', () => {
  const mentionsOf = (text: string, extend: Record<string, string> = {}) =>
    createReader({ extend })
      .read(text)
      .mentions.map(m => `${m.kind} ${m.text} ${m.by}`)
  const text = 'أعلنت زغبولة أمس أن مقرها في قرقنيش'
  const mine = {
    'data/orgs/mine.tsv': tsv(ORG_COLUMNS, ['zaghboula', 'منظمة زغبولة', 'زغبولة', 'ngo', 'TN', '']),
    'data/places/cities-mine.tsv': tsv(
      ['id', 'name', 'aliases', 'country', 'region', 'latitude', 'longitude', 'population'],
      ['mine:x', 'قرقنيش', '', 'TN', '', '', '', ''],
    ),
  }

  test('are found', () => {
    const found = mentionsOf(text, mine)
    expect(found).toContain('organization زغبولة data/orgs/mine.tsv:2')
    expect(found).toContain('place قرقنيش data/places/cities-mine.tsv:2')
    expect(mentionsOf(text).join()).not.toMatch(/mine/)
  })

  test('are found with particles', () => {
    expect(mentionsOf('مصدر بقرقنيش', mine)).toContain('place قرقنيش data/places/cities-mine.tsv:2')
    expect(mentionsOf('تونس وقرقنيش', mine)).toContain('place قرقنيش data/places/cities-mine.tsv:2')
  })

  test('are entities with their row’s facts', () => {
    const { entities } = createReader({ extend: mine }).read(text)
    expect(entities).toContainEqual(expect.objectContaining({ id: 'organization:zaghboula', kind: 'organization', country: 'TN' }))
    expect(entities).toContainEqual(expect.objectContaining({ id: 'place:mine:x', country: 'TN' }))
  })

  test('may be an event file', () => {
    const extend = { 'data/events/visit-mine.txt': 'event visit\nverb تزحلق subject=agent في=place weight=0.9' }
    const { events } = createReader({ extend }).read('تزحلق الرئيس الفرنسي في باريس.')
    expect(events[0]?.type).toBe('visit')
    expect(events[0]?.triggers[0]).toMatchObject({ text: 'تزحلق', by: 'data/events/visit-mine.txt:2' })
  })

  test('leave other readers alone', () => {
    createReader({ extend: mine }).read(text)
    expect(
      createReader()
        .read(text)
        .mentions.some(m => m.text === 'زغبولة'),
    ).toBe(false)
  })

  test.each([
    [
      'a row too short',
      { 'data/orgs/mine.tsv': 'id\tname\taliases\tkind\tcountry\twikidata\na\tb' },
      'data/orgs/mine.tsv:2:1: 2 cells where 6 columns are named',
    ],
    ['a blank', { 'data/orgs/mine.tsv': orgs('أوبك ') }, 'data/orgs/mine.tsv:2:4: a blank at the edge'],
    ['a missing column', { 'data/orgs/mine.tsv': 'id\tname' }, 'data/orgs/mine.tsv:1:1: column «aliases» is missing'],
    ['an unknown table', { 'data/mine.tsv': 'id\tname' }, 'data/mine.tsv:1:1: no table of this name'],
    ['a name without a word', { 'data/orgs/mine.tsv': orgs('ُ') }, 'data/orgs/mine.tsv:2:1: a name without a word'],
    ['an unknown keyword', { 'data/events/mine.txt': 'event visit\nwerb زار' }, 'data/events/mine.txt:2:1: unknown keyword «werb»'],
  ])('%s is a DataError with its place', (_, extend, message) => {
    expect(() => createReader({ extend: extend as Record<string, string> })).toThrow(DataError)
    expect(() => createReader({ extend: extend as Record<string, string> })).toThrow(message)
  })

  test.each([
    ['an unknown option', { extends: {} }, 'unknown option «extends»'],
    ['no tables', { extend: 'data/x.tsv' }, 'option «extend» must be an object'],
    ['null', { extend: null }, 'option «extend» must be an object'],
    ['a table that is no string', { extend: { 'data/orgs/mine.tsv': 5 } }, '«data/orgs/mine.tsv» must be a string'],
    ['a limit of nothing', { limit: 0 }, 'option «limit» must be a positive integer'],
    ['half a limit', { limit: 1.5 }, 'option «limit»'],
    ['a limit in words', { limit: '5' }, 'option «limit»'],
    ['null options', null, 'options must be an object'],
  ])('%s is a TypeError that names it', (_, options, message) => {
    expect(() => createReader(options as never)).toThrow(TypeError)
    expect(() => createReader(options as never)).toThrow(message)
  })
})
