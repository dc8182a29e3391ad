import data from 'khabar:data'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../src/event/event.ts'
import { Class, GRAMMAR, TABLES } from '../src/lexicon/classes.ts'
import type { Compiled } from '../src/lexicon/compile.ts'
import { Lexicon, readClitics } from '../src/lexicon/lexicon.ts'
import { readStanza } from '../src/lexicon/stanza.ts'
import { alternatives, type Table } from '../src/lexicon/table.ts'
import { createTokenize } from '../src/token/tokenize.ts'
import { Words } from '../src/token/words.ts'
import {
  coordinates,
  dangling,
  disorder,
  distance,
  doubledAlternatives,
  eventFiles,
  ISO_COUNTRIES,
  linesWith,
  nameColumns,
  namesOf,
  notices,
  outside,
  tableFiles,
  tablesOf,
} from './support/lint.ts'
import { ROOT } from './support/source.ts'
import { fold, folded } from './support/text.ts'

const files = tableFiles()
const events = eventFiles()
const all = [...files, ...events]
const tables = tablesOf(files)
const like = (path: RegExp): Table[] => tables.filter(t => path.test(t.path))
const idsOf = (path: RegExp): string[] => like(path).flatMap(t => t.rows.map(r => r.cells[t.columns[0] as string] as string))

/** Holds that nothing is wrong, and shows the first of what is. */
function clean(problems: readonly string[]): void {
  const shown = problems.slice(0, Number(process.env.LINT_LINES ?? 25))
  if (problems.length > shown.length) shown.push(`… and ${problems.length - shown.length} more`)
  expect(shown).toEqual([])
}

const PLACES = /^data\/places\/(?:cities|regions|landmarks|areas)[^/]*\.tsv$/
/** Tables whose rows are things with names of their own. */
const ENTITIES = /^data\/(?:places\/(?!venues)|orgs\/(?!heads)|people\/(?:persons|titles|portfolios))/
const ORG_KINDS =
  'government ministry parliament court police military armed party igo ngo union company bank media university school club federation team coalition religious hospital agency council committee fund other'.split(
    ' ',
  )

/** The one kind of table without names, as data/README.md lists it. */
const WEIGHTS = 'events/weights/*.tsv'

/** Columns of adjectives and peoples: they are of all places of one name. */
const NISBA = new Set(['adjective', 'people'])

