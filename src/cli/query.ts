import type { Store } from 'oxigraph'
import { READY } from './query/ready.ts'
import { queryOf } from './query/sparql.ts'
import { openStore } from './query/store.ts'
import { table } from './query/table.ts'

/** The options of `khabar query`. */
export interface QueryOptions {
  readonly list?: boolean
  readonly load?: string
  readonly with?: readonly string[]
  readonly format?: 'table' | 'csv' | 'json'
  readonly limit?: string
}

/** Asks a graph. Returns the exit code: 1 if a file or the query is bad, 2 for wrong usage. */
export async function query(text: string | undefined, files: readonly string[], options: QueryOptions): Promise<number> {
  const fail = (code: number, message: string): number => {
    process.stderr.write(`khabar: ${message}\n`)
    return code
  }
  if (options.list) {
    process.stdout.write(list())
    return 0
  }
  if (text === undefined) return fail(2, 'what is asked? SPARQL, or a name of khabar query --list')
  if (files.length === 0 && options.load === undefined) return fail(2, 'which graph? Name files, or a folder with --load')
  let sparql: string
  try {
    const { limit } = options
    if (limit !== undefined && !/^[1-9]\d*$/.test(limit)) return fail(2, '--limit must be a positive integer')
    sparql = queryOf(text, parameters(options.with ?? []), limit === undefined ? undefined : Number(limit))
  } catch (error) {
    return fail(2, (error as Error).message)
  }
  try {
    process.stdout.write(answer(await openStore(files, options.load), sparql, options.format ?? 'table'))
    return 0
  } catch (error) {
    return fail(1, String((error as Error).message ?? error))
  }
}

function parameters(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map(pair => {
      const border = pair.indexOf('=')
      if (border < 1) throw new TypeError(`--with takes name=value, not «${pair}»`)
      return [pair.slice(0, border), pair.slice(border + 1)]
    }),
  )
}

const list = (): string =>
  table(
    ['name', 'what', 'parameters'],
    Object.entries(READY).map(([name, { about, parameters: all }]) => [
      name,
      about,
      Object.entries(all)
        .map(([p, m]) => `${p}: ${m}`)
        .join('; '),
    ]),
  )

const FORMATS = { csv: 'text/csv', json: 'application/sparql-results+json' } as const

/** SPARQL 1.1 Query Results JSON. */
interface Results {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: { readonly bindings: readonly Readonly<Record<string, { readonly value: string }>>[] }
}

function answer(store: Store, sparql: string, format: NonNullable<QueryOptions['format']>): string {
  if (/^\s*(?:CONSTRUCT|DESCRIBE)\b/im.test(sparql)) return store.query(sparql, { results_format: 'application/n-triples' }) as string
  const written = store.query(sparql, { results_format: FORMATS[format === 'csv' ? 'csv' : 'json'] }) as string
  // CSV has its own line ends, JSON none
  if (format !== 'table') return written.endsWith('\n') ? written : `${written}\n`
  const { head, boolean, results } = JSON.parse(written) as Results
  if (!results) return `${boolean}\n`
  const names = head.vars ?? []
  return results.bindings.length === 0
    ? 'nothing found\n'
    : table(
        names,
        results.bindings.map(row => names.map(name => row[name]?.value ?? '')),
      )
}
