import { defineConfig } from 'tsup'
import { tables } from './data/build.ts'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    small: 'src/small.ts',
    dates: 'src/dates.ts',
    'wink/index': 'src/wink/index.ts',
    'graph/index': 'src/graph/index.ts',
    'export/index': 'src/export/index.ts',
    cli: 'src/cli/main.ts',
    worker: 'src/batch/worker.ts', // beside those that start it
    queue: 'src/batch/queue/index.ts',
  },
  format: 'esm',
  platform: 'neutral', // one build for Node and browsers: the tables are in it once
  external: [/^node:/], // in the command line only; test/package.test.ts holds the rest to it
  removeNodeProtocol: false,
  target: 'es2022',
  dts: false, // tsc writes the declarations
  splitting: true,
  treeshake: true,
  sourcemap: false,
  clean: true,
  silent: true,
  esbuildPlugins: [tables()],
  esbuildOptions: options => {
    options.charset = 'utf8' // Arabic stays Arabic
    options.supported = { 'template-literal': false } // engines scan the tables faster in plain quotes
  },
})
