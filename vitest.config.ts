import { configDefaults, defineConfig } from 'vitest/config'
import { viteTables } from './data/build.ts'

/** `npm run test:long`: archives of 20,000 articles, workers that are killed. */
const LONG = 'long'

/** For programs that read the result: .ci/run. */
const report = process.env.VITEST_REPORT

export default defineConfig(({ mode }) => ({
  plugins: [viteTables()],
  test: {
    ...(mode === LONG
      ? { include: ['test/long/*.test.ts'], fileParallelism: false }
      : { include: ['test/**/*.test.ts'], exclude: ['test/long/**'] }),
    pool: 'threads',
    isolate: false, // no state outside a closure: the lexicon is loaded once a worker, not once a file
    testTimeout: mode === LONG ? 300_000 : 20_000,
    forceRerunTriggers: [...configDefaults.forceRerunTriggers, '**/data/**/*.tsv', '**/data/events/*.txt'],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
}))
