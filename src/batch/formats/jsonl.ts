import type { Format } from '../format.ts'
import { MOST_BYTES, type Row, tooLong } from '../row.ts'

const NEWLINE = 0x0a

/** A JSON object a line. Blank lines are none. */
export const jsonl: Format = {
  name: 'jsonl',
  extensions: ['jsonl', 'ndjson', 'json'],
  async *rows(source, { file }) {
    let line = 1
    let offset = 0
    let pieces: Buffer[] = []
    let length = 0
    const take = (last: Buffer): Row | null => {
      const size = length + last.length
      const bytes = size > MOST_BYTES ? null : pieces.length > 0 ? Buffer.concat([...pieces, last]) : last
      const at = { file, line, offset, length: size }
      offset += size + 1
      line++
      pieces = []
      length = 0
      if (bytes === null) return { ...at, bytes, reason: tooLong }
      return isBlank(bytes) ? null : { ...at, bytes }
    }
    try {
      for await (const chunk of source) {
        let from = 0
        for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
          const row = take(chunk.subarray(from, to))
          from = to + 1
          if (row) yield row
        }
        const rest = chunk.subarray(from)
        length += rest.length
        // what is too long is counted but not kept
        if (length > MOST_BYTES) pieces = []
        else if (rest.length > 0) pieces.push(rest)
      }
    } catch (error) {
      // one byte more: whoever reads this range alone meets the error too
      yield { file, line, offset, length: length + 1, bytes: null, reason: (error as Error).message }
      return
    }
    const row = length > 0 ? take(Buffer.alloc(0)) : null
    if (row) yield row
  },
}

function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false
  return true
}
