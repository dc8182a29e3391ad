import data from 'khabar:data'
import type { Compiled } from '../lexicon/compile.ts'
import { Lexicon } from '../lexicon/lexicon.ts'
import { Words } from '../token/words.ts'

/** What a graph needs of the tables. */
export interface GraphTables {
  /** By ISO 3166-1 code: countries that articles mean but do not name need a name too. */
  readonly countries: ReadonlyMap<string, CountryFacts>
  /** First words of bodies that every state or town has: «وزارة», «شرطة», «مجلس». */
  readonly bodies: readonly string[]
}

export interface CountryFacts {
  readonly name: string
  readonly wikidata: string
  readonly latitude: number | null
  readonly longitude: number | null
}

const BODIES = new Set([
  'agency',
  'committee',
  'council',
  'court',
  'federation',
  'government',
  'military',
  'ministry',
  'parliament',
  'police',
])

/** Reads them. */
export function readGraphTables(): GraphTables {
  const lexicon = new Lexicon(new Words(), [data() as unknown as Compiled])
  const countries = new Map<string, CountryFacts>()
  const degrees = (cell: string | undefined): number | null => (cell ? Number(cell) : null)
  for (const { cells } of lexicon.rowsOf(/\/countries\.tsv$/)) {
    const { id = '', name = '', wikidata = '', latitude, longitude } = cells
    countries.set(id, { name, wikidata, latitude: degrees(latitude), longitude: degrees(longitude) })
  }
  const bodies: string[] = []
  for (const { cells } of lexicon.rowsOf(/\/orgs\/heads\.tsv$/)) if (BODIES.has(cells.kind ?? '')) bodies.push(cells.word ?? '')
  return { countries, bodies }
}
