/** Tables, property graph, map and lines, read back by others' programs. */
import { parse } from 'csv-parse/sync'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../../src/event/event.ts'
import { readCodes } from '../../src/export/codes.ts'
import { exporters, type TextExporter } from '../../src/export/index.ts'
import { COLUMNS, pairsOf, rows } from '../../src/export/rows.ts'
import type { Graph, GraphEvent } from '../../src/graph/index.ts'
import { fixtureGraph, hardGraph } from '../support/graphs.ts'

const GRAPHS: readonly (readonly [string, () => Graph])[] = [
  ['the articles', () => fixtureGraph()],
  ['hard strings', () => hardGraph()],
]
const write = (exporter: TextExporter, graph: Graph, part?: string): string => [...exporter.write(graph, part ? { part } : {})].join('')
const readCsv = (text: string): Record<string, string>[] => parse(text, { columns: true }) as Record<string, string>[]

describe.each(GRAPHS)('%s', (_name, make) => {
  const graph = make()

  test('CSV has the rows of the events', () => {
    const text = write(exporters.csv, graph)
    const expected = [...rows(graph)].map(row => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v === null ? '' : String(v)])))
    expect(readCsv(text)).toEqual(expected)
    expect(text.split('\r\n')[0]).toBe(Object.keys(COLUMNS).join(','))
    expect(new Set(expected.map(row => row.GlobalEventID))).toEqual(new Set(graph.events.map(e => e.iri)))
  })

  test('Parquet has the rows of the CSV, typed', async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of exporters.parquet.write(graph)) chunks.push(chunk)
    const file = Buffer.concat(chunks)
    const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer
    expect(Number(parquetMetadata(buffer).num_rows)).toBe([...rows(graph)].length)
    const read = await parquetReadObjects({ file: buffer })
    expect(read.map(row => Object.fromEntries(Object.keys(COLUMNS).map(k => [k, row[k] ?? null])))).toEqual(
      [...rows(graph)].map(row => ({ ...row })),
    )
  })

  test('Neo4j: every node once, every end of a relationship a node', () => {
    const nodes = readCsv(write(exporters.neo4j, graph, 'nodes'))
    const relationships = readCsv(write(exporters.neo4j, graph, 'relationships'))
    const ids = nodes.map(n => n['iri:ID'] ?? '')
    expect(ids.sort()).toEqual([...graph.articles, ...graph.entities, ...graph.events].map(thing => thing.iri).sort())
    expect(new Set(ids).size).toBe(ids.length)
    for (const node of nodes) expect(node[':LABEL']).toMatch(/^[A-Z][a-z]+(?:;[A-Z][a-z]+)*$/)
    const known = new Set(ids)
    for (const { ':START_ID': from = '', ':END_ID': to = '', ':TYPE': type } of relationships) {
      expect([known.has(from), known.has(to)], `${from} ${type} ${to}`).toEqual([true, true])
      expect(type).toMatch(/^[A-Z_]+$/)
    }
    const parts = graph.events.flatMap(e => e.participants.map(p => `${p.entity} ${p.role} ${e.iri}`))
    expect(relationships.filter(r => r[':TYPE'] === 'TAKES_PART').map(r => `${r[':START_ID']} ${r.role} ${r[':END_ID']}`)).toEqual(parts)
    // no field of several lines: each line is a row
    expect(write(exporters.neo4j, graph, 'nodes').trimEnd().split('\r\n').length).toBe(nodes.length + 1)
  })

  test('GeoJSON is valid: a point for each event whose place is known', () => {
    const collection = JSON.parse(write(exporters.geojson, graph)) as {
      type: string
      features: { type: string; id: string; geometry: { type: string; coordinates: number[] }; properties: { place: string } }[]
    }
    expect(Object.keys(collection)).toEqual(['type', 'features'])
    expect(collection.type).toBe('FeatureCollection')
    const located = new Set(graph.entities.filter(e => e.latitude !== null).map(e => e.iri))
    expect(collection.features.map(f => f.id)).toEqual(graph.events.filter(e => e.places.some(p => located.has(p.entity))).map(e => e.iri))
    expect(collection.features.length).toBeGreaterThan(0)
    for (const { type, geometry, properties } of collection.features) {
      expect([type, geometry.type, geometry.coordinates.length]).toEqual(['Feature', 'Point', 2])
      const [longitude = Number.NaN, latitude = Number.NaN] = geometry.coordinates
      expect(Math.abs(longitude)).toBeLessThanOrEqual(180)
      expect(Math.abs(latitude)).toBeLessThanOrEqual(90)
      expect(properties.place).not.toBe('')
    }
  })

  test('JSON Lines are the graph', () => {
    const lines = write(exporters.jsonl, graph)
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { record: string })
    const of = (record: string) => lines.filter(l => l.record === record).map(({ record: _, ...rest }) => rest)
    expect([of('article'), of('entity'), of('event'), of('mention')]).toEqual([
      graph.articles,
      graph.entities,
      graph.events,
      graph.mentions,
    ])
  })
})

