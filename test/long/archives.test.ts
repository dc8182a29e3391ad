/** Large archives: speed by workers, memory, interruptions, damage. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { article, at, hashOf, partsOf, seeded, writeArchive } from '../support/archive.ts'
import { buildProgram, programEnv } from '../support/program.ts'
import { ROOT } from '../support/source.ts'

const COUNT = 20_000

let folder: string
let program: string
let archive: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-long-'))
  program = await buildProgram(join(folder, 'program'))
  archive = await writeArchive(join(folder, 'archive.jsonl'), COUNT)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number | null
  readonly err: string
  readonly seconds: number
}

/** Starts the program. `started` is given the process, for tests that kill it. */
function run(args: readonly string[], started?: (child: ChildProcess) => void, node = process.execPath, path = program): Promise<Run> {
  return new Promise(done => {
    const start = performance.now()
    const child = spawn(node, [path, ...args], { env: programEnv(), stdio: ['ignore', 'ignore', 'pipe'] })
    let err = ''
    child.stderr.on('data', chunk => {
      err += chunk
    })
    child.on('close', code => done({ code, err, seconds: (performance.now() - start) / 1000 }))
    started?.(child)
  })
}

const out = (name: string): string => join(folder, name)

let whole: string // the hash of the whole output
test('20,000 articles, one worker: 20,000 lines in order', async () => {
  const { code, err } = await run(['extract', archive, '--out', out('one'), '--workers', '1'])
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringMatching(/^20000 articles read, 0 not/) })
  whole = await hashOf(out('one'))
  const ids: string[] = []
  for (const path of await partsOf(out('one')))
    for (const line of (await readFile(path, 'utf8')).split('\n').slice(0, -1)) ids.push((JSON.parse(line) as { id: string }).id)
  expect(ids).toEqual(Array.from({ length: COUNT }, (_, i) => article(i).id))
  expect(await readFile(join(out('one'), 'dead.ndjson'), 'utf8')).toBe('')
})

describe('the same bytes', () => {
  test.each([2, 3])('with %i workers', async workers => {
    await run(['extract', archive, '--out', out(`by-${workers}`), '--workers', String(workers)])
    expect(await hashOf(out(`by-${workers}`))).toBe(whole)
  })

  const nodes = (process.env.KHABAR_NODES ?? '').split(delimiter).filter(Boolean)
  test.skipIf(nodes.length === 0)('with other versions of Node (KHABAR_NODES names them)', async () => {
    for (const [i, node] of nodes.entries()) {
      await run(['extract', archive, '--out', out(`node-${i}`), '--workers', '2'], undefined, node)
      expect(await hashOf(out(`node-${i}`)), node).toBe(whole)
    }
  })
})

/** How often a thread counts in a while, when so many do at once: what other programs leave of the processors. */
async function counted(threads: number): Promise<number> {
  const source = `const { parentPort } = require('node:worker_threads')
    parentPort.once('message', () => { let n = 0; const end = performance.now() + 400; while (performance.now() < end) n++; parentPort.postMessage(n) })`
  const workers = Array.from({ length: threads }, () => new Worker(source, { eval: true }))
  await pause(200)
  const counts = workers.map(worker => new Promise<number>(done => worker.once('message', done)))
  for (const worker of workers) worker.postMessage('go')
  const sum = (await Promise.all(counts)).reduce((a, b) => a + b)
  await Promise.all(workers.map(worker => worker.terminate()))
  return sum
}

/**
 * Measured in peace on two processors: 1.3 with 20,000 short articles. Each thread compiles the program for itself, some five seconds of processor
 * time before it runs at full speed, and one thread with its compiler and collector keeps more than one processor busy; 1.7 is for longer archives.
 */
const FASTER = 1.15

test('two workers are faster than one', async context => {
  const long = await writeArchive(out('long.jsonl'), COUNT, 4)
  const ratios: string[] = []
  for (let round = 0; round < 3; round++) {
    const free = (await counted(2)) / (await counted(1))
    if (availableParallelism() < 2 || free < 1.85) {
      ratios.push(`not measured: two threads get ${free.toFixed(2)} times what one gets`)
      continue
    }
    const seconds: number[] = []
    for (const workers of ['1', '2']) {
      await rm(out('speed'), { recursive: true, force: true })
      seconds.push((await run(['extract', long, '--out', out('speed'), '--workers', workers])).seconds)
    }
    const ratio = (seconds[0] ?? 0) / (seconds[1] ?? 1)
    if (ratio >= FASTER) return
    const after = (await counted(2)) / (await counted(1))
    ratios.push(`${after < 1.85 ? 'disturbed: ' : ''}${ratio.toFixed(2)}`)
  }
  // one round that others disturbed tells nothing of the rest: it fails only where all three were measured in peace
  if (ratios.some(text => !/^\d/.test(text))) context.skip(`the machine is busy: ${ratios.join('; ')}`)
  expect.fail(ratios.join('; '))
})

