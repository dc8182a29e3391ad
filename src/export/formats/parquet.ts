import type { Graph } from '../../graph/graph.ts'
import { checkExportOptions, type Exporter } from '../exporter.ts'
import { COLUMNS, type Row, rows } from '../rows.ts'

const NAMES = Object.keys(COLUMNS) as (keyof Row)[]
const TYPES = { string: 'STRING', integer: 'INT32', double: 'DOUBLE' } as const

/** Rows of one group: what is in memory at once. */
const GROUP = 10_000

/** Apache Parquet: the rows of `csv`, typed. Needs the optional package `hyparquet-writer`. */
export const parquet: Exporter<AsyncIterable<Uint8Array>> = {
  name: 'parquet',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  write(graph, options = {}) {
    checkExportOptions(parquet, options)
    return bytes(graph)
  },
}

async function* bytes(graph: Graph): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer').catch(error => {
    throw new Error('parquet: the package hyparquet-writer is not installed: npm install hyparquet-writer', { cause: error })
  })
  const columnsOf = (group: readonly Row[]) =>
    NAMES.map(name => ({ name, type: TYPES[COLUMNS[name]], nullable: true, data: group.map(row => row[name]) }))
  const writer = new ByteWriter()
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: columnsOf([]) }), createdBy: 'khabar' })
  // offsets count on: what was handed over may be overwritten
  const fresh = (): Uint8Array => {
    const chunk = writer.getBytes().slice()
    writer.index = 0
    return chunk
  }
  const write = async (group: readonly Row[]): Promise<Uint8Array> => {
    await file.write({ columnData: columnsOf(group), rowGroupSize: GROUP })
    return fresh()
  }
  let group: Row[] = []
  for (const row of rows(graph)) {
    group.push(row)
    if (group.length < GROUP) continue
    yield await write(group)
    group = []
  }
  if (group.length > 0) yield await write(group)
  await file.finish()
  yield fresh()
}
