import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Exporter, type ExporterName, exporters } from '../export/index.ts'
import { createGraph, type Graph } from '../graph/index.ts'
import { addReadings } from './readings.ts'

/** The options of `khabar export`. */
export interface ExportCommandOptions {
  readonly to: ExporterName
  /** A file, or a folder for formats of several files. */
  readonly out?: string
  readonly base?: string
  readonly main?: boolean
  readonly provenance?: boolean
  /** False leaves out the Simple Event Model, true adds it. */
  readonly sem?: boolean
}

/** Makes one graph of the readings of the files and writes it. Returns the exit code: 1 if something could not be read, 2 for a wrong option. */
export async function exportGraph(files: readonly string[], options: ExportCommandOptions): Promise<number> {
  const exporter: Exporter = exporters[options.to]
  if (exporter.parts && options.out === undefined) {
    process.stderr.write(
      `khabar: ${options.to} writes ${exporter.parts.map(p => `${p}.${exporter.extension}`).join(' and ')}: name a folder with --out\n`,
    )
    return 2
  }
  let builder: ReturnType<typeof createGraph>
  try {
    builder = createGraph({ base: options.base, events: options.main ? 'main' : 'all', provenance: options.provenance })
  } catch (error) {
    process.stderr.write(`khabar: ${(error as Error).message}\n`)
    return 2
  }
  const bad = await addReadings(files.length > 0 ? files : ['-'], builder)
  const graph = builder.finish()
  if (graph.duplicates.length > 0)
    process.stderr.write(
      `khabar: ${graph.duplicates.length} articles came twice and count once: ${graph.duplicates.slice(0, 3).join(', ')} …\n`,
    )
  await write(exporter, graph, options)
  return bad > 0 ? 1 : 0
}

async function write(exporter: Exporter, graph: Graph, { out, sem }: ExportCommandOptions): Promise<void> {
  if (exporter.parts) {
    for (const part of exporter.parts)
      await toFile(join(out as string, `${part}.${exporter.extension}`), exporter.write(graph, { sem, part }))
  } else if (out !== undefined) await toFile(out, exporter.write(graph, { sem }))
  else for await (const chunk of exporter.write(graph, { sem })) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
}

/** Whoever sees the file sees it whole. */
async function toFile(path: string, chunks: Iterable<string> | AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  await pipeline(Readable.from(chunks), createWriteStream(temporary))
  await rename(temporary, path)
}
