/** What a word of the tables is. Bits, so that a set of classes is a number. */
export const enum Class {
  country = 1,
  place = 2, // city, region, landmark
  area = 4, // larger than a country, or water, mountain, island
  metonym = 8, // the White House
  nationality = 16, // adjective of a country
  demonym = 32, // adjective of a people, faith, continent, city
  title = 64,
  modifier = 128, // former, acting
  portfolio = 256,
  person = 512,
  name = 1024, // one word of a person's name
  particle = 2048, // بن، آل، أبو
  organization = 4096,
  orgHead = 8192, // وزارة, حزب
  venueHead = 16384, // فندق, ملعب
  group = 32768, // محتجون
  relative = 65536, // نجل
  date = 131072,
  number = 262144,
  word = 524288, // function words
  trigger = 1048576,
  frame = 2097152, // برئاسة: a role for what follows
  status = 4194304, // سوف, من المقرر
  placeHead = 8388608, // مدينة, ولاية: what follows is a place
  relation = 33554432, // تقوده, أعضاء: how an organization and a name belong together
  toll = 67108864, // مقتل, إصابة: what a number of people suffered
  common = 16777216, // an ordinary word: no part of an unknown name
}

/** What the name of a place may be. */
export const PLACES = Class.country | Class.place | Class.area | Class.metonym

/** A class as one letter of the compiled form, and back. */
export const classLetter = (c: Class): string => String.fromCharCode(97 + Math.log2(c))
export const classOf = (letter: number): Class => 1 << (letter - 97)

/** How the rows of a table become entries of the lexicon. */
export interface TableSpec {
  /** Which files. */
  readonly path: RegExp
  readonly class: Class
  /** The columns whose alternatives are names, with the form that they give. */
  readonly names: Readonly<Record<string, string>>
  /** Columns with stems that are inflected: class of `data/words/inflection.tsv`, and the class of the entry if it is another. */
  readonly inflect?: Readonly<Record<string, { as: 'nisba' | 'construct'; class?: Class }>>
  /** Columns that the program reads. */
  readonly keep: readonly string[]
  /** Whether the cell of column `weak` makes all names of the row weak. */
  readonly weakColumn?: boolean
  /** The column that tells whether a name is Arabic, and the values of Arabic names: foreign names are spelt in more than one way. */
  readonly native?: { readonly column: string; readonly values: ReadonlySet<string> }
}

/** Countries whose places and persons have Arabic names. */
const ARAB = {
  column: 'country',
  values: new Set([
    '',
    'AE',
    'BH',
    'DJ',
    'DZ',
    'EG',
    'EH',
    'IQ',
    'JO',
    'KM',
    'KW',
    'LB',
    'LY',
    'MA',
    'MR',
    'OM',
    'PS',
    'QA',
    'SA',
    'SD',
    'SO',
    'SY',
    'TN',
    'YE',
    'IR',
    'AF',
    'PK',
    'IL',
    'TD',
  ]),
}

