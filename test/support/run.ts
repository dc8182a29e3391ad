/** Runs a function of the command line inside the test: what it prints, and its exit code. */
import { Readable } from 'node:stream'
import { vi } from 'vitest'

export interface Run {
  code: number
  out: Buffer
  text: string
  err: string
}

/** `input` is the standard input. */
export async function run(command: () => Promise<number>, input = ''): Promise<Run> {
  const out: Buffer[] = []
  let err = ''
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(chunk => {
      out.push(Buffer.from(chunk as string))
      return true
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation(chunk => {
      err += String(chunk)
      return true
    }),
  ]
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor
  Object.defineProperty(process, 'stdin', { value: Readable.from(input === '' ? [] : [Buffer.from(input)]), configurable: true })
  try {
    const code = await command()
    const whole = Buffer.concat(out)
    return { code, out: whole, text: whole.toString(), err }
  } finally {
    for (const spy of spies) spy.mockRestore()
    Object.defineProperty(process, 'stdin', stdin)
  }
}
