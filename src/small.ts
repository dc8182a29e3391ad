import { makeReader, type Reader, type ReaderOptions } from './reader.ts'

/** Makes a reader without the trained model of names, for a page that must be small. */
export function createReader(options: ReaderOptions = {}): Reader {
  return makeReader(options, null)
}

export type { Reader, ReaderOptions }
