import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from 'oxigraph'
import { exporters } from '../../export/index.ts'
import { createGraph } from '../../graph/index.ts'
import { addReadings } from '../readings.ts'

/** Media types by extension. */
const RDF: Readonly<Record<string, string>> = {
  nq: 'application/n-quads',
  nt: 'application/n-triples',
  ttl: 'text/turtle',
  trig: 'application/trig',
  jsonld: 'application/ld+json',
  rdf: 'application/rdf+xml',
}
const READINGS = /\.(?:ndjson|jsonl)(?:\.gz)?$/
const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** A store with the graphs of files: RDF by its extension, or readings, of which a graph is made. Rejects if oxigraph is not installed, or a file is bad. */
export async function openStore(files: readonly string[], folder: string | undefined): Promise<Store> {
  const oxigraph = await import('oxigraph').catch(error => {
    throw new Error('the package oxigraph is not installed: npm install oxigraph', { cause: error })
  })
  // CommonJS: its names stand on the default export
  const { Store } = 'default' in oxigraph ? (oxigraph.default as typeof oxigraph) : oxigraph
  const store = new Store()
  const all = [
    ...files,
    ...(folder === undefined
      ? []
      : readdirSync(folder)
          .sort()
          .map(name => join(folder, name))
          .filter(isGraph)),
  ]
  for (const path of all) {
    const format = RDF[extensionOf(path)]
    if (format) store.load(chunksOf(path), { format, no_transaction: true })
  }
  const readings = all.filter(path => !RDF[extensionOf(path)])
  if (readings.length > 0) {
    const builder = createGraph()
    if ((await addReadings(readings, builder)) > 0) throw new Error('not every line could be read')
    store.load(exporters.nquads.write(builder.finish()), { format: RDF.nq as string, no_transaction: true })
  }
  return store
}

const isGraph = (path: string): boolean => RDF[extensionOf(path)] !== undefined || READINGS.test(path)

/** The bytes of a file, one piece in memory. */
function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(1 << 20)
      const length = readSync(file, chunk)
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}
