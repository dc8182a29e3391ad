/** The RDF formats, read by parsers that others wrote. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import jsonldLibrary from 'jsonld'
import { Parser, Store, Writer } from 'n3'
import * as oxigraph from 'oxigraph'
import SHACLValidator from 'rdf-validate-shacl'
import { describe, expect, test } from 'vitest'
import { exporters, type TextExporter } from '../../src/export/index.ts'
import type { Graph } from '../../src/graph/index.ts'
import { fixtureGraph, HARD_TEXT, HARD_TITLE, hardGraph } from '../support/graphs.ts'
import { ROOT } from '../support/source.ts'

const GRAPHS: readonly (readonly [string, () => Graph])[] = [
  ['the articles', () => fixtureGraph()],
  ['the articles with provenance, under a base', () => fixtureGraph({ provenance: true, base: 'https://news.example/id/' })],
  ['hard strings', () => hardGraph()],
]

const write = (exporter: TextExporter, graph: Graph, sem?: boolean): string => [...exporter.write(graph, { sem })].join('')

interface AnyTerm {
  termType: string
  value: string
  language?: string
  datatype?: { value: string }
}
type AnyQuad = Record<'subject' | 'predicate' | 'object' | 'graph', AnyTerm>

/** Terms as strings. Doubles are written in several ways: they are compared by their value, to 12 digits. */
function key({ termType, value, language, datatype }: AnyTerm): string {
  if (termType !== 'Literal') return `${termType} ${value}`
  const type = datatype?.value ?? ''
  return JSON.stringify([type.endsWith('#double') ? Number(value).toPrecision(12) : value, language ?? '', language ? '' : type])
}
/** Quads as sorted lines, each once. */
const lines = (quads: Iterable<unknown>): string[] =>
  [...new Set([...(quads as Iterable<AnyQuad>)].map(q => [q.subject, q.predicate, q.object, q.graph].map(key).join(' ')))].sort()

const byN3 = (text: string, format: string): string[] => lines(new Parser({ format }).parse(text))
const byOxigraph = (text: string, format: string): string[] => lines(oxigraph.parse(text, { format }))
const byJsonld = async (text: string): Promise<string[]> => {
  const documentLoader = (url: string): never => {
    throw new Error(`${url} was fetched`)
  }
  const options = { format: 'application/n-quads', documentLoader } as never
  return byN3((await jsonldLibrary.toRDF(JSON.parse(text) as object, options)) as unknown as string, 'N-Quads')
}

describe.each(GRAPHS)('%s', (_name, make) => {
  const graph = make()

  test.each([true, false])('Turtle and N-Quads are the same to n3 and to oxigraph, sem %s', sem => {
    const nquads = write(exporters.nquads, graph, sem)
    const expected = byN3(nquads, 'N-Quads')
    expect(expected.length).toBeGreaterThan(50)
    expect(byOxigraph(nquads, 'application/n-quads')).toEqual(expected)
    const turtle = write(exporters.turtle, graph, sem)
    expect(byN3(turtle, 'Turtle')).toEqual(expected)
    expect(byOxigraph(turtle, 'text/turtle')).toEqual(expected)
  })

  test.each([true, false])('JSON-LD is the Turtle, sem %s, and nothing is fetched', async sem => {
    const text = write(exporters.jsonld, graph, sem)
    const expected = byN3(write(exporters.turtle, graph, sem), 'Turtle')
    expect(await byJsonld(text)).toEqual(expected)
    expect(byOxigraph(text, 'application/ld+json')).toEqual(expected)
  })

  test('no blank node, and no statement twice', () => {
    const text = write(exporters.nquads, graph)
    expect(text).not.toMatch(/(?:^| )_:/m)
    const all = text.split('\n')
    expect(all.length).toBe(new Set(all).size)
  })

  test('keeps to data/shapes.ttl', async () => {
    const shapes = new Store(new Parser().parse(readFileSync(join(ROOT, 'data/shapes.ttl'), 'utf8')))
    const data = new Store(new Parser().parse(write(exporters.turtle, graph)))
    const report = await new SHACLValidator(shapes as never).validate(data as never)
    const results = report.results.map(r => `${r.focusNode?.value} ${r.path?.value} ${r.sourceConstraintComponent?.value}`)
    expect(results).toEqual([])
    expect(report.conforms).toBe(true)
  })
})

