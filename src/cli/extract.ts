import { once } from 'node:events'
import { type ArchiveOptions, readRows } from '../batch/archive.ts'

import type { Dead } from '../batch/batch.ts'
import { readHere } from '../batch/here.ts'
import { Parts } from '../batch/parts.ts'
import { createPool, type Executor } from '../batch/pool.ts'
import { Progress } from '../batch/progress.ts'
import type { Row } from '../batch/row.ts'
import { inBatches, inOrder } from '../batch/run.ts'
import type { Settings } from '../batch/settings.ts'
import { findSources, type Source } from '../batch/sources.ts'
import { add, emptyTally, type Tally } from '../batch/tally.ts'
import { UsageError } from '../batch/usage.ts'
import { packageVersion } from '../batch/version.ts'
import { printCards } from './cards.ts'
import { type ArchiveFlags, archiveOf, type PoolFlags, poolOf, settingsOf } from './flags.ts'
import { type PaperOptions, paperOf } from './terminal.ts'

/** The options of `khabar extract`. */
export interface ExtractOptions extends PaperOptions, ArchiveFlags, PoolFlags {
  readonly explain?: boolean
  readonly card?: boolean
  readonly json?: boolean
  readonly out?: string
  readonly partSize?: number
}

/**
 * Reads the articles of the files and writes a line, or a card, for each. Returns the exit code: 1 if something could not be read.
 * Throws `UsageError` where an option cannot be followed.
 */
export async function extract(files: readonly string[], options: ExtractOptions): Promise<number> {
  const settings = settingsOf(options)
  const sources = await findSources(files.length > 0 ? files : ['-'], options.format !== undefined)
  const sizes = sources.map(({ size, reason }) => (reason !== undefined ? 0 : size))
  const progress = new Progress(process.stderr, sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0))
  const archive: ArchiveOptions = {
    ...archiveOf(options),
    onBytes: count => progress.bytes(count),
  }
  if (options.out === undefined && (options.card || options.explain || (!options.json && process.stdout.isTTY === true))) {
    const paper = await paperOf(options, process.stdout, process.env)
    return printCards(readRows(sources, archive), settings, paper, options.explain === true)
  }
  const executor = await executorOf(options, settings)
  try {
    const tally =
      options.out === undefined
        ? await toStdout(readRows(sources, archive), executor, progress)
        : await toParts(options.out, readRows(sources, archive), executor, progress, {
            partSize: options.partSize ?? PART_SIZE,
            command: commandOf(sources, settings, options),
          })
    return tally.dead > 0 ? 1 : 0
  } finally {
    await executor.close()
  }
}

/** Articles of a part. */
const PART_SIZE = 1000

/** What decides about the output: a run goes on only where all of it is the same. */
function commandOf(sources: readonly Source[], settings: Settings, options: ExtractOptions): Record<string, unknown> {
  const { format, encoding, partSize = PART_SIZE } = options
  return { khabar: packageVersion(), files: sources.map(({ path, size }) => [path, size]), settings, format, encoding, partSize }
}

/** Threads where they are asked for; for a folder of output as many as there are processors. */
async function executorOf(options: ExtractOptions, settings: Settings): Promise<Executor> {
  const { out, workers } = options
  if (workers === undefined && out === undefined) return readHere(settings)
  try {
    return await createPool(settings, poolOf(options))
  } catch (error) {
    if (workers !== undefined || !(error instanceof UsageError)) throw error
    process.stderr.write(`khabar: ${error.message}; reading in one, without limits\n`)
    return readHere(settings)
  }
}

const tell = ({ file, line, reason }: Dead): string => `khabar: ${file}${line > 0 ? `:${line}` : ''}: ${reason}\n`

async function toStdout(rows: AsyncIterable<Row>, executor: Executor, progress: Progress): Promise<Tally> {
  const tally = emptyTally()
  for await (const { batch, outcome } of inOrder(inBatches(rows, executor.batchSize), executor)) {
    for (const one of outcome.dead) {
      progress.clear()
      process.stderr.write(tell(one))
    }
    if (outcome.bytes.length > 0 && !process.stdout.write(outcome.bytes)) await once(process.stdout, 'drain')
    add(tally, outcome.tally)
    progress.articles(batch.rows.length)
  }
  progress.clear()
  if (process.stderr.isTTY && !process.stdout.isTTY) process.stderr.write(`${progress.summary(tally)}\n`)
  return tally
}

async function toParts(
  folder: string,
  rows: AsyncIterable<Row>,
  executor: Executor,
  progress: Progress,
  { partSize, command }: { readonly partSize: number; readonly command: Readonly<Record<string, unknown>> },
): Promise<Tally> {
  const parts = await Parts.open(folder, command)
  const rest = skip(rows, parts.records)
  let written = 0
  try {
    for await (const { batch, outcome } of inOrder(inBatches(rest, executor.batchSize, partSize), executor)) {
      await parts.write(outcome, batch.rows.length)
      written += batch.rows.length
      if (written % partSize === 0) await parts.cut()
      progress.articles(batch.rows.length)
    }
  } catch (error) {
    await parts.abandon()
    throw error
  }
  await parts.finish()
  progress.clear()
  process.stderr.write(`${progress.summary(parts.tally)}\n`)
  return parts.tally
}

async function* skip<T>(items: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  let left = count
  for await (const item of items) if (left-- <= 0) yield item
}
