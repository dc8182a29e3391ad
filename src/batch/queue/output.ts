import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dead, Outcome } from '../batch.ts'
import { DurableFile, writeDurably } from '../durable.ts'
import type { Tally } from '../tally.ts'

/** The output of jobs in a folder: `<jobId>.ndjson`, and `<jobId>.json` with what was not read. The first is there whole or not at all. */
export class JobOutput {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  has(id: string): Promise<boolean> {
    return access(this.#path(id)).then(
      () => true,
      () => false,
    )
  }

  async write(id: string, { bytes, tally, dead }: Outcome): Promise<void> {
    await writeDurably(join(this.#folder, `${id}.json`), JSON.stringify({ tally, dead }))
    const file = await DurableFile.create(this.#path(id))
    await file.write(bytes)
    await file.commit()
  }

  async read(id: string): Promise<Outcome> {
    const note = JSON.parse(await readFile(join(this.#folder, `${id}.json`), 'utf8')) as { tally: Tally; dead: Dead[] }
    return { ...note, bytes: await readFile(this.#path(id)) }
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.ndjson`)
  }
}
