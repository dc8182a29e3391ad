import { jsonld } from './formats/jsonld.ts'
import { nquads } from './formats/nquads.ts'
import { turtle } from './formats/turtle.ts'

/** `khabar/export`: the formats, one file each in `formats/`. */
export const exporters = { jsonld, nquads, turtle } as const

export type ExporterName = keyof typeof exporters
export type { Exporter, ExportOptions, TextExporter } from './exporter.ts'
export { CONTEXT as context } from './rdf/context.ts'
