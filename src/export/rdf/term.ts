/** An IRI in full, or a literal. There are no blank nodes. */
export type Term = { readonly iri: string } | Literal

export interface Literal {
  readonly value: string
  /** IRI; xsd:string if neither this nor `language` is set. */
  readonly datatype?: string
  readonly language?: string
}

/** What is said of one thing, in order. */
export interface Resource {
  readonly iri: string
  readonly types: readonly string[]
  readonly statements: readonly (readonly [predicate: string, object: Term])[]
}

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'
export const SCHEMA = 'http://schema.org/'
export const SEM = 'http://semanticweb.cs.vu.nl/2009/11/sem/'
export const PROV = 'http://www.w3.org/ns/prov#'
export const OA = 'http://www.w3.org/ns/oa#'
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
/** khabar's own terms, for what no vocabulary has. */
export const KHABAR = 'urn:khabar:term:'

/** The namespaces by the prefix under which they are written. */
export const PREFIXES: Readonly<Record<string, string>> = {
  rdf: RDF,
  rdfs: RDFS,
  xsd: XSD,
  schema: SCHEMA,
  sem: SEM,
  prov: PROV,
  oa: OA,
  khabar: KHABAR,
}

export const iri = (value: string): Term => ({ iri: value })
/** A name or phrase as an article writes it. */
export const arabic = (value: string): Term => ({ value, language: 'ar' })
export const text = (value: string): Term => ({ value })

/** A number: an integer, or a double as short as it can be told from others. */
export function number(value: number, datatype = Number.isInteger(value) && Math.abs(value) < 1e21 ? 'integer' : 'double'): Term {
  const written = datatype === 'double' ? value.toExponential().replace(/e\+?/, 'E') : value.toFixed(0)
  return { value: written, datatype: XSD + datatype }
}

/** A date as exact as it is told: a day, a month, a year, an instant. */
export function date(value: string): Term {
  const type = /^\d{4}$/.test(value)
    ? 'gYear'
    : /^\d{4}-\d\d$/.test(value)
      ? 'gYearMonth'
      : /^\d{4}-\d\d-\d\d$/.test(value)
        ? 'date'
        : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.test(value)
          ? 'dateTime'
          : null
  return type === null ? { value } : { value, datatype: XSD + type }
}
