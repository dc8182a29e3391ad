/**
 * Rewrites what the tables of `places/` take from open data: Wikidata ids, coordinates, populations.
 * Names, aliases, countries and regions are the linguist's and stay as they are.
 *
 *   node data/import/places.mjs              rewrite; a second run changes nothing
 *   node data/import/places.mjs --missing    print what the sources have and the tables do not
 *   --cache <folder>                         keep the fetched packages there
 */

import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { cleanName, spellingKey } from './arabic.mjs'
import { openSources } from './packages.mjs'
import { names, readTable, writeTable } from './table.mjs'

const { values: options } = parseArgs({ options: { missing: { type: 'boolean' }, cache: { type: 'string' } } })

const sources = openSources(options.cache)
try {
  const { iso31662 } = await import(pathToFileURL(sources.path('iso2')).href)
  const subdivisions = new Set(iso31662.map((/** @type {{code: string}} */ entry) => entry.code))

  const countries = readTable('places/countries.tsv')
  const cities = readTable('places/cities.tsv')
  const regions = [readTable('places/regions.tsv'), readTable('places/regions-own.tsv')]

  const borders = readBorders(sources.json('borders'))
  const geonames = readGeonames(sources.text('cities15000'), sources.text('cities1000'))
  const admin1 = readAdmin1(sources.json('admin1'), subdivisions)

  for (const row of countries.rows) {
    const found = borders.get(row['id'] ?? '')
    if (found?.wikidata) row['wikidata'] = found.wikidata
    if (found?.centre) [row['latitude'], row['longitude']] = [decimal(found.centre.y, 2), decimal(found.centre.x, 2)]
  }

  for (const row of cities.rows) {
    const found = geonames.get((row['id'] ?? '').replace('gn:', ''))
    if (!found) throw new Error(`cities.tsv: ${row['id']} is not in GeoNames`)
    row['latitude'] = decimal(found.latitude, 4)
    row['longitude'] = decimal(found.longitude, 4)
    row['population'] = found.population > 0 ? String(found.population) : ''
  }

  for (const table of regions) {
    for (const row of table.rows) {
      const id = row['id'] ?? ''
      if (id.startsWith('kh:')) continue
      if (!subdivisions.has(id)) throw new Error(`${table.url.pathname}: ${id} is not in ISO 3166-2`)
      const found = admin1.get(id)
      row['wikidata'] = found?.wikidata ?? ''
      row['latitude'] = found ? decimal(found.latitude, 4) : ''
      row['longitude'] = found ? decimal(found.longitude, 4) : ''
    }
  }

  if (options.missing) {
    const dropped = new Set(readFileSync(new URL('dropped.txt', import.meta.url), 'utf8').split('\n'))
    reportMissing(dropped)
  } else {
    for (const table of [countries, cities, ...regions]) {
      if (writeTable(table)) console.log(`rewritten: ${table.url.pathname}`)
    }
  }

  /** @param {Set<string>} dropped */
  function reportMissing(dropped) {
    const have = new Set(cities.rows.map(row => (row['id'] ?? '').replace('gn:', '')))
    for (const [id, place] of geonames) {
      if (place.names.length === 0 || have.has(id) || dropped.has(`gn:${id}`)) continue
      console.log([`gn:${id}`, place.names.join('|'), place.country, String(place.population)].join('\t'))
    }

    const codes = new Set(regions.flatMap(table => table.rows.map(row => row['id'])))
    for (const [, type = '', name = ''] of sources.text('subdivisions').matchAll(/<subdivision type="(\w+)"[^>]*>([^<]+)</g)) {
      const code = `${type.slice(0, 2)}-${type.slice(2)}`.toUpperCase()
      if (!subdivisions.has(code) || codes.has(code) || dropped.has(code)) continue
      console.log([code, name].join('\t'))
    }

    const territories = sources.json('territories').main.ar.localeDisplayNames.territories
    const translations = sources.json('countries').countries
    for (const row of countries.rows) {
      const id = row['id'] ?? ''
      const known = new Set(names(row).map(spellingKey))
      const given = [territories[id], territories[`${id}-alt-short`], translations[id]].flat().filter(Boolean)
      for (const name of new Set(given)) if (!known.has(spellingKey(name))) console.log([id, name].join('\t'))
    }
  }
} finally {
  sources.close()
}

/**
 * @param {number} value
 * @param {number} digits
 */
function decimal(value, digits) {
  const unit = 10 ** digits
  return String(Math.round(value * unit) / unit)
}

/**
 * GeoNames: tab separated; 0 id, 3 alternate names, 4 latitude, 5 longitude, 8 country, 14 population.
 * Of a place in both files the first counts.
 *
 * @param {...string} files
 */
function readGeonames(...files) {
  /** @type {Map<string, {names: string[], latitude: number, longitude: number, country: string, population: number}>} */
  const places = new Map()
  for (const line of files.flatMap(file => file.split('\n'))) {
    const cells = line.split('\t')
    const id = cells[0] ?? ''
    if (cells.length < 15 || places.has(id)) continue
    const arabic = (cells[3] ?? '').split(',').flatMap(name => cleanName(name) ?? [])
    places.set(id, {
      names: [...new Set(arabic)],
      latitude: Number(cells[4]),
      longitude: Number(cells[5]),
      country: cells[8] ?? '',
      population: Number(cells[14]),
    })
  }
  return places
}

/**
 * Natural Earth still has the old codes of Morocco and of Iran.
 *
 * @param {any} collection
 * @param {Set<string>} subdivisions
 */
function readAdmin1(collection, subdivisions) {
  /** @type {Map<string, {wikidata: string, latitude: number, longitude: number}>} */
  const places = new Map()
  for (const { properties } of collection.features) {
    const code = properties.iso_3166_2
    if (!subdivisions.has(code) || places.has(code) || properties.iso_a2 === 'MA' || properties.iso_a2 === 'IR') continue
    places.set(code, {
      wikidata: properties.wikidataid ?? '',
      latitude: properties.latitude,
      longitude: properties.longitude,
    })
  }
  return places
}

/**
 * The Wikidata id of a country, and the centre of its largest part.
 *
 * @param {any} collection
 */
function readBorders(collection) {
  /** @type {Map<string, {wikidata?: string, centre?: {area: number, x: number, y: number}}>} */
  const places = new Map()
  for (const { properties, geometry } of collection.features) {
    // metropolitan France is a part of its own there, without it the centre of France lies in the Indian Ocean
    const code = properties.iso1A2 === 'FX' ? 'FR' : (properties.iso1A2 ?? properties.country)
    if (!code) continue
    const place = places.get(code) ?? {}
    places.set(code, place)
    if (properties.iso1A2 === code) place.wikidata = properties.wikidata
    for (const polygon of geometry?.coordinates ?? []) {
      const centre = centroid(polygon[0])
      if (!place.centre || place.centre.area < centre.area) place.centre = centre
    }
  }
  return places
}

/** @param {[number, number][]} ring */
function centroid(ring) {
  let [doubled, x, y] = [0, 0, 0]
  for (let index = 0; index < ring.length - 1; index++) {
    const [x1, y1] = ring[index] ?? [0, 0]
    const [x2, y2] = ring[index + 1] ?? [0, 0]
    const cross = x1 * y2 - x2 * y1
    doubled += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  return { area: Math.abs(doubled / 2), x: x / (3 * doubled), y: y / (3 * doubled) }
}
