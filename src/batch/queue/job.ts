import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { ArchiveOptions } from '../archive.ts'
import type { Row } from '../row.ts'
import type { Settings } from '../settings.ts'
import { packageVersion } from '../version.ts'

/** What is to be read. It names the text and does not carry it: a million articles are some megabytes in Redis. */
export interface Job {
  /** The file, with the lines before the first record as in RFC 5147: `file:///data/news.jsonl#line=100`; for a plain text its id too. */
  readonly uri: string
  /** Hash of the records: a worker that finds others there does not read them. */
  readonly etag: string
  /** Range of bytes in the file, unpacked and in UTF-8. */
  readonly offset: number
  readonly length: number
  /** Records in it. */
  readonly count: number
  /** Of khabar and of the options that decide about the output. */
  readonly version: string
}

/** The same job has the same id, so that adding it twice changes nothing. */
export const jobId = ({ uri, etag, offset, length, count, version }: Job): string =>
  sha256(JSON.stringify([uri, etag, offset, length, count, version]))

/** Workers of another version, or with other options, would give another output. */
export function versionOf(settings: Settings, { format, encoding }: Pick<ArchiveOptions, 'format' | 'encoding'>): string {
  return `${packageVersion()}-${sha256(JSON.stringify([settings, format, encoding])).slice(0, 8)}`
}

export function uriOf(path: string, line: number, id?: string): string {
  const uri = pathToFileURL(path)
  uri.hash = `line=${line - 1}${id !== undefined ? `&id=${encodeURIComponent(id)}` : ''}`
  return uri.href
}

/** Line of the first record, and the id of a plain text that stands in a folder. */
export function fragmentOf(uri: string): { readonly line: number; readonly id: string | null } {
  const parts = new URLSearchParams(new URL(uri).hash.slice(1))
  return { line: Number(parts.get('line') ?? 0) + 1, id: parts.get('id') }
}

export function etagOf(rows: readonly Row[]): string {
  const hash = createHash('sha256')
  for (const { bytes, reason } of rows) hash.update(bytes ?? reason ?? '').update('\n')
  return hash.digest('hex').slice(0, 32)
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
