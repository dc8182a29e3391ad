import { type ArchiveOptions, readRows } from '../archive.ts'
import { OWN_FIELDS, toArticle } from '../article.ts'
import type { Row } from '../row.ts'
import { findSources } from '../sources.ts'
import { UsageError } from '../usage.ts'
import { etagOf, type Job, uriOf } from './job.ts'

/** Records of a job. */
const JOB_SIZE = 100

/** A job and the records that it names. */
export interface Planned {
  readonly job: Job
  readonly rows: readonly Row[]
}

/**
 * Cuts archives into jobs: the same archives into the same jobs. Throws `UsageError` for what cannot be read from its middle: standard input, CSV,
 * and for a file that cannot be read at all.
 */
export async function* plan(archives: readonly string[], options: ArchiveOptions, version: string): AsyncGenerator<Planned> {
  if (archives.includes('-')) throw new UsageError('standard input cannot be queued: give a file that all machines see')
  let group: Row[] = []
  for await (const row of readRows(await findSources(archives, options.format !== undefined), options)) {
    if (row.line === 0) throw new UsageError(`${row.file}: ${row.reason}`)
    if (row.offset === undefined) throw new UsageError(`${row.file}: only JSON Lines and plain text can be queued`)
    if (group.length === JOB_SIZE || (group.length > 0 && group[0]?.file !== row.file)) {
      yield planned(group, version)
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield planned(group, version)
}

function planned(rows: readonly Row[], version: string): Planned {
  const [first, last] = [rows[0] as Row, rows.at(-1) as Row]
  const offset = first.offset ?? 0
  const { id } = first.own && first.bytes ? toArticle(first.bytes, OWN_FIELDS) : {}
  const length = (last.offset ?? 0) + (last.length ?? 0) - offset
  return { rows, job: { uri: uriOf(first.file, first.line, id), etag: etagOf(rows), offset, length, count: rows.length, version } }
}
