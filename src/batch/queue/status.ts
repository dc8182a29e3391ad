import { type QueueOptions, withQueue } from './connect.ts'

/** How far a queue is, in jobs. */
export interface Status {
  readonly waiting: number
  readonly active: number
  readonly completed: number
  readonly failed: number
  /** Why jobs failed, with how many of them. */
  readonly reasons: Readonly<Record<string, number>>
}

/** Failed jobs that are looked at for their reasons. */
const MOST_REASONS = 1000

export async function status(options: QueueOptions): Promise<Status> {
  return withQueue(options, async queue => {
    const counts = await queue.getJobCounts('waiting', 'delayed', 'prioritized', 'active', 'completed', 'failed')
    const reasons: Record<string, number> = {}
    for (const { failedReason } of await queue.getFailed(0, MOST_REASONS)) reasons[failedReason] = (reasons[failedReason] ?? 0) + 1
    const count = (...states: string[]): number => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
    return {
      waiting: count('waiting', 'delayed', 'prioritized'),
      active: count('active'),
      completed: count('completed'),
      failed: count('failed'),
      reasons,
    }
  })
}
