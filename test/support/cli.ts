/** The command line of `src/cli`, run inside the test: what it prints, and its exit code. */
import { Readable } from 'node:stream'
import { vi } from 'vitest'
import { type ExtractOptions, extract } from '../../src/cli/extract.ts'
import type { Reading } from '../../src/index.ts'

export interface Output {
  code: number
  out: string
  err: string
  /** The lines of the output, read as JSON Lines. */
  lines: () => Reading[]
}

/** Runs `khabar extract` on files; `input` is its standard input. */
export async function runExtract(files: readonly string[], options: ExtractOptions = {}, input = ''): Promise<Output> {
  const written = { out: '', err: '' }
  const take = (name: 'out' | 'err') => (chunk: unknown) => {
    written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString()
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(take('err')),
  ]
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor
  Object.defineProperty(process, 'stdin', { value: Readable.from(input === '' ? [] : [Buffer.from(input)]), configurable: true })
  try {
    const code = await extract(files, options)
    const lines = () =>
      written.out
        .split('\n')
        .slice(0, -1)
        .map(line => JSON.parse(line) as Reading)
    return { code, ...written, lines }
  } finally {
    for (const spy of spies) spy.mockRestore()
    Object.defineProperty(process, 'stdin', stdin)
  }
}
