/** A record of an archive, or why it is none. */
export interface Row {
  /** The file as it was named. */
  readonly file: string
  /** Line of its first byte, from 1; 0 where the file itself cannot be read. */
  readonly line: number
  /** A JSON object in UTF-8; null with `reason`. */
  readonly bytes: Uint8Array | null
  /** Why there is nothing to read. */
  readonly reason?: string
  /** Whether its keys are khabar's own (`id`, `text` …) and not those of the archive. */
  readonly own?: boolean
  /** Its range of bytes in the unpacked file in UTF-8, where it can be read alone. */
  readonly offset?: number
  readonly length?: number
}

/** Longest record in bytes. A million Arabic letters take two million. */
export const MOST_BYTES = 4 << 20

export const tooLong = `longer than ${MOST_BYTES >> 20} MiB`
