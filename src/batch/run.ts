import { type Batch, type Outcome, pack } from './batch.ts'
import type { Executor } from './pool.ts'
import type { Row } from './row.ts'

/** Bytes after which a batch is full, however few its records. */
const MOST_BATCH_BYTES = 1 << 20

/** Groups of records, none larger than `size` and none across a multiple of `border` records. */
export async function* inBatches(rows: AsyncIterable<Row>, size: number, border = Number.POSITIVE_INFINITY): AsyncGenerator<Batch> {
  let group: Row[] = []
  let bytes = 0
  let index = 0
  for await (const row of rows) {
    group.push(row)
    bytes += row.bytes?.length ?? 0
    index++
    if (group.length < size && bytes < MOST_BATCH_BYTES && index % border !== 0) continue
    yield pack(group)
    group = []
    bytes = 0
  }
  if (group.length > 0) yield pack(group)
}

/** What comes out of the batches, in their order. No more are taken in than the executor can have at a time. */
export async function* inOrder(batches: AsyncIterable<Batch>, executor: Executor): AsyncGenerator<{ batch: Batch; outcome: Outcome }> {
  const running: { batch: Batch; outcome: Promise<Outcome> }[] = []
  const next = async (): Promise<{ batch: Batch; outcome: Outcome }> => {
    const { batch, outcome } = running.shift() as (typeof running)[number]
    return { batch, outcome: await outcome }
  }
  for await (const batch of batches) {
    const outcome = executor.read(batch)
    outcome.catch(() => {}) // it is awaited when its turn comes
    running.push({ batch, outcome })
    if (running.length >= executor.ahead) yield await next()
  }
  while (running.length > 0) yield await next()
}
