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
import { DataError, readTable } from '../src/lexicon/table.ts'

export type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number]
type PluginBuild = Parameters<EsbuildPlugin['setup']>[0]

const NAME = 'khabar:data'
/** What the built program imports in their place: `imports` of package.json. */
const PACKED = '#tables'
const PACKED_MODEL = '#model'
const MODEL = 'khabar:model'
const LABELS = 'khabar:labels'
const SAMPLE = 'khabar:sample'
const MODEL_FILE = 'data/model/tagger.txt'
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Whether a file, named from the root of the project, is read by the compiler. */
function isTable(path: string): boolean {
  return (/^data\/.*\.tsv$/.test(path) && !isLabels(path)) || /^data\/events\/[^/]*\.txt$/.test(path)
}

/** Whether a file holds words of the interface: they are no part of the lexicon. */
function isLabels(path: string): boolean {
  return /^data\/labels\/[^/]*\.tsv$/.test(path)
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

/** The trained model of names, as it stands. */
export const readModel = (root: string = ROOT): Promise<string> => readFile(join(root, MODEL_FILE), 'utf8')

async function modelSource(root: string): Promise<string> {
  return `const model = ${JSON.stringify(await readModel(root))}\nexport default () => model`
}

/** The words of the interface, by language and id. Rejects if a word is missing. */
export async function readLabels(root: string = ROOT): Promise<Record<string, Record<string, string>>> {
  const labels: Record<string, Record<string, string>> = {}
  const names = (await readdir(join(root, 'data/labels'))).filter(name => name.endsWith('.tsv'))
  for (const name of names.sort()) {
    const path = `data/labels/${name}`
    const { columns, rows } = readTable(path, await readFile(join(root, path), 'utf8'))
    for (const { line, cells } of rows)
      for (const language of columns.slice(1)) {
        const word = cells[language]
        if (!word) throw new DataError(path, line, 1, `«${cells.id}» has no word in «${language}»`)
        labels[language] ??= {}
        labels[language][cells.id ?? ''] = word
      }
  }
  return labels
}

const labelSource = async (root: string): Promise<string> => `export default ${JSON.stringify(await readLabels(root))}`

const sampleSource = async (root: string): Promise<string> =>
  `export default ${JSON.stringify(await readFile(join(root, 'data/sample/marrakesh.txt'), 'utf8'))}`

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
export function toMessage(error: unknown) {
  const text = error instanceof Error ? error.message : String(error)
  const found = /^(data\/[^:\n]+):(\d+):(\d+):\s*/.exec(text)
  if (!found) return { text }
  const [head, file = '', line, column] = found
  return { text: text.slice(head.length), location: { file, line: Number(line), column: Number(column) - 1 } }
}

/** Serves the words of the interface and the sample to a bundler. */
export function serveWords(build: PluginBuild, root: string): void {
  const sources: Record<string, (root: string) => Promise<string>> = { [LABELS]: labelSource, [SAMPLE]: sampleSource }
  build.onResolve({ filter: /^khabar:(?:labels|sample)$/ }, ({ path }) => ({ path, namespace: NAME }))
  build.onLoad({ filter: /.*/, namespace: NAME }, async ({ path }) => {
    try {
      return { contents: (await sources[path]?.(root)) ?? '' }
    } catch (error) {
      return { errors: [toMessage(error)] }
    }
  })
}

/** The plugin for tsup. */
export function tables(root: string = ROOT): EsbuildPlugin {
  const compiler = createCompiler(root)
  return {
    name: NAME,
    setup(build) {
      build.onStart(compiler.stale)
      build.onResolve({ filter: /^khabar:data$/ }, () => ({ path: PACKED, external: true }))
      build.onResolve({ filter: /^khabar:model$/ }, () => ({ path: PACKED_MODEL, external: true }))
      serveWords(build, root)
      build.onEnd(async () => {
        const folder = build.initialOptions.outdir ?? join(root, 'dist')
        try {
          await writePacked('tables', await compiler.data(), folder)
          await writePacked('model', await readModel(root), folder)
          return {}
        } catch (error) {
          return { errors: [toMessage(error)] }
        }
      })
    },
  }
}

/** What stands before and behind the JSON text in a packed module. */
const HEAD = 'let value\nexport default () => (value ??=\n'
const TAIL = '\n)\n'

/**
 * Writes a value beside the program, once for all: `<name>.js` is a module for browsers and bundlers around a JSON text.
 * Node is given `<name>.node.js` by `imports` of package.json, which reads the JSON text out of the same file when the first text
 * comes: a program that only imports khabar does not pay for it.
 */
async function writePacked(name: string, value: unknown, folder: string): Promise<void> {
  const json = JSON.stringify(value)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.js`), HEAD + json + TAIL)
  // a text in ASCII is read fastest as bytes
  const encoding = isAscii(json) ? 'latin1' : 'utf8'
  await writeFile(
    join(folder, `${name}.node.js`),
    [
      "import { readFileSync } from 'node:fs'",
      'let value',
      'export default () => (value ??= read())',
      'function read() {',
      `  const file = readFileSync(new URL('./${name}.js', import.meta.url))`,
      `  return JSON.parse(file.toString('${encoding}', ${HEAD.length}, file.length - ${TAIL.length}))`,
      '}\n',
    ].join('\n'),
  )
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}

/** The plugin for Vite and vitest. */
export function viteTables(root: string = ROOT): VitePlugin {
  const compiler = createCompiler(root)
  const id = `\0${NAME}`
  const sources: Record<string, () => Promise<string>> = {
    [NAME]: compiler.source,
    [MODEL]: () => modelSource(root),
    [LABELS]: () => labelSource(root),
    [SAMPLE]: () => sampleSource(root),
  }
  return {
    name: NAME,
    resolveId: source => (source in sources ? `\0${source}` : null),
    load: loaded => sources[loaded.slice(1)]?.() ?? null,
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
