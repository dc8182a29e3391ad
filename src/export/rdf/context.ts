import { PREFIXES, SCHEMA } from './term.ts'

/** A term of a JSON-LD context with what its values are. */
export interface ContextTerm {
  readonly '@id': string
  readonly '@type'?: string
  readonly '@language'?: string
}

const LINKS = [
  'about',
  'additionalType',
  'affiliation',
  'attendee',
  'containedInPlace',
  'location',
  'member',
  'organizer',
  'publisher',
  'sameAs',
  'worksFor',
]
const ARABIC = ['alternateName', 'description', 'headline', 'jobTitle', 'name']
const DATES = ['datePublished', 'endDate', 'foundingDate', 'startDate']

const terms = (names: readonly string[], rest: Omit<ContextTerm, '@id'>): Record<string, ContextTerm> =>
  Object.fromEntries(names.map(name => [name, { '@id': SCHEMA + name, ...rest }]))

const { schema: _, ...prefixes } = PREFIXES
const own = (name: string, type: string): Record<string, ContextTerm> => ({ [name]: { '@id': name, '@type': type } })

/** The JSON-LD context: written into every file, so that nothing is ever fetched. Names of schema.org stand without a prefix. */
export const CONTEXT: Readonly<Record<string, string | ContextTerm>> = {
  '@vocab': SCHEMA,
  ...prefixes,
  ...terms(LINKS, { '@type': '@id' }),
  ...terms(['eventStatus'], { '@type': '@vocab' }),
  ...terms(ARABIC, { '@language': 'ar' }),
  ...terms(DATES, { '@type': 'xsd:date' }),
  ...terms(['latitude', 'longitude'], { '@type': 'xsd:double' }),
  ...own('khabar:confidence', 'xsd:double'),
  ...own('khabar:leader', '@id'),
  ...own('khabar:participantCount', '@id'),
  ...own('khabar:quantity', '@id'),
  ...own('khabar:spokesperson', '@id'),
  ...own('khabar:statedFrom', 'xsd:date'),
  ...own('khabar:statedTo', 'xsd:date'),
  ...Object.fromEntries(
    ['hasBody', 'hasTarget', 'hasSource', 'hasSelector', 'motivatedBy'].map(n => [`oa:${n}`, { '@id': `oa:${n}`, '@type': '@id' }]),
  ),
  ...own('oa:start', 'xsd:nonNegativeInteger'),
  ...own('oa:end', 'xsd:nonNegativeInteger'),
  ...own('prov:wasDerivedFrom', '@id'),
  ...own('prov:wasAttributedTo', '@id'),
  ...own('sem:eventType', '@id'),
  ...own('sem:hasActor', '@id'),
  ...own('sem:hasPlace', '@id'),
  ...own('sem:roleType', '@id'),
  ...own('rdf:value', '@id'),
}
