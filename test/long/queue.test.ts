/** The queue: two worker processes, one of them killed, and the server killed and started again. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { article, hashOf, partsOf, writeArchive } from '../support/archive.ts'
import { buildProgram, programEnv } from '../support/program.ts'
import { readBlocks } from '../support/readme.ts'
import { ROOT } from '../support/source.ts'

const COUNT = 20_000

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

let folder: string
let program: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-queue-'))
  program = await buildProgram(join(folder, 'program'))
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const out = (name: string): string => join(folder, name)

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const khabar = (...args: string[]): Promise<Run> =>
  new Promise(done => {
    execFile(process.execPath, [program, ...args], { env: programEnv(), maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
      done({ code: error ? ((error.code as unknown as number | undefined) ?? null) : 0, out: stdout, err: stderr }),
    )
  })

describe.skipIf(!has('redis-server'))('the queue (skipped without redis-server)', () => {
  let port: number
  let server: ChildProcess
  let redis: string[]

  const start = async (): Promise<void> => {
    const args = ['--port', `${port}`, '--dir', out('redis'), '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', '']
    server = spawn('redis-server', args, { stdio: 'ignore' })
    await pause(300)
  }
  const stop = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
    new Promise(done => {
      if (child.exitCode !== null || child.signalCode !== null) return done()
      child.once('close', () => done())
      child.kill(signal)
    })

  beforeEach(async () => {
    port = await freePort()
    await rm(out('redis'), { recursive: true, force: true })
    await mkdir(out('redis'))
    await start()
    redis = ['--redis', `redis://127.0.0.1:${port}`]
  })
  afterEach(() => stop(server, 'SIGKILL'))

  test('20,000 articles, two workers, one killed, the server killed and started again: each article once', async () => {
    const archive = await writeArchive(out('archive.jsonl'), COUNT)
    expect(await khabar('enqueue', archive, ...redis)).toMatchObject({ code: 0, out: '20000 records in 200 jobs\n' })
    const parts = async (): Promise<number> => (await readdir(out('parts')).catch(() => [])).filter(name => name.endsWith('.ndjson')).length
    const reach = async (count: number): Promise<void> => {
      while ((await parts()) < count) await pause(20)
    }
    const worker = (): ChildProcess =>
      spawn(process.execPath, [program, 'work', ...redis, '--out', out('parts'), '--workers', '1', '--drain'], {
        env: programEnv(),
        stdio: 'ignore',
      })
    const [victim, survivor] = [worker(), worker()]
    await reach(30)
    await stop(victim, 'SIGKILL')
    await reach(80)
    await stop(server, 'SIGKILL')
    await pause(1000)
    await start()
    const code = await new Promise(done => {
      survivor.once('close', done)
    })
    expect(code).toBe(0)
    expect(JSON.parse((await khabar('status', ...redis, '--json')).out)).toEqual({
      waiting: 0,
      active: 0,
      completed: 200,
      failed: 0,
      reasons: {},
    })

    expect(await khabar('merge', archive, '--parts', out('parts'), '--out', out('merged'))).toMatchObject({ code: 0, err: '' })
    const lines = (await Promise.all((await partsOf(out('merged'))).map(path => readFile(path, 'utf8')))).join('').split('\n').slice(0, -1)
    expect(lines.map(line => (JSON.parse(line) as { id: string }).id)).toEqual(Array.from({ length: COUNT }, (_, i) => article(i).id))
    await khabar('extract', archive, '--out', out('direct'))
    expect(await hashOf(out('merged'))).toBe(await hashOf(out('direct')))
    expect(await readFile(join(out('merged'), 'summary.json'))).toEqual(await readFile(join(out('direct'), 'summary.json')))
  })

  test('what is packed, in another encoding, damaged or a plain text is the same by the queue as without it', async () => {
    const lines = (from: number, count: number): string =>
      Array.from({ length: count }, (_, i) => `${JSON.stringify(article(from + i))}\n`).join('')
    await mkdir(out('mixed'))
    await writeFile(out('mixed/1.jsonl.gz'), gzipSync(`\ufeff${lines(0, 250)}`))
    await writeFile(out('mixed/2.jsonl'), `${lines(250, 130)}{"id":"x"\n\n${lines(380, 20)}`)
    await writeFile(out('mixed/3.jsonl'), Buffer.from(`\ufeff${lines(400, 150)}`, 'utf16le'))
    await writeFile(out('mixed/4.jsonl.gz'), Buffer.concat([gzipSync(lines(550, 120)), gzipSync(lines(0, 9)).subarray(0, 12)]))
    await writeFile(out('mixed/5.txt'), article(7).text)
    await mkdir(out('mixed/texts'))
    await writeFile(out('mixed/texts/6.txt'), article(8).text)
    const archives = [
      out('mixed/1.jsonl.gz'),
      out('mixed/2.jsonl'),
      out('mixed/3.jsonl'),
      out('mixed/4.jsonl.gz'),
      out('mixed/5.txt'),
      out('mixed/texts'),
    ]
    await khabar('enqueue', ...archives, ...redis)
    await khabar('enqueue', ...archives, ...redis)
    expect((await khabar('work', ...redis, '--out', out('mixed-parts'), '--workers', '1', '--drain')).code).toBe(0)
    expect((await khabar('status', ...redis)).out).toBe('waiting 0, active 0, completed 11, failed 0\n')
    expect(await khabar('merge', ...archives, '--parts', out('mixed-parts'), '--out', out('mixed-merged'))).toMatchObject({
      code: 1,
      err: '',
    })
    await khabar('extract', ...archives, '--out', out('mixed-direct'), '--workers', '1')
    expect(await hashOf(out('mixed-merged'))).toBe(await hashOf(out('mixed-direct')))
    const dead = await readFile(join(out('mixed-merged'), 'dead.ndjson'), 'utf8')
    expect(dead).toBe(await readFile(join(out('mixed-direct'), 'dead.ndjson'), 'utf8'))
    expect(
      dead
        .split('\n')
        .slice(0, -1)
        .map(line => (JSON.parse(line) as { line: number }).line),
    ).toEqual([131, 121])
  })

  test('what nobody has done is told, and nothing is written', async () => {
    const archive = await writeArchive(out('undone.jsonl'), 150)
    const { code, err } = await khabar('merge', archive, '--parts', out('nothing'), '--out', out('undone'))
    expect(code).toBe(1)
    expect(err.split('\n').slice(0, -1)).toEqual([
      expect.stringMatching(/^khabar: not done: .*undone\.jsonl#line=0, 100 records$/),
      expect.stringMatching(/#line=100, 50 records$/),
    ])
    expect(await partsOf(out('undone'))).toEqual([])
  })

  test('a worker with other options does not read; an archive that was changed is not read', async () => {
    const archive = await writeArchive(out('changed.jsonl'), 100)
    await khabar('enqueue', archive, ...redis)
    await khabar('work', ...redis, '--out', out('changed'), '--workers', '1', '--drain', '--mentions')
    const first = await khabar('status', ...redis)
    expect({ code: first.code, out: first.out }).toEqual({ code: 1, out: expect.stringContaining('another version, or other options') })
    await khabar('enqueue', archive, ...redis, '--queue', 'second')
    await writeArchive(archive, 100, 2)
    await khabar('work', ...redis, '--queue', 'second', '--out', out('changed'), '--workers', '1', '--drain')
    expect((await khabar('status', ...redis, '--queue', 'second')).out).toContain('is not what it was when it was queued')
    expect(await readdir(out('changed'))).toEqual([])
  })
})

test('a server that is not there is told', async () => {
  const archive = await writeArchive(out('alone.jsonl'), 1)
  const { code, err } = await khabar('enqueue', archive, '--redis', `redis://127.0.0.1:${await freePort()}`)
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('ECONNREFUSED') })
})

test('what cannot be queued is told', async () => {
  await writeFile(out('a.csv'), 'id,text\n1,نص\n')
  const merge = (path: string) => khabar('merge', path, '--parts', out('none'), '--out', out('none'))
  expect(await merge(out('a.csv'))).toMatchObject({ code: 2, err: expect.stringContaining('only JSON Lines and plain text can be queued') })
  expect(await merge('-')).toMatchObject({ code: 2, err: expect.stringContaining('standard input cannot be queued') })
  expect(await merge(out('missing.jsonl'))).toMatchObject({ code: 2, err: expect.stringContaining('ENOENT') })
})

test.skipIf(!has('parallel'))('GNU parallel, as the README says (skipped without it): the same lines', async () => {
  const blocks = readBlocks(await readFile(join(ROOT, 'README.md'), 'utf8'))
  const line = blocks.flatMap(({ code }) => code.split('\n')).find(one => one.startsWith('parallel ')) ?? ''
  expect(line).toContain('khabar extract')
  await mkdir(out('parallel/bin'), { recursive: true })
  await writeFile(out('parallel/bin/khabar'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 })
  await writeArchive(out('parallel/archive.jsonl'), 2000)
  const env = { ...programEnv(), PATH: `${out('parallel/bin')}:${process.env.PATH}` }
  // small blocks, so that several are read at the same time
  execFileSync('sh', ['-c', line.replace('--block 10M', '--block 100k')], { cwd: out('parallel'), env, stdio: 'ignore' })
  expect(await readFile(out('parallel/readings.ndjson'), 'utf8')).toBe((await khabar('extract', out('parallel/archive.jsonl'))).out)
})

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
