import { lstat, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { formatOf } from './formats.ts'
import { peer } from './usage.ts'

/** A file to read, or standard input. */
export interface Source {
  /** As it was named: `-` for standard input. */
  readonly path: string
  /** Bytes, or null where nobody knows. */
  readonly size: number | null
  /** Why it cannot be read. */
  readonly reason?: string
  /** Its path in the folder that was named, without endings. */
  readonly id?: string
}

/** Whether a name holds a pattern: `news/*.jsonl`. */
const isPattern = (path: string): boolean => /[*?[\]{}]/.test(path)

/** The files behind the names that were given: files, folders, patterns, `-`. Those of a folder or pattern in the order of their paths. */
export async function findSources(inputs: readonly string[], anyEnding = false): Promise<Source[]> {
  const found: Source[] = []
  for (const input of inputs) found.push(...(await expand(input, anyEnding)))
  return found
}

async function expand(input: string, anyEnding: boolean): Promise<Source[]> {
  if (input === '-') return [{ path: '-', size: null }]
  const kind = await lstat(input)
    .then(() => stat(input))
    .catch((error: Error) => error)
  if (kind instanceof Error) {
    if (!isPattern(input)) return [{ path: input, size: null, reason: kind.message }]
    const { glob } = await peer('tinyglobby', 'a pattern of file names', () => import('tinyglobby'))
    const paths = await glob(input, { onlyFiles: true })
    return paths.length > 0 ? fromPaths(paths, '.') : [{ path: input, size: null, reason: 'no file has such a name' }]
  }
  if (!kind.isDirectory()) return [{ path: input, size: kind.isFile() ? kind.size : null }]
  const entries = await readdir(input, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => !entry.isDirectory() && !entry.name.startsWith('.') && (anyEnding || formatOf(entry.name)))
    .map(entry => join(entry.parentPath, entry.name))
  return paths.length > 0 ? fromPaths(paths, input) : [{ path: input, size: null, reason: 'no archive is in this folder' }]
}

function fromPaths(paths: readonly string[], root: string): Promise<Source[]> {
  // by code units, not by the customs of a language: the same order everywhere
  const sorted = [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return Promise.all(
    sorted.map(async path => {
      const id = relative(root, path)
        .split(sep)
        .join('/')
        .replace(/(\.[a-z]+)(\.gz)?$/i, '')
      return { path, id, size: (await stat(path)).size }
    }),
  )
}