/** The values that a column may have. */
const VALUES: readonly (readonly [path: RegExp, column: string, values: readonly string[]])[] = [
  [/places\/venues/, 'tail', ['yes', 'no']],
  [/places\/venues/, 'kind', ['venue', 'district', 'road', 'camp', 'facility', 'natural']],
  [/places\/areas/, 'kind', ['area', 'water', 'island', 'mountain', 'desert']],
  [/places\/metonyms/, 'kind', ['building', 'capital', 'title']],
  [/people\/demonyms/, 'kind', ['ethnic', 'faith', 'region', 'city', 'ideology']],
  [/people\/titles/, 'kind', ['post', 'honorific', 'rank', 'occupation', 'epithet', 'kin']],
  [/people\/titles/, 'takes', ['country', 'org', 'portfolio', 'place', 'none']],
  [/people\/persons/, 'gender', ['m', 'f']],
  [/people\/persons/, 'field', ['politics', 'military', 'sport', 'art', 'business', 'religion', 'science', 'media', 'armed']],
  [/people\/names/, 'gender', ['m', 'f', 'u']],
  [/people\/names/, 'kind', ['given', 'family', 'both']],
  [
    /people\/names/,
    'origin',
    ['arabic', 'turkish', 'persian', 'kurdish', 'amazigh', 'western', 'slavic', 'african', 'asian', 'hebrew', 'latin'],
  ],
  [/people\/names/, 'weak', ['yes', '']],
  [/people\/name-particles/, 'kind', ['second', 'foreign', 'kunya', 'tribe', 'nasab', 'theophoric']],
  [/orgs\/heads/, 'tail', ['yes', 'no']],
  [/orgs\/heads/, 'weak', ['yes', '']],
  [/orgs\//, 'kind', ORG_KINDS],
  [/words\/groups/, 'kind', ['armed', 'civilian', 'worker', 'official', 'crowd', 'victim', 'sport']],
  [/words\/common/, 'kind', ['verb', 'noun', 'other']],
]

/** Licences that rows may have; those that ask for a notice, with the word by which it is known. */
const LICENCES: Readonly<Record<string, RegExp | null>> = {
  MIT: null,
  ISC: /Internet Systems Consortium|ISC/,
  'CC BY 3.0': /Creative Commons Attribution 3\.0/,
  'CC BY 4.0': /Creative Commons Attribution\s+4\.0/,
  'Unicode-3.0': /UNICODE LICENSE V3/i,
  'public domain': /public domain/i,
}

describe('text of the tables', () => {
  test('is composed (NFC)', () => {
    clean(
      all.flatMap(({ path, content }) =>
        content.split('\n').flatMap((line, i) => (line === line.normalize('NFC') ? [] : [`${path}:${i + 1} is not NFC`])),
      ),
    )
  })

  test.each([
    ['presentation forms', /[\ufb50-\ufdff\ufe70-\ufefe]/],
    ['Persian letters for yeh, kaf, heh', /[\u06cc\u06a9\u06d5\u06c1\u06be\u06c0\u06d2]/],
    ['direction marks and other invisible characters', /\p{Cf}|\u034f/u],
    ['blanks that are none', /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085]/],
    ['harakat', /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/],
    ['broken characters', /[\ufffd\ud800-\udbff](?![\udc00-\udfff])|[\ue000-\uf8ff]/],
    ['carriage returns and other controls', /[^\P{Cc}\t\n]/u],
    ['blanks at the end of a line', /[^\t\n] +$/],
  ])('no %s', (what, pattern) => {
    clean((what.startsWith('blanks at') ? files : all).flatMap(file => linesWith(file, pattern, what)))
  })

  test('no tatweel, but for ه alone', () => {
    clean(
      files
        .flatMap(file => linesWith(file, /\u0640(?<!(?:^|[\t |~.])ه\u0640)|\u0640(?=[\u0620-\u064a])/, 'tatweel'))
        .filter(p => !/clitics/.test(p)),
    )
  })

  test('Arabic digits only where the search form of a name has them', () => {
    clean(files.flatMap(file => linesWith(file, /[\u0660-\u0669\u06f0-\u06f9]/, 'Arabic digits')))
  })

  test('files end with one line end', () => {
    clean(files.filter(({ content }) => !/[^\n]\n$/.test(content)).map(({ path }) => path))
  })

  test('no empty lines in tables', () => {
    clean(files.flatMap(file => linesWith({ ...file, content: file.content.slice(0, -1) }, /^$/, 'an empty line')))
  })
})

