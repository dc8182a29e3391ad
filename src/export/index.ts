import type { Exporter } from './exporter.ts'
import { csv } from './formats/csv.ts'
import { geojson } from './formats/geojson.ts'
import { jsonl } from './formats/jsonl.ts'
import { jsonld } from './formats/jsonld.ts'
import { neo4j } from './formats/neo4j.ts'
import { nquads } from './formats/nquads.ts'
import { parquet } from './formats/parquet.ts'
import { turtle } from './formats/turtle.ts'
import type { ExporterName } from './names.ts'

/** `khabar/export`: the formats, one file each in `formats/`. */
export const exporters = { csv, geojson, jsonl, jsonld, neo4j, nquads, parquet, turtle } as const satisfies Record<ExporterName, Exporter>

export type { Exporter, ExportOptions, TextExporter } from './exporter.ts'
export { EXPORTER_NAMES, type ExporterName } from './names.ts'
export { CONTEXT as context } from './rdf/context.ts'
