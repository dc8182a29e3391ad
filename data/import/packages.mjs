/**
 * Fetches the pinned packages of `sources.json` and extracts single files of them.
 * The packages are no dependencies: they are read once and the rows are committed.
 */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** @typedef {{name: string, version: string, integrity: string, files: Record<string, string>, licence: string}} Source */

/**
 * @param {string | undefined} cache a folder to keep the tarballs in; without it they are thrown away
 * @returns {{path: (key: string) => string, text: (key: string) => string, json: (key: string) => any, close: () => void}}
 */
export function openSources(cache) {
  const list = readFileSync(new URL('sources.json', import.meta.url), 'utf8')
  /** @type {Source[]} */
  const sources = JSON.parse(list).packages
  const work = mkdtempSync(join(tmpdir(), 'khabar-import-'))
  const tarballs = cache ?? work
  if (cache) mkdirSync(cache, { recursive: true })
  /** @type {Map<string, string>} */
  const paths = new Map()

  for (const source of sources) {
    const tarball = fetch(source, tarballs)
    const folder = join(work, fileName(source))
    mkdirSync(folder)
    execFileSync('tar', ['-xzf', tarball, '-C', folder, ...Object.values(source.files)])
    for (const [key, path] of Object.entries(source.files)) paths.set(key, join(folder, path))
  }

  /** @param {string} key */
  function path(key) {
    const found = paths.get(key)
    if (!found) throw new Error(`No source gives the file "${key}"`)
    return found
  }

  return {
    path,
    text: key => readFileSync(path(key), 'utf8'),
    json: key => JSON.parse(readFileSync(path(key), 'utf8')),
    close: () => rmSync(work, { recursive: true, force: true }),
  }
}

/** @param {Source} source */
function fileName(source) {
  return `${source.name.replace('@', '').replace('/', '-')}-${source.version}`
}

/**
 * @param {Source} source
 * @param {string} folder
 */
function fetch(source, folder) {
  const tarball = join(folder, `${fileName(source)}.tgz`)
  if (!existsSync(tarball)) {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    execFileSync(npm, ['pack', `${source.name}@${source.version}`, '--silent', '--pack-destination', folder])
  }
  const hash = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (hash !== source.integrity) throw new Error(`${source.name}@${source.version}: expected ${source.integrity}, got ${hash}`)
  return tarball
}
