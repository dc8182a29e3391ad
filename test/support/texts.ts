/** Arbitrary texts for laws: Arabic words, names of the tables, and all that stands between them in the wild. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { readTable } from '../../src/lexicon/table.ts'
import { ROOT } from './source.ts'

/** Every n-th name of a table, as written. */
function sample(path: string, count: number): string[] {
  const { rows } = readTable(path, readFileSync(join(ROOT, path), 'utf8'))
  const step = Math.max(1, Math.floor(rows.length / count))
  const names = rows.flatMap(({ cells }) => (cells.name ?? cells.m ?? cells.singular ?? '').split('|')[0]?.replace('~', '') ?? [])
  return names.filter((name, i) => i % step === 0 && name !== '')
}

const NAMES = [
  'data/places/countries.tsv',
  'data/places/cities.tsv',
  'data/people/persons.tsv',
  'data/people/names.tsv',
  'data/people/titles.tsv',
  'data/orgs/government.tsv',
  'data/orgs/igo-ngo.tsv',
  'data/words/groups.tsv',
].flatMap(path => sample(path, 60))

const WORDS =
  'التقى اجتمع أعلن قال قصف زار وقع في من إلى على بين مع برئاسة وزير رئيس نظيره اجتماع قمة هجوم اتفاق زيارة يوم أمس الاثنين 11 مايو 2022 ٥ ثلاثة قتلى مليون دولار المغربي الأمريكية حزب جامعة وزارة محمد أحمد بن عبد أبو سوف لم قد السابق الذي التي'.split(
    ' ',
  )
const CLITICS = ['', '', '', 'و', 'ب', 'ل', 'ف', 'ك', 'وب', 'ول', 'س']
const MARKS = ['', '', '', '\u064e', '\u064f\u0651', 'ـ', '\u200f', '\u200b', '\ufe0f']
const GLUE = [
  ' ',
  ' ',
  ' ',
  '، ',
  '. ',
  ' «',
  '» ',
  '\n',
  '\u00a0',
  ' - ',
  '/',
  ': ',
  '.. ',
  ' (',
  ') ',
  '',
  '؟ ',
  '\u202b',
  '_',
  ' #',
  '&nbsp;',
  '&quot;',
  '\r\n',
  '؛ ',
  '%',
]
const ODD = [
  '😀',
  '👍🏽',
  'BBC',
  'F16',
  'COVID-19',
  'http://a.com/b',
  'a@b.com',
  'ﷲ',
  'ﻻ',
  '\ud83d',
  '\ude00',
  '\u0000',
  '11/5/2022',
  '2.5',
  'ق.م',
  'د.',
  '&#1593;',
  '&amp;quot;',
]

const marked = (word: string, mark: string, at: number): string => {
  const cut = word === '' ? 0 : (at % word.length) + 1
  return word.slice(0, cut) + mark + word.slice(cut)
}

const word = fc
  .tuple(
    fc.constantFrom(...CLITICS),
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...NAMES) }, { weight: 5, arbitrary: fc.constantFrom(...WORDS) }),
    fc.constantFrom(...MARKS),
    fc.nat(20),
  )
  .map(([clitic, text, mark, at]) => clitic + marked(text, mark, at))
const piece = fc.oneof(
  { weight: 9, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
)

/** Mixtures that look like news from afar. */
export const mixture: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, fc.constantFrom(...GLUE)), { maxLength: 30 })
  .map(parts => parts.map(([text, glue]) => text + glue).join(''))

/** Any sequence of UTF-16 units, halves of pairs too, most of them of the Arabic blocks. */
export const anyUnits: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0x600, max: 0x6ff }),
      fc.integer({ min: 0xfb50, max: 0xfdff }),
      fc.integer({ min: 0xfe70, max: 0xfeff }),
      fc.integer({ min: 0x2000, max: 0x206f }),
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
    ),
    { maxLength: 60 },
  )
  .map(units => String.fromCharCode(...units))

export const anyText: fc.Arbitrary<string> = fc.oneof(mixture, anyUnits)
