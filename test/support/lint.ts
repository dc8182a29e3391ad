/** What can be wrong with a table, told by `file:line what`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TABLES } from '../../src/lexicon/classes.ts'
import { alternatives, readTable, type Table, type TableRow } from '../../src/lexicon/table.ts'
import { ROOT } from './source.ts'
import { folded } from './text.ts'

export interface DataFile {
  /** From the root of the project. */
  readonly path: string
  readonly content: string
}

/** A name of a row, or a form of it, by its search form. */
export interface Name {
  readonly row: TableRow
  readonly column: string
  readonly text: string
  readonly key: string
  readonly weak: boolean
}

const list = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(path => `${folder}/${path.replaceAll('\\', '/')}`)
const readAll = (paths: readonly string[]): DataFile[] =>
  [...paths].sort().map(path => ({ path, content: readFileSync(join(ROOT, path), 'utf8') }))

/** Every table of the lexicon, every table of the interface, every event file. */
export const tableFiles = (): DataFile[] => readAll(list('data').filter(path => path.endsWith('.tsv') && !path.startsWith('data/labels/')))
export const labelFiles = (): DataFile[] => readAll(list('data/labels'))
export const eventFiles = (): DataFile[] => readAll(list('data/events').filter(path => path.endsWith('.txt')))
export const notices = (): string[] => readdirSync(join(ROOT, 'data/LICENSES'))

export const tablesOf = (files: readonly DataFile[]): Table[] => files.map(({ path, content }) => readTable(path, content))

/** The columns of a table that hold names, as `src/lexicon/classes.ts` tells. */
export function nameColumns(path: string): string[] {
  const spec = TABLES.find(t => t.path.test(path))
  return spec ? [...Object.keys(spec.names), ...Object.keys(spec.inflect ?? {})] : []
}

const known = new WeakMap<Table, Name[]>()

/** All names that stand in a table, one column after the other. */
export function namesOf(table: Table): readonly Name[] {
  let names = known.get(table)
  if (!names) {
    names = readNames(table)
    known.set(table, names)
  }
  return names
}

function readNames(table: Table): Name[] {
  return table.rows.flatMap(row =>
    nameColumns(table.path).flatMap(column =>
      alternatives(row.cells[column] ?? '').map(({ text, weak }) => ({
        row,
        column,
        text,
        key: folded(text),
        weak: weak || row.cells.weak === 'yes',
      })),
    ),
  )
}

/** Lines of a file on which a pattern is found. */
export const linesWith = ({ path, content }: DataFile, pattern: RegExp, what: string): string[] =>
  content.split('\n').flatMap((line, i) => {
    const found = pattern.exec(line)
    return found
      ? [`${path}:${i + 1} ${what}: ${[...found[0]].map(c => `U+${c.codePointAt(0)?.toString(16).padStart(4, '0')}`).join(' ')}`]
      : []
  })

/** Rows that do not follow the one before, and rows whose first cell another one has. */
export function disorder({ path, rows, columns }: Table): string[] {
  const first = columns[0] as string
  return rows.flatMap(({ line, cells }, i) => {
    const before = rows[i - 1]?.cells[first]
    const here = cells[first] as string
    if (before === undefined || before < here) return []
    return [`${path}:${line} «${here}» ${before === here ? 'stands there twice' : `stands behind «${before}»`}`]
  })
}

/** Cells whose alternatives are empty, or the same after folding. */
export function doubledAlternatives({ path, rows }: Table): string[] {
  return rows.flatMap(({ line, cells }) =>
    nameColumns(path).flatMap(column => {
      const cell = cells[column] as string
      const problems: string[] = []
      if (/^\||\|\||\|$| \||\| |~~|~$|~\|/.test(cell) && cell !== '')
        problems.push(`${path}:${line} ${column}: an empty alternative or a blank beside |`)
      if (/ {2}/.test(cell)) problems.push(`${path}:${line} ${column}: two blanks`)
      if (cell.includes('|')) {
        const keys = alternatives(cell).map(a => folded(a.text))
        const twice = keys.find((key, i) => keys.indexOf(key) !== i)
        if (twice !== undefined) problems.push(`${path}:${line} ${column}: «${twice}» stands there twice after folding`)
      }
      return problems
    }),
  )
}

/** Cells that do not name a row of another table. */
export function dangling(table: Table, column: string, ids: ReadonlySet<string>): string[] {
  return table.rows.flatMap(({ line, cells }) =>
    (cells[column] ?? '')
      .split('|')
      .filter(id => id !== '' && !ids.has(id))
      .map(id => `${table.path}:${line} ${column}: no row «${id}»`),
  )
}

/** Cells that are not among the values that a column may have. */
export function outside(table: Table, column: string, allowed: readonly string[]): string[] {
  return table.rows.flatMap(({ line, cells }) =>
    (cells[column] ?? '')
      .split('|')
      .filter(value => !allowed.includes(value))
      .map(value => `${table.path}:${line} ${column}: «${value}» is none of ${allowed.join(' ')}`),
  )
}

/** Kilometres between two places on the globe. */
export function distance(a: readonly [number, number], b: readonly [number, number]): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180
  const [lat1, lat2, dLon] = [rad(a[0]), rad(b[0]), rad(b[1] - a[1])]
  return 6371 * Math.acos(Math.min(1, Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(dLon)))
}

/** The coordinates of a row, null if it has none, or what is wrong with them. */
export function coordinates({ cells }: TableRow): readonly [number, number] | null | string {
  const { latitude = '', longitude = '' } = cells
  if (latitude === '' && longitude === '') return null
  const decimal = /^-?\d{1,3}(\.\d{1,6})?$/
  if (!decimal.test(latitude) || !decimal.test(longitude)) return `«${latitude}» «${longitude}» are no coordinates`
  const [lat, lon] = [Number(latitude), Number(longitude)]
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return `${lat} ${lon} lie on no globe`
  return [lat, lon]
}

/** ISO 3166-1 alpha-2, and XK for Kosovo. */
export const ISO_COUNTRIES = new Set(
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  ),
)