test('a place of Morocco lies west of Greenwich: longitude stands first', () => {
  const { features } = JSON.parse(write(exporters.geojson, hardGraph())) as {
    features: { geometry: { coordinates: number[] }; properties: { place: string } }[]
  }
  expect(features.find(f => f.properties.place === 'الرباط')?.geometry.coordinates).toEqual([-6.8325, 34.0133])
})

describe('pairs of actors', () => {
  const actor = (entity: string, role: GraphEvent['participants'][number]['role']) => ({ entity, role })
  const pairs = (...actors: ReturnType<typeof actor>[]) => pairsOf(actors).map(([one, two]) => `${one?.entity ?? ''}-${two?.entity ?? ''}`)

  test('who does it, to whom it is done', () => {
    expect(pairs(actor('a', 'agent'), actor('b', 'agent'), actor('c', 'patient'))).toEqual(['a-c', 'b-c'])
  })

  test('a meeting of three is three pairs', () => {
    expect(pairs(actor('a', 'chair'), actor('b', 'participant'), actor('c', 'participant'))).toEqual(['a-b', 'a-c', 'b-c'])
  })

  test('who is alone', () => {
    expect(pairs(actor('a', 'agent'))).toEqual(['a-'])
    expect(pairs(actor('a', 'patient'))).toEqual(['-a'])
    expect(pairs()).toEqual(['-'])
  })
})

describe('codes', () => {
  const codesOf = readCodes()

  test('CAMEO codes are strings with their zero', () => {
    const codes = EVENT_TYPES.flatMap(type => codesOf(type).cameo)
    expect(codes.length).toBeGreaterThan(12)
    for (const code of codes) expect(code).toMatch(/^(?:0[1-9]|1\d|20)$/)
    const meeting = [...rows(fixtureGraph())].find(row => row.Type === 'meeting')
    expect(meeting).toMatchObject({ EventCode: '040', EventRootCode: '04', QuadClass: 1, Plover: 'CONSULT', Ace: 'Contact.Meet' })
    expect(write(exporters.csv, fixtureGraph())).toContain(',040,04,')
  })

  test('PLOVER types and ACE types are theirs', () => {
    const plover =
      /^(?:AGREE|CONSULT|SUPPORT|COOPERATE|AID|RETREAT|CONCEDE|REQUEST|ACCUSE|REJECT|THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT)$/
    for (const type of EVENT_TYPES) {
      for (const code of codesOf(type).plover) expect(code, type).toMatch(plover)
      expect(codesOf(type).ace, type).toMatch(/^(?:[A-Z][a-z]+\.[A-Z][A-Za-z-]+)?$/)
    }
  })
})

test('Neo4j is two files: which one must be said', () => {
  expect(() => exporters.neo4j.write(fixtureGraph())).toThrow(/part.*nodes, relationships/)
})
