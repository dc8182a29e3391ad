/** `khabar extract`: the function behind it, then the program as built. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '../src/cli/commands.ts'
import { read } from '../src/index.ts'
import { runExtract } from './support/cli.ts'
import { buildProgram, programEnv } from './support/program.ts'
import { ROOT } from './support/source.ts'

const SAMPLE = join(ROOT, 'data/sample/marrakesh.txt')
const ARTICLES = [
  { id: 'a', title: 'وفاة وزير سابق', text: 'توفي وزير التعليم السابق صباح الأحد في بيروت.', publishedAt: '2021-03-02' },
  { id: 'b', text: 'زار الرئيس التونسي الجزائر يوم 5 فبراير 2020.' },
  { id: 7, text: 'لا خبر هنا.' },
]
const jsonl = (records: readonly unknown[]): string => records.map(r => `${JSON.stringify(r)}\n`).join('')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('JSON Lines', () => {
  test('one line in, one line out, in order, with the id carried', async () => {
    const { code, err, lines } = await runExtract([await file('three.jsonl', jsonl(ARTICLES))])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(lines().map(r => r.id)).toEqual(['a', 'b', '7'])
    expect(lines()[0]?.events[0]).toMatchObject({ type: 'death', date: { start: '2021-02-28' } })
    expect(lines()[1]?.events[0]).toMatchObject({ type: 'visit', date: { start: '2020-02-05' } })
  })

  test('a line is what read() gives, without mentions', async () => {
    const { lines } = await runExtract([], {}, jsonl(ARTICLES.slice(1, 2)))
    const { mentions: _, ...reading } = read(ARTICLES[1]?.text ?? '')
    expect(lines()).toEqual([{ id: 'b', ...JSON.parse(JSON.stringify(reading)) }])
  })

  test('--carry puts fields of the article beside its reading', async () => {
    const articles = [{ ...ARTICLES[0], url: 'https://news.example/a', year: 2021, tags: ['x'] }]
    const { lines } = await runExtract([], { carry: 'title, publishedAt,url,year,tags,nothing' }, jsonl(articles))
    const { title, publishedAt, text } = ARTICLES[0] as { title: string; publishedAt: string; text: string }
    const { mentions: _, ...reading } = read(text, { title, publishedAt })
    const carried = { id: 'a', title, publishedAt, url: 'https://news.example/a', year: '2021' }
    expect(lines()).toEqual([{ ...carried, ...JSON.parse(JSON.stringify(reading)) }])
    await expect(runExtract([], { carry: 'title,events' }, jsonl(articles))).rejects.toThrow('--carry')
  })

  test('--mentions adds the mentions', async () => {
    const { lines } = await runExtract([], { mentions: true }, jsonl(ARTICLES))
    expect(lines().every(r => Array.isArray(r.mentions))).toBe(true)
    expect(lines()[1]?.mentions).toEqual(JSON.parse(JSON.stringify(read(ARTICLES[1]?.text ?? '').mentions)))
  })

  test('a bad line is a line too: an issue, a word on stderr, exit code 1', async () => {
    const input = `${JSON.stringify(ARTICLES[0])}\n{"id": "x", "text": \n[1]\n{"id": "y"}\n${JSON.stringify(ARTICLES[1])}\n`
    const path = await file('bad.jsonl', input)
    const { code, err, lines } = await runExtract([path])
    expect(code).toBe(1)
    expect(lines().length).toBe(5)
    expect(lines().map(r => r.issues[0]?.code)).toEqual([undefined, 'bad-record', 'bad-record', 'bad-record', undefined])
    expect(lines().map(r => r.events.length > 0)).toEqual([true, false, false, false, true])
    expect(err.split('\n').slice(0, -1)).toEqual([2, 3, 4].map(n => expect.stringContaining(`khabar: ${path}:${n}: `)))
  })

  test('a bad record keeps its id where it has one', async () => {
    const { lines } = await runExtract([], {}, '{"id": "y"}\n')
    expect(lines()[0]?.id).toBe('y')
  })

  test('line ends of Windows, a mark at the beginning, no line end at the end', async () => {
    const input = `\ufeff${ARTICLES.map(a => JSON.stringify(a)).join('\r\n')}`
    for (const run of [await runExtract([], {}, input), await runExtract([await file('windows.jsonl', input)])]) {
      expect(run.code).toBe(0)
      expect(run.lines().map(r => r.id)).toEqual(['a', 'b', '7'])
    }
  })
})

describe('plain text', () => {
  test('a file is one article', async () => {
    const { code, lines } = await runExtract([SAMPLE])
    expect(code).toBe(0)
    expect(lines().length).toBe(1)
    expect(lines()[0]?.events[0]).toMatchObject({ type: 'meeting', status: 'planned' })
  })

  test('standard input, without FILE and as «-»', async () => {
    const text = await readFile(SAMPLE, 'utf8')
    const expected = (await runExtract([SAMPLE])).out
    expect((await runExtract([], {}, text)).out).toBe(expected)
    expect((await runExtract(['-'], {}, text)).out).toBe(expected)
  })

  test('several files, in order', async () => {
    const one = await file('one.txt', ARTICLES[1]?.text ?? '')
    expect((await runExtract([one, SAMPLE, one])).lines().map(r => r.events[0]?.type)).toEqual(['visit', 'meeting', 'visit'])
  })

  test('--published, --title and --country reach the reader', async () => {
    const input = 'اجتمع الوزراء أمس.'
    const { lines } = await runExtract([], { published: '2020-05-02', title: 'اجتماع في طرابلس', country: 'LB' }, input)
    const { mentions: _, ...expected } = read(input, { publishedAt: '2020-05-02', title: 'اجتماع في طرابلس', country: 'LB' })
    expect(lines()).toEqual([JSON.parse(JSON.stringify(expected))])
    expect(lines()[0]?.events[0]?.date?.start).toBe('2020-05-01')
  })

  test('nothing gives a line with an issue', async () => {
    const { lines } = await runExtract([], {}, '')
    expect(lines()[0]?.issues[0]?.code).toBe('empty-text')
  })

  test('a file that is not there: a word, exit code 1, the others are read', async () => {
    const { code, err, lines } = await runExtract([join(folder, 'none.txt'), SAMPLE])
    expect(code).toBe(1)
    expect(err).toMatch(/^khabar: .*none\.txt: /)
    expect(lines().length).toBe(1)
  })
})

describe('for people', () => {
  test('--card', async () => {
    const { out } = await runExtract([SAMPLE], { card: true })
    expect(out).toMatch(/^event {9}meeting, planned: /)
    expect(out).toMatch(/^date {10}2022-05-11$/m)
    expect(out).toMatch(/^place {9}مراكش \(city, MA\)/m)
    expect(out).toMatch(/^chair {9}ناصر بوريطة \(وزير الخارجية, المغرب\) · أنتوني بلينكن/m)
    expect(out).toMatch(/^counts {8}>80 countries$/m)
  })

  test('--explain', async () => {
    const { out } = await runExtract([SAMPLE], { explain: true })
    expect(out).toMatch(/^event {9}meeting/)
    expect(out).toMatch(/^main event: meeting, planned, confidence /m)
    expect(out).toMatch(/by data\/events\/meeting\.txt:\d+/)
  })

  test('the card of nothing', async () => {
    expect((await runExtract([], { card: true }, 'طعم القهوة في الصباح.')).out).toMatch(/^no event\n/)
  })
})

test('every file of src/cli/commands is a command of the same name', async () => {
  const names = (await readdir(join(ROOT, 'src/cli/commands'))).map(name => name.replace(/\.ts$/, ''))
  expect(COMMANDS.map(command => command().name()).sort()).toEqual(names.sort())
})

describe('the program', () => {
  let program: string
  const env = programEnv()
  const run = (args: readonly string[], input = ''): Promise<{ code: number; out: string; err: string }> =>
    new Promise(done => {
      const child = execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
        done({ code: error ? Number(error.code) : 0, out, err }),
      )
      child.stdin?.end(input)
    })

  beforeAll(async () => {
    program = await buildProgram(join(folder, 'program'))
  }, 30_000)

  test('reads standard input and prints JSON Lines into a pipe', async () => {
    const { code, out, err } = await run(['extract'], jsonl(ARTICLES))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe((await runExtract([], {}, jsonl(ARTICLES))).out)
  })

  test('exit codes', async () => {
    expect((await run(['extract', '--published', '2020-05-02', SAMPLE])).code).toBe(0)
    expect((await run(['extract', '-'], '{"id": 1}\n')).code).toBe(1)
    expect((await run(['extract', join(folder, 'none.txt')])).code).toBe(1)
    expect(await run(['extract', '--colour'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--colour') })
    expect((await run(['digest'])).code).toBe(2)
    expect((await run(['extract', '--published'])).code).toBe(2)
  })

  test('--help has examples, --version is that of the package', async () => {
    const help = await run(['extract', '--help'])
    expect(help.code).toBe(0)
    expect(help.out).toContain('Examples:\n  khabar extract article.txt')
    for (const option of ['--mentions', '--card', '--explain', '--json', '--published', '--title', '--country'])
      expect(help.out).toContain(option)
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    expect(await run(['--version'])).toMatchObject({ code: 0, out: `${version}\n` })
  })
})
