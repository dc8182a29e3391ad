import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'
import { claimButton, nothing, tableOf } from '../claim.ts'
import { svg } from '../dom.ts'
import { type Claim, namingOf, type View } from '../view.ts'

interface Actor extends SimulationNodeDatum {
  readonly id: string
  readonly name: string
  /** person, organization, country, group, event */
  readonly kind: string
  readonly claim: Claim | null
}

interface Tie extends SimulationLinkDatum<Actor> {
  readonly source: string | Actor
  readonly target: string | Actor
  /** A role, or `post`. */
  readonly as: string
  readonly claim: Claim
}

const WIDTH = 640
const HEIGHT = 460
const MARGIN = 60
const TICKS = 220
/** Of a text with very many, the first are drawn; the table has all. */
const MOST = 48
/** With more ties than this, what they mean stands in the table only. */
const MOST_LABELS = 14

/** Where the nodes of the last drawing lie: while the same are there, they stay. */
let places = new Map<string, readonly [x: number, y: number]>()

/** Who takes part in what, and who holds a post where: as a drawing, and as a table with the same claims. */
export function actorsPanel(view: View): Node[] {
  const { actors, ties } = gather(view)
  if (actors.length === 0) return [nothing(view)]
  arrange(actors, ties)
  return [
    draw(actors, ties, view),
    tableOf(
      view.words('page.actors'),
      heads(view),
      ties.map(tie => tableRow(tie, view)),
    ),
  ]
}

function gather(view: View): { actors: Actor[]; ties: Tie[] } {
  const { words, reading } = view
  const actors = new Map<string, Actor>()
  const ties: Tie[] = []
  const add = (actor: Actor): boolean => {
    if (actors.has(actor.id)) return true
    if (actors.size >= MOST) return false
    actors.set(actor.id, actor)
    return true
  }
  for (const event of reading.events) {
    if (event.participants.length === 0) continue
    const [trigger] = event.triggers
    const type = words(`type.${event.type}`)
    const claim = trigger ? { label: words('part.trigger'), value: type, evidence: trigger } : null
    if (!add({ id: event.id, name: type, kind: 'event', claim })) continue
    for (const p of event.participants) {
      const told = { label: words(`role.${p.role}`), value: p.name, evidence: p.evidence }
      if (add({ id: p.entity, name: p.name, kind: p.kind, claim: told }))
        ties.push({ source: p.entity, target: event.id, as: p.role, claim: told })
    }
  }
  for (const { id, posts } of reading.entities)
    for (const { affiliation, affiliationId, title, evidence } of posts ?? []) {
      if (!actors.has(id) || !affiliationId || !affiliation) continue
      const naming = namingOf(affiliationId, view) ?? evidence
      const kind = affiliationId.startsWith('country:') ? 'country' : 'organization'
      const where = { label: words('part.affiliation'), value: affiliation, evidence: naming }
      if (add({ id: affiliationId, name: affiliation, kind, claim: where }))
        ties.push({ source: id, target: affiliationId, as: 'post', claim: { label: words('part.post'), value: title, evidence } })
    }
  return { actors: [...actors.values()], ties }
}

/** Gives every node its place: the same nodes and ties, the same places. */
function arrange(actors: readonly Actor[], ties: readonly Tie[]): void {
  const known = actors.every(a => places.has(a.id)) && places.size === actors.length
  const simulation = forceSimulation(actors as Actor[])
    .force(
      'tie',
      forceLink<Actor, Tie>(ties as Tie[])
        .id(a => a.id)
        .distance(110),
    )
    .force('charge', forceManyBody().strength(-620))
    .force('collide', forceCollide(52))
    .force('x', forceX(WIDTH / 2).strength(0.05))
    .force('y', forceY(HEIGHT / 2).strength(0.11))
    .stop()
  if (known) {
    for (const actor of actors) [actor.x, actor.y] = places.get(actor.id) as [number, number]
    return
  }
  simulation.tick(TICKS)
  spread(actors)
  places = new Map(actors.map(a => [a.id, [a.x as number, a.y as number]]))
}

/** Draws the places together, or apart, until they fill the sheet. */
function spread(actors: readonly Actor[]): void {
  for (const [axis, size] of [
    ['x', WIDTH],
    ['y', HEIGHT],
  ] as const) {
    const all = actors.map(a => a[axis] as number)
    const [low, high] = [Math.min(...all), Math.max(...all)]
    const scale = Math.min(1.4, (size - 2 * MARGIN) / Math.max(1, high - low))
    for (const actor of actors) actor[axis] = size / 2 + ((actor[axis] as number) - (low + high) / 2) * scale
  }
}

function draw(actors: readonly Actor[], ties: readonly Tie[], view: View): SVGElement {
  const { words } = view
  const lines = ties.map(({ source, target, as }) => {
    const [from, to] = [source as Actor, target as Actor]
    const line = svg('line', { class: `tie ${as}`, x1: from.x, y1: from.y, x2: to.x, y2: to.y })
    if (ties.length > MOST_LABELS) return line
    const label = words(as === 'post' ? 'part.post' : `role.${as}`)
    const text = svg('text', { class: 'tied', x: ((from.x ?? 0) + (to.x ?? 0)) / 2, y: ((from.y ?? 0) + (to.y ?? 0)) / 2 }, label)
    return svg('g', {}, line, text)
  })
  const nodes = actors.map(actor => {
    const { claim } = actor
    return svg(
      'g',
      { class: `node ${actor.kind}`, transform: `translate(${actor.x},${actor.y})`, click: claim ? () => view.explain(claim) : null },
      shapeOf(actor.kind),
      svg('text', { y: 26 }, shorten(actor.name)),
      svg('title', {}, `${actor.name} – ${words(`kind.${actor.kind}`)}`),
    )
  })
  const name = `${words('page.actors')}: ${actors.map(a => a.name).join(', ')}`
  return svg('svg', { class: 'actors', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': name }, ...lines, ...nodes)
}

/** A form a kind, so that the colour is not the only sign. */
function shapeOf(kind: string): SVGElement {
  switch (kind) {
    case 'person':
      return svg('circle', { r: 11 })
    case 'organization':
      return svg('rect', { x: -10, y: -10, width: 20, height: 20, rx: 2 })
    case 'country':
      return svg('path', { d: 'M0-13 13 0 0 13-13 0Z' })
    case 'group':
      return svg('path', { d: 'M0-13 12 9H-12Z' })
    default:
      return svg('path', { d: 'M0-14 4-4 14 0 4 4 0 14-4 4-14 0-4-4Z' })
  }
}

const LONG = 26
function shorten(name: string): string {
  return name.length > LONG ? `${name.slice(0, LONG).replace(/\s\S*$/, '')} …` : name
}

const heads = ({ words }: View): string[] => [words('page.col-actor'), words('page.col-as'), words('page.col-with')]

function tableRow({ source, target, as, claim }: Tie, view: View): (Node | string)[] {
  const { words } = view
  const shown = as === 'post' ? (source as Actor).name : claim.value
  return [claimButton(claim, view, shown), as === 'post' ? claim.value : words(`role.${as}`), (target as Actor).name]
}
