/** How long the processor worked for this thread: other programs do not count, as they do on a clock. */
import { readFileSync } from 'node:fs'

const STATISTICS = '/proc/thread-self/schedstat'
const cell = new Int32Array(new SharedArrayBuffer(4))

function onLinux(): number {
  Atomics.wait(cell, 0, 0, 0.01) // leaving the processor for a moment brings its books up to date
  return Number.parseInt(readFileSync(STATISTICS, 'latin1'), 10) / 1e6
}

function has(): boolean {
  try {
    return onLinux() > 0
  } catch {
    return false
  }
}

/** Milliseconds of work of this thread, on Linux; elsewhere those of the clock. */
export const worked: () => number = has() ? onLinux : () => performance.now()
