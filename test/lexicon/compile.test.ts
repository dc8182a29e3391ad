import { describe, expect, test } from 'vitest'
import { LINE } from '../../src/lexicon/ascii.ts'
import { Class, classLetter, classOf, TABLES } from '../../src/lexicon/classes.ts'
import { DataError } from '../../src/lexicon/table.ts'
import { aliasesOf, compiled, ORG_COLUMNS, orgs, plain, tsv } from '../support/tables.ts'

const ORG = 'data/orgs/x.tsv'
const EVENT = 'data/events/x.txt'
const NATION = ['id', 'name', 'aliases', 'adjective', 'people', 'capital', 'wikidata', 'latitude', 'longitude']
const nation = (adjective: string, people: string) => ({
  'data/places/countries.tsv': tsv(NATION, ['MA', 'المغرب', '', adjective, people, '', '', '', '']),
})
/** Names and their targets without the numbers of rows. */
const targets = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(aliasesOf(files)).map(([name, target]) => [name, target.replace(/^\d+ /, '')]))
const keys = (files: Record<string, string>) => Object.keys(aliasesOf(files))

describe('names', () => {
  test('stand in their search form, sorted, with row, class and weakness', () => {
    const files = { [ORG]: tsv(ORG_COLUMNS, ['a', 'منظمة الأمم المُتّحدة', '~الأمم|UN', 'igo', '', ''], ['b', 'إنتربول', '', 'igo', '', '']) }
    expect(aliasesOf(files)).toEqual({
      un: '0 m',
      الامم: '0 m~',
      'منظمه الامم المتحده': '0 m',
      انتربول: '1 m',
    })
    const lines = compiled(files).aliases.split(LINE)
    expect(lines).toEqual([...lines].sort())
  })

  test('of several rows are one line, the same name of a row is said once', () => {
    expect(aliasesOf({ [ORG]: orgs('النصر', 'النصر', 'النصرُ') })).toEqual({ النصر: '0 m;1 m;2 m' })
    expect(aliasesOf({ [ORG]: tsv(ORG_COLUMNS, ['a', 'أوبك', 'اوبك|أوبـك', 'igo', '', '']) })).toEqual({ اوبك: '0 m' })
  })

  test('with quotes, hyphens and digits are words as texts have them', () => {
    expect(keys({ [ORG]: orgs('حركة "إم 23"', 'بي-بي-سي', 'MI6', 'د. محمد') }).sort()).toEqual(
      ['mi6', 'بي - بي - سي', 'د. محمد', 'حركه " ام 23 "'].sort(),
    )
  })

  test('of عبد and أبو are found joined too', () => {
    expect(keys({ [ORG]: orgs('عبد الله', 'أبو ظبي', 'قصر عبد العزيز', 'عبد', 'معبد الشمس') }).sort()).toEqual(
      ['عبد الله', 'عبدالله', 'ابو ظبي', 'ابوظبي', 'قصر عبد العزيز', 'قصر عبدالعزيز', 'عبد', 'معبد الشمس'].sort(),
    )
  })

  test('without a word stop the build with their place', () => {
    expect(() => aliasesOf({ [ORG]: `# x\n${orgs('أوبك', 'ُُ')}` })).toThrow(DataError)
    expect(() => aliasesOf({ [ORG]: `# x\n${orgs('أوبك', 'ُُ')}` })).toThrow(`${ORG}:4:1: a name without a word`)
    expect(() => aliasesOf({ [ORG]: tsv(ORG_COLUMNS, ['a', 'أوبك', 'ا|', 'igo', '', '']) })).toThrow(`${ORG}:2:1`)
  })
})

describe('spellings', () => {
  const person = (name: string, country: string) => ({
    'data/people/persons.tsv': tsv(['id', 'name', 'aliases', 'country', 'gender', 'field'], ['x', name, '', country, 'm', 'politics']),
  })
  test.each([
    ['foreign g in a full name', person('فتح الله غولن', 'TR'), ['فتح الله غولن', 'فتح الله جولن', 'فتح الله كولن', 'فتح الله قولن']],
    ['ج for g', person('جاريد كوشنر', 'US'), ['جاريد كوشنر', 'غاريد كوشنر']],
    ['a short single name', person('غول', 'TR'), ['غول', 'جول']],
    ['an Arabic name has one', person('غازي الجبالي', 'JO'), ['غازي الجبالي']],
    ['a land in a longer name', { [ORG]: orgs('الجبهة الإسلامية في سوريا') }, ['الجبهه الاسلاميه في سوريا', 'الجبهه الاسلاميه في سوريه']],
    ['a land alone', { [ORG]: orgs('سوريا') }, ['سوريا']],
  ])('%s', (_, files, names) => {
    expect(keys(files as Record<string, string>).sort()).toEqual([...names].sort())
  })

  test('none that is another name', () => {
    const aliases = aliasesOf({ ...person('جون غراي', 'US'), [ORG]: orgs('جون كراي') })
    expect(aliases['جون كراي']?.split(';')).toHaveLength(1)
  })
})

