import type { Graph } from '../../graph/graph.ts'
import { csvLine } from '../delimited.ts'
import { checkExportOptions, inChunks, type TextExporter } from '../exporter.ts'
import { COLUMNS, type Row, rows } from '../rows.ts'

const NAMES = Object.keys(COLUMNS) as (keyof Row)[]

/** CSV of events, a row a pair of actors, with columns like GDELT's. */
export const csv: TextExporter = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  write(graph, options = {}) {
    checkExportOptions(csv, options)
    return inChunks(lines(graph))
  },
}

function* lines(graph: Graph): Generator<string> {
  yield csvLine(NAMES)
  for (const row of rows(graph)) yield csvLine(NAMES.map(name => row[name]))
}
