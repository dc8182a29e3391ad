import { Command, Option } from 'commander'
import { EXPORTER_NAMES } from '../../export/names.ts'
import type { ExportCommandOptions } from '../export.ts'

/** `khabar export`. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('make one graph of readings, the same event of several articles told once, and write it')
    .argument('[FILE...]', 'lines of khabar extract, or articles, which are read now; also gzipped; - or nothing is standard input')
    .addOption(new Option('--to <format>', 'what to write').choices(EXPORTER_NAMES).makeOptionMandatory())
    .option('--out <path>', 'write to this file, or to this folder where a format has several files; standard output without it')
    .option('--base <iri>', 'what every IRI begins with (default: urn:khabar:)')
    .option('--main', 'only the main event of each article')
    .option('--provenance', 'add where the articles say what: PROV-O and Web Annotation; offsets need articles with their text')
    .option('--sem', 'add the Simple Event Model to JSON-LD')
    .option('--no-sem', 'leave the Simple Event Model out of Turtle and N-Quads')
    .addHelpText(
      'after',
      `
Exit codes: 0 all was read, 1 something could not be read, 2 wrong usage.

Examples:
  khabar export --to turtle archive.jsonl > graph.ttl
  khabar export --to neo4j --out neo4j/ readings.ndjson
  khabar export --to nquads --provenance --base https://example.org/news/ archive.jsonl.gz > graph.nq`,
    )
    .action(async (files: string[], options: ExportCommandOptions) => {
      const { exportGraph } = await import('../export.ts')
      process.exitCode = await exportGraph(files, options)
    })
