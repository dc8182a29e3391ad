import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dead, Outcome } from './batch.ts'
import { DurableFile, TEMPORARY, writeDurably } from './durable.ts'
import { add, emptyTally, sorted, type Tally } from './tally.ts'
import { UsageError } from './usage.ts'

/** Where the notes of a run are, inside its folder. */
const NOTES = '.khabar'
const RUN = 'run.json'

/** What is noted of a finished part. */
interface Note {
  readonly records: number
  readonly tally: Tally
  readonly dead: readonly Dead[]
}

/**
 * A folder of output: `part-000000.ndjson` and so on, `dead.ndjson`, `summary.json`. A part that is there is whole, and is the checkpoint:
 * its note is on the disk before it, so whoever comes after an interruption goes on behind the last part.
 */
export class Parts {
  /** Records whose parts are finished. */
  records = 0
  readonly tally: Tally = emptyTally()
  readonly #folder: string
  #count = 0
  #file: DurableFile | null = null
  #open: { records: number; tally: Tally; dead: Dead[] } = { records: 0, tally: emptyTally(), dead: [] }

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Opens a folder, new or of an interrupted run of the same command. Throws `UsageError` if it is that of another. */
  static async open(folder: string, command: Readonly<Record<string, unknown>>): Promise<Parts> {
    await mkdir(join(folder, NOTES), { recursive: true })
    await checkCommand(folder, command)
    const parts = new Parts(folder)
    const there = new Set(await readdir(folder))
    while (there.has(partName(parts.#count))) {
      const { records, tally } = await parts.#note(parts.#count)
      parts.records += records
      add(parts.tally, tally)
      parts.#count++
    }
    return parts
  }

  /** Adds what came out of a batch of so many records. */
  async write({ bytes, tally, dead }: Outcome, records: number): Promise<void> {
    this.#file ??= await DurableFile.create(join(this.#folder, partName(this.#count)))
    await this.#file.write(bytes)
    this.#open.records += records
    add(this.#open.tally, tally)
    this.#open.dead.push(...dead)
  }

  /** Finishes the part that is being written. */
  async cut(): Promise<void> {
    if (this.#file === null) return
    await writeDurably(this.#notePath(this.#count), JSON.stringify(this.#open satisfies Note))
    await this.#file.commit()
    this.records += this.#open.records
    add(this.tally, this.#open.tally)
    this.#open = { records: 0, tally: emptyTally(), dead: [] }
    this.#file = null
    this.#count++
  }

  /** Finishes all: the last part, the dead letters of all parts, the summary. */
  async finish(): Promise<void> {
    await this.cut()
    const dead = await DurableFile.create(join(this.#folder, 'dead.ndjson'))
    for (let i = 0; i < this.#count; i++) {
      const lines = (await this.#note(i)).dead.map(one => `${JSON.stringify(one)}\n`)
      await dead.write(Buffer.from(lines.join('')))
    }
    await dead.commit()
    await writeDurably(join(this.#folder, 'summary.json'), `${JSON.stringify(sorted(this.tally), null, 2)}\n`)
    for (const folder of [this.#folder, join(this.#folder, NOTES)])
      for (const name of await readdir(folder)) if (name.endsWith(TEMPORARY)) await rm(join(folder, name), { force: true })
  }

  /** Leaves the part that is being written: nothing of it stays. */
  async abandon(): Promise<void> {
    await this.#file?.abandon()
    this.#file = null
  }

  #notePath(index: number): string {
    return join(this.#folder, NOTES, `${partName(index)}.json`)
  }

  async #note(index: number): Promise<Note> {
    return JSON.parse(await readFile(this.#notePath(index), 'utf8')) as Note
  }
}

const partName = (index: number): string => `part-${String(index).padStart(6, '0')}.ndjson`

/** A folder goes on with the command that began it: what other files or options give would not fit its parts. */
async function checkCommand(folder: string, command: Readonly<Record<string, unknown>>): Promise<void> {
  const path = join(folder, NOTES, RUN)
  const begun = await readFile(path, 'utf8').catch(() => null)
  if (begun === null) {
    if ((await readdir(folder)).some(name => name.startsWith('part-') && name.endsWith('.ndjson')))
      throw new UsageError(`--out: ${folder} holds parts of something else`)
    await writeDurably(path, JSON.stringify(command))
    return
  }
  const before = JSON.parse(begun) as Record<string, unknown>
  const other = Object.keys({ ...before, ...command }).filter(key => JSON.stringify(before[key]) !== JSON.stringify(command[key]))
  if (other.length > 0) throw new UsageError(`--out: ${folder} was begun by another command: other ${other.join(', ')}`)
}