describe('inflection', () => {
  test('of a nisba', () => {
    expect(keys(nation('مغربي', '')).sort()).toEqual(
      ['المغرب', 'مغربي', 'مغربيه', 'مغربيون', 'مغربيين', 'مغربيان', 'مغربيتان', 'مغربيتين', 'مغربيات'].sort(),
    )
  })

  test('forms are told', () => {
    expect(aliasesOf(nation('مغربي', '~مغاربة'))).toMatchObject({
      مغربي: '0 em',
      مغربيه: '0 ef',
      مغربيون: '0 eplural',
      مغاربه: '0 eplural~',
    })
  })

  test('a nisba of two words is not inflected', () => {
    expect(keys(nation('جنوب أفريقي', '')).sort()).toEqual(['المغرب', 'جنوب افريقي'])
  })

  test('of a head of a genitive', () => {
    const groups = {
      'data/words/groups.tsv': tsv(['id', 'singular', 'plural', 'unit', 'kind'], ['a', 'مسلح', 'مسلحون|مسلحين|أطفال|ون', '', 'armed']),
    }
    expect(keys(groups).sort()).toEqual(['مسلح', 'مسلحون', 'مسلحين', 'مسلحو', 'مسلحي', 'اطفال', 'ون'].sort())
  })
})

describe('event files', () => {
  test('verbs are conjugated, weak ones too', () => {
    const aliases = targets({ [EVENT]: 'event visit\nverb ~زار/يزور subject=agent' })
    expect(aliases).toMatchObject({ زار: 'upast.3ms~', يزور: 'upresent.3ms~', يزورون: 'upresent.3mp~', زارت: 'upast.3fs~' })
  })

  test('words behind the verb stay', () => {
    expect(keys({ [EVENT]: 'event visit\nverb قام/يقوم_بزيارة' })).toEqual(expect.arrayContaining(['قام بزياره', 'يقومون بزياره']))
  })

  test('nouns and phrases stand as they are', () => {
    expect(targets({ [EVENT]: 'event visit\nnoun زيارة|~الزيارة جولة\nphrase حل ضيفا على   subject=agent' })).toEqual({
      زياره: 'unoun',
      الزياره: 'unoun~',
      جوله: 'unoun',
      'حل ضيفا علي': 'uphrase',
    })
  })

  test('frames and status', () => {
    const aliases = targets({ [EVENT]: 'frame برئاسة=chair على_يد=agent\nstatus planned سوف اعتزم/يعتزم' })
    expect(aliases).toMatchObject({ برياسه: 'vchair', 'علي يد': 'vagent', سوف: 'wstatus', يعتزم: 'wpresent.3ms' })
  })

  test('the rows tell type, keyword and attributes', () => {
    const { rows, tables } = compiled({ [EVENT]: 'event visit\n\nverb زار/يزور subject=agent with=وفد|وزير' })
    expect(plain(tables)).toEqual([`${EVENT}\t0\ttype\tkeyword\tattributes`])
    expect(plain(rows).at(-1)).toBe('3\tvisit\tverb\tsubject=agent with=وفد|وزير')
  })
})

describe('tables', () => {
  test('rows keep their lines and the columns that the program reads', () => {
    const { rows, tables } = compiled({ [ORG]: `# source: own\n${tsv(ORG_COLUMNS, ['a', '~أوبك', 'x', 'igo', 'AT', 'Q1'])}` })
    expect(plain(tables)).toEqual([`${ORG}\t0\tid\tname\tkind\tcountry\twikidata`])
    expect(plain(rows)).toEqual(['3\ta\tأوبك\tigo\tAT\tQ1'])
  })

  test.each([
    ['an unknown table', { 'data/other/x.tsv': 'id' }, 'data/other/x.tsv:1:1: no table of this name'],
    ['a missing column', { [ORG]: 'id\tname\taliases\tkind\tcountry' }, `${ORG}:1:1: column «wikidata» is missing`],
    ['a column of names', { [ORG]: 'id\tname\tkind\tcountry\twikidata' }, `${ORG}:1:1: column «aliases» is missing`],
    ['a bad row', { [ORG]: `${ORG_COLUMNS.join('\t')}\na` }, `${ORG}:2:1: 1 cells`],
    ['a bad event file', { [EVENT]: 'x y' }, `${EVENT}:1:1: unknown keyword`],
  ])('%s', (_, files, message) => {
    expect(() => compiled(files as Record<string, string>)).toThrow(DataError)
    expect(() => compiled(files as Record<string, string>)).toThrow(message)
  })

  test('the order of files does not matter', () => {
    const a = { [ORG]: orgs('أوبك'), 'data/orgs/y.tsv': orgs('ناتو') }
    const b = { 'data/orgs/y.tsv': orgs('ناتو'), [ORG]: orgs('أوبك') }
    expect(compiled(a)).toEqual(compiled(b))
  })

  test('every class has a letter of its own, and back', () => {
    const classes = [
      ...new Set([
        ...TABLES.flatMap(t => [t.class, ...Object.values(t.inflect ?? {}).flatMap(i => i.class ?? [])]),
        Class.trigger,
        Class.frame,
        Class.status,
      ]),
    ]
    expect(classes.map(c => classOf(classLetter(c).charCodeAt(0)))).toEqual(classes)
    expect(new Set(classes.map(classLetter)).size).toBe(classes.length)
  })
})
