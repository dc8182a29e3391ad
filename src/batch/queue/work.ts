import { mkdir } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { ArchiveOptions } from '../archive.ts'
import { pack } from '../batch.ts'
import { createPool, type PoolOptions } from '../pool.ts'
import type { Settings } from '../settings.ts'
import { connect, loadQueue, QUEUE, type QueueOptions } from './connect.ts'
import { type Job, jobId, versionOf } from './job.ts'
import { JobOutput } from './output.ts'
import { Ranges } from './range.ts'

export interface WorkOptions extends QueueOptions, PoolOptions, Pick<ArchiveOptions, 'format' | 'encoding'> {
  /** Folder of the output. */
  readonly out: string
  /** Whether to stop when nothing is left to do; else it waits for more. */
  readonly drain?: boolean
  /** Stops after the jobs in hand. */
  readonly signal?: AbortSignal
  /** Is told what was done. */
  readonly onJob?: (job: Job, dead: number) => void
  /** Is told what went wrong: a job that failed, a server that is away. */
  readonly onError?: (error: Error) => void
}

/** Milliseconds between two looks whether anything is left. */
const PAUSE = 500

/**
 * Reads what is in the queue. A job is done when its output is on the disk; a job whose worker dies goes to another. The output depends on the job alone,
 * so that one that is done twice is as good as one that is done once.
 */
export async function work(settings: Settings, options: WorkOptions): Promise<void> {
  const { redis, queue = QUEUE, out, drain, signal, onJob, onError } = options
  const { bullmq } = await loadQueue()
  await mkdir(out, { recursive: true })
  const version = versionOf(settings, options)
  const output = new JobOutput(out)
  const ranges = new Ranges(options)
  const connection = await connect(redis)
  const pool = await createPool(settings, options)

  const process = async (job: Job): Promise<void> => {
    if (job.version !== version) throw new Error(`queued for khabar ${job.version}, this is ${version}: another version, or other options`)
    const id = jobId(job)
    if (await output.has(id)) return
    const outcome = await pool.read(pack(await ranges.rows(job)))
    await output.write(id, outcome)
    onJob?.(job, outcome.dead.length)
  }

  // extraction is in threads, so this one is free to renew the locks
  const worker = new bullmq.Worker<Job>(queue, ({ data }) => process(data), {
    connection,
    concurrency: options.workers + 1, // one more is read from the disk while the threads work
    lockDuration: 30_000,
    stalledInterval: 15_000,
    maxStalledCount: 2,
  })
  worker.on('error', error => onError?.(error))
  worker.on('failed', (job, error) => onError?.(new Error(`${job?.data.uri ?? 'a job'}: ${error.message}`)))
  const counts = new bullmq.Queue<Job>(queue, { connection })
  counts.on('error', () => {})
  try {
    await finished(async () => drain === true && isDrained(await counts.getJobCounts()), signal)
  } finally {
    await worker.close()
    await counts.close()
    await ranges.close()
    await pool.close()
    connection.disconnect()
  }
}

const isDrained = (counts: Record<string, number>): boolean =>
  ['waiting', 'active', 'delayed', 'prioritized'].every(state => (counts[state] ?? 0) === 0)

/** Waits until there is nothing left, or the signal is given. */
async function finished(isDone: () => Promise<boolean>, signal: AbortSignal | undefined): Promise<void> {
  while (signal?.aborted !== true && !(await isDone())) await setTimeout(PAUSE, undefined, signal ? { signal } : {}).catch(() => {})
}
