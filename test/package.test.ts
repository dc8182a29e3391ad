import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join, posix } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { build } from 'tsup'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, openBrowser } from './support/browser.ts'
import { ROOT } from './support/source.ts'

const run = promisify(execFile)
const program = findBrowser()
const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env

interface Manifest {
  name: string
  version: string
  bin: Record<string, string>
  exports: Record<string, string | { types: string; default: string }>
  files: string[]
  dependencies: Record<string, string>
}

interface Lock {
  packages: Record<string, { dev?: boolean; optional?: boolean; peer?: boolean; hasInstallScript?: boolean }>
}

/** As `npm sbom` writes it. */
interface Bill {
  bomFormat: string
  metadata: { component: { purl: string } }
  components: { group?: string; name: string; licenses?: unknown[] }[]
}

let temp: string
let root: string // of the installed package
let manifest: Manifest
let files: string[] // in the tarball
let bytes: number // of the tarball

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
  await node('tsup/dist/cli-default.js', '--config', 'data/page.ts', '--out-dir', join(staged, 'dist/play'))
  await node('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', join(staged, 'dist'))
  const others = ['package.json', 'README.md', 'LICENSE', ...manifest.files.filter(file => file !== 'dist' && !file.startsWith('!'))]
  for (const file of others) await cp(join(ROOT, file), join(staged, file), { recursive: true })

  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts'], { cwd: staged, env })
  const [{ filename, size, files: listed }] = JSON.parse(stdout) as [{ filename: string; size: number; files: { path: string }[] }]
  bytes = size
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

/** Bundles a program for browsers as a page would, with everything that it needs in one file. */
async function bundle(source: string): Promise<Buffer> {
  const entry = join(temp, 'app', 'page.js')
  const outDir = join(temp, 'bundle')
  await writeFile(entry, source)
  await build({
    config: false,
    entry: [entry],
    outDir,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    noExternal: [/.*/],
    minify: true,
    splitting: false,
    treeshake: true,
    silent: true,
    clean: true,
  })
  return readFile(join(outDir, 'page.js'))
}

/** Size as a server sends it: quality 9, which costs seconds; 11 saves another tenth and costs half a minute. */
const brotli = async (content: Buffer): Promise<number> =>
  (await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 } })).length

/** Other versions of Node, as .ci/run installs them: paths of programs, parted as in PATH. */
const NODES = (process.env.KHABAR_NODES ?? '').split(delimiter).filter(Boolean)

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

  test('writes the playground as a folder that opens from disk, with the data that the package holds once', async () => {
    const folder = join(temp, 'page')
    await app(join(root, manifest.bin.khabar ?? ''), 'play', '--save', folder)
    const html = await readFile(join(folder, 'index.html'), 'utf8')
    const scripts = [...html.matchAll(/<script [^>]*src="([^"]+)"/g)].map(([, name = '']) => name)
    expect(scripts).toEqual(['tables.js', 'model.js', 'app.js'])
    for (const name of scripts) expect((await readFile(join(folder, name), 'utf8')).length).toBeGreaterThan(100_000)
    expect(files.filter(file => /^dist\/play\/(?:tables|model)\.js$/.test(file))).toEqual([])
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

  test('runs in browsers: no library entry but that of the queue reaches a module of Node', async () => {
    const queue = (await subpaths()).filter(({ name }) => name !== 'khabar/queue').map(one => posix.normalize(one.default))
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
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/.+\.(?:js|d\.ts)|dist\/play\/(?:index\.html|style\.css|icon\.svg|LICENSES\.txt|fonts\/[\w-]+\.woff2)|data\/LICENSES\/.+)$/
    expect(files.filter(file => !expected.test(file))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist/index.js', 'dist/index.d.ts']),
    )
    expect(files.filter(file => file.startsWith('data/LICENSES/'))).not.toEqual([])
    expect((await readdir(root)).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'data', 'dist', 'package.json'])
  })

  test('is downloaded in 4 MB', () => {
    expect(bytes).toBeLessThanOrEqual(4e6)
  })

  test('runs nothing when it is installed, nor does what it needs', async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    const hooks = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare']
    expect(Object.keys(scripts).filter(name => hooks.includes(name))).toEqual([])
    const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as Lock
    const shipped = Object.entries(lock.packages).filter(([, { dev, optional, peer }]) => !dev && !optional && !peer)
    expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([])
  })

  test('has a bill of materials: npm run sbom', async () => {
    const { stdout } = await run('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, env })
    const { bomFormat, metadata, components } = JSON.parse(stdout) as Bill
    expect({ bomFormat, purl: metadata.component.purl }).toEqual({
      bomFormat: 'CycloneDX',
      purl: `pkg:npm/${manifest.name}@${manifest.version}`,
    })
    const names = components.map(({ group, name }) => (group ? `${group}/${name}` : name))
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)))
    expect(components.filter(({ licenses }) => !licenses?.length).map(({ name }) => name)).toEqual([])
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

