import type { Reader } from '../reader.ts'

/** What `arabicWink` can be given. */
export interface WinkOptions {
  readonly reader?: Reader
}