/** Every table of `data/`, but those that the compiler itself reads (clitics, conjugation, inflection). */
export const TABLES: readonly TableSpec[] = [
  {
    path: /^data\/places\/countries\.tsv$/,
    class: Class.country,
    names: { name: '', aliases: '' },
    inflect: { adjective: { as: 'nisba', class: Class.nationality }, people: { as: 'construct', class: Class.nationality } },
    keep: ['id', 'name', 'capital', 'wikidata', 'latitude', 'longitude'],
  },
  {
    path: /^data\/places\/cities[^/]*\.tsv$/,
    class: Class.place,
    native: ARAB,
    names: { name: '', aliases: '' },
    keep: ['id', 'name', 'country', 'region', 'latitude', 'longitude', 'population'],
  },
  {
    path: /^data\/places\/regions[^/]*\.tsv$/,
    class: Class.place,
    native: ARAB,
    names: { name: '', aliases: '' },
    keep: ['id', 'name', 'country', 'wikidata', 'latitude', 'longitude'],
  },
  {
    path: /^data\/places\/landmarks\.tsv$/,
    class: Class.place,
    native: ARAB,
    names: { name: '', aliases: '' },
    keep: ['id', 'name', 'country', 'city'],
  },
  {
    path: /^data\/places\/areas\.tsv$/,
    class: Class.area,
    names: { name: '', aliases: '' },
    inflect: { adjective: { as: 'nisba', class: Class.demonym }, people: { as: 'construct', class: Class.demonym } },
    keep: ['id', 'name', 'kind', 'countries', 'wikidata', 'latitude', 'longitude'],
  },
  { path: /^data\/places\/venues\.tsv$/, class: Class.venueHead, names: { word: '', plural: 'plural' }, keep: ['tail', 'kind'] },
  {
    path: /^data\/places\/metonyms\.tsv$/,
    class: Class.metonym,
    names: { name: '', aliases: '' },
    keep: ['id', 'name', 'country', 'org', 'kind'],
  },
  {
    path: /^data\/people\/demonyms\.tsv$/,
    class: Class.demonym,
    names: {},
    inflect: { adjective: { as: 'nisba' }, people: { as: 'construct' } },
    keep: ['id', 'of', 'kind'],
  },
  {
    path: /^data\/people\/titles\.tsv$/,
    class: Class.title,
    names: { m: 'm', f: 'f' },
    inflect: { plural: { as: 'construct' } },
    keep: ['id', 'kind', 'takes'],
  },
  { path: /^data\/words\/title-modifiers\.tsv$/, class: Class.modifier, names: { word: '', forms: '' }, keep: ['word', 'meaning'] },
  { path: /^data\/people\/portfolios\.tsv$/, class: Class.portfolio, names: { name: '', aliases: '' }, keep: ['id', 'name'] },
  {
    path: /^data\/people\/persons\.tsv$/,
    class: Class.person,
    native: ARAB,
    names: { name: '', aliases: '' },
    keep: ['id', 'name', 'country', 'gender', 'field'],
  },
  {
    path: /^data\/people\/names\.tsv$/,
    class: Class.name,
    native: { column: 'origin', values: new Set(['', 'arabic', 'turkish', 'persian', 'kurdish']) },
    names: { name: '' },
    keep: ['gender', 'kind', 'origin'],
    weakColumn: true,
  },
  { path: /^data\/people\/name-particles\.tsv$/, class: Class.particle, names: { word: '' }, keep: ['kind'] },
  {
    path: /^data\/orgs\/heads\.tsv$/,
    class: Class.orgHead,
    names: { word: '', plural: 'plural' },
    keep: ['word', 'kind', 'tail'],
    weakColumn: true,
  },
  {
    path: /^data\/orgs\/(?!heads)[^/]+\.tsv$/,
    class: Class.organization,
    native: ARAB,
    names: { name: '', aliases: '' },
    keep: ['id', 'name', 'kind', 'country', 'wikidata'],
  },
  {
    path: /^data\/words\/groups\.tsv$/,
    class: Class.group,
    names: { singular: 'singular' },
    inflect: { plural: { as: 'construct' } },
    keep: ['id', 'unit', 'kind'],
  },
  { path: /^data\/words\/relatives\.tsv$/, class: Class.relative, names: { m: 'm', f: 'f', plural: 'plural' }, keep: ['id'] },
  { path: /^data\/dates\/[^/]+\.tsv$/, class: Class.date, names: { forms: '' }, keep: ['*'] },
  { path: /^data\/numbers\/[^/]+\.tsv$/, class: Class.number, names: { forms: '' }, keep: ['*'] },
  { path: /^data\/words\/place-heads\.tsv$/, class: Class.placeHead, names: { forms: '' }, keep: ['id', 'kind'] },
  { path: /^data\/words\/common\.tsv$/, class: Class.common, names: { forms: '' }, keep: ['kind'] },
  { path: /^data\/words\/function\.tsv$/, class: Class.word, names: { forms: '' }, keep: ['*'] },
  { path: /^data\/words\/tolls\.tsv$/, class: Class.toll, names: { forms: '' }, keep: ['unit'] },
  { path: /^data\/words\/relations\.tsv$/, class: Class.relation, names: { forms: '' }, keep: ['*'] },
  // no names: what speaks for and against, as numbers
  { path: /^data\/events\/weights\/[^/]+\.tsv$/, class: Class.trigger, names: {}, keep: ['*'] },
]

/** The tables that the compiler reads itself. */
export const GRAMMAR = ['data/words/clitics.tsv', 'data/words/conjugation.tsv', 'data/words/inflection.tsv'] as const
