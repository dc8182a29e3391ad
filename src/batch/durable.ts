import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file that is there whole or not at all. */
export class DurableFile {
  readonly #path: string
  readonly #temporary: string
  readonly #handle: FileHandle

  private constructor(path: string, temporary: string, handle: FileHandle) {
    this.#path = path
    this.#temporary = temporary
    this.#handle = handle
  }

  /** Begins a file beside the place where it will be. */
  static async create(path: string): Promise<DurableFile> {
    const temporary = `${path}.${randomUUID()}${TEMPORARY}`
    return new DurableFile(path, temporary, await open(temporary, 'wx'))
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#handle.writeFile(bytes) // writes on from where the last ended
  }

  /** Puts the file in its place, on the disk: after it no failure of power takes it away. */
  async commit(): Promise<void> {
    await this.#handle.sync()
    await this.#handle.close()
    await rename(this.#temporary, this.#path)
    await syncFolder(dirname(this.#path))
  }

  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => {})
    await rm(this.#temporary, { force: true })
  }
}

/** Ending of files that are not finished. */
export const TEMPORARY = '.tmp'

/** Writes a small file whole. */
export async function writeDurably(path: string, content: string): Promise<void> {
  const file = await DurableFile.create(path)
  await file.write(Buffer.from(content))
  await file.commit()
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path)
    await folder.sync().finally(() => folder.close())
  } catch {
    // Windows opens no folders
  }
}
