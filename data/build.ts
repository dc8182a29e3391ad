/**
 * Serves the tables to the program: `import data from 'khabar:data'`.
 * What the tables mean is the business of `src/lexicon/compile.ts`; here is only the road from the folder to a bundler.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Options } from 'tsup'
import type { Plugin as VitePlugin } from 'vitest/config'
import { compile } from '../src/lexicon/compile.ts'

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number]

const NAME = 'khabar:data'
/** What the built program imports in its place: `imports` of package.json. */
const PACKED = '#tables'
const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Whether a file, named from the root of the project, is read by the compiler. */
function isTable(path: string): boolean {
  return /^data\/.*\.tsv$|^data\/events\/[^/]*\.txt$/.test(path)
}

/** The tables below a root, by path from the root, in the order of their paths. */
export async function readTables(root: string = ROOT): Promise<Map<string, string>> {
  const entries = await readdir(join(root, 'data'), { recursive: true })
  const paths = entries.map(entry => `data/${entry.replaceAll(sep, '/')}`).filter(isTable)
  const read = async (path: string): Promise<[string, string]> => [path, await readFile(join(root, path), 'utf8')]
  return new Map(await Promise.all(paths.sort().map(read)))
}

/** The tables in compiled form. Rejects with `file:line:column: what is wrong` if a row is bad. */
export async function compileData(root: string = ROOT): Promise<Record<string, string>> {
  return compile(await readTables(root))
}

/** Compiles when first asked, and again only after `stale()`. */
function createCompiler(root: string) {
  let ready: Promise<Record<string, string>> | undefined
  const data = (): Promise<Record<string, string>> => {
    ready ??= compileData(root)
    return ready
  }
  return {
    data,
    source: async () => `const tables = ${JSON.stringify(await data())}\nexport default () => tables`,
    stale: () => {
      ready = undefined
    },
  }
}

/** `file:line:column: text`, as bundlers want it. */
function toMessage(error: unknown) {
  const text = error instanceof Error ? error.message : String(error)
  const found = /^(data\/[^:\n]+):(\d+):(\d+):\s*/.exec(text)
  if (!found) return { text }
  const [head, file = '', line, column] = found
  return { text: text.slice(head.length), location: { file, line: Number(line), column: Number(column) - 1 } }
}

/** The plugin for tsup. */
export function tables(root: string = ROOT): EsbuildPlugin {
  const compiler = createCompiler(root)
  return {
    name: NAME,
    setup(build) {
      build.onStart(compiler.stale)
      build.onResolve({ filter: /^khabar:data$/ }, () => ({ path: PACKED, external: true }))
      build.onEnd(async () => {
        try {
          await writePacked(await compiler.data(), build.initialOptions.outdir ?? join(root, 'dist'))
          return {}
        } catch (error) {
          return { errors: [toMessage(error)] }
        }
      })
    },
  }
}

/**
 * Writes the tables beside the program: a JSON file that Node reads when the first text comes, and the same as a module for browsers.
 * `imports` of package.json decides. A program that only imports khabar does not pay for them.
 */
async function writePacked(data: Record<string, string>, folder: string): Promise<void> {
  const json = JSON.stringify(data)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'tables.json'), json)
  await writeFile(join(folder, 'tables.js'), `let tables\nexport default () => (tables ??= ${json})\n`)
  const read = "JSON.parse(readFileSync(new URL('./tables.json', import.meta.url), 'utf8'))"
  await writeFile(
    join(folder, 'tables.node.js'),
    `import { readFileSync } from 'node:fs'\nlet tables\nexport default () => (tables ??= ${read})\n`,
  )
}

/** The plugin for Vite and vitest. */
export function viteTables(root: string = ROOT): VitePlugin {
  const compiler = createCompiler(root)
  const id = `\0${NAME}`
  return {
    name: NAME,
    resolveId: source => (source === NAME ? id : null),
    load: loaded => (loaded === id ? compiler.source() : null),
    configureServer({ watcher, moduleGraph }) {
      watcher.add(join(root, 'data'))
      watcher.on('all', (_event, file) => {
        if (!isTable(file.slice(root.length).replaceAll(sep, '/'))) return
        compiler.stale()
        const loaded = moduleGraph.getModuleById(id)
        if (loaded) moduleGraph.invalidateModule(loaded)
      })
    },
  }
}
