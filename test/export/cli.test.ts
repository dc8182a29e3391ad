/** `khabar export` and `khabar query`: the functions behind them. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { type ExportCommandOptions, exportGraph } from '../../src/cli/export.ts'
import { READY } from '../../src/cli/query/ready.ts'
import { queryOf } from '../../src/cli/query/sparql.ts'
import { table } from '../../src/cli/query/table.ts'
import { type QueryOptions, query } from '../../src/cli/query.ts'
import { EXPORTER_NAMES, exporters } from '../../src/export/index.ts'
import { graph } from '../../src/graph/index.ts'
import { readArticles } from '../support/articles.ts'
import { fixtureGraph, fixtureReadings, tell } from '../support/graphs.ts'
import { run } from '../support/run.ts'

const runExport = (files: string[], options: ExportCommandOptions, input = '') => run(() => exportGraph(files, options), input)
const runQuery = (text: string | undefined, files: string[], options: QueryOptions = {}) => run(() => query(text, files, options))
const jsonl = (records: readonly unknown[]): string => records.map(r => `${JSON.stringify(r)}\n`).join('')
const turtle = [...exporters.turtle.write(fixtureGraph())].join('')

let folder: string
let readings: string
let nquads: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-export-'))
  readings = join(folder, 'readings.ndjson')
  nquads = join(folder, 'graph.nq')
  await writeFile(readings, jsonl(fixtureReadings()))
  await writeFile(nquads, [...exporters.nquads.write(fixtureGraph())].join(''))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('khabar export', () => {
  test('writes what the exporter writes', async () => {
    expect(await runExport([readings], { to: 'turtle' })).toMatchObject({ code: 0, err: '', text: turtle })
  })

  test('reads standard input, and articles that are not read yet', async () => {
    const articles = readArticles().map(({ name, text, context }) => ({
      id: name,
      text,
      ...context,
      url: `https://news.example/${name}`,
      source: 'وكالة المثال',
    }))
    const { code, text } = await runExport([], { to: 'turtle' }, jsonl(articles))
    expect(code).toBe(0)
    // the country of an article is no field of an archive
    expect(text.split('\n').filter(line => line.includes('a schema:NewsArticle')).length).toBe(articles.length)
  })

  test('reads gzip', async () => {
    const path = join(folder, 'readings.ndjson.gz')
    await writeFile(path, gzipSync(jsonl(fixtureReadings())))
    expect((await runExport([path], { to: 'turtle' })).text).toBe(turtle)
  })

  test.each(EXPORTER_NAMES.filter(n => n !== 'neo4j'))('%s to a file', async to => {
    const out = join(folder, 'out', `graph.${to}`)
    expect(await runExport([readings], { to, out })).toMatchObject({ code: 0, err: '', text: '' })
    const { out: printed } = await runExport([readings], { to })
    expect((await readFile(out)).equals(printed)).toBe(true)
    expect((await readdir(join(folder, 'out'))).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  test('neo4j to a folder, and only there', async () => {
    expect(await runExport([readings], { to: 'neo4j' })).toMatchObject({ code: 2, text: '', err: expect.stringContaining('--out') })
    const out = join(folder, 'neo4j')
    expect(await runExport([readings], { to: 'neo4j', out })).toMatchObject({ code: 0 })
    expect((await readdir(out)).sort()).toEqual(['nodes.csv', 'relationships.csv'])
  })

  test('options reach the graph and the exporter', async () => {
    const base = 'https://news.example/id/'
    const { text } = await runExport([readings], { to: 'turtle', base, main: true, provenance: true, sem: false })
    expect(text).toBe(
      [...exporters.turtle.write(graph(fixtureReadings(), { base, events: 'main', provenance: true }), { sem: false })].join(''),
    )
  })

  test('a bad line is told with its place, the rest is written', async () => {
    const { code, err, text } = await runExport([], { to: 'jsonl' }, `${jsonl(fixtureReadings().slice(0, 1))}{"id":\n[]\n{"id":"x"}\n`)
    expect(code).toBe(1)
    expect(err.match(/^khabar: -:[234]: /gm)?.length).toBe(3)
    expect(text).toContain('"record":"article"')
  })

  test('a file that is not there, a base that is none', async () => {
    expect(await runExport([join(folder, 'nothing')], { to: 'jsonl' })).toMatchObject({ code: 1, err: expect.stringContaining('nothing') })
    expect(await runExport([readings], { to: 'jsonl', base: 'no base' })).toMatchObject({ code: 2, err: expect.stringContaining('base') })
  })

  test('articles that come twice are told', async () => {
    const { err, text } = await runExport([readings, readings], { to: 'turtle' })
    expect(err).toContain('came twice')
    expect(text).toBe(turtle)
  })
})

describe('khabar query', () => {
  const count = 'SELECT (COUNT(*) AS ?events) { ?e a sem:Event }'
  const events = fixtureGraph().events.length

  test('SPARQL over N-Quads, Turtle, readings, and a folder', async () => {
    const ttl = join(folder, 'graph.ttl')
    await writeFile(ttl, turtle)
    const expected = `events\n------\n${events}\n`
    for (const file of [nquads, ttl, readings]) expect(await runQuery(count, [file])).toMatchObject({ code: 0, err: '', text: expected })
    const load = await mkdtemp(join(folder, 'load-'))
    await writeFile(join(load, 'a.ttl'), turtle)
    await writeFile(join(load, 'b.nq'), await readFile(nquads))
    await writeFile(join(load, 'notes.txt'), 'no graph')
    expect((await runQuery(count, [], { load })).text).toBe(expected)
  })

  test('as table, CSV and JSON', async () => {
    const ask = (format: 'table' | 'csv' | 'json') => runQuery('posts', [nquads], { format, with: ['person=بوريطة'] })
    const rows = parse((await ask('csv')).text, { columns: true }) as Record<string, string>[]
    expect(rows[0]).toMatchObject({ person: 'ناصر بوريطة', post: 'وزير الخارجية', of: 'المغرب' })
    const { head, results } = JSON.parse((await ask('json')).text) as { head: { vars: string[] }; results: { bindings: unknown[] } }
    expect(head.vars).toEqual(['person', 'post', 'of', 'first', 'last'])
    expect(results.bindings.length).toBe(rows.length)
    const lines = (await ask('table')).text.trimEnd().split('\n')
    expect(lines[0]?.split(/\s+/)).toEqual(head.vars)
    expect(lines.length).toBe(rows.length + 2)
  })

  test('ASK and CONSTRUCT', async () => {
    expect((await runQuery('ASK { ?e a sem:Event }', [nquads])).text).toBe('true\n')
    expect((await runQuery('CONSTRUCT { ?e a schema:Event } { ?e a sem:Event }', [nquads])).text.trim().split('\n').length).toBe(events)
  })

  test('ten ready queries at least, each answers something, each parameter narrows', async () => {
    expect(Object.keys(READY).length).toBeGreaterThanOrEqual(10)
    const { text: list } = await runQuery(undefined, [], { list: true })
    const more = join(folder, 'more.nq')
    const coalition = tell('coalition', 'يضم التحالف الدولي ضد داعش، الذي تقوده الولايات المتحدة، فرنسا وألمانيا والمغرب.')
    await writeFile(more, [...exporters.nquads.write(graph([coalition]))].join(''))
    for (const [name, { parameters }] of Object.entries(READY)) {
      expect(list).toContain(name)
      const whole = await runQuery(name, [nquads, more], { format: 'csv' })
      expect({ code: whole.code, err: whole.err }, name).toEqual({ code: 0, err: '' })
      expect(whole.text.trim().split('\n').length, name).toBeGreaterThan(1)
      for (const parameter of Object.keys(parameters)) {
        const none = await runQuery(name, [nquads], { format: 'csv', with: [`${parameter}=لا أحد "\\ بهذا الاسم`] })
        expect(none, `${name} ${parameter}`).toMatchObject({ code: 0, err: '' })
        expect(none.text.trim().split('\n').length, `${name} ${parameter}`).toBe(1)
      }
    }
  })

  test('the answer to «who met whom» is in the graph', async () => {
    const { text } = await runQuery('met', [nquads], { format: 'csv' })
    const rows = parse(text, { columns: true }) as { who: string; whom: string; meetings: string; first: string; last: string }[]
    const whole = fixtureGraph()
    const names = new Map(whole.entities.map(e => [e.iri, e.name]))
    for (const { who, whom, meetings, first, last } of rows) {
      const both = whole.events.filter(({ type, participants }) => {
        const there = participants.map(p => names.get(p.entity))
        return ['meeting', 'visit', 'conference'].includes(type) && there.includes(who) && there.includes(whom)
      })
      expect(both.length, `${who}, ${whom}`).toBe(Number(meetings))
      const days = both.flatMap(e => e.date?.start ?? []).sort()
      expect([first, last]).toEqual([days[0] ?? '', days.at(-1) ?? ''])
    }
  })

  test('--limit', async () => {
    expect((await runQuery('with', [nquads], { limit: '2', format: 'csv' })).text.trim().split('\n').length).toBe(3)
  })

  test.each([
    ['no query', undefined, {}, 2, 'what is asked'],
    ['no graph', count, {}, 2, 'which graph'],
    ['a name that is none', 'nobody', { load: '.' }, 2, '--list'],
    ['a parameter that is none', 'met', { load: '.', with: ['place=x'] }, 2, 'place'],
    ['a parameter without a value', 'met', { load: '.', with: ['person'] }, 2, 'name=value'],
    ['parameters for SPARQL', count, { load: '.', with: ['person=x'] }, 2, 'ready'],
    ['a limit that is none', 'met', { load: '.', limit: 'x' }, 2, '--limit'],
    ['bad SPARQL', 'SELECT {', { load: 'test/fixtures' }, 1, 'rror'],
    ['a folder that is not there', count, { load: 'no-folder' }, 1, 'no-folder'],
  ] as const)('%s is told', async (_name, text, options, code, message) => {
    expect(await runQuery(text, [], options)).toMatchObject({ code, text: '', err: expect.stringContaining(message) })
  })

  test('parameters are strings to SPARQL, whatever stands in them', () => {
    expect(queryOf('met', { person: '") } INSERT' })).toContain('CONTAINS(STR(CONCAT(?who, "|", ?whom)), "\\") } INSERT")')
  })

  test('marks take no place in a table', () => {
    expect(table(['a', 'b'], [['مُحَمَّد', '1']])).toBe(`a     b\n----  -\nمُحَمَّد  1\n`)
  })
})

test('both are commands of khabar', () => {
  expect(COMMANDS.map(command => command().name())).toEqual(expect.arrayContaining(['export', 'query']))
})
