import { Command, Option } from 'commander'
import type { QueryOptions } from '../query.ts'

/** `khabar query`. */
export const queryCommand = (): Command =>
  new Command('query')
    .description('ask graphs with SPARQL, or by a ready query; needs the optional package oxigraph')
    .argument('[QUERY]', 'SPARQL (prefixes schema, sem, khabar, rdf, rdfs, xsd, prov, oa are known), or the name of a ready query')
    .argument('[FILE...]', 'graphs: *.nq, *.nt, *.ttl, *.trig, *.jsonld, *.rdf, or readings: *.ndjson, *.jsonl, also gzipped')
    .option('--list', 'print the ready queries')
    .option('--load <folder>', 'also every graph and every file of readings in this folder')
    .option('--with <name=value...>', 'parameters of a ready query')
    .option('--limit <number>', 'at most so many rows of a ready query')
    .addOption(new Option('--format <format>', 'of the answer').choices(['table', 'csv', 'json']).default('table'))
    .addHelpText(
      'after',
      `
Exit codes: 0 answered, 1 a file or the query is bad, 2 wrong usage.

Examples:
  khabar query --list
  khabar query met graph.nq --limit 20
  khabar query events --load graphs/ --with type=visit --format csv
  khabar query 'SELECT (COUNT(*) AS ?events) { ?e a sem:Event }' graph.ttl`,
    )
    .action(async (text: string | undefined, files: string[], options: QueryOptions) => {
      const { query } = await import('../query.ts')
      process.exitCode = await query(text, files, options)
    })
