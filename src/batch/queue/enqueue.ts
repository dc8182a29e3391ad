import type { ArchiveOptions } from '../archive.ts'
import type { Settings } from '../settings.ts'
import { type QueueOptions, withQueue } from './connect.ts'
import { jobId, versionOf } from './job.ts'
import { plan } from './plan.ts'

/** Jobs that go to the server at a time. */
const BULK = 100

/** How many jobs, of how many records, are in the queue for some archives. */
export interface Enqueued {
  readonly jobs: number
  readonly records: number
}

/** Puts the records of archives into a queue, by reference. What is there already stays as it is. */
export async function enqueue(
  archives: readonly string[],
  settings: Settings,
  options: QueueOptions & Pick<ArchiveOptions, 'format' | 'encoding'>,
): Promise<Enqueued> {
  return withQueue(options, async queue => {
    let [jobs, records] = [0, 0]
    let bulk: Parameters<typeof queue.addBulk>[0] = []
    for await (const { job } of plan(archives, options, versionOf(settings, options))) {
      bulk.push({ name: 'read', data: job, opts: { jobId: jobId(job), attempts: 3, backoff: { type: 'fixed', delay: 1000 } } })
      jobs++
      records += job.count
      if (bulk.length === BULK) {
        await queue.addBulk(bulk)
        bulk = []
      }
    }
    if (bulk.length > 0) await queue.addBulk(bulk)
    return { jobs, records }
  })
}
