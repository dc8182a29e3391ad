import { describe, expect, test } from 'vitest'
import { findCycle, linesWith, parseSource, readSources, target } from './support/source.ts'

/** The floors of the house: a file imports its own floor or a lower one. A name that ends in `/` is a folder of `src/`. */
const FLOORS: readonly (readonly string[])[] = [
  ['text/', 'token/'],
  ['lexicon/'],
  ['find/'],
  ['resolve/'],
  ['event/'],
  ['graph/'],
  ['export/'],
  ['index.ts', 'small.ts', 'reader.ts', 'sentences.ts', 'explain.ts', 'dates.ts', 'labels.ts', 'wink/'],
  ['batch/'],
  ['cli/', 'play/'],
]

/** Packages that only some files may import. Everything else that is imported by name must be in here too. */
const PACKAGES: readonly (readonly [specifier: RegExp, files: RegExp])[] = [
  [/^khabar:data$/, /^src\//],
  [/^khabar:model$/, /^src\/(?:index|cli\/play)\.ts$/],
  [/^khabar:sample$/, /^src\/play\//],
  [/^(?:d3-force|d3-geo|topojson-client|topojson-specification|world-atlas\/.+)$/, /^src\/play\//],
  [/^khabar:labels$/, /^src\/labels\.ts$/],
  [/^node:/, /^src\/(?:batch|cli)\//],
  [/^date-fns(?:$|\/)/, /^src\/resolve\/date[^/]*\.ts$/],
  [/^@tabby_ai\/hijri-converter$/, /^src\/resolve\/date[^/]*\.ts$/],
  [/^wink-nlp(?:$|\/)/, /^src\/(?:wink|graph|batch)\//],
  [/^arabic-reshaper$/, /^src\/cli\/shape\.ts$/],
  [/^bidi-js$/, /^src\/cli\/shape\.ts$/],
  [/^commander$/, /^src\/cli\//],
  [/^(?:piscina|csv-parse|tinyglobby|bullmq|ioredis)$/, /^src\/batch\//],
  [/^oxigraph$/, /^src\/cli\/query/],
  [/^hyparquet-writer$/, /^src\/export\/formats\/parquet\.ts$/],
]

/** Letters, marks and digits of the Arabic script, presentation forms too. */
const ARABIC = /\p{Script=Arabic}|[\u060c\u061b\u061f\u0640\u064b-\u0652\u0660-\u0669]/u

function floorOf(path: string): number {
  const inside = path.replace(/^src\//, '')
  return FLOORS.findIndex(names => names.some(name => (name.endsWith('/') ? inside.startsWith(name) : inside === name)))
}

const sources = readSources('src')
const graph = new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ specifier }) => target(path, specifier) ?? [])]))

describe('floors', () => {
  test('every file stands on a floor', () => {
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.map(({ path }) => path).filter(path => floorOf(path) < 0)).toEqual([])
  })

  test('every relative import names a file of src, with its extension', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => target(path, specifier) && !graph.has(target(path, specifier) ?? ''))
        .map(one => `${path}:${one.line} ${one.specifier}`),
    )
    expect(wrong).toEqual([])
  })

  test('imports go to the same floor or down', () => {
    const upward = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => floorOf(target(path, specifier) ?? path) > floorOf(path))
        .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`),
    )
    expect(upward).toEqual([])
  })

  test('no file imports itself by way of others', () => {
    expect(findCycle(graph)).toBeNull()
  })

  test('packages are imported where they belong', () => {
    const stray = sources.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ specifier }) => !specifier.startsWith('.') && !PACKAGES.some(([name, files]) => name.test(specifier) && files.test(path)),
        )
        .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`),
    )
    expect(stray).toEqual([])
  })
})

describe('words in tables, rules in code', () => {
  test('no Arabic in src outside comments', () => {
    expect(sources.flatMap(({ path, code }) => linesWith(code, ARABIC).map(line => `${path}:${line}`))).toEqual([])
  })

  test('characters are spelled by number in src/text/chars.ts only', () => {
    const others = sources.filter(({ path }) => path !== 'src/text/chars.ts')
    expect(others.flatMap(({ path, code }) => linesWith(code, /\\u[\da-f{]/i).map(line => `${path}:${line}`))).toEqual([])
  })
})

describe('the scanner of sources', () => {
  const scan = (text: string) => parseSource('src/x.ts', text)

  test('finds imports of every form', () => {
    const text = [
      "import a, { type B } from './b.ts' // from './no.ts'",
      "import type { C } from './c.ts'",
      "export * from './d.ts'",
      'export {\n  e,\n} from "./e.ts"',
      "import './f.ts'",
      "const g = await import('./g.ts')",
      "type H = import('./h.ts').H",
      "/* import i from './i.ts' */",
    ].join('\n')
    expect(scan(text).imports.map(({ specifier }) => specifier)).toEqual([
      './b.ts',
      './c.ts',
      './d.ts',
      './e.ts',
      './f.ts',
      './g.ts',
      './h.ts',
    ])
    expect(scan(text).imports[3]?.line).toBe(6)
  })

  test.each([
    ['a // b', 'a     '],
    ['a /* b\nc */ d', 'a     \n     d'],
    ["'// a' // b", "'// a'     "],
    ['`// ${f({ a: `/*` /* b */ })} // c` // d', '`// ${f({ a: `/*`         })} // c`     '],
    ['x = /[/"]\\/\\// // a', 'x = /[/"]\\/\\//     '],
    ['a / b // c / d', 'a / b         '],
    ["return /'/.test(a) // b", "return /'/.test(a)     "],
    ["f(a) / 2 + '/*' // b", "f(a) / 2 + '/*'     "],
  ])('blanks the comments of %s', (text, code) => {
    expect(scan(text).code).toBe(code)
  })

  test('finds a cycle', () => {
    const graphOf = (edges: Record<string, string[]>) => new Map(Object.entries(edges))
    expect(findCycle(graphOf({ a: ['b', 'c'], b: ['c'], c: [] }))).toBeNull()
    expect(findCycle(graphOf({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual(['b', 'c', 'b'])
  })

  test('tells Arabic from other scripts', () => {
    expect(['خبر', '،', '٣', 'ﷲ', 'ـ'].every(text => ARABIC.test(text))).toBe(true)
    expect(['khabar', '«»', '—', '3', 'é'].some(text => ARABIC.test(text))).toBe(false)
  })
})
