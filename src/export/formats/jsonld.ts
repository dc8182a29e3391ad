import type { Graph } from '../../graph/graph.ts'
import { checkExportOptions, type ExportOptions, inChunks, type TextExporter } from '../exporter.ts'
import { CONTEXT, type ContextTerm } from '../rdf/context.ts'
import { resources } from '../rdf/resources.ts'
import { PREFIXES, type Resource, SCHEMA, type Term, XSD } from '../rdf/term.ts'

/** JSON-LD of schema.org: one object with a flat `@graph`, a thing a line, the context inside. */
export const jsonld: TextExporter = {
  name: 'jsonld',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  write(graph, options = {}) {
    checkExportOptions(jsonld, options)
    return inChunks(lines(graph, options))
  },
}

function* lines(graph: Graph, { sem = false }: ExportOptions): Generator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[`
  let separator = '\n'
  for (const resource of resources(graph, { sem })) {
    yield separator + JSON.stringify(nodeOf(resource))
    separator = ',\n'
  }
  yield '\n]}\n'
}

type Value = string | number | Readonly<Record<string, string>>

function nodeOf({ iri, types, statements }: Resource): Record<string, Value | Value[]> {
  const [type = '', ...more] = types.map(short)
  const node: Record<string, Value | Value[]> = { '@id': iri, '@type': more.length > 0 ? [type, ...more] : type }
  for (const [predicate, object] of statements) {
    const key = short(predicate)
    const value = written(object, CONTEXT[key] as ContextTerm | undefined)
    const known = node[key]
    node[key] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value]
  }
  return node
}

const NAMESPACES = Object.entries(PREFIXES)

/** An IRI as the context shortens it. */
function short(iri: string): string {
  for (const [prefix, namespace] of NAMESPACES)
    if (iri.startsWith(namespace)) return namespace === SCHEMA ? iri.slice(namespace.length) : `${prefix}:${iri.slice(namespace.length)}`
  return iri
}

const NATIVE = new Set(['integer', 'double', 'nonNegativeInteger'].map(type => XSD + type))

/** A value as short as the context allows. */
function written(term: Term, context: ContextTerm | undefined): Value {
  const expected = context?.['@type']
  if ('iri' in term) return expected === '@vocab' ? short(term.iri) : expected === '@id' ? term.iri : { '@id': term.iri }
  const { value, datatype, language } = term
  if (language) return context?.['@language'] === language ? value : { '@value': value, '@language': language }
  if (datatype && NATIVE.has(datatype) && (expected === undefined || expected === short(datatype))) return Number(value)
  if (datatype) return expected === short(datatype) ? value : { '@value': value, '@type': short(datatype) }
  return expected === undefined && context?.['@language'] === undefined ? value : { '@value': value }
}