// A reader remembers up to 262,144 words, about a kilobyte each, and every article here brings new ones; V8 lets garbage lie while there is room.
// Measured: 1.3 times the memory for ten times the articles, 1.25 times that for three times as many again.
test.skipIf(process.platform !== 'linux')('memory does not grow with the archive', async () => {
  const peak = async (count: number): Promise<number> => {
    const path = await writeArchive(out(`memory-${count}.jsonl`), count, 4)
    let most = 0
    await run(['extract', path, '--out', out(`memory-${count}`), '--workers', '2'], async child => {
      while (child.exitCode === null) {
        const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
        most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
        await pause(50)
      }
    })
    return most
  }
  const [small, large] = [await peak(COUNT / 10), await peak(COUNT)]
  console.log(`peak memory: ${small >> 10} MB at ${COUNT / 10} articles, ${large >> 10} MB at ${COUNT}`)
  expect(large / small).toBeLessThanOrEqual(1.5)
})

test('20 kills at random moments, and the same command again: the same bytes', async () => {
  const random = seeded(20)
  const command = ['extract', archive, '--out', out('killed'), '--workers', '2', '--part-size', '250']
  const { seconds } = await run(['extract', archive, '--out', out('unharmed'), '--workers', '2', '--part-size', '250'])
  let kills = 0
  let resumed = 0
  while (kills < 20) {
    const before = (await partsOf(out('killed'))).length
    const { code } = await run(command, async child => {
      await pause(random() * seconds * 500) // at most half of what all takes
      child.kill('SIGKILL')
    })
    if (code === null) {
      kills++
      if (before > 0) resumed++
      continue
    }
    // it was done before the blow: once more from the beginning
    expect(await hashOf(out('killed'))).toBe(whole)
    await rm(out('killed'), { recursive: true })
  }
  expect(resumed).toBeGreaterThan(0)
  expect((await run(command)).code).toBe(0)
  expect(await hashOf(out('killed'))).toBe(whole)
  for (const name of ['dead.ndjson', 'summary.json'])
    expect(await readFile(join(out('killed'), name), 'utf8')).toBe(await readFile(join(out('unharmed'), name), 'utf8'))
}, 600_000)

test('a finished part is not read again', async () => {
  const command = ['extract', archive, '--out', out('again'), '--workers', '2']
  await run(command)
  const { code, err } = await run(command)
  expect(code).toBe(0)
  expect(err).toMatch(/^20000 articles read, 0 not; 0 of them now/)
})

test('another command in the same folder is refused', async () => {
  const { code, err } = await run(['extract', archive, '--out', out('one'), '--mentions'])
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('was begun by another command: other settings') })
})

