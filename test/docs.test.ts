/** What the pages of docs/ say is so: the reference names every export and every field, the recipes run. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { build } from 'tsup'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../src/event/event.ts'
import * as khabar from '../src/index.ts'
import { exportsOf, fieldsOf } from './support/exports.ts'
import { buildProgram, programEnv } from './support/program.ts'
import { arrowValue, type Block, readBlocks, runBlock } from './support/readme.ts'
import { ROOT } from './support/source.ts'

const page = (name: string): string => readFileSync(join(ROOT, 'docs', name), 'utf8')

interface Manifest {
  exports: Record<string, string | { types: string }>
}
/** The entries of the package with their sources. */
const entries = Object.entries((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest).exports).flatMap(
  ([key, value]) =>
    typeof value === 'string'
      ? []
      : [{ name: `khabar${key.slice(1)}`, source: value.types.replace('./dist/', 'src/').replace('.d.ts', '.ts') }],
)

/** The reference: entry, then name, then the names of its fields; null where it refers to another entry. */
function readReference(): Map<string, Map<string, string[] | null>> {
  const reference = new Map<string, Map<string, string[] | null>>()
  for (const chapter of page('api.md').split(/^## /m).slice(1)) {
    const [title = '', ...rest] = chapter.split('\n')
    const names = new Map<string, string[] | null>()
    for (const part of rest.join('\n').split(/^### /m).slice(1)) {
      const name = /^`(?:(?:interface|type|const|class) )?(\w+)/.exec(part)?.[1] ?? part
      const fields = [...part.matchAll(/^\| `(\w+)/gm)].map(([, field = '']) => field)
      names.set(name, /^As in `khabar/m.test(part) ? null : fields)
    }
    reference.set(title.trim(), names)
  }
  return reference
}

describe('docs/api.md', () => {
  const reference = readReference()

  test('has a chapter for every entry of the package', () => {
    expect(entries.length).toBeGreaterThan(4)
    expect([...reference.keys()].sort()).toEqual(entries.map(e => e.name).sort())
  })

  test.each(entries)('$name: every export, and nothing else', ({ name, source }) => {
    expect([...(reference.get(name)?.keys() ?? [])].sort()).toEqual(exportsOf(source).sort())
  })

  test.each(entries)('$name: every field of every type', ({ name, source }) => {
    const told = [...(reference.get(name) ?? [])].filter(([, fields]) => fields !== null)
    const real = told.map(([type]) => [type, fieldsOf(source, type).sort()])
    expect(told.map(([type, fields]) => [type, [...(fields ?? [])].sort()])).toEqual(real)
  })

  test('leaves no cell empty', () => {
    expect(
      page('api.md')
        .split('\n')
        .filter(line => /\|\s*\|\s*$/.test(line) && line !== '| field | |'),
    ).toEqual([])
  })
})

describe('docs/recipes.md', () => {
  const blocks = readBlocks(page('recipes.md'))
  const of = (language: string): Block[] => blocks.filter(b => b.language === language)
  let folder: string
  let env: NodeJS.ProcessEnv

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'khabar-docs-'))
    const program = await buildProgram(join(folder, 'program'))
    await writeFile(join(folder, 'khabar'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 })
    env = { ...programEnv(), PATH: `${folder}${delimiter}${process.env.PATH}`, PYTHONIOENCODING: 'utf-8' }
    await writeFile(
      join(folder, 'archive.jsonl'),
      [
        { id: 'a', text: 'زار الرئيس التونسي الجزائر يوم 5 فبراير 2020.' },
        { id: 'b', text: 'توفي وزير التعليم السابق صباح الأحد في بيروت.', publishedAt: '2021-03-02' },
      ]
        .map(article => `${JSON.stringify(article)}\n`)
        .join(''),
    )
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const module = (specifier: string): Promise<unknown> => (specifier === 'khabar' ? Promise.resolve(khabar) : import(specifier))

  test('the route answers', async () => {
    const [route] = of('js').filter(b => b.code.includes("from 'express'"))
    let answer: ((request: object, response: object) => void) | undefined
    const app = {
      use() {},
      listen() {},
      post(_path: string, handler: typeof answer) {
        answer = handler
      },
    }
    const express = Object.assign(() => app, { json() {} })
    await runBlock(route as Block, async specifier => (specifier === 'express' ? { default: express } : module(specifier)))
    const sent: unknown[] = []
    const response = {
      status(code: number) {
        sent.push(code)
        return response
      },
      json: (body: unknown) => sent.push(body),
    }
    answer?.({ body: { text: 'زار الرئيس التونسي الجزائر أمس.', publishedAt: '2021-03-02' } }, response)
    answer?.({ body: {} }, response)
    expect(sent).toEqual([expect.objectContaining({ type: 'visit' }), 400, { error: expect.any(String) }])
  })

  test('the stream reads', async () => {
    const [stream] = of('js').filter(b => b.code.includes('createInterface'))
    const here = { ...stream, code: stream?.code.replace("'archive.jsonl'", JSON.stringify(join(folder, 'archive.jsonl'))) } as Block
    const checks = await runBlock(here, module)
    expect(checks.length).toBe(1)
    for (const { actual, expected } of checks) expect(actual).toEqual(arrowValue(expected).value)
  })

  test('every program can be compiled', async () => {
    const programs = [...of('js'), ...of('jsx')]
    expect(programs.length).toBeGreaterThan(4)
    for (const { code, line } of programs) {
      const entry = join(folder, `recipe-${line}.jsx`)
      await writeFile(entry, code)
      await build({ config: false, entry: [entry], outDir: join(folder, 'compiled'), format: 'esm', bundle: false, silent: true })
    }
  })

  test('SPARQL answers', () => {
    const [shell] = of('sh').filter(b => b.code.includes('khabar query'))
    const out = execFileSync('sh', ['-ec', shell?.code ?? 'false'], { cwd: folder, env, encoding: 'utf8' })
    expect(out.split('\n').filter(line => line !== '').length).toBe(3)
    expect(out).toContain('visit')
  }, 30_000)

  test.skipIf(spawnSync('python3', ['--version']).status !== 0)(
    'Python reads (python3)',
    () => {
      const [program] = of('python')
      const [shown] = of('text')
      expect(execFileSync('python3', ['-'], { input: program?.code, cwd: folder, env, encoding: 'utf8' }).trim()).toBe(shown?.code)
    },
    30_000,
  )
})

describe('every page', () => {
  const pages = ['README.md', ...readdirSync(join(ROOT, 'docs')).flatMap(name => (name.endsWith('.md') ? [`docs/${name}`] : []))]

  test.each(pages)('%s names only files that are there', path => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link)
    expect(links.filter(link => !existsSync(join(ROOT, path, '..', link)))).toEqual([])
  })

  test('pictures are small', () => {
    const pictures = readdirSync(join(ROOT, 'docs/pictures')).filter(name => /\.(?:png|svg)$/.test(name))
    expect(pictures.length).toBeGreaterThan(1)
    expect(pictures.filter(name => statSync(join(ROOT, 'docs/pictures', name)).size > 200_000)).toEqual([])
  })

  test('the reference counts the types of events as they are', () => {
    expect(page('api.md')).toContain(`${EVENT_TYPES.length} types`)
  })
})
