import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { peer, UsageError } from '../usage.ts'
import type { Job } from './job.ts'

/** Which queue of which server. */
export interface QueueOptions {
  /** `redis://host:6379/0` */
  readonly redis: string
  /** Name of the queue; default `khabar`. */
  readonly queue?: string
}

export const QUEUE = 'khabar'

/** How long to wait for a server that was never there, in milliseconds. */
const PATIENCE = 10_000

/** The packages of the queue. Throws `UsageError` where they are missing. */
export async function loadQueue(): Promise<{ bullmq: typeof import('bullmq'); Redis: typeof import('ioredis')['Redis'] }> {
  const [bullmq, { Redis }] = await Promise.all([
    peer('bullmq', 'a queue', () => import('bullmq')),
    peer('ioredis', 'a queue', () => import('ioredis')),
  ])
  return { bullmq, Redis }
}

/** A connection that has answered once, and comes back when the server does. Throws `UsageError` if there is no server. */
export async function connect(url: string): Promise<Redis> {
  const { Redis } = await loadQueue()
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: times => Math.min(times * 100, 2000) })
  let failure = 'no answer'
  redis.on('error', (error: Error) => {
    failure = error.message
  })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new UsageError(`--redis: ${url}: ${failure}`)), PATIENCE)
  })
  try {
    await Promise.race([redis.ping(), late])
    return redis
  } catch (error) {
    redis.disconnect()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Opens the queue, does something with it and closes it. */
export async function withQueue<T>({ redis, queue = QUEUE }: QueueOptions, use: (queue: Queue<Job>) => Promise<T>): Promise<T> {
  const { bullmq } = await loadQueue()
  const connection = await connect(redis)
  const opened = new bullmq.Queue<Job>(queue, { connection })
  opened.on('error', () => {}) // told by connect, or over when the server is back
  try {
    return await use(opened)
  } finally {
    await opened.close()
    connection.disconnect()
  }
}
