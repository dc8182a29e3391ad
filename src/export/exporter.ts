import type { Graph } from '../graph/graph.ts'

/** How a graph is written. */
export interface ExportOptions {
  /** RDF formats: whether to add the Simple Event Model (sem:Event, sem:hasActor …). Default true for Turtle and N-Quads, false for JSON-LD. */
  readonly sem?: boolean | undefined
  /** Formats of several files: which of `parts` to write. */
  readonly part?: string | undefined
}

/** A format. */
export interface Exporter<Chunks extends Iterable<string> | AsyncIterable<Uint8Array> = Iterable<string> | AsyncIterable<Uint8Array>> {
  readonly name: string
  /** Of its files, without the dot. */
  readonly extension: string
  readonly mediaType: string
  /** Names of its files, where it is more than one. */
  readonly parts?: readonly string[]
  /** The file in pieces, made one after the other as they are asked for. Throws `TypeError` naming a wrong option. */
  write(graph: Graph, options?: ExportOptions): Chunks
}

export type TextExporter = Exporter<Iterable<string>>

const OPTIONS = new Set(['sem', 'part'])

/** Throws `TypeError` naming a wrong option. */
export function checkExportOptions({ name, parts }: Pick<Exporter, 'name' | 'parts'>, options: ExportOptions): void {
  if (options === null || typeof options !== 'object') throw new TypeError(`${name}: options must be an object`)
  for (const key of Object.keys(options)) if (!OPTIONS.has(key)) throw new TypeError(`${name}: unknown option «${key}»`)
  const { sem, part } = options
  if (sem !== undefined && typeof sem !== 'boolean') throw new TypeError(`${name}: option «sem» must be true or false`)
  if (parts ? !parts.includes(part ?? '') : part !== undefined)
    throw new TypeError(`${name}: option «part» must be ${parts ? `one of ${parts.join(', ')}` : 'left out'}`)
}

/** Lines in pieces of about 64 KB: a piece a line is slow to write, one piece for all fills the memory. */
export function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

const CHUNK = 1 << 16
