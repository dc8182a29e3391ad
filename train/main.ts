/**
 * Trains the tagger: `npm run train -- --corpus names.jsonl --news news.jsonl.gz --out data/model/`.
 * The same data and seed give the same file, byte by byte. `--folds 8,9` scores tenths of the corpus, each by a model that has not seen it, with
 * `8+9` by one that has seen neither; `--also other.jsonl` scores another corpus too.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { compileData } from '../data/build.ts'
import type { Compiled } from '../src/lexicon/compile.ts'
import { readCorpus, type Tagged } from './corpus.ts'
import { ALL, type Steps, Trainer } from './trainer.ts'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true },
    news: { type: 'string' },
    out: { type: 'string' },
    folds: { type: 'string' },
    also: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    ablation: { type: 'boolean', default: false },
  },
})
if (!values.corpus || !values.news || (!values.out && !values.folds)) {
  console.error(
    'usage: train --corpus names.jsonl --news news.jsonl.gz [--out folder] [--folds 8,9 [--also other.jsonl] [--ablation]] [--seed 1]',
  )
  process.exit(2)
}

const bytes = readFileSync(values.news)
const news = (values.news.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  .toString('utf8')
  .trim()
  .split('\n')
  .map(line => {
    const { title = '', text = '' } = JSON.parse(line) as { title?: string; text?: string }
    return `${title}\n${text}`
  })
const data = (await compileData()) as unknown as Compiled
const trainer = new Trainer(data, news, Number(values.seed), text => console.error(text))
const corpus: Tagged[] = values.corpus.flatMap(readCorpus)
/** What each row of the ablation table adds to the row before. */
const ROWS: readonly [name: string, steps: Steps][] = [
  ['letters of the words around', { ...ALL, tables: false, clusters: false, agreement: false, types: false, lesson: false }],
  ['+ tables', { ...ALL, clusters: false, agreement: false, types: false, lesson: false }],
  ['+ clusters', { ...ALL, agreement: false, types: false, lesson: false }],
  ['+ agreement over the text', { ...ALL, types: false, lesson: false }],
  ['+ types from labelled news', { ...ALL, lesson: false }],
  ['+ lesson of news by nets', ALL],
]

if (values.out) writeFileSync(join(values.out, 'tagger.txt'), trainer.train(corpus))
for (const held of values.folds?.split(',').map(fold => fold.split('+').map(Number)) ?? []) {
  const tenths = Array.from({ length: 10 }, (_, n) =>
    corpus.slice(Math.floor((corpus.length * n) / 10), Math.floor((corpus.length * (n + 1)) / 10)),
  )
  const tests: [string, Tagged[]][] = [
    ...held.map((n): [string, Tagged[]] => [`tenth ${n}`, tenths[n] ?? []]),
    ...(values.also ?? []).map((path): [string, Tagged[]] => [path, readCorpus(path)]),
  ]
  for (const [name, steps] of values.ablation ? ROWS : ROWS.slice(-1)) {
    const model = trainer.train(tenths.filter((_, n) => !held.includes(n)).flat(), steps)
    for (const [test, sentences] of tests)
      for (const length of [1, 20]) console.log(`${name} | ${test}, ${length} a text | ${trainer.score(model, sentences, length)}`)
  }
}
