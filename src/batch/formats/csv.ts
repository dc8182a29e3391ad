import { isUtf8 } from 'node:buffer'
import type { CsvError, Info } from 'csv-parse'
import type { Format, FormatContext } from '../format.ts'
import { MOST_BYTES, type Row } from '../row.ts'
import { peer } from '../usage.ts'

/** A table of columns, their names in the first line. */
const table = (name: string, delimiter: string): Format => ({
  name,
  extensions: [name],
  rows: (source, context) => rows(source, context, delimiter),
})

export const csv = table('csv', ',')
export const tsv = table('tsv', '\t')

async function* rows(source: AsyncIterable<Buffer>, { file }: FormatContext, delimiter: string): AsyncGenerator<Row> {
  const { parse } = await peer('csv-parse', 'reading CSV', () => import('csv-parse'))
  const out: Row[] = []
  let names: string[] | undefined
  let line = 1
  const bad = (reason: string): Row => ({ file, line, bytes: null, reason })
  const onRecord = (fields: unknown, { lines }: Pick<Info, 'lines'>): null => {
    const record = fields as Buffer[]
    if (names === undefined) names = record.map(field => field.toString().trim())
    else if (record.length > 1 || record[0]?.length !== 0) {
      if (!record.every(isUtf8)) out.push(bad('no UTF-8'))
      else if (record.length !== names.length) out.push(bad(`${record.length} columns instead of ${names.length}`))
      else out.push({ file, line, bytes: toJson(names, record) })
    }
    line = lines + 1
    return null
  }
  const parser = parse({
    delimiter,
    encoding: null,
    relax_column_count: true,
    relax_quotes: true, // «5" screen»: a quote inside a field that has none around it
    max_record_size: MOST_BYTES,
    on_record: onRecord,
  })
  let failure: CsvError | Error | undefined
  parser.on('error', error => {
    failure = error
  })
  try {
    for await (const chunk of source) {
      parser.write(chunk) // works at once, and hands its records to onRecord
      yield* out.splice(0)
      if (parser.errored) break
    }
    if (!parser.errored) {
      parser.end()
      await new Promise<void>(done => {
        parser.on('close', done).resume()
      })
    }
  } catch (error) {
    failure = error as Error
  } finally {
    parser.destroy()
  }
  yield* out.splice(0)
  const reason = (parser.errored ?? failure)?.message
  if (reason !== undefined) yield bad(reason)
}

/** A cell that is empty is a field that is not there. */
function toJson(names: readonly string[], record: readonly Buffer[]): Buffer {
  const entries = names.map((name, i): [string, string] => [name, record[i]?.toString() ?? ''])
  return Buffer.from(JSON.stringify(Object.fromEntries(entries.filter(([, value]) => value !== ''))))
}
