import { type Batch, join, loseBatch, type Outcome, part } from './batch.ts'
import type { Settings } from './settings.ts'
import type { Task } from './task.ts'
import { peer, UsageError } from './usage.ts'

/** What reads batches. */
export interface Executor {
  /** How many batches it can have at a time. */
  readonly ahead: number
  /** Most records in a batch. */
  readonly batchSize: number
  read(batch: Batch): Promise<Outcome>
  close(): Promise<void>
}

export interface PoolOptions {
  /** How many threads. */
  readonly workers: number
  /** Seconds that one article may take. */
  readonly timeLimit: number
  /** Megabytes that the objects of one thread may take. */
  readonly memoryLimit: number
  /** The program of a thread. */
  readonly program?: URL
}

/** A thread with its tables and its model, at rest, and room to read. */
export const LEAST_MEMORY = 256

/**
 * Worker threads. A thread that dies, hangs or takes too much memory costs the article that it was reading: the others of its batch are read again.
 * Throws `UsageError` where `piscina` is missing.
 */
export async function createPool(settings: Settings, options: PoolOptions): Promise<Executor> {
  const { workers, timeLimit, memoryLimit, program = new URL('./worker.js', import.meta.url) } = options
  if (memoryLimit < LEAST_MEMORY) throw new UsageError(`--memory: a worker needs ${LEAST_MEMORY} MB or more`)
  const { Piscina } = await peer('piscina', 'reading in several threads', () => import('piscina'))
  const pool = new Piscina({
    filename: program.href,
    workerData: settings,
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    recordTiming: false,
  })
  const running = new Set<AbortController>()
  // a thread that dies at rest: piscina starts another, unless it dies at the start. Then nobody would take what waits
  pool.on('error', () => {
    if (pool.threads.length === 0) for (const abort of running) abort.abort()
  })

  /** Reads a batch whole, or tells at which record its thread died: -1 where nobody knows. */
  const attempt = async (batch: Batch): Promise<Outcome | Death> => {
    const progress = new Int32Array(new SharedArrayBuffer(4))
    const abort = new AbortController()
    let late = false
    const watch = watchdog(progress, timeLimit * 1000, () => {
      late = true
      abort.abort()
    })
    running.add(abort)
    try {
      return (await pool.run({ batch, progress } satisfies Task, { signal: abort.signal })) as Outcome
    } catch (error) {
      const reason = late ? `took longer than ${timeLimit} s` : reasonOf(error as NodeJS.ErrnoException, memoryLimit)
      return { at: Atomics.load(progress, 0) - 1, reason }
    } finally {
      running.delete(abort)
      clearInterval(watch)
    }
  }

  const read = async (batch: Batch): Promise<Outcome> => {
    const outcome = await attempt(batch)
    if (!('reason' in outcome)) return outcome
    if (batch.rows.length > 1) return join(await inTurn(cut(batch, outcome.at), read))
    // once more alone: it may only have stood where its neighbour fell, or on a machine that was busy
    const second = await attempt(batch)
    return 'reason' in second ? loseBatch(batch, second.reason, settings) : second
  }

  return { ahead: 2 * workers, batchSize: 64, read, close: () => pool.destroy() }
}

interface Death {
  readonly at: number
  readonly reason: string
}

/** The records before the one at which the thread died, that one alone, and those after it; two halves where nobody knows. */
function cut(batch: Batch, at: number): Batch[] {
  const { length } = batch.rows
  const borders = at < 0 ? [0, length >> 1, length] : [0, at, at + 1, length]
  return borders
    .slice(1)
    .map((to, i) => part(batch, borders[i] ?? 0, to))
    .filter(({ rows }) => rows.length > 0)
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

/** Calls back when the number has not moved for so long. The time before the first record, when tables are read, does not count. */
function watchdog(progress: Int32Array, limit: number, onHang: () => void): NodeJS.Timeout {
  let seen = 0
  let since = 0
  return setInterval(
    () => {
      const now = Atomics.load(progress, 0)
      if (now !== seen) {
        seen = now
        since = performance.now()
      } else if (now > 0 && performance.now() - since > limit) onHang()
    },
    Math.min(limit / 4, 500),
  )
}

const reasonOf = (error: NodeJS.ErrnoException, memoryLimit: number): string =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `took more than ${memoryLimit} MB of memory` : `its worker died: ${error.message}`
