import type { Format } from './format.ts'
import { csv, tsv } from './formats/csv.ts'
import { jsonl } from './formats/jsonl.ts'
import { text } from './formats/text.ts'
import { UsageError } from './usage.ts'

/** The forms of archives, one file each in `formats/`; CSV and TSV are in one. */
export const FORMATS: readonly Format[] = [jsonl, csv, tsv, text]

/** Throws `UsageError` for a name that no format has. */
export function formatNamed(name: string): Format {
  const format = FORMATS.find(one => one.name === name)
  if (!format) throw new UsageError(`--format: «${name}» is none of ${FORMATS.map(one => one.name).join(', ')}`)
  return format
}

/** The format that the ending of a file name tells, `.gz` aside. */
export function formatOf(path: string): Format | undefined {
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase()
  return FORMATS.find(({ extensions }) => extension !== undefined && extensions.includes(extension))
}

/** What begins as an object of JSON is JSON Lines, all else one text. */
export const formatLike = (head: Buffer): Format => (/^\s*\{/.test(head.toString('latin1')) ? jsonl : text)
