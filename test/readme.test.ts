/** What the README promises is what the program does: programs are run, the card is the card. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../src/event/event.ts'
import { runExtract } from './support/cli.ts'
import { arrowValue, isProgram, readBlocks, runBlock } from './support/readme.ts'
import { ROOT, readSources } from './support/source.ts'

const README = join(ROOT, 'README.md')
const text = existsSync(README) ? readFileSync(README, 'utf8') : ''
const blocks = readBlocks(text)
const programs = blocks.filter(isProgram)

/** The module behind each name that the README imports. */
const MODULES: Readonly<Record<string, () => Promise<unknown>>> = {
  khabar: () => import('../src/index.ts'),
  'khabar/queue': () => import('../src/batch/queue/index.ts'),
}

/** Any other part of the package by its file: `khabar/dates` is src/dates.ts or src/dates/index.ts. */
function load(specifier: string): Promise<unknown> {
  const known = MODULES[specifier]
  if (known) return known()
  if (!specifier.startsWith('khabar/')) return import(specifier)
  const base = join(ROOT, 'src', specifier.slice('khabar/'.length))
  return import(existsSync(`${base}.ts`) ? `${base}.ts` : join(base, 'index.ts'))
}

describe('the README', () => {
  test('is there and begins with what khabar is', () => {
    expect(text).toMatch(/^# khabar/)
  })

  test('sets up in one command, and tests in one', () => {
    expect(text).toContain('npm ci && npm start')
    expect(text).toContain('npm ci && npm test')
  })

  test('has programs with results', () => {
    expect(programs.length).toBeGreaterThan(0)
    expect(programs.some(({ code }) => code.includes('// -> '))).toBe(true)
  })

  test('names only files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = '']) => path)
    expect(links.filter(path => !existsSync(join(ROOT, path)))).toEqual([])
  })

  test('tells every event type and every issue of a text', () => {
    const codes = [...readFileSync(join(ROOT, 'src/text/issue.ts'), 'utf8').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code = '']) => code)
    expect(codes.length).toBeGreaterThan(10)
    expect(codes.filter(code => !text.includes(`\`${code}\``) && code !== 'bad-record' && code !== 'not-read')).toEqual([])
    expect(EVENT_TYPES.filter(type => !new RegExp(`\\b${type}\\b`).test(text))).toEqual([])
    expect(text).toContain(`${EVENT_TYPES.length} event types`)
  })

  test('has no place left to fill', () => {
    expect(text.split('\n').filter(line => /^[A-Z]{3,}$/.test(line))).toEqual([])
  })

  test('names every option of the command line that it uses', () => {
    const main = readSources('src/cli')
      .map(({ code }) => code)
      .join('')
    const shell = blocks
      .filter(b => /^(?:sh|bash|shell|console)$/.test(b.language))
      .flatMap(b => b.code.split('\n'))
      .flatMap(line => /\bkhabar [a-z].*/.exec(line)?.[0] ?? []) // what stands before it is another program
    for (const [option] of shell.join('\n').matchAll(/(?<= )--[a-z-]+/g)) expect(`${main}--help--version`, option).toContain(option)
  })
})

describe('programs of the README', () => {
  test.each(programs.map(b => [b.line, b] as const))('line %i', async (_line, block) => {
    const checks = await runBlock(block, load)
    for (const { line, actual, expected } of checks) {
      const { value, open } = arrowValue(expected)
      const plain: unknown = actual === undefined ? undefined : JSON.parse(JSON.stringify(actual))
      const where = `README.md:${line}`
      if (open && typeof value === 'object') expect(plain, where).toMatchObject(value as object)
      else if (open) expect(String(plain), where).toContain(String(value).replace(/…$/, ''))
      else expect(plain, where).toEqual(value)
    }
  })
})

test('the card of the README is the card of the sample', async () => {
  const card = blocks.find(({ code }) => /^event {9}/m.test(code))?.code ?? ''
  const { out } = await runExtract([join(ROOT, 'data/sample/marrakesh.txt')], { card: true })
  expect(card.slice(card.indexOf('event  ')).trim()).toBe(out.trim())
})

describe('how programs are run', () => {
  const page =
    "```js\nimport { a as b } from 'khabar'\nconst x = b(1) // -> { n: 1, … }\nx.n // -> 1\nconsole.log(x.list) // -> ['k']\n```\n```sh\nls\n```"
  const [program, shell] = readBlocks(page)

  test('blocks, imports, arrows', async () => {
    expect(program && isProgram(program)).toBe(true)
    expect(shell && isProgram(shell)).toBe(false)
    const checks = await runBlock(program as NonNullable<typeof program>, async () => ({ a: (n: number) => ({ n, list: ['k'] }) }))
    expect(checks).toEqual([
      { line: 3, actual: { n: 1, list: ['k'] }, expected: '{ n: 1, … }' },
      { line: 4, actual: 1, expected: '1' },
      { line: 5, actual: ['k'], expected: "['k']" },
    ])
  })

  test('values', () => {
    expect(arrowValue('{ n: 1, … }')).toEqual({ value: { n: 1 }, open: true })
    expect(arrowValue("['k']")).toEqual({ value: ['k'], open: false })
    expect(arrowValue('نص حر')).toEqual({ value: 'نص حر', open: false })
  })
})
