/**
 * Fits the tables of `data/events/weights/`: `npm run fit -- --articles a.jsonl --gold g.jsonl [--question date] [--write]`.
 * Articles and annotations go by id and may be given more than once; the same input gives the same tables. Without `--write` the questions
 * are only tried: each fifth of the articles by what the rest taught.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { createReader } from '../../src/index.ts'
import { type Case, type Fitted, fitChoice, fitClasses, weightsTable } from './fit.ts'
import { observe } from './observe.ts'
import type { Annotation, Question } from './question.ts'
import { QUESTIONS } from './questions/index.ts'

const FOLDS = 5

const { values } = parseArgs({
  options: {
    articles: { type: 'string', multiple: true },
    gold: { type: 'string', multiple: true },
    question: { type: 'string', multiple: true },
    skip: { type: 'string' },
    l2: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
if (!values.articles || !values.gold) {
  console.error('usage: fit --articles articles.jsonl --gold gold.jsonl [--question name] [--skip ids.json] [--l2 1] [--write]')
  process.exit(2)
}

interface Article {
  readonly id: string
  readonly title?: string
  readonly text: string
  readonly publishedAt?: string
}

const lines = <T>(path: string): T[] =>
  (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as T)
const skipped = new Set(values.skip ? (JSON.parse(readFileSync(values.skip, 'utf8')) as string[]) : [])
const golden = new Map(values.gold.flatMap(lines<Annotation>).map(a => [a.id, a]))
const articles = values.articles.flatMap(lines<Article>).filter(a => golden.has(a.id) && !skipped.has(a.id))
const reader = createReader()
const { lexicon } = reader.view('')

for (const question of QUESTIONS) {
  if (values.question && !values.question.includes(question.name)) continue
  const cases = articles.flatMap((article, group) => casesOf(question, article, group))
  const right = Array.from({ length: FOLDS }, (_, fold) => {
    const isTest = (c: Case): boolean => (c.group as number) % FOLDS === fold
    return tryOut(
      question,
      weigh(
        question,
        cases.filter(c => !isTest(c)),
      ),
      cases.filter(isTest),
    )
  })
  const sum = (k: number): number => right.reduce((total, r) => total + (r[k] as number), 0)
  console.log(`${question.name}: ${articles.length} articles, ${cases.length} cases, ${sum(0)} of ${sum(1)} right where not read`)
  if (!values.write) continue
  const notes = ['source: fitted by train/events/main.ts on annotations of news', 'licence: MIT']
  const table = weightsTable(notes, question.features, question.classes, weigh(question, cases))
  writeFileSync(join('data/events/weights', `${question.name}.tsv`), table)
}

function casesOf(question: Question, { id, title, text, publishedAt }: Article, group: number): Case[] {
  const annotation = golden.get(id) as Annotation
  const context = { ...(title ? { title } : {}), ...(publishedAt ? { publishedAt } : {}) }
  const cases: Case[] = []
  for (const { subject, features } of observe(question.weightsOf(lexicon), () => void reader.read(text, context))) {
    const label = question.label(subject, annotation)
    if (label !== null) cases.push({ features, label, group })
  }
  return cases
}

function weigh({ kind, features, classes, l2 }: Question, cases: readonly Case[]): Fitted {
  const options = { l2: Number(values.l2 ?? l2) }
  return kind === 'choice' ? fitChoice(cases, features.length, options) : fitClasses(cases, features.length, classes.length, options)
}

/** How many answers are right, of how many: of articles for a choice, of cases else. */
function tryOut({ kind, features, classes }: Question, weights: Fitted, cases: readonly Case[]): [right: number, of: number] {
  const width = classes.length
  const sumsOf = (c: Case): number[] =>
    classes.map((_, k) =>
      c.features.reduce((sum, [f, v]) => sum + (weights[f * width + k] as number) * v, weights[features.length * width + k] as number),
    )
  if (kind === 'classes') {
    const answer = (sums: number[]): number => (width > 1 ? sums.indexOf(Math.max(...sums)) : (sums[0] as number) > 0 ? 0 : -1)
    return [cases.filter(c => answer(sumsOf(c)) === c.label).length, cases.length]
  }
  const groups = new Map<number | undefined, Case[]>()
  for (const c of cases) groups.set(c.group, [...(groups.get(c.group) ?? []), c])
  let right = 0
  for (const group of groups.values()) {
    const best = group.map(c => ({ c, sum: sumsOf(c)[0] as number })).reduce((a, b) => (b.sum > a.sum ? b : a))
    const isNone = best.sum <= 0
    if (isNone ? group.every(c => c.label !== 0) : best.c.label === 0) right++
  }
  return [right, groups.size]
}
