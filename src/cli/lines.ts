import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** The lines of a file with their numbers, or of standard input for `-`; of `*.gz` unpacked. Rejects if the file cannot be read. */
export async function* readLines(path: string): AsyncGenerator<[line: string, number: number]> {
  const raw: Readable = path === '-' ? process.stdin : createReadStream(path)
  const input = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  if (input !== raw) raw.on('error', error => input.destroy(error))
  let failed: Error | null = null
  // readline ends quietly where its input fails
  input.on('error', error => {
    failed = error
  })
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) yield [line, ++number]
  if (failed) throw failed
}