test.each([
  ['a status that is none', 'khabar:status "occurred"', 'khabar:status "happened"'],
  ['a date that is none', /schema:startDate "[^"]+"\^\^xsd:date/, 'schema:startDate "soon"'],
  ['a property of actions', 'schema:attendee', 'schema:participant'],
  ['more than certain', /khabar:confidence \S+/, 'khabar:confidence 7.5E0'],
  ['no confidence', 'khabar:confidence', 'khabar:certainty'],
  ['a place without a name', /schema:name [^;]+;\n {2}schema:identifier/, 'schema:identifier'],
  ['an item of Wikidata that is none', 'wikidata.org/entity/Q', 'wikidata.org/entity/X'],
])('the shapes find %s', async (_name, from, to) => {
  const shapes = new Store(new Parser().parse(readFileSync(join(ROOT, 'data/shapes.ttl'), 'utf8')))
  const right = write(exporters.turtle, fixtureGraph())
  const wrong = right.replace(from, to)
  expect(wrong).not.toBe(right)
  const data = new Store(new Parser().parse(wrong))
  expect((await new SHACLValidator(shapes as never).validate(data as never)).conforms).toBe(false)
})

test('what n3 writes again is the same', async () => {
  const turtle = write(exporters.turtle, hardGraph())
  const writer = new Writer({ format: 'N-Quads' })
  writer.addQuads(new Parser().parse(turtle))
  const again = await new Promise<string>((resolve, reject) =>
    writer.end((error, text) => (error ? reject(error) : resolve(text as string))),
  )
  expect(byN3(again, 'N-Quads')).toEqual(byN3(turtle, 'Turtle'))
})

test('offsets count code points, as Web Annotation does', () => {
  const store = new oxigraph.Store()
  store.load(write(exporters.nquads, hardGraph()), { format: 'application/n-quads' })
  const rows = store.query(`PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX k: <urn:khabar:term:>
    SELECT ?part ?start ?end ?exact {
      ?target k:part ?part ; oa:hasSource <urn:khabar:article:رقم%201%2Fأ%3F%23%25> ; oa:hasSelector ?quote, ?position .
      ?quote oa:exact ?exact . ?position oa:start ?start ; oa:end ?end }`) as Map<string, oxigraph.Term>[]
  expect(rows.length).toBeGreaterThan(8)
  const texts: Record<string, string[]> = { title: [...HARD_TITLE], text: [...HARD_TEXT] }
  let shifted = 0
  for (const row of rows) {
    const [part = '', start, end, exact] = ['part', 'start', 'end', 'exact'].map(name => row.get(name)?.value)
    expect(texts[part]?.slice(Number(start), Number(end)).join('')).toBe(exact)
    if (HARD_TEXT.slice(Number(start), Number(end)) !== exact) shifted++
  }
  expect(shifted).toBeGreaterThan(5) // UTF-16 offsets would have been others
})

test('JSON-LD and Turtle carry schema.org without SEM, and SEM only where asked', () => {
  const graph = fixtureGraph()
  expect(write(exporters.jsonld, graph)).not.toContain('"sem:Event"')
  expect(write(exporters.turtle, graph)).toContain('a schema:Event, sem:Event')
  expect(write(exporters.turtle, graph, false)).not.toContain('sem:Event')
  expect(write(exporters.turtle, graph)).not.toContain('oa:Annotation')
})

test('Wikidata ids are those of the tables, and no others', () => {
  const graph = fixtureGraph()
  const given = new Set(graph.entities.flatMap(e => e.ids.wikidata ?? []))
  expect(given.size).toBeGreaterThan(5)
  const written = [...write(exporters.nquads, graph).matchAll(/wikidata\.org\/entity\/(Q\d+)/g)].map(([, id = '']) => id)
  expect(new Set(written)).toEqual(given)
})

describe('options', () => {
  test.each([
    ['sem', { sem: 1 }],
    ['part', { part: 'nodes' }],
    ['speed', { speed: 1 }],
  ])('a wrong «%s» is a TypeError that names it', (name, options) => {
    for (const exporter of [exporters.turtle, exporters.nquads, exporters.jsonld]) {
      expect(() => exporter.write(fixtureGraph(), options as never)).toThrow(TypeError)
      expect(() => exporter.write(fixtureGraph(), options as never)).toThrow(name)
    }
  })
})
