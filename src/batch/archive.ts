import { open } from 'node:fs/promises'
import { toUtf8 } from './encoding.ts'
import { formatLike, formatNamed, formatOf } from './formats.ts'
import type { Row } from './row.ts'
import type { Source } from './sources.ts'
import { peek, unpack } from './unpack.ts'

/** How archives are read. */
export interface ArchiveOptions {
  /** Name of a format, for all files; without it the ending of each file tells, or its first byte. */
  readonly format?: string
  /** Name of an encoding, for all files. */
  readonly encoding?: string
  /** Is told how many bytes of the files were read. */
  readonly onBytes?: (count: number) => void
}

/** The records of the files, in order. Never throws because of a file: what cannot be read is a row with a reason. */
export async function* readRows(sources: readonly Source[], options: ArchiveOptions = {}): AsyncGenerator<Row> {
  for (const source of sources) {
    if (source.reason !== undefined) yield { file: source.path, line: 0, bytes: null, reason: source.reason }
    else yield* rowsOf(source, options)
  }
}

async function* rowsOf({ path, id }: Source, options: ArchiveOptions): AsyncGenerator<Row> {
  const stream =
    path === '-'
      ? process.stdin
      : await open(path).then(
          handle => handle.createReadStream(),
          (error: Error) => error,
        )
  if (stream instanceof Error) {
    yield { file: path, line: 0, bytes: null, reason: stream.message }
    return
  }
  const raw = counted(stream, options.onBytes)
  const { head, all } = await peek(toUtf8(unpack(raw), options.encoding), 1)
  const format = options.format !== undefined ? formatNamed(options.format) : (formatOf(path) ?? formatLike(head))
  yield* format.rows(all, { file: path, ...(id !== undefined ? { id } : {}) })
}

async function* counted(source: AsyncIterable<Buffer>, onBytes: ArchiveOptions['onBytes']): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    onBytes?.(chunk.length)
    yield chunk
  }
}
