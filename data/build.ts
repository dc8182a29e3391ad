/**
 * Serves the tables to the program: `import data from 'khabar:data'`.
 * What the tables mean is the business of `src/lexicon/compile.ts`; here is only the road from the folder to a bundler.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Options } from 'tsup'
import type { Plugin as VitePlugin } from 'vitest/config'
import { compile } from '../src/lexicon/compile.ts'

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number]

const NAME = 'khabar:data'
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
  let ready: Promise<string> | undefined
  return {
    source: () => {
      ready ??= compileData(root).then(data => `export default ${JSON.stringify(data)}`)
      return ready
    },
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
      build.onResolve({ filter: /^khabar:data$/ }, () => ({ path: NAME, namespace: NAME, sideEffects: false }))
      build.onLoad({ filter: /.*/, namespace: NAME }, async () => {
        try {
          const files = [...(await readTables(root)).keys()].map(path => join(root, path))
          return { contents: await compiler.source(), loader: 'js', watchFiles: files, watchDirs: [join(root, 'data')] }
        } catch (error) {
          return { errors: [toMessage(error)], watchDirs: [join(root, 'data')] }
        }
      })
    },
  }
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