test('1,000 malformed lines among 10,000: each is told with its line, the others are read', async () => {
  const random = seeded(9)
  const good = (i: number): Buffer => Buffer.from(JSON.stringify(article(i)))
  const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
  const BAD: readonly ((i: number) => Buffer)[] = [
    i => good(i).subarray(0, 20 + (i % 40)),
    i => json({ id: `bad-${i}` }),
    i => json({ id: `bad-${i}`, text: i % 2 ? 5 : ['نص'] }),
    i => Buffer.from(`{"id":"bad-${i}","text":"نص \\ud83d مقطوع"}`),
    i => Buffer.concat([Buffer.from(`{"id":"bad-${i}","text":"`), Buffer.from([0xd8, 0x20, 0xff]), Buffer.from('"}')]),
    i => Buffer.from(`{"id":"bad-${i}","text":"نص","__proto__":{"polluted":true}}`),
  ]
  const huge = (i: number): Buffer => json({ id: `bad-${i}`, text: 'خبر '.repeat(800_000) })
  const lines: Buffer[] = []
  const bad: number[] = [] // line numbers
  let [good_, huge_] = [0, 0]
  // 998 here, and one at the end of each of two damaged files
  while (lines.length < 9_798) {
    const left = 998 - bad.length
    if (random() < left / (9_798 - lines.length)) {
      bad.push(lines.length + 1)
      const isHuge = huge_ < 5 && bad.length % 150 === 0
      if (isHuge) huge_++
      lines.push((isHuge ? huge : at(BAD, bad.length))(bad.length))
    } else lines.push(good(good_++))
  }
  const path = out('bad.jsonl')
  await writeFile(path, Buffer.concat(lines.flatMap(line => [line, Buffer.from('\n')])))
  // a gzip that is cut behind its hundredth line, and one that holds a bomb there
  const hundred = (from: number): string => Array.from({ length: 100 }, (_, i) => `${JSON.stringify(article(from + i))}\n`).join('')
  const cut = out('cut.jsonl.gz')
  const first = gzipSync(hundred(good_))
  await writeFile(cut, Buffer.concat([first, gzipSync(hundred(0)).subarray(0, 12)]))
  const bomb = out('bomb.jsonl.gz')
  await writeFile(bomb, Buffer.concat([gzipSync(hundred(good_ + 100)), gzipSync(Buffer.alloc(200 << 20, 'x'))]))

  const { code } = await run(['extract', path, cut, bomb, '--out', out('bad'), '--workers', '2'])
  expect(code).toBe(1)
  const dead = (await readFile(join(out('bad'), 'dead.ndjson'), 'utf8')).split('\n').slice(0, -1)
  const told = dead.map(line => JSON.parse(line) as { file: string; line: number; reason: string })
  expect(told.map(({ file, line }) => `${file}:${line}`)).toEqual([...bad.map(line => `${path}:${line}`), `${cut}:101`, `${bomb}:101`])
  expect(told.length).toBe(1000)
  const reasons = new Set(told.map(({ reason }) => reason))
  for (const reason of [
    'no JSON',
    'no «text»',
    '«text» is no string',
    'half of a surrogate pair in «text»',
    'no UTF-8',
    'a key «__proto__»',
    'longer than 4 MiB',
  ])
    expect(reasons).toContain(reason)
  expect(JSON.parse(await readFile(join(out('bad'), 'summary.json'), 'utf8'))).toMatchObject({ articles: 9000, dead: 1000 })
  const read = (await Promise.all((await partsOf(out('bad'))).map(part => readFile(part, 'utf8')))).join('').split('\n').slice(0, -1)
  expect(read.length).toBe(10_000)
  expect(read.filter(line => !line.includes('"bad-record"')).map(line => (JSON.parse(line) as { id: string }).id)).toEqual(
    Array.from({ length: 9000 }, (_, i) => article(i).id),
  )
})

test('a poisonous article costs itself alone', async () => {
  const poisoned = await buildProgram(join(folder, 'poisoned'), join(ROOT, 'test/support/poison.ts'))
  const poison = new Map([
    [50, 'loop'],
    [130, 'memory'],
    [131, 'throw'],
    [200, 'exit'],
    [399, 'loop'],
  ])
  const path = out('poison.jsonl')
  const records = Array.from({ length: 400 }, (_, i) => ({ ...article(i), ...(poison.has(i) ? { title: poison.get(i) } : {}) }))
  await writeFile(path, records.map(record => `${JSON.stringify(record)}\n`).join(''))
  const args = ['extract', path, '--out', out('poison'), '--workers', '2', '--time-limit', '3', '--memory', '256']
  const { code, err } = await run(args, undefined, process.execPath, poisoned)
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^395 articles read, 5 not/) })
  const lines = (await readFile(join(out('poison'), 'part-000000.ndjson'), 'utf8')).split('\n').slice(0, -1)
  const told = lines.map(line => JSON.parse(line) as { id: string; issues: { code: string; message: string }[] })
  expect(told.map(({ id }) => id)).toEqual(records.map(({ id }) => id))
  expect(told.flatMap(({ issues }, i) => (issues.some(issue => issue.code === 'not-read') ? [i] : []))).toEqual([...poison.keys()])
  const dead = (await readFile(join(out('poison'), 'dead.ndjson'), 'utf8')).split('\n').slice(0, -1)
  expect(dead.map(line => JSON.parse(line))).toEqual([
    { file: path, line: 51, id: 'article-50', reason: 'took longer than 3 s' },
    { file: path, line: 131, id: 'article-130', reason: expect.stringMatching(/^took (?:more than 256 MB of memory|longer than 3 s)$/) },
    { file: path, line: 132, id: 'article-131', reason: 'poison' },
    { file: path, line: 201, id: 'article-200', reason: 'its worker died: worker exited with code: 3' },
    { file: path, line: 400, id: 'article-399', reason: 'took longer than 3 s' },
  ])
})
