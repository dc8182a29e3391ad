import type { Candidate, Source } from '../find/finder.ts'
import type { GazetteerContent } from '../find/name/gazetteer.ts'
import type { PlaceContent } from '../find/name/venue.ts'
import { Class } from '../lexicon/classes.ts'
import type { Entry, Row } from '../lexicon/lexicon.ts'
import { createEntity, type EntityBuilder, type PlaceKind } from './entity.ts'
import { idOf, type Registry, wordsOf } from './registry.ts'

/** The countries that a text names, with how often: what decides between places of one name. */
export type Countries = ReadonlyMap<string, number>

/** The entity of a place mention. */
export function resolvePlace(candidate: Candidate, source: Source, registry: Registry, countries: Countries, home: string): EntityBuilder {
  const listed = (candidate.content as GazetteerContent | undefined)?.entries
  if (listed) return placeOf(choose(listed, countries, home), registry)
  const { kind, country } = candidate.content as PlaceContent
  const placeKind: PlaceKind = kind === 'city' || kind === 'region' || kind === 'country' || kind === 'other' ? kind : 'venue'
  const id = idOf('place', wordsOf(candidate, source.tokens, source.lexicon.words))
  return registry.get(id, () => {
    const entity = createEntity(id, 'place', '', placeKind)
    entity.country = country
    return entity
  })
}

/** The entity of a row of the place tables. */
export function placeOf(entry: Entry, registry: Registry): EntityBuilder {
  const { row } = entry
  const { cells } = row
  const id = entry.class === Class.country ? countryId(cells.id ?? '') : `place:${cells.id}`
  return registry.get(id, () => {
    const entity = createEntity(id, 'place', cells.name ?? '', kindOf(entry.class, row))
    entity.country = (entry.class === Class.country ? cells.id : (cells.country ?? cells.countries)) ?? ''
    if (entity.country.includes('|')) entity.country = ''
    if (cells.wikidata) entity.ids.wikidata = cells.wikidata
    if (cells.id?.startsWith('gn:')) entity.ids.geonames = cells.id.slice(3)
    if (/^[A-Z]{2}(-|$)/.test(cells.id ?? '')) entity.ids.iso3166 = cells.id as string
    if (cells.latitude) {
      entity.latitude = Number(cells.latitude)
      entity.longitude = Number(cells.longitude)
    }
    return entity
  })
}

/** The id of a country's entity. */
export const countryId = (iso: string): string => `country:${iso}`

function kindOf(of: Class, row: Row): PlaceKind {
  if (of === Class.country) return 'country'
  if (row.table.includes('/cities')) return 'city'
  if (row.table.includes('/regions')) return 'region'
  if (row.table.includes('/landmarks') || of === Class.metonym) return 'venue'
  return row.cells.kind === 'area' ? 'region' : 'other'
}

/** Of places with one name the likeliest: a country named in the text, the article's own country, a country before a city, the larger one. */
export function choose(entries: readonly Entry[], countries: Countries, home: string): Entry {
  let best = entries[0] as Entry
  let bestScore = -1
  for (const entry of entries) {
    const { cells } = entry.row
    const country = entry.class === Class.country ? (cells.id ?? '') : (cells.country ?? '')
    const score =
      Math.min(countries.get(country) ?? 0, 3) * 4 +
      (home !== '' && country === home ? 6 : 0) +
      (entry.class === Class.country ? 7 : 0) +
      (entry.row.table.includes('/regions') ? 1 : 0) +
      Math.log10(1 + Number(cells.population || 0)) * 0.6 +
      (entry.class === Class.area ? 4 : 0)
    if (score > bestScore) {
      best = entry
      bestScore = score
    }
  }
  return best
}
