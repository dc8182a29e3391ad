/** Whatever stands in names, titles and ids: what is written is what is read. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { Parser } from 'n3'
import * as oxigraph from 'oxigraph'
import { expect, test } from 'vitest'
import { exporters } from '../../src/export/index.ts'
import { type Graph, graph, type Told } from '../../src/graph/index.ts'
import { tell } from '../support/graphs.ts'

const told = tell('a', 'قتل ثلاثة أشخاص في انفجار وسط بغداد أمس، وزار وزير الخارجية المغربي ناصر بوريطة مدريد.', {
  publishedAt: '2023-02-01',
})
/** Strings of all sorts: controls, quotes, emoji, halves of pairs. */
const anything = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\\', '\n', '\r', '\t', ';', ',', ' ', '<', '>', '%', '\ud800', 'ع'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
})

const graphWith = (id: string, title: string, name: string): Graph => {
  const entities: Told['entities'] = told.entities.map(e => ({
    ...e,
    name: name || 'x',
    id: e.kind === 'person' ? `person:${id}-${id}` : e.id,
  }))
  return graph([{ ...told, id, title, entities }])
}

test('RDF and tables read back as they were', () => {
  fc.assert(
    fc.property(anything, anything, anything, (id, title, name) => {
      const whole = graphWith(id, title, name)
      const nquads = [...exporters.nquads.write(whole)].join('')
      const quads = oxigraph.parse(nquads, { format: 'application/n-quads' })
      expect(new Parser({ format: 'N-Quads' }).parse(nquads).length).toBe(quads.length)
      const turtle = [...exporters.turtle.write(whole)].join('')
      expect(oxigraph.parse(turtle, { format: 'text/turtle' }).length).toBe(quads.length)
      const values = (predicate: string) =>
        quads.filter(q => q.predicate.value === `http://schema.org/${predicate}`).map(q => q.object.value)
      expect(values('headline')).toEqual(whole.articles.flatMap(a => a.title ?? []))
      for (const entity of whole.entities) expect(values('name')).toContain(entity.name)
      const rows = parse([...exporters.csv.write(whole)].join(''), { columns: true }) as Record<string, string>[]
      expect(new Set(rows.map(row => row.GlobalEventID))).toEqual(new Set(whole.events.map(e => e.iri)))
    }),
    { numRuns: 60 },
  )
})

test('different ids give different IRIs', () => {
  fc.assert(
    fc.property(anything, anything, (one, two) => {
      fc.pre(one.replace(/\p{Cs}/gu, '\ufffd') !== two.replace(/\p{Cs}/gu, '\ufffd'))
      const { articles } = graph([
        { id: one, events: [], entities: [] },
        { id: two, events: [], entities: [] },
      ])
      expect(articles[0]?.iri).not.toBe(articles[1]?.iri)
    }),
  )
})
