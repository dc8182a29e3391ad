import { isUtf8 } from 'node:buffer'
import { peek } from './unpack.ts'
import { UsageError } from './usage.ts'

/** So much of a file tells in which encoding it is. */
const SAMPLE = 1 << 16

/** The bytes in UTF-8, without a byte order mark. `encoding` is a label of the WHATWG standard; without it UTF-8 and windows-1256 are told apart. */
export async function* toUtf8(source: AsyncIterable<Buffer>, encoding?: string): AsyncGenerator<Buffer> {
  const { head, all } = await peek(source, encoding === undefined ? SAMPLE : 3)
  const label = encoding ?? detect(head.subarray(0, SAMPLE))
  if (isUtf8Label(label)) {
    yield* withoutMark(all, head)
    return
  }
  const decoder = new TextDecoder(label)
  for await (const chunk of all) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  const rest = decoder.decode()
  if (rest !== '') yield Buffer.from(rest)
}

/** Throws `UsageError` for a name that is none of an encoding. */
export function checkEncoding(label: string): void {
  try {
    new TextDecoder(label)
  } catch {
    throw new UsageError(`--encoding: «${label}» is no encoding`)
  }
}

const isUtf8Label = (label: string): boolean => new TextDecoder(label).encoding === 'utf-8'

/** Arabic of windows-1256 is hardly ever UTF-8 by chance; a file of UTF-8 with damaged lines still is mostly that. */
export function detect(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (isUtf8(head)) return 'utf-8'
  let [good, bad] = [0, 0]
  for (const unit of new TextDecoder('utf-8').decode(head, { stream: true })) {
    if (unit === REPLACEMENT) bad++
    else if (unit > LAST_ASCII) good++
  }
  return bad > good ? 'windows-1256' : 'utf-8'
}

const REPLACEMENT = String.fromCharCode(0xfffd)
const LAST_ASCII = String.fromCharCode(0x7f)

async function* withoutMark(all: AsyncIterable<Buffer>, head: Buffer): AsyncGenerator<Buffer> {
  let left = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  for await (const chunk of all) {
    yield left > 0 ? chunk.subarray(left) : chunk
    left = 0
  }
}
