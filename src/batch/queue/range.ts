import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { detect, toUtf8 } from '../encoding.ts'
import { formatLike, formatNamed, formatOf } from '../formats.ts'
import type { Row } from '../row.ts'
import { unpack } from '../unpack.ts'
import { etagOf, fragmentOf, type Job } from './job.ts'

/** So much of a file tells whether it can be entered in its middle. */
const HEAD = 1 << 16

/** A place in a stream of bytes that only goes forward. */
interface Cursor {
  readonly path: string
  at: number
  rest: Buffer
  readonly bytes: AsyncIterator<Buffer>
}

/** What a range holds, and why there is not more. */
interface Range {
  readonly bytes: Buffer
  readonly failure?: Error
}

/** How ranges are read. */
export interface RangeOptions {
  readonly format?: string
  readonly encoding?: string
}

/**
 * Reads the records that jobs name. A plain file is entered in its middle. What is packed, or in another encoding, is read from its beginning once:
 * jobs come in order, so the next is ahead of the last.
 */
export class Ranges {
  readonly #options: RangeOptions
  #cursor: Cursor | null = null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: RangeOptions) {
    this.#options = options
  }

  /** The records of a job. Rejects where the file is not there, or no longer holds them. */
  async rows(job: Job): Promise<Row[]> {
    const path = fileURLToPath(job.uri.replace(/#.*$/, ''))
    const { bytes, failure } = await this.#read(path, job.offset, job.length)
    const format = this.#options.format !== undefined ? formatNamed(this.#options.format) : (formatOf(path) ?? formatLike(bytes))
    const rows: Row[] = []
    const source = (async function* () {
      yield bytes
      if (failure) throw failure
    })()
    const { line, id } = fragmentOf(job.uri)
    for await (const row of format.rows(source, { file: path, ...(id !== null ? { id } : {}) }))
      rows.push({ ...row, line: row.line + line - 1 })
    if (etagOf(rows) !== job.etag) throw new Error(`${path} is not what it was when it was queued`)
    return rows
  }

  async #read(path: string, offset: number, length: number): Promise<Range> {
    const handle = await open(path)
    try {
      if (this.#options.encoding === undefined && (await isPlain(handle))) {
        const bytes = Buffer.alloc(length)
        const { bytesRead } = await handle.read(bytes, 0, length, offset)
        return { bytes: bytes.subarray(0, bytesRead) }
      }
    } finally {
      await handle.close()
    }
    // one at a time: there is one cursor
    const turn = this.#turn.then(() => this.#advance(path, offset, length))
    this.#turn = turn.catch(() => {})
    return turn
  }

  async #advance(path: string, offset: number, length: number): Promise<Range> {
    if (this.#cursor?.path !== path || this.#cursor.at > offset) {
      await this.close()
      const stream = (await open(path)).createReadStream()
      const bytes = toUtf8(unpack(stream), this.#options.encoding)
      this.#cursor = { path, at: 0, rest: Buffer.alloc(0), bytes: bytes[Symbol.asyncIterator]() }
    }
    const cursor = this.#cursor as Cursor
    const pieces: Buffer[] = []
    while (cursor.at < offset + length) {
      if (cursor.rest.length === 0) {
        try {
          const { done, value } = await cursor.bytes.next()
          if (done) break
          cursor.rest = value
        } catch (error) {
          this.#cursor = null
          return { bytes: Buffer.concat(pieces), failure: error as Error }
        }
      }
      const skipped = Math.max(0, Math.min(cursor.rest.length, offset - cursor.at))
      const taken = cursor.rest.subarray(skipped, Math.max(skipped, offset + length - cursor.at))
      if (taken.length > 0) pieces.push(taken)
      cursor.rest = cursor.rest.subarray(skipped + taken.length)
      cursor.at += skipped + taken.length
    }
    return { bytes: Buffer.concat(pieces) }
  }

  async close(): Promise<void> {
    await this.#cursor?.bytes.return?.()
    this.#cursor = null
  }
}

/** Whether the bytes of a file are those of its records: not packed, no mark at the beginning, UTF-8. */
async function isPlain(handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
  const head = buffer.subarray(0, bytesRead)
  const packed = head[0] === 0x1f && head[1] === 0x8b
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  return !packed && !marked && detect(head) === 'utf-8'
}
