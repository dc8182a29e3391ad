import type { GraphBuilder, Told } from '../graph/index.ts'
import { createReader, type Reader } from '../index.ts'
import { readLines } from './lines.ts'

/** Adds the readings of files to a graph: lines of `khabar extract`, or articles, which are read now. Tells what is no reading on standard error; gives how many were not. */
export async function addReadings(files: readonly string[], builder: GraphBuilder): Promise<number> {
  let reader: Reader | null = null
  let bad = 0
  const add = (line: string): void => {
    const record: unknown = JSON.parse(line)
    if (record === null || typeof record !== 'object') throw new TypeError('no JSON object')
    const known: { -readonly [K in keyof Told]?: Told[K] } = { ...record }
    if (typeof (known.id as unknown) === 'number') known.id = String(known.id)
    // fields of other archives may hold anything
    for (const name of ['id', 'title', 'publishedAt', 'url', 'source'] as const) if (typeof known[name] !== 'string') delete known[name]
    if (known.events === undefined && typeof known.text === 'string') {
      reader ??= createReader()
      const { title, publishedAt } = known
      const context = { ...(title === undefined ? {} : { title }), ...(publishedAt === undefined ? {} : { publishedAt }) }
      Object.assign(known, reader.read(known.text, context))
    }
    builder.add(known as Told)
  }
  for (const file of files) {
    try {
      for await (const [line, number] of readLines(file)) {
        if (line.trim() === '') continue
        try {
          add(line)
        } catch (error) {
          bad++
          process.stderr.write(`khabar: ${file}:${number}: ${(error as Error).message}\n`)
        }
      }
    } catch (error) {
      bad++
      process.stderr.write(`khabar: ${file}: ${(error as Error).message}\n`)
    }
  }
  return bad
}