describe('in a bundle for browsers', () => {
  test('extractEvent with all tables and the model: at most 3.5 MB compressed', async () => {
    const page = await bundle("import { extractEvent } from 'khabar'\nconsole.log(extractEvent(document.title))")
    expect(await brotli(page)).toBeLessThanOrEqual(3.5e6)
    expect(page.length).toBeGreaterThan(4e6) // everything is in it
  }, 60_000)

  test('extractEvent without the model: at most 1.6 MB compressed', async () => {
    const page = await bundle("import { createReader } from 'khabar/small'\nconsole.log(createReader().extractEvent(document.title))")
    expect(await brotli(page)).toBeLessThanOrEqual(1.6e6)
    expect(page.length).toBeGreaterThan(3e6)
  }, 60_000)

  test.skipIf(!program)(
    'reads there what it reads in Node (apt-get install chromium)',
    async () => {
      const text = 'زار الرئيس التونسي الجزائر يوم 5 فبراير 2020.'
      await bundle(`import { read } from 'khabar'\nglobalThis.answer = JSON.stringify(read('${text}'))`)
      const browser = await openBrowser(program as string)
      try {
        const page = await browser.newPage()
        await page.addScriptTag({ path: join(temp, 'bundle', 'page.js'), type: 'module' })
        await page.waitForFunction(() => 'answer' in globalThis)
        const there = await page.evaluate(() => (globalThis as unknown as { answer: string }).answer)
        const here = await app('--input-type=module', '-e', `import { read } from 'khabar'; console.log(JSON.stringify(read('${text}')))`)
        expect(JSON.parse(there)).toEqual(JSON.parse(here))
      } finally {
        await browser.close()
      }
    },
    60_000,
  )

  test('what is not used is not in it', async () => {
    const page = await bundle("import { normalize } from 'khabar'\nconsole.log(normalize(document.title))")
    expect(page.includes('data/')).toBe(false)
    expect(page.length).toBeLessThan(30_000) // what remains is mostly the Hijri calendar, a CommonJS package
  })
})

describe.skipIf(NODES.length === 0)('under other versions of Node (KHABAR_NODES names them)', () => {
  const program = `import { extractEvent } from 'khabar'; console.log(extractEvent('زار الرئيس التونسي الجزائر يوم 5 فبراير 2020.').type)`

  test.each(NODES)('%s', async node => {
    const there = async (...args: string[]) => (await run(node, args, { cwd: join(temp, 'app'), env })).stdout
    expect(await there('--input-type=module', '-e', program)).toBe('visit\n')
    for (const { name } of await subpaths())
      expect(await there('--input-type=module', '-e', `import * as all from '${name}'; console.log(Object.keys(all).length > 0)`)).toBe(
        'true\n',
      )
    expect(
      JSON.parse(await there(join(root, manifest.bin.khabar ?? ''), 'extract', join(ROOT, 'data/sample/marrakesh.txt'))).events[0].type,
    ).toBe('meeting')
  })
})
