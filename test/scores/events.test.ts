/** What the development gold says of main events and names: figures that were reached, and may not fall. Skipped where ../shared is absent. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '../../src/index.ts'
import { ROOT } from '../support/source.ts'

const SHARED = join(ROOT, '../shared')
const GOLD = join(SHARED, 'gold')
const NAMES = join(SHARED, 'ner/anercorp.train.jsonl')

/** F1 of each slot over all 192 articles, rounded down. */
const EVENTS: Readonly<Record<string, number>> = {
  type: 87,
  date: 76,
  places: 62,
  participants: 63,
  roles: 45,
  counts: 67,
  posts: 77,
  EVENT: 68,
}
/** Where the rows of the reliability table begin. */
const RELIABILITY = [0, 0.75, 0.9]
interface Gold {
  readonly id: string
  readonly event: { readonly type: string } | null
  readonly alternativeTypes: readonly string[]
}
/** F1 of names by tables and patterns on the last tenth of the corpus, which leaves ministries and companies untagged. */
const TAGGED: Readonly<Record<string, number>> = { PER: 72, LOC: 79, ORG: 46 }

const lines = (path: string): string[] => readFileSync(path, 'utf8').trim().split('\n')
const score = (script: string, gold: string, predicted: string): string =>
  execFileSync(process.execPath, [join(SHARED, 'eval', script), gold, predicted]).toString()
/** The F1 of a row of a scorer's table. */
const f1 = (table: string, slot: string): number =>
  Number(
    table
      .split('\n')
      .find(line => line.startsWith(slot))
      ?.match(/[\d.]+/g)?.[2],
  )

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'khabar-scores-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(!existsSync(GOLD))('main events of the development gold (skipped where ../shared is absent)', () => {
  test('no slot falls below what was reached', { timeout: 60_000 }, () => {
    const predicted = lines(join(GOLD, 'dev.articles.jsonl')).map(line => {
      const { id, title, text, publishedAt } = JSON.parse(line) as { id: string; title: string; text: string; publishedAt: string }
      return JSON.stringify({ id, ...read(text, { title, publishedAt }) })
    })
    const file = join(folder, 'events.jsonl')
    writeFileSync(file, predicted.join('\n'))
    const table = score('score-events.mjs', join(GOLD, 'dev.gold.jsonl'), file)
    for (const [slot, least] of Object.entries(EVENTS)) expect(f1(table, slot), `${slot}\n${table}`).toBeGreaterThanOrEqual(least)
  })

  test('confidence is how often the type is right', { timeout: 60_000 }, () => {
    const gold = new Map(
      lines(join(GOLD, 'dev.gold.jsonl'))
        .map(line => JSON.parse(line) as Gold)
        .map(g => [g.id, g]),
    )
    const bins = RELIABILITY.map(from => ({ from, count: 0, told: 0, right: 0 }))
    for (const line of lines(join(GOLD, 'dev.articles.jsonl'))) {
      const { id, title, text, publishedAt } = JSON.parse(line) as { id: string; title: string; text: string; publishedAt: string }
      const [main] = read(text, { title, publishedAt }).events
      const bin = main && bins.findLast(b => main.confidence >= b.from)
      if (!main || !bin) continue
      const { event, alternativeTypes } = gold.get(id) as Gold
      bin.count++
      bin.told += main.confidence
      if (event?.type === main.type || alternativeTypes.includes(main.type)) bin.right++
    }
    const table = bins.map(b => ({ ...b, told: b.told / b.count, right: b.right / b.count }))
    // the doubtful ones are few
    expect(table[0]?.right).toBeLessThan(0.75)
    for (const { told, right } of table.slice(1)) expect(Math.abs(told - right), JSON.stringify(table)).toBeLessThan(0.1)
  })
})

describe.skipIf(!existsSync(NAMES))('names of the last tenth of ANERcorp (skipped where ../shared is absent)', () => {
  test('no class falls below what was reached', { timeout: 60_000 }, () => {
    const all = lines(NAMES)
    const tenth = all.slice(Math.floor(all.length * 0.9))
    const [gold, predicted] = [join(folder, 'gold.jsonl'), join(folder, 'names.jsonl')]
    writeFileSync(gold, tenth.join('\n'))
    const read1 = (line: string) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string }
      return JSON.stringify({ id, mentions: read(text).mentions })
    }
    writeFileSync(predicted, tenth.map(read1).join('\n'))
    const table = score('score-ner.mjs', gold, predicted)
    for (const [kind, least] of Object.entries(TAGGED)) expect(f1(table, kind), `${kind}\n${table}`).toBeGreaterThanOrEqual(least)
  })
})
