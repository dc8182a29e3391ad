import { type GeoProjection, geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/land-110m.json' with { type: 'json' }
import type { Entity } from '../../index.ts'
import { claimButton, nothing, tableOf } from '../claim.ts'
import { el, svg } from '../dom.ts'
import { namingOf, type View } from '../view.ts'

interface Spot {
  readonly entity: Entity
  readonly number: number
  readonly at: readonly [longitude: number, latitude: number]
}

const WIDTH = 640
const HEIGHT = 380
const MARGIN = 48
/** Degrees that the map shows at least: land is drawn coarsely, and a place alone tells nothing. */
const LEAST = 28
const LETTER = 8

const topology = atlas as unknown as Topology<{ land: GeometryCollection }>
const land = feature(topology, topology.objects.land)
const graticule = geoGraticule10()

/** The places of the text that lie somewhere: on a map, and in a table with the same numbers. */
export function mapPanel(view: View): Node[] {
  const located = view.reading.entities.filter(e => e.latitude !== undefined && e.longitude !== undefined && e.mentions.length > 0)
  if (located.length === 0) return [nothing(view)]
  const spots = located.map((entity, i) => ({
    entity,
    number: i + 1,
    at: [entity.longitude as number, entity.latitude as number] as const,
  }))
  return [draw(spots, view), table(spots, view)]
}

function draw(spots: readonly Spot[], view: View): SVGElement {
  const projection = fitTo(spots)
  const path = geoPath(projection)
  const taken: Box[] = []
  const marks = spots.map(spot => markOf(spot, projection, taken, view))
  const name = `${view.words('page.map')}: ${spots.map(s => `${s.number} ${s.entity.name}`).join(', ')}`
  return svg(
    'svg',
    { class: 'map', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': name },
    svg('rect', { class: 'sea', width: WIDTH, height: HEIGHT }),
    svg('path', { class: 'graticule', d: path(graticule) }),
    svg('path', { class: 'land', d: path(land) }),
    ...marks,
  )
}

function fitTo(spots: readonly Spot[]): GeoProjection {
  const span = (k: 0 | 1, edge: number): [number, number] => {
    const all = spots.map(s => s.at[k])
    const [low, high] = [Math.min(...all), Math.max(...all)]
    const more = Math.max(0, LEAST - (high - low)) / 2
    return [Math.max(-edge, low - more), Math.min(edge, high + more)]
  }
  const [west, east] = span(0, 179)
  const [south, north] = span(1, 84)
  const corners = [west, (west + east) / 2, east].flatMap(x => [south, north].map(y => [x, y]))
  return geoEqualEarth()
    .rotate([-(west + east) / 2, 0])
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [WIDTH - MARGIN, HEIGHT - MARGIN],
      ],
      { type: 'MultiPoint', coordinates: corners },
    )
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ])
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

function markOf({ entity, number, at }: Spot, projection: GeoProjection, taken: Box[], view: View): SVGElement {
  const [x, y] = projection([at[0], at[1]]) ?? [0, 0]
  const half = (entity.name.length * LETTER) / 2
  const box: Box = [x - half, y + 12, x + half, y + 30]
  const free = !taken.some(b => b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3])
  if (free) taken.push(box)
  const evidence = namingOf(entity.id, view)
  const claim = evidence && { label: view.words('kind.place'), value: entity.name, evidence }
  return svg(
    'g',
    { class: 'spot', transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`, click: claim ? () => view.explain(claim) : null },
    svg('circle', { r: 9 }),
    svg('text', { class: 'number', y: 4 }, String(number)),
    free && svg('text', { y: 25 }, entity.name),
    svg('title', {}, entity.name),
  )
}

function table(spots: readonly Spot[], view: View): HTMLElement {
  const { words } = view
  const kindOf = (entity: Entity): string => view.reading.events.flatMap(e => e.places).find(p => p.entity === entity.id)?.kind ?? ''
  const rows = spots.map(({ entity, number }) => {
    const evidence = namingOf(entity.id, view)
    const kind = kindOf(entity) || (entity.id.startsWith('country:') ? 'country' : '')
    const label = words(kind ? `kind.${kind}` : 'kind.place')
    return [
      String(number),
      evidence ? claimButton({ label, value: entity.name, evidence }, view) : entity.name,
      label,
      entity.country ?? '',
      el('bdi', { dir: 'ltr' }, `${entity.latitude?.toFixed(2)}, ${entity.longitude?.toFixed(2)}`),
    ]
  })
  return tableOf(
    words('page.map'),
    ['#', words('page.col-place'), words('page.col-kind'), words('page.col-country'), words('page.col-at')],
    rows,
  )
}
