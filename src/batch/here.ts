import { createReader } from '../index.ts'
import { readBatch } from './batch.ts'
import type { Executor } from './pool.ts'
import type { Settings } from './settings.ts'

/** Reads in this thread, record by record, so that each comes out at once. Without limits of time and memory. */
export function readHere(settings: Settings): Executor {
  const reader = createReader({ tagger: settings.tagger })
  return {
    ahead: 1,
    batchSize: 1,
    read: async batch => readBatch(reader, batch, settings),
    close: async () => {},
  }
}
