import type { Graph, GraphEntity, GraphEvent } from '../../graph/graph.ts'
import { checkExportOptions, inChunks, type TextExporter } from '../exporter.ts'

/** GeoJSON (RFC 7946): the events whose place is known, each a point. */
export const geojson: TextExporter = {
  name: 'geojson',
  extension: 'geojson',
  mediaType: 'application/geo+json',
  write(graph, options = {}) {
    checkExportOptions(geojson, options)
    return inChunks(lines(graph))
  },
}

function* lines({ events, entities }: Graph): Generator<string> {
  const byIri = new Map(entities.map(e => [e.iri, e]))
  yield '{"type":"FeatureCollection","features":['
  let separator = '\n'
  for (const event of events) {
    const feature = featureOf(event, byIri)
    if (!feature) continue
    yield separator + JSON.stringify(feature)
    separator = ',\n'
  }
  yield '\n]}\n'
}

function featureOf(event: GraphEvent, entities: ReadonlyMap<string, GraphEntity>): object | null {
  for (const { entity, kind } of event.places) {
    const place = entities.get(entity)
    if (!place || place.latitude === null || place.longitude === null) continue
    const { iri, type, status, title, date, counts, articles } = event
    return {
      type: 'Feature',
      id: iri,
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: {
        type,
        status,
        title,
        start: date?.start ?? null,
        end: date?.end ?? null,
        place: place.name,
        // how exact the point is: of a country it is the middle
        placeKind: kind,
        country: place.country,
        participants: event.participants.map(p => ({ name: entities.get(p.entity)?.name ?? p.entity, role: p.role })),
        counts: counts.map(({ value, comparator, unit }) => ({ value, comparator, unit })),
        articles,
      },
    }
  }
  return null
}
