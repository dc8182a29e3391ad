import type { ArchiveOptions } from '../archive.ts'
import { OWN_FIELDS, toArticle } from '../article.ts'
import { Parts } from '../parts.ts'
import type { Row } from '../row.ts'
import type { Settings } from '../settings.ts'
import { emptyTally, type Tally } from '../tally.ts'
import { jobId, versionOf } from './job.ts'
import { JobOutput } from './output.ts'
import { plan } from './plan.ts'

export interface MergeOptions extends Pick<ArchiveOptions, 'format' | 'encoding'> {
  /** Folder in which the workers wrote. */
  readonly parts: string
  /** Folder of the whole. */
  readonly out: string
}

/** What stands for an archive. */
export interface Merged {
  readonly tally: Tally
  /** Jobs that nobody has done, or whose output is not that of their records. With any, nothing is written. */
  readonly missing: readonly string[]
}

/** Records of a part. */
const PART_SIZE = 1000

/**
 * Puts the output of workers together, in the order of the archives. Each record of the archives is expected once, by its id; the server of the queue
 * is not asked.
 */
export async function merge(archives: readonly string[], settings: Settings, options: MergeOptions): Promise<Merged> {
  const output = new JobOutput(options.parts)
  const version = versionOf(settings, options)
  const missing: string[] = []
  for await (const { job, rows } of plan(archives, options, version)) {
    const id = jobId(job)
    if (!(await output.has(id)) || !isOutputOf((await output.read(id)).bytes, rows, settings))
      missing.push(`${id}: ${job.uri}, ${job.count} records`)
  }
  if (missing.length > 0) return { tally: emptyTally(), missing }
  const parts = await Parts.open(options.out, { merged: archives, version })
  let skip = parts.records
  let open = 0
  for await (const { job } of plan(archives, options, version)) {
    if (skip > 0) {
      skip -= job.count
      continue
    }
    await parts.write(await output.read(jobId(job)), job.count)
    open += job.count
    if (open < PART_SIZE) continue
    await parts.cut()
    open = 0
  }
  await parts.finish()
  return { tally: parts.tally, missing }
}

/** Whether each line is that of its record: as many, with the same ids. */
function isOutputOf(bytes: Uint8Array, rows: readonly Row[], settings: Settings): boolean {
  const lines = Buffer.from(bytes).toString().split('\n')
  if (lines.pop() !== '' || lines.length !== rows.length) return false
  return rows.every((row, i) => {
    const { id } = row.bytes ? toArticle(row.bytes, row.own ? OWN_FIELDS : settings.fields) : {}
    return id === undefined || lines[i]?.startsWith(JSON.stringify({ id }).slice(0, -1))
  })
}
