import { workerData } from 'node:worker_threads'
import type { Reader, ReaderOptions } from '../index.ts'
import { type Batch, type Outcome, readBatch } from './batch.ts'
import type { Settings } from './settings.ts'

/** What a worker is asked. */
export interface Task {
  readonly batch: Batch
  /** One number: which record of the batch is being read, from 1; 0 before the first. It survives the worker. */
  readonly progress: Int32Array
}

/** The work of a worker thread, with the reader that it makes when the first batch comes. */
export function createTask(createReader: (options: ReaderOptions) => Reader): (task: Task) => Outcome {
  const settings = workerData as Settings
  let reader: Reader | undefined
  return ({ batch, progress }) => {
    reader ??= createReader({ tagger: settings.tagger })
    return readBatch(reader, batch, settings, index => Atomics.store(progress, 0, index + 1))
  }
}
