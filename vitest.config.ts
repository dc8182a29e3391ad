import { configDefaults, defineConfig } from 'vitest/config'
import { viteTables } from './data/build.ts'

/** For programs that read the result: .ci/run. */
const report = process.env.VITEST_REPORT

export default defineConfig({
  plugins: [viteTables()],
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    isolate: false, // no state outside a closure: the lexicon is loaded once a worker, not once a file
    testTimeout: 20_000,
    forceRerunTriggers: [...configDefaults.forceRerunTriggers, '**/data/**/*.tsv', '**/data/events/*.txt'],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
