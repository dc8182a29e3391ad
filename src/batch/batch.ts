import type { Reader } from '../index.ts'
import { OWN_FIELDS, toArticle } from './article.ts'
import { deadLine, type Line, readRecord } from './read.ts'
import type { Row } from './row.ts'
import type { Settings } from './settings.ts'
import { add, count, emptyTally, type Tally } from './tally.ts'

/** Some records that one worker reads at a time, in one piece of memory: it travels whole. */
export interface Batch {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly rows: readonly Packed[]
}

/** A row whose bytes are a range of the batch. */
type Packed = Omit<Row, 'bytes'> & { readonly from: number; readonly to: number }

/** A record that was not read. */
export interface Dead {
  readonly file: string
  readonly line: number
  readonly id?: string
  readonly reason: string
}

/** What came out of a batch. */
export interface Outcome {
  /** JSON Lines in UTF-8. */
  readonly bytes: Uint8Array
  readonly dead: readonly Dead[]
  readonly tally: Tally
}

export function pack(rows: readonly Row[]): Batch {
  const bytes = new Uint8Array(rows.reduce((sum, row) => sum + (row.bytes?.length ?? 0), 0))
  let at = 0
  const packed = rows.map(({ bytes: own, ...row }): Packed => {
    const from = at
    if (own) bytes.set(own, from)
    at += own?.length ?? 0
    return { ...row, from, to: at }
  })
  return { bytes, rows: packed }
}

/** The records from one place of a batch to another, as a batch. */
export function part({ bytes, rows }: Batch, from: number, to: number): Batch {
  const chosen = rows.slice(from, to)
  const start = chosen[0]?.from ?? 0
  const end = chosen.at(-1)?.to ?? 0
  return { bytes: bytes.slice(start, end), rows: chosen.map(row => ({ ...row, from: row.from - start, to: row.to - start })) }
}

/** Reads a batch; `onRow` is told where it is, before each record. */
export function readBatch(reader: Reader, batch: Batch, settings: Settings, onRow?: (index: number) => void): Outcome {
  return collect(
    batch,
    batch.rows.map((row, index) => {
      onRow?.(index)
      return row.reason !== undefined
        ? deadLine(row, 'bad-record', row.reason, settings)
        : readRecord(reader, { ...row, bytes: batch.bytes.subarray(row.from, row.to) }, settings)
    }),
  )
}

/** What comes of a batch of which nothing can be read. */
export const loseBatch = (batch: Batch, reason: string, settings: Settings): Outcome =>
  collect(
    batch,
    batch.rows.map(row => {
      const { id } = toArticle(batch.bytes.subarray(row.from, row.to), row.own ? OWN_FIELDS : settings.fields)
      return deadLine(row, 'not-read', reason, settings, id)
    }),
  )

function collect({ rows }: Batch, lines: readonly Line[]): Outcome {
  const tally = emptyTally()
  const dead: Dead[] = []
  let text = ''
  for (const [index, { json, reading, reason }] of lines.entries()) {
    const { file, line } = rows[index] as Packed
    count(tally, reading, reason !== undefined)
    if (reason !== undefined) dead.push({ file, line, ...(reading.id !== undefined ? { id: reading.id } : {}), reason })
    // a file that cannot be opened has no lines
    if (line > 0) text += `${json}\n`
  }
  return { bytes: new TextEncoder().encode(text), dead, tally }
}

/** Joins what came out of the pieces of a batch. */
export function join(outcomes: readonly Outcome[]): Outcome {
  const tally = emptyTally()
  for (const one of outcomes) add(tally, one.tally)
  return { bytes: Buffer.concat(outcomes.map(one => one.bytes)), dead: outcomes.flatMap(one => one.dead), tally }
}
