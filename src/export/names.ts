/** The formats by name: a test holds that they are the files of `formats/`. */
export const EXPORTER_NAMES = ['csv', 'geojson', 'jsonl', 'jsonld', 'neo4j', 'nquads', 'parquet', 'turtle'] as const

export type ExporterName = (typeof EXPORTER_NAMES)[number]
