import type { Transform } from 'node:stream'

/** Fixed steps, so that what comes out before an error does not depend on how the input was cut. */
const STEP = 4096

/**
 * Sends bytes through a stream step by step. Unlike a pipe it gives all that came out before an error, and then throws it:
 * the articles before the place where a file is damaged are read.
 */
export async function* through(source: AsyncIterable<Buffer>, stream: Transform): AsyncGenerator<Buffer> {
  const out: Buffer[] = []
  let failure: Error | undefined
  stream.on('data', (chunk: Buffer) => out.push(chunk))
  const failed = new Promise<void>(done => {
    stream.on('error', error => {
      failure = error
      done()
    })
  })
  const ended = new Promise<void>(done => {
    stream.on('end', done)
  })
  const write = (bytes: Buffer): Promise<void> =>
    new Promise(done => {
      stream.write(bytes, () => done())
    })
  try {
    for await (const bytes of inSteps(source)) {
      await Promise.race([write(bytes), failed])
      yield* out.splice(0)
      if (failure) throw failure
    }
    stream.end()
    await Promise.race([ended, failed])
    yield* out.splice(0)
    if (failure) throw failure
  } finally {
    stream.destroy()
  }
}

/** The same bytes in pieces of one size; the last may be shorter. */
async function* inSteps(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let at = 0
    for (; bytes.length - at >= STEP; at += STEP) yield bytes.subarray(at, at + STEP)
    rest = bytes.subarray(at)
  }
  if (rest.length > 0) yield rest
}
