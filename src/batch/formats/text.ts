import { isUtf8 } from 'node:buffer'
import type { Format } from '../format.ts'
import { MOST_BYTES } from '../row.ts'

/** A file that is one article. What lies beyond the longest text that a reader takes is not kept. */
export const text: Format = {
  name: 'text',
  extensions: ['txt'],
  async *rows(source, { file, id }) {
    const pieces: Buffer[] = []
    let length = 0
    try {
      for await (const chunk of source) {
        if (length > MOST_BYTES) break
        pieces.push(chunk)
        length += chunk.length
      }
    } catch (error) {
      yield { file, line: 1, bytes: null, reason: (error as Error).message }
      return
    }
    const bytes = length > MOST_BYTES ? wholeLetters(Buffer.concat(pieces).subarray(0, MOST_BYTES)) : Buffer.concat(pieces)
    if (!isUtf8(bytes)) yield { file, line: 1, offset: 0, length: bytes.length, bytes: null, reason: 'no UTF-8' }
    else
      yield {
        file,
        line: 1,
        own: true,
        offset: 0,
        length: bytes.length,
        bytes: Buffer.from(JSON.stringify({ ...(id !== undefined ? { id } : {}), text: bytes.toString() })),
      }
  },
}

/** Without the bytes of a letter that is cut. */
function wholeLetters(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--
  return bytes.subarray(0, Math.max(0, end - 1))
}
