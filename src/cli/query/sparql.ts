import { PREFIXES } from '../../export/rdf/term.ts'
import { READY } from './ready.ts'

const HEAD = Object.entries(PREFIXES)
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
  .join('')

/** A query as it is asked: a ready one by its name, or SPARQL; with the prefixes of the graph before it. Throws `TypeError` for what is neither, or a parameter that it does not have. */
export function queryOf(query: string, given: Readonly<Record<string, string>>, limit?: number): string {
  const ready = Object.hasOwn(READY, query) ? READY[query] : undefined
  if (!ready) {
    if (/^[\w-]+$/.test(query)) throw new TypeError(`there is no ready query «${query}»: khabar query --list`)
    if (Object.keys(given).length > 0) throw new TypeError('only ready queries have parameters')
    return HEAD + query
  }
  for (const name of Object.keys(given))
    if (!Object.hasOwn(ready.parameters, name))
      throw new TypeError(`«${query}» has no parameter «${name}», but ${Object.keys(ready.parameters).join(', ')}`)
  const literal = (text: string): string => JSON.stringify(text)
  const filter = (name: string, make: (value: string) => string): string =>
    given[name] === undefined ? '' : `FILTER(${make(literal(given[name]))})`
  const sparql = ready.sparql(
    (name, variable) => filter(name, value => `CONTAINS(STR(${variable}), ${value})`),
    (name, variable) => filter(name, value => `STR(${variable}) = ${value}`),
  )
  return `${HEAD}${sparql}${limit === undefined ? '' : ` LIMIT ${limit}`}`
}
