import { createGunzip } from 'node:zlib'
import { through } from './through.ts'

/** A gzip of a megabyte can hold a gigabyte. News packs to a tenth; what unpacks to more than this many times its size was made to harm. */
const MOST_RATIO = 200
/** Below this many bytes no ratio is too high. */
const SMALL = 64 << 20

/** The bytes themselves, unpacked if they begin as gzip does. Throws where the gzip is damaged, cut, or a bomb. */
export async function* unpack(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let packed = 0
  const counted = (async function* () {
    for await (const chunk of source) {
      packed += chunk.length
      yield chunk
    }
  })()
  const { head, all } = await peek(counted, 2)
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all
    return
  }
  let size = 0
  try {
    for await (const chunk of through(all, createGunzip())) {
      size += chunk.length
      if (size > SMALL && size > packed * MOST_RATIO) throw new Error(`unpacks to more than ${MOST_RATIO} times its size`)
      yield chunk
    }
  } catch (error) {
    throw new Error(`damaged gzip: ${(error as Error).message}`)
  }
}

/** The first bytes, at least `length` of them if there are so many, and the whole again. */
export async function peek(
  source: AsyncIterable<Buffer>,
  length: number,
): Promise<{ readonly head: Buffer; readonly all: AsyncGenerator<Buffer> }> {
  const chunks = source[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let failure: unknown
  while (head.length < length && failure === undefined) {
    try {
      const { done, value } = await chunks.next()
      if (done) break
      head = head.length > 0 ? Buffer.concat([head, value]) : value
    } catch (error) {
      failure = error
    }
  }
  const all = (async function* () {
    try {
      if (head.length > 0) yield head
      if (failure !== undefined) throw failure
      yield* { [Symbol.asyncIterator]: () => chunks }
    } finally {
      await chunks.return?.()
    }
  })()
  return { head, all }
}
