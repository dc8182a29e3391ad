import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from './support/source.ts'

const run = promisify(execFile)
const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env

interface Manifest {
  name: string
  version: string
  bin: Record<string, string>
  exports: Record<string, string | { types: string; default: string }>
  files: string[]
  dependencies: Record<string, string>
}

let temp: string
let root: string // of the installed package
let manifest: Manifest
let files: string[] // in the tarball

/** Builds into a temporary folder, packs, and installs the tarball beside links to the packages it depends on. */
beforeAll(async () => {
  temp = await realpath(await mkdtemp(join(tmpdir(), 'khabar-')))
  manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Manifest
  const staged = join(temp, 'staged')
  const modules = join(temp, 'app', 'node_modules')
  root = join(modules, manifest.name)
  await mkdir(staged)
  await mkdir(root, { recursive: true })

  const node = (script: string, ...args: string[]) =>
    run(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, env: { ...env, NODE_ENV: 'production' } })
  await node('tsup/dist/cli-default.js', '--out-dir', join(staged, 'dist'))
  await node('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', join(staged, 'dist'))
  const others = ['package.json', 'README.md', 'LICENSE', ...manifest.files.filter(file => file !== 'dist')]
  for (const file of others) await cp(join(ROOT, file), join(staged, file), { recursive: true })

  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts'], { cwd: staged, env })
  const [{ filename, files: listed }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }]
  files = listed.map(({ path }) => path).sort()
  await run('tar', ['-xzf', join(staged, filename), '-C', root, '--strip-components=1'])
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(dirname(join(modules, name)), { recursive: true })
    await symlink(join(ROOT, 'node_modules', name), join(modules, name), 'junction')
  }
  await writeFile(join(temp, 'app', 'package.json'), JSON.stringify({ name: 'app', private: true }))
}, 120_000)

afterAll(() => rm(temp, { recursive: true, force: true }))

const app = async (...args: string[]) => (await run(process.execPath, args, { cwd: join(temp, 'app'), env })).stdout

/** The public names of the package: `khabar`, `khabar/dates`, … */
const subpaths = async () => {
  const { exports } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Manifest
  return Object.entries(exports).flatMap(([key, value]) =>
    typeof value === 'string' ? [] : [{ name: posix.join('khabar', key), ...value }],
  )
}

describe('the package', () => {
  test('is imported and required alike', async () => {
    for (const { name } of await subpaths()) {
      const imported = await app('--input-type=module', '-e', `console.log(Object.keys(await import('${name}')).sort().join())`)
      const required = await app('--input-type=commonjs', '-e', `console.log(Object.keys(require('${name}')).sort().join())`)
      expect(imported.trim(), name).not.toBe('')
      expect(
        required
          .trim()
          .split(',')
          .filter(key => key !== '__esModule'),
        name,
      ).toEqual(imported.trim().split(','))
    }
  })

  test('has the program khabar', async () => {
    expect((await app(join(root, manifest.bin.khabar ?? ''), '--version')).trim()).toBe(manifest.version)
    expect(await readFile(join(root, manifest.bin.khabar ?? ''), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })

  test('has declarations for everything that it exports, and for all that they import', async () => {
    const queue = (await subpaths()).map(({ types }) => posix.normalize(types))
    for (const path of queue) {
      expect(files).toContain(path)
      const text = await readFile(join(root, path), 'utf8')
      expect(text, path).not.toContain('khabar:data')
      for (const [, specifier = ''] of text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)) {
        const next = posix.join(posix.dirname(path), specifier.replace(/(?:\.d)?\.[jt]s$/, '.d.ts'))
        if (!queue.includes(next)) queue.push(next)
      }
    }
  })

  test('runs in browsers: no library entry reaches a module of Node', async () => {
    const queue = (await subpaths()).map(one => posix.normalize(one.default))
    for (const path of queue) {
      const text = await readFile(join(root, path), 'utf8')
      for (const [, specifier = ''] of text.matchAll(/^(?:import|export)\b[^'"`;=()]*['"]([^'"\n]+)['"]/gm)) {
        expect(specifier, path).not.toMatch(/^node:/)
        const next = posix.join(posix.dirname(path), specifier)
        if (specifier.startsWith('.') && !queue.includes(next)) queue.push(next)
      }
    }
    expect(queue.length).toBeGreaterThan(0)
  })

  test('holds what is needed and no more', async () => {
    const expected =
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/(?:tables|model)\.json|dist\/.+\.(?:js|d\.ts)|data\/LICENSES\/.+)$/
    expect(files.filter(file => !expected.test(file))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist/index.js', 'dist/index.d.ts']),
    )
    expect(files.filter(file => file.startsWith('data/LICENSES/'))).not.toEqual([])
    expect((await readdir(root)).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'data', 'dist', 'package.json'])
  })

  test('names no path of the machine that built it, and keeps Arabic readable', async () => {
    const folders = [ROOT.replace(/[\\/]$/, ''), temp, homedir()].filter(path => path.length > 3)
    const texts = await Promise.all(files.map(file => readFile(join(root, file), 'utf8')))
    for (const folder of folders) expect(files.filter((_file, index) => texts[index]?.includes(`${folder}/`))).toEqual([])
    expect(files.filter((_file, index) => /(?:\\u06[\da-f]{2}){2}/i.test(texts[index] ?? ''))).toEqual([])
    expect(texts.some(text => /\p{Script=Arabic}{3}/u.test(text))).toBe(true)
  })

  test('is locked without the address of a registry', async () => {
    const lock = await readFile(join(ROOT, 'package-lock.json'), 'utf8')
    const hosts = [...lock.matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host)
    expect([...new Set(hosts)].filter(host => host !== 'registry.npmjs.org')).toEqual([])
  })
})
