/** The suites of dates and numbers that lie beside the project, where they do: what is reached must not be lost. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDates, parseNumbers } from '../../src/dates.ts'
import { fromHijri, isoDay } from '../../src/resolve/date-calendar.ts'
import { ROOT } from '../support/source.ts'

const SHARED = join(ROOT, '..', 'shared')
const SCORER = join(SHARED, 'eval', 'score-dates.mjs')

/** Suite, right of all in percent, precision in percent where the suite tells it. */
const REACHED: readonly (readonly [suite: string, right: number, precision: number])[] = [
  ['news-verified', 98, 0],
  ['authored-news', 99, 99],
  ['chronologia', 99, 99],
  ['locales', 100, 100],
  ['maha', 99, 98],
  ['numbers-maha', 99, 0],
  ['numbers-n2words', 100, 0],
  ['quantities-microsoft', 97, 0],
]

interface Case {
  id: string
  text: string
  reference?: string
  hijri?: string
  gregorian?: string
}

const casesOf = (suite: string): Case[] =>
  readFileSync(join(SHARED, 'dates', `${suite}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Case)

describe.skipIf(!existsSync(SCORER))('suites (skipped where ../shared is not there)', () => {
  test.each(REACHED)('%s', (suite, right, precision) => {
    const folder = mkdtempSync(join(tmpdir(), 'khabar-dates-'))
    try {
      const wantsNumbers = /^(?:numbers|quantities)-/.test(suite)
      const lines = casesOf(suite).map(({ id, text, reference }) => {
        const mentions = wantsNumbers ? parseNumbers(text) : parseDates(text, reference ? { publishedAt: reference } : {})
        return JSON.stringify({ id, mentions: mentions.map(({ kind, start, end, value }) => ({ kind, start, end, value })) })
      })
      writeFileSync(join(folder, 'pred.jsonl'), lines.join('\n'))
      const out = execFileSync(process.execPath, [SCORER, join(SHARED, 'dates', `${suite}.jsonl`), join(folder, 'pred.jsonl')], {
        encoding: 'utf8',
      })
      expect(Number(/RIGHT .*?, ([\d.]+) %/.exec(out)?.[1]), out).toBeGreaterThanOrEqual(right)
      if (precision > 0) expect(Number(/precision\s+([\d.]+) %/.exec(out)?.[1]), out).toBeGreaterThanOrEqual(precision)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('hijri-pairs', () => {
    const wrong = casesOf('hijri-pairs').filter(({ hijri = '', gregorian }) => {
      const [year = 0, month = 0, day = 0] = hijri.split('-').map(Number)
      const found = fromHijri({ year, month, day })
      return !found || isoDay(found) !== gregorian
    })
    expect(wrong).toEqual([])
  })
})
