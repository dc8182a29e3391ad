// Speed, as ratios of one run on the same articles: khabar's whole `read()` against wink-nlp's English pipeline (sbd, ner, pos), `Intl.Segmenter`,
// one `String.prototype.normalize` pass, and dates alone against chrono-node; and the time from import to the first event.
// Usage: npm run bench [-- ARTICLES.jsonl[.gz]]   without a file, the project's own articles are read, repeated.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const ROUNDS = 7
const MOST_ARTICLES = 2000
const root = new URL('..', import.meta.url)

function articles() {
  const file = process.argv[2]
  if (file) {
    const bytes = readFileSync(file)
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean)
    const step = Math.max(1, Math.floor(lines.length / MOST_ARTICLES))
    return lines.filter((_, i) => i % step === 0).map(line => JSON.parse(line).text)
  }
  const folder = new URL('test/fixtures/articles/', root)
  const own = readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
  return Array.from({ length: 200 }, (_, i) => own[i % own.length])
}

const optional = async name => {
  try {
    return await import(name)
  } catch {
    return null
  }
}

/** Best of the rounds, each thing in turn, so that all meet the same machine. */
function measure(runs) {
  const best = Object.fromEntries(Object.keys(runs).map(name => [name, Number.POSITIVE_INFINITY]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const start = performance.now()
      run()
      best[name] = Math.min(best[name], performance.now() - start)
    }
  }
  return best
}

const { createReader } = await import('../dist/index.js')
const { parseDates, parseNumbers } = await import('../dist/dates.js')
const winkNLP = await optional('wink-nlp')
const english = await optional('wink-eng-lite-web-model')
const chrono = await optional('chrono-node')

const texts = articles()
const characters = texts.reduce((sum, text) => sum + text.length, 0)
const { read } = createReader()
const context = { publishedAt: '2022-05-11' }
const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })
/** A run over all articles. */
const over = read1 => () => {
  for (const text of texts) read1(text)
}
const runs = {
  'khabar read()': over(text => read(text, context)),
  'Intl.Segmenter (words)': over(text => [...segmenter.segment(text)].length),
  "String.normalize('NFKC')": over(text => text.normalize('NFKC')),
  'khabar/dates parseDates()': over(text => parseDates(text, context)),
  'khabar/dates parseNumbers()': over(text => parseNumbers(text)),
}
if (winkNLP && english) {
  const nlp = winkNLP.default(english.default, ['sbd', 'ner', 'pos'])
  runs['wink-nlp English (sbd, ner, pos)'] = over(text => nlp.readDoc(text))
}
if (chrono?.ar) runs['chrono-node ar'] = over(text => chrono.ar.parse(text, new Date(2022, 4, 11)))

console.log(`${texts.length} articles, ${(characters / 1e6).toFixed(2)} million characters, best of ${ROUNDS}, Node ${process.version}`)
const best = measure(runs)
const own = best['khabar read()']
for (const [name, ms] of Object.entries(best))
  console.log(
    `${name.padEnd(34)} ${ms.toFixed(1).padStart(8)} ms  ${(characters / ms / 1000).toFixed(2).padStart(7)} Mchar/s   read() is ${(ms / own).toFixed(2)}x`,
  )
if (best['chrono-node ar'])
  console.log(`parseDates() against chrono-node     ${(best['chrono-node ar'] / best['khabar/dates parseDates()']).toFixed(1)}x`)

const first = `const t = performance.now(); const { extractEvent } = await import(${JSON.stringify(new URL('dist/index.js', root).href)}); const i = performance.now(); const e = extractEvent(${JSON.stringify(texts[0])}); console.log(JSON.stringify([i - t, performance.now() - t, e?.type]))`
const starts = Array.from({ length: ROUNDS }, () =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', first]).toString()),
)
console.log(
  `import ${Math.min(...starts.map(s => s[0])).toFixed(1)} ms, first event ${Math.min(...starts.map(s => s[1])).toFixed(1)} ms after it began (best of ${ROUNDS} processes)`,
)
