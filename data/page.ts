/**
 * Builds the playground (`src/play/`) into `dist/play/`: a folder that a browser opens from disk. There it may load no module, so the
 * program is one plain script, and the tables and the model are plain scripts beside it. `tsup --config data/page.ts` runs this.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineConfig } from 'tsup'
import { compileData, type EsbuildPlugin, ROOT, readModel, serveWords, toMessage } from './build.ts'

const DATA = 'khabar:page-data'
/** Where the program finds what a plain script has put down. */
const GLOBALS: Readonly<Record<string, string>> = { 'khabar:data': 'khabarTables', 'khabar:model': 'khabarModel' }

const PACKAGES = join(ROOT, 'node_modules')
const FONTS: readonly (readonly [name: string, from: string])[] = [
  ['naskh-arabic-400', 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal'],
  ['plex-arabic-400', 'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal'],
  ['plex-arabic-600', 'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal'],
  ['plex-latin-400', 'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-latin-400-normal'],
  ['plex-latin-600', 'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-latin-600-normal'],
]
/** What the page holds of others, with their notices. */
const PARTS = [
  'd3-force',
  'd3-geo',
  'd3-array',
  'd3-dispatch',
  'd3-quadtree',
  'd3-timer',
  'internmap',
  'topojson-client',
  'world-atlas',
  '@fontsource/noto-naskh-arabic',
  '@fontsource/ibm-plex-sans-arabic',
]

function page(): EsbuildPlugin {
  return {
    name: 'khabar:page',
    setup(build) {
      serveWords(build, ROOT)
      build.onResolve({ filter: /^khabar:(?:data|model)$/ }, ({ path }) => ({ path, namespace: DATA }))
      build.onLoad({ filter: /.*/, namespace: DATA }, ({ path }) => ({ contents: `export default () => globalThis.${GLOBALS[path]}` }))
      build.onEnd(async () => {
        try {
          await writeFolder(build.initialOptions.outdir ?? join(ROOT, 'dist/play'))
          return {}
        } catch (error) {
          return { errors: [toMessage(error)] }
        }
      })
    },
  }
}

async function writeFolder(folder: string): Promise<void> {
  await mkdir(join(folder, 'fonts'), { recursive: true })
  await writeFile(join(folder, 'tables.js'), `khabarTables = ${JSON.stringify(await compileData())}\n`)
  await writeFile(join(folder, 'model.js'), `khabarModel = ${JSON.stringify(await readModel())}\n`)
  for (const name of ['index.html', 'style.css', 'icon.svg']) await copyFile(join(ROOT, 'src/play', name), join(folder, name))
  for (const [name, from] of FONTS) await copyFile(join(PACKAGES, '@fontsource', `${from}.woff2`), join(folder, 'fonts', `${name}.woff2`))
  const notices = await Promise.all(PARTS.map(async name => `${name}\n\n${await readFile(join(PACKAGES, name, 'LICENSE'), 'utf8')}`))
  await writeFile(join(folder, 'LICENSES.txt'), notices.join('\n\n----\n\n'))
}

export default defineConfig({
  entry: { app: 'src/play/main.ts' },
  outDir: 'dist/play',
  format: 'iife',
  platform: 'browser',
  outExtension: () => ({ js: '.js' }),
  noExternal: [/.*/],
  external: ['hyparquet-writer'], // a format that is no text: the page does not offer it
  target: 'es2022',
  dts: false,
  treeshake: true,
  minify: true,
  clean: true,
  silent: true,
  esbuildPlugins: [page()],
  esbuildOptions: options => {
    options.charset = 'utf8'
  },
})
