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

/** Doubling a text may cost this much: twice, and the noise of a machine that does other things too. */
export const MOST = 2.3
/** A run below this many milliseconds is all noise: it is repeated, so that a measurement lasts. */
const LEAST = 2
/** How long to go on measuring before a text counts as not linear. What is linear needs a few rounds only. */
const PATIENCE = 8_000

const timed = (work: () => void, times: number): number => {
  const start = worked()
  for (let i = 0; i < times; i++) work()
  return worked() - start
}

/**
 * How much longer `double` takes than `single`: the best of some rounds. A round measures two runs of the one and one run of the other, in turns:
 * as long as each other if all is well, so that both meet the same noise. More rounds only come nearer to the truth.
 */
export function ratio(single: () => void, double: () => void, patience = PATIENCE): number {
  timed(single, 2)
  timed(double, 1)
  const times = Math.max(1, Math.ceil(LEAST / timed(single, 1)))
  const until = performance.now() + patience
  let [one, two] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  do {
    one = Math.min(one, timed(single, 2 * times) / 2)
    two = Math.min(two, timed(double, times))
  } while (two / one > MOST && performance.now() < until)
  return two / one
}
