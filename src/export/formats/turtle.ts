import type { Graph } from '../../graph/graph.ts'
import { checkExportOptions, type ExportOptions, inChunks, type TextExporter } from '../exporter.ts'
import { escapeLiteral } from '../rdf/escape.ts'
import { resources } from '../rdf/resources.ts'
import { KHABAR, PREFIXES, type Resource, type Term, XSD } from '../rdf/term.ts'

/** Turtle: a thing a paragraph. */
export const turtle: TextExporter = {
  name: 'turtle',
  extension: 'ttl',
  mediaType: 'text/turtle',
  write(graph, options = {}) {
    checkExportOptions(turtle, options)
    return inChunks(paragraphs(graph, options))
  },
}

function* paragraphs(graph: Graph, { sem = true }: ExportOptions): Generator<string> {
  for (const [prefix, iri] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${iri}> .\n`
  for (const resource of resources(graph, { sem })) yield paragraphOf(resource)
}

function paragraphOf({ iri, types, statements }: Resource): string {
  const rows = [`a ${types.map(short).join(', ')}`]
  const objects = new Map<string, string[]>()
  for (const [predicate, object] of statements) {
    const known = objects.get(predicate)
    if (known) known.push(termOf(object))
    else objects.set(predicate, [termOf(object)])
  }
  for (const [predicate, terms] of objects) rows.push(`${short(predicate)} ${terms.join(', ')}`)
  return `\n<${iri}>\n  ${rows.join(' ;\n  ')} .\n`
}

const NAMESPACES = Object.entries(PREFIXES)
const LOCAL = /^[A-Za-z]\w*$/

/** An IRI by its prefix, where it has one. */
function short(iri: string): string {
  for (const [prefix, namespace] of NAMESPACES) {
    if (iri.startsWith(namespace) && LOCAL.test(iri.slice(namespace.length))) return `${prefix}:${iri.slice(namespace.length)}`
  }
  return `<${iri}>`
}

function termOf(term: Term): string {
  if ('iri' in term) return term.iri.startsWith(KHABAR) || !term.iri.startsWith('urn:') ? short(term.iri) : `<${term.iri}>`
  const { value, datatype, language } = term
  if (datatype === `${XSD}integer` || datatype === `${XSD}double`) return value
  return `"${escapeLiteral(value)}"${language ? `@${language}` : datatype ? `^^${short(datatype)}` : ''}`
}
