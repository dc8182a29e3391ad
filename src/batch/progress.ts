import type { Tally } from './tally.ts'

/** Milliseconds between two looks of the line. */
const PAUSE = 250

/** One line on a terminal: how many articles, how fast, how long still. On anything else nothing. */
export class Progress {
  readonly #stream: NodeJS.WriteStream
  readonly #total: number | null
  readonly #start = performance.now()
  #shown = 0
  #bytes = 0
  #articles = 0

  /** `total` is the size of all files in bytes, null where nobody knows. */
  constructor(stream: NodeJS.WriteStream, total: number | null) {
    this.#stream = stream
    this.#total = total
  }

  /** So many bytes of the files were read. */
  bytes(count: number): void {
    this.#bytes += count
  }

  /** So many articles are done. */
  articles(count: number): void {
    this.#articles += count
    const now = performance.now()
    if (!this.#stream.isTTY || now - this.#shown < PAUSE) return
    this.#shown = now
    this.#stream.write(`\r${progressLine(this.#articles, (now - this.#start) / 1000, this.#bytes, this.#total)}\x1b[K`)
  }

  clear(): void {
    if (this.#stream.isTTY && this.#shown > 0) this.#stream.write('\r\x1b[K')
  }

  /** What was done, in a line for people. */
  summary(tally: Tally): string {
    const seconds = (performance.now() - this.#start) / 1000
    const list = (counts: Record<string, number>): string =>
      Object.entries(counts)
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .map(([name, n]) => `${name} ${n}`)
        .join(', ') || 'none'
    return [
      `${tally.articles} articles read, ${tally.dead} not; ${this.#articles} of them now, ${rate(this.#articles, seconds)}/s`,
      `events: ${list(tally.events)}`,
      `issues: ${list(tally.issues)}`,
    ].join('\n')
  }
}

/** «1200 articles, 600/s, 40%, 3 s left» */
export function progressLine(articles: number, seconds: number, bytes: number, total: number | null): string {
  const line = `${articles} articles, ${rate(articles, seconds)}/s`
  if (total === null || total === 0 || bytes === 0) return line
  const share = Math.min(1, bytes / total)
  return `${line}, ${Math.floor(share * 100)}%, ${duration((seconds / share) * (1 - share))} left`
}

const rate = (count: number, seconds: number): number => (seconds > 0 ? Math.round(count / seconds) : 0)

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`
}