describe('tables', () => {
  test('name their source and licence', () => {
    clean(tables.flatMap(({ path, source, licence }) => (source && licence ? [] : [`${path} source «${source}» licence «${licence}»`])))
    clean(events.flatMap(({ path, content }) => (/^# source: .+\n# licence: .+/.test(content) ? [] : [path])))
  })

  test('licences are known, and their notices are in data/LICENSES', () => {
    const texts = notices().map(name => readFileSync(join(ROOT, 'data/LICENSES', name), 'utf8'))
    clean(
      tables.flatMap(({ path, licence }) =>
        licence
          .split(/;| AND /)
          .map(part => part.replace(/^[^:]*:/, '').trim())
          .flatMap(name => {
            if (!(name in LICENCES)) return [`${path}: licence «${name}» is not known`]
            const sign = LICENCES[name]
            return sign && !texts.some(text => sign.test(text)) ? [`${path}: no notice of «${name}»`] : []
          }),
      ),
    )
  })

  test('are known to the compiler', () => {
    clean(files.map(f => f.path).filter(path => !TABLES.some(t => t.path.test(path)) && !(GRAMMAR as readonly string[]).includes(path)))
  })

  test('no file is known to the compiler twice, no kind of file is missing', () => {
    clean(files.map(f => f.path).filter(path => TABLES.filter(t => t.path.test(path)).length > 1))
    const named = TABLES.filter(t => Object.keys({ ...t.names, ...t.inflect }).length > 0)
    clean(named.filter(t => !files.some(f => t.path.test(f.path))).map(t => String(t.path)))
  })

  test('are listed in data/README.md', () => {
    const readme = readFileSync(join(ROOT, 'data/README.md'), 'utf8')
    const listed = [...readme.matchAll(/`((?:places|people|orgs|dates|numbers|words|events\/weights)\/[\w*-]+\.tsv)`/g)].map(
      m => m[1] as string,
    )
    const covers = (pattern: string, path: string): boolean =>
      new RegExp(`^data/${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(path)
    clean(
      files
        .map(f => f.path)
        .filter(path => !listed.some(pattern => covers(pattern, path) || covers(pattern, path.replace(/-own\.tsv$/, '.tsv')))),
    )
    clean(listed.filter(pattern => pattern !== WEIGHTS && !files.some(f => covers(pattern, f.path))))
  })

  test('rows are sorted by their first cell, and it is their own', () => {
    clean(tables.flatMap(disorder))
  })

  test('alternatives are whole, and no two of a cell are the same', () => {
    clean(tables.flatMap(doubledAlternatives))
  })

  test('ids are ASCII, without capitals unless a standard gives them', () => {
    const standard = /^(?:[A-Z]{2}|[A-Z]{2}-[A-Z0-9]{1,3}|(?:gn|kh):[a-z0-9-]+|[a-z0-9][a-z0-9.-]*)$/
    clean(
      tables
        .filter(t => t.columns[0] === 'id' && !/words\/(?:clitics|common|inflection)/.test(t.path))
        .flatMap(t => t.rows.filter(r => !standard.test(r.cells.id ?? '')).map(r => `${t.path}:${r.line} «${r.cells.id}»`)),
    )
  })

  test('a column that tells kinds tells no others', () => {
    clean(
      VALUES.flatMap(([path, column, values]) =>
        like(path)
          .filter(t => t.columns.includes(column))
          .flatMap(t => outside(t, column, values)),
      ),
    )
  })
})

describe('names', () => {
  test('are Arabic or Latin words with signs that names have', () => {
    const sound = /^[\u0621-\u063a\u0641-\u064a\u0640\u067e\u0686\u06a4\u06af\u06ad\u06a8A-Za-zÀ-ɏ0-9 .,"'’&+/()!:%$€£¥₪₺_-]+$/
    clean(
      tables
        .filter(t => !/\/(?:words|numbers|dates)\//.test(t.path))
        .flatMap(t =>
          namesOf(t)
            .filter(n => !sound.test(n.text))
            .map(
              n =>
                `${t.path}:${n.row.line} «${n.text}» ${[...n.text]
                  .filter(c => !sound.test(c))
                  .map(c => `U+${c.codePointAt(0)?.toString(16)}`)
                  .join(' ')}`,
            ),
        ),
    )
  })

  test('every row has one', () => {
    clean(
      tables
        .filter(t => nameColumns(t.path).length > 0)
        .flatMap(t => {
          const having = new Set(namesOf(t).map(n => n.row.line))
          return t.rows.filter(r => !having.has(r.line)).map(r => `${t.path}:${r.line}`)
        }),
    )
  })

  test('no name is an alias too', () => {
    clean(
      like(ENTITIES).flatMap(t => {
        const own = new Set(
          namesOf(t)
            .filter(n => n.column === 'name')
            .map(n => `${n.row.line} ${n.key}`),
        )
        return namesOf(t)
          .filter(n => n.column === 'aliases' && own.has(`${n.row.line} ${n.key}`))
          .map(n => `${t.path}:${n.row.line} «${n.text}»`)
      }),
    )
  })

  test('of the rows of a table in one country that share a name, one is strong at most', () => {
    clean(
      like(ENTITIES).flatMap(t => {
        const strong = new Map<string, Set<number>>()
        for (const { row, key, weak, column } of namesOf(t)) {
          if (weak || NISBA.has(column)) continue
          const id = `${key}\t${row.cells.country ?? ''}`
          const lines = strong.get(id)
          if (lines) lines.add(row.line)
          else strong.set(id, new Set([row.line]))
        }
        return [...strong]
          .filter(([, lines]) => lines.size > 1)
          .map(([id, lines]) => `${t.path}:${[...lines].join(' :')} «${id.replace('\t', '» ')}`)
      }),
    )
  })

  test('rows of words that share a form mean different things', () => {
    clean(
      tables
        .filter(t => !ENTITIES.test(t.path))
        .flatMap(t => {
          const meaning = t.columns.slice(1).filter(c => !nameColumns(t.path).includes(c))
          const seen = new Map<string, number>()
          return namesOf(t)
            .filter(n => n.column !== 'plural')
            .flatMap(({ row, column, key }) => {
              const id = [key, column, ...meaning.map(c => row.cells[c])].join('\t')
              const before = seen.get(id)
              seen.set(id, row.line)
              return before === undefined || before === row.line ? [] : [`${t.path}:${row.line} «${key}» stands in line ${before} too`]
            })
        }),
    )
  })

  test('ordinary words stand in their search form', () => {
    clean(
      like(/words\/common/).flatMap(t =>
        namesOf(t)
          .filter(n => n.key !== n.text)
          .map(n => `${t.path}:${n.row.line} «${n.text}»`),
      ),
    )
  })
})

describe('what rows say of others', () => {
  const countries = new Set(idsOf(/places\/countries/))
  const cities = new Set(idsOf(/places\/cities/))
  const regions = new Set(idsOf(/places\/regions/))
  const orgs = new Set(idsOf(/orgs\/(?!heads)/))
  const places = new Set([...countries, ...idsOf(PLACES)])

  test('countries are those of ISO 3166-1', () => {
    expect([...countries].filter(id => !ISO_COUNTRIES.has(id))).toEqual([])
    expect([...ISO_COUNTRIES].filter(id => !countries.has(id))).toEqual([])
  })

  test('ids are unique over all tables of places, and over all of organizations', () => {
    const twice = (list: readonly string[]) => list.filter((id, i) => list.indexOf(id) !== i)
    const sorted = [...idsOf(PLACES)].sort()
    clean(sorted.filter((id, i) => id === sorted[i - 1]))
    clean(twice(idsOf(/orgs\/(?!heads)/)))
  })

  test('countries, capitals, regions, cities, organizations exist', () => {
    clean([
      ...tables.filter(t => t.columns.includes('country')).flatMap(t => dangling(t, 'country', countries)),
      ...like(/places\/areas/).flatMap(t => dangling(t, 'countries', countries)),
      ...like(/places\/countries/).flatMap(t => dangling(t, 'capital', cities)),
      ...like(/places\/cities/).flatMap(t => dangling(t, 'region', regions)),
      ...like(/places\/landmarks/).flatMap(t => dangling(t, 'city', cities)),
      ...like(/places\/metonyms/).flatMap(t => dangling(t, 'org', orgs)),
      ...like(/people\/demonyms/).flatMap(t => dangling(t, 'of', places)),
    ])
  })

  test('a city lies in its region’s country', () => {
    const countryOf = new Map(like(/places\/(?:regions|cities)/).flatMap(t => t.rows.map(r => [r.cells.id, r.cells.country])))
    clean(
      like(/places\/cities/).flatMap(t =>
        t.rows
          .filter(r => r.cells.region && countryOf.get(r.cells.region) !== r.cells.country)
          .map(r => `${t.path}:${r.line} ${r.cells.country} ${r.cells.region}`),
      ),
    )
    clean(
      like(/places\/landmarks/).flatMap(t =>
        t.rows
          .filter(r => r.cells.city && countryOf.get(r.cells.city) !== r.cells.country)
          .map(r => `${t.path}:${r.line} ${r.cells.country} ${r.cells.city}`),
      ),
    )
    clean(
      like(/places\/countries/).flatMap(t =>
        t.rows
          .filter(r => r.cells.capital && countryOf.get(r.cells.capital) !== r.cells.id)
          .map(r => `${t.path}:${r.line} ${r.cells.id} ${r.cells.capital}`),
      ),
    )
  })

  test('regions bear the code of their country', () => {
    clean(
      like(/places\/regions/).flatMap(t =>
        t.rows
          .filter(r => !r.cells.id?.startsWith('kh:') && r.cells.id?.slice(0, 2) !== r.cells.country)
          .map(r => `${t.path}:${r.line} ${r.cells.id} ${r.cells.country}`),
      ),
    )
  })

  test('every country has a capital, but for those that have none', () => {
    const none = like(/places\/countries/).flatMap(t => t.rows.filter(r => r.cells.capital === '').map(r => r.cells.id))
    expect(
      none.filter(
        id =>
          !/^(?:AQ|BV|HM|TF|UM|IO|GS|PN|CC|CX|NF|TK|SJ|AX|BQ|EH|FK|GG|IM|JE|MF|BL|PM|WF|YT|RE|GP|MQ|GF|NC|PF|AI|BM|KY|MS|TC|VG|VI|AS|GU|MP|PR|AW|CW|SX|CK|NU|FO|GL|GI|SH|HK|MO|PS|VA|MC|SG|NR)$/.test(
            id ?? '',
          ),
      ),
    ).toEqual([])
  })

  test('coordinates are plausible', () => {
    const centres = new Map(like(/places\/countries/).flatMap(t => t.rows.map(r => [r.cells.id as string, coordinates(r)] as const)))
    /** Countries whose land lies far apart. */
    const wide = new Set([
      'RU',
      'US',
      'CA',
      'CN',
      'BR',
      'AU',
      'IN',
      'ID',
      'KZ',
      'DZ',
      'AR',
      'CL',
      'FR',
      'NO',
      'PT',
      'ES',
      'NZ',
      'EC',
      'KI',
      'FM',
      'PF',
      'ZA',
      'MX',
      'DK',
      'GL',
      'NL',
      'GB',
      'JP',
      'MU',
      'UM',
      'CD',
      'TF',
      'SH',
      'CO',
      'MY',
      'PG',
      'VE',
    ])
    clean(
      tables
        .filter(t => t.columns.includes('latitude'))
        .flatMap(t =>
          t.rows.flatMap(r => {
            const here = coordinates(r)
            if (typeof here === 'string') return [`${t.path}:${r.line} ${here}`]
            const centre = centres.get(r.cells.country ?? '')
            if (!here || !centre || r.cells.country === 'UM' || typeof centre === 'string') return []
            const far = distance(here, centre)
            return far > (wide.has(r.cells.country ?? '') ? 7_500 : 1_400)
              ? [`${t.path}:${r.line} ${r.cells.name} lies ${Math.round(far)} km from the centre of ${r.cells.country}`]
              : []
          }),
        ),
    )
  })

  test('populations are numbers', () => {
    clean(
      like(/places\/cities/).flatMap(t =>
        t.rows
          .filter(r => !/^\d*$/.test(r.cells.population ?? '') || Number(r.cells.population) > 35_000_000)
          .map(r => `${t.path}:${r.line} ${r.cells.population}`),
      ),
    )
  })

  test('Wikidata ids have their shape, and a thing has one row', () => {
    const having = tables.filter(t => t.columns.includes('wikidata'))
    clean(
      having.flatMap(t =>
        t.rows.filter(r => r.cells.wikidata && !/^Q[1-9]\d*$/.test(r.cells.wikidata)).map(r => `${t.path}:${r.line} ${r.cells.wikidata}`),
      ),
    )
    const seen = new Map<string, string>()
    clean(
      having
        .filter(t => /orgs\/|countries/.test(t.path))
        .flatMap(t =>
          t.rows.flatMap(r => {
            const id = r.cells.wikidata ?? ''
            const before = seen.get(id)
            if (id) seen.set(id, `${t.path}:${r.line}`)
            return id && before ? [`${t.path}:${r.line} ${id} is that of ${before}`] : []
          }),
        ),
    )
  })
})

describe('event files', () => {
  const SLOTS = new Set([
    'agent',
    'patient',
    'participant',
    'chair',
    'organizer',
    'place',
    'date',
    'topic',
    'instrument',
    'source',
    'money',
    'percent',
    'votes',
    'goals',
    'killed',
    'injured',
    'arrested',
    'displaced',
    'other',
  ])
  const SENSES = new Set([
    'say',
    'comment',
    'warn',
    'condemn',
    'confirm',
    'deny',
    'accuse',
    'praise',
    'threaten',
    'demand',
    'call',
    'pledge',
    'express',
    'criticize',
  ])
  const STATUSES = new Set(['occurred', 'ongoing', 'planned', 'cancelled', 'possible', 'denied'])
  const stanzas = events.map(({ path, content }) => readStanza(path, content))

  test('there is one a type, of its name', () => {
    const typeOf = (path: string) => path.replace(/^.*\/|\.txt$/g, '')
    clean(
      stanzas
        .filter(s => typeOf(s.path) !== 'common' && s.lines.find(l => l.keyword === 'event')?.words[0] !== typeOf(s.path))
        .map(s => s.path),
    )
    expect(
      stanzas
        .map(s => typeOf(s.path))
        .filter(t => t !== 'common')
        .sort(),
    ).toEqual([...EVENT_TYPES].sort())
  })

  test('lines say what the program knows', () => {
    const meaning = (path: string, line: number, key: string, value: string): string[] => {
      if (key === 'weight') return Number(value) > 0 && Number(value) <= 1 ? [] : [`${path}:${line} weight=${value}`]
      if (key === 'sense') return SENSES.has(value) ? [] : [`${path}:${line} sense=${value}`]
      if (key === 'status') return STATUSES.has(value) ? [] : [`${path}:${line} status=${value}`]
      if (key === 'with' || key === 'noun') return value === '' || value.split('|').includes('') ? [`${path}:${line} ${key}=${value}`] : []
      return SLOTS.has(value) ? [] : [`${path}:${line} ${key}=${value}`]
    }
    clean(
      stanzas.flatMap(({ path, lines }) =>
        lines
          .filter(l => l.keyword !== 'event')
          .flatMap(({ line, attributes }) => Object.entries(attributes).flatMap(([key, value]) => meaning(path, line, key, value))),
      ),
    )
  })

  test('lines have words, each a whole one', () => {
    clean(
      stanzas.flatMap(({ path, lines }) =>
        lines.flatMap(({ line, keyword, words, attributes }) => {
          if (keyword === 'frame')
            return words.length > 0 || Object.keys(attributes).length === 0 ? [`${path}:${line} frame ${words.join(' ')}`] : []
          if (words.length === 0) return [`${path}:${line} ${keyword} without words`]
          return words.flatMap(w =>
            alternatives(w).some(a => a.text === '' || /^[_/]|[_/]$|__/.test(a.text) || folded(a.text) === '')
              ? [`${path}:${line} «${w}»`]
              : [],
          )
        }),
      ),
    )
  })

  test('a word stands once in a line', () => {
    clean(
      stanzas.flatMap(({ path, lines }) =>
        lines.flatMap(({ line, words }) => {
          const keys = words.flatMap(w => alternatives(w).map(a => folded(a.text)))
          return keys.filter((k, i) => keys.indexOf(k) !== i).map(k => `${path}:${line} «${k}» stands there twice`)
        }),
      ),
    )
  })

  test('every type has examples, positive and negative', () => {
    clean(
      stanzas
        .filter(s => !s.path.endsWith('common.txt') && s.path !== 'data/events/other.txt')
        .flatMap(({ path, examples }) => {
          const good = examples.filter(e => e.expected !== null).length
          return good >= 3 && examples.length - good >= 1 ? [] : [`${path}: ${good} examples, ${examples.length - good} not`]
        }),
    )
  })
})

describe('every name is found', () => {
  const words = new Words()
  const compiled = data() as unknown as Compiled
  const lexicon = new Lexicon(words, [compiled])
  const tokenize = createTokenize(words)
  /** Attached particles before a name, as they are written: ل and ال are لل, before ل too. */
  const prefixes = [
    '',
    ...readClitics(compiled)
      .filter(c => c.side === 'prefix' && c.rest.length === 0 && !/will/.test(c.parts))
      .map(c => c.form),
  ]
  const attach = (prefix: string, name: string): string => {
    if (!prefix.endsWith('ل') || !/^ال/.test(name)) return prefix + name
    return prefix + name.slice(name[2] === 'ل' ? 2 : 1)
  }
  const isFound = (text: string, by: string): boolean => {
    const tokens = tokenize(fold(text))
    return (lexicon.scan(tokens).at[0] ?? []).some(hit => hit.length === tokens.size && hit.entry.row.by === by)
  }

  test.each(
    tables
      .filter(t => nameColumns(t.path).length > 0 && !TABLES.some(s => s.path.test(t.path) && s.class === Class.common))
      .map(t => [t.path, t] as const),
  )('%s', (_, table) => {
    let turn = 0
    clean(
      namesOf(table).flatMap(({ row, text }) => {
        const by = `${table.path}:${row.line}`
        const lost = isFound(text, by) ? [] : [`${by} «${text}»`]
        // one letter and what is no Arabic word take no particles
        if (!/^[\u0621-\u064a]{2}/.test(text)) return lost
        turn++
        const prefix = prefixes[turn % prefixes.length] as string
        const written = attach(prefix, text)
        return isFound(written, by) ? lost : [...lost, `${by} «${written}»`]
      }),
    )
  })

  test('with every particle', () => {
    const table = like(/places\/countries/)[0] as Table
    clean(
      namesOf(table)
        .filter(n => n.column === 'name')
        .flatMap(({ row, text }) => prefixes.map(p => attach(p, text)).filter(written => !isFound(written, `${table.path}:${row.line}`))),
    )
  })
})
