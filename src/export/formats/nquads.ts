import type { Graph } from '../../graph/graph.ts'
import { checkExportOptions, type ExportOptions, inChunks, type TextExporter } from '../exporter.ts'
import { escapeLiteral } from '../rdf/escape.ts'
import { resources } from '../rdf/resources.ts'
import { RDF, type Term } from '../rdf/term.ts'

/** N-Quads: a statement a line. All are in the default graph. */
export const nquads: TextExporter = {
  name: 'nquads',
  extension: 'nq',
  mediaType: 'application/n-quads',
  write(graph, options = {}) {
    checkExportOptions(nquads, options)
    return inChunks(lines(graph, options))
  },
}

function* lines(graph: Graph, { sem = true }: ExportOptions): Generator<string> {
  for (const { iri, types, statements } of resources(graph, { sem })) {
    for (const type of types) yield `<${iri}> <${RDF}type> <${type}> .\n`
    for (const [predicate, object] of statements) yield `<${iri}> <${predicate}> ${termOf(object)} .\n`
  }
}

function termOf(term: Term): string {
  if ('iri' in term) return `<${term.iri}>`
  const { value, datatype, language } = term
  return `"${escapeLiteral(value)}"${language ? `@${language}` : datatype ? `^^<${datatype}>` : ''}`
}
