/** What counts as the same in the tests of whole articles: names as a reader would take them, pairs one to one, F1. */
import type { Event, Reading } from '../../src/index.ts'
import type { Article, Golden } from './articles.ts'

const MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** The words of a name as they are compared: without marks and article, one alef, one yeh, one teh. */
export function words(name: string): string[] {
  const plain = name
    .normalize('NFKC')
    .replace(MARKS, '')
    .replace(/[#_"'«»“”()،,.\-–]/gu, ' ')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/ؤ/gu, 'و')
    .replace(/ئ/gu, 'ي')
  return plain
    .toLowerCase()
    .split(/\s+/u)
    .map(w => (w.length > 3 ? w.replace(/^ال/u, '') : w))
    .filter(w => w !== '')
}

/** Whether two names are of one thing: equal, one within the other, or half of their words shared. */
export function sameName(a: string, b: string, kind = ''): boolean {
  const [short, long] = [words(a), words(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  if (short.length === 0) return false
  if (short.join('') === long.join('')) return true
  const shared = short.filter(w => long.includes(w)).length
  if (kind === 'person') return shared === short.length && short.join('').length >= 3
  if (shared === short.length && short.join('').length >= 4 && long.length <= short.length + 2) return true
  return shared / new Set([...short, ...long]).size >= 0.5
}

interface Named {
  names: readonly string[]
  kind?: string
  country?: string | null
}

/** Whether two things are one: countries by code, all others by any of their names. */
export function sameThing(gold: Named, told: Named): boolean {
  if (gold.kind === 'country' && told.kind === 'country' && gold.country && told.country) return gold.country === told.country
  return gold.names.some(g => told.names.some(t => sameName(g, t, gold.kind)))
}

/** Pairs one to one, in order. */
export function pair<G, T>(gold: readonly G[], told: readonly T[], same: (g: G, t: T) => boolean): [G, T][] {
  const free = new Set(told)
  const pairs: [G, T][] = []
  for (const g of gold) {
    for (const t of free) {
      if (!same(g, t)) continue
      pairs.push([g, t])
      free.delete(t)
      break
    }
  }
  return pairs
}

/** How many were found of how many. */
export class Tally {
  hit = 0
  gold = 0
  told = 0
  add(hit: number, gold: number, told: number): void {
    this.hit += hit
    this.gold += gold
    this.told += told
  }
  get f1(): number {
    return this.gold + this.told > 0 ? (2 * this.hit) / (this.gold + this.told) : 1
  }
}

export const SLOTS = ['type', 'status', 'date', 'places', 'participants', 'roles', 'counts', 'posts', 'affiliations'] as const
export type Slot = (typeof SLOTS)[number]

/** One slot of one article: what was found, and what is wrong with it in words. */
export interface Compared {
  slot: Slot
  hit: number
  gold: number
  told: number
  wrong: string[]
}

/** Compares what was read of an article with its golden table, slot by slot. */
export function compare(article: Article, reading: Reading): Compared[] {
  const { golden } = article
  const main = reading.events[0]
  return [
    single('type', golden.types, main?.type),
    single('status', [golden.status], main?.status),
    single('date', golden.date === '' ? [] : [golden.date], main?.date ? dateText(main) : undefined),
    listed(
      'places',
      golden.places,
      (main?.places ?? []).map(p => ({ ...p, names: [p.name] })),
    ),
    ...participants(golden, main),
    counts(golden, main),
    ...posts(golden, reading),
  ]
}

const dateText = ({ date }: Event): string => (date ? `${date.start}${date.end && date.end !== date.start ? `..${date.end}` : ''}` : '')

function single(slot: Slot, gold: readonly string[], told: string | undefined): Compared {
  const right = told !== undefined && gold.includes(told)
  const same = right || (gold.length === 0 && told === undefined)
  return {
    slot,
    hit: right ? 1 : 0,
    gold: gold.length > 0 ? 1 : 0,
    told: told === undefined ? 0 : 1,
    wrong: same ? [] : [`${gold[0] ?? 'none'} read as ${told ?? 'none'}`],
  }
}

function listed(slot: Slot, gold: readonly Named[], told: readonly Named[]): Compared {
  const pairs = pair(gold, told, sameThing)
  return { slot, hit: pairs.length, gold: gold.length, told: told.length, wrong: differences(gold, told, pairs, t => t.names[0] ?? '') }
}

function participants(golden: Golden, main: Event | undefined): Compared[] {
  const told = (main?.participants ?? []).map(p => ({ ...p, names: [p.name, ...p.aliases] }))
  const pairs = pair(golden.actors, told, sameThing)
  const rightRole = pairs.filter(([g, t]) => g.role === t.role)
  const wrongRole = pairs.filter(([g, t]) => g.role !== t.role).map(([g, t]) => `${g.names[0]}: ${g.role} read as ${t.role}`)
  const sizes = { gold: golden.actors.length, told: told.length }
  return [
    {
      slot: 'participants',
      hit: pairs.length,
      ...sizes,
      wrong: differences(golden.actors, told, pairs, t => `${t.names[0]}${'role' in t ? ` (${t.role})` : ''}`),
    },
    { slot: 'roles', hit: rightRole.length, ...sizes, wrong: wrongRole },
  ]
}

function counts(golden: Golden, main: Event | undefined): Compared {
  const told = main?.counts ?? []
  const pairs = pair(golden.counts, told, (g, t) => g.value === t.value && g.unit === t.unit && g.comparator === t.comparator)
  return {
    slot: 'counts',
    hit: pairs.length,
    gold: golden.counts.length,
    told: told.length,
    wrong: differences(golden.counts, told, pairs, c => `${c.comparator}${c.value} ${c.unit}`),
  }
}

function posts(golden: Golden, reading: Reading): Compared[] {
  const nameOf = (id: string): string => reading.entities.find(e => e.id === id)?.name ?? id
  const persons = reading.entities.filter(e => e.kind === 'person')
  const told = persons.flatMap(e =>
    (e.posts ?? []).map(p => ({
      names: [e.name, ...e.aliases],
      title: p.title,
      affiliation: p.affiliation === null ? '' : nameOf(p.affiliation),
    })),
  )
  const pairs = pair(
    golden.posts,
    told,
    (g, t) =>
      sameThing({ names: g.names, kind: 'person' }, { names: t.names }) && g.titles.some(title => sameName(title, t.title, 'title')),
  )
  const stated = pairs.filter(([g]) => g.affiliations.length > 0)
  const wrongHome = stated.filter(([g, t]) => !g.affiliations.some(a => sameName(a, t.affiliation)))
  return [
    {
      slot: 'posts',
      hit: pairs.length,
      gold: golden.posts.length,
      told: told.length,
      wrong: differences(golden.posts, told, pairs, p => `${p.names[0]} · ${'titles' in p ? p.titles[0] : p.title}`),
    },
    {
      slot: 'affiliations',
      hit: stated.length - wrongHome.length,
      gold: stated.length,
      told: stated.length,
      wrong: wrongHome.map(([g, t]) => `${g.names[0]} · ${g.titles[0]}: ${g.affiliations[0]} read as ${t.affiliation || 'none'}`),
    },
  ]
}

function differences<G, T>(gold: readonly G[], told: readonly T[], pairs: readonly [G, T][], show: (x: G | T) => string): string[] {
  const missed = gold.filter(g => !pairs.some(([p]) => p === g)).map(g => `missed ${show(g)}`)
  const extra = told.filter(t => !pairs.some(([, p]) => p === t)).map(t => `not there: ${show(t)}`)
  return [...missed, ...extra]
}
