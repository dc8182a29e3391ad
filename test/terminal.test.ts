/** The card on a terminal: from the right, in colour, with the letters joined where the terminal does not join them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../src/batch/usage.ts'
import { cardOf } from '../src/cli/card.ts'
import { columns, layOut, type Paper } from '../src/cli/layout.ts'
import { loadShape } from '../src/cli/shape.ts'
import { needsShape, paperOf, type Stream } from '../src/cli/terminal.ts'
import { read } from '../src/index.ts'
import { LANGUAGES } from '../src/labels.ts'
import { runExtract } from './support/cli.ts'
import { ROOT } from './support/source.ts'

const SAMPLE = join(ROOT, 'data/sample/marrakesh.txt')
const reading = read(readFileSync(SAMPLE, 'utf8'))
const PLAIN: Paper = { language: 'ar', width: 90, color: false, shape: null }
const show = (paper: Partial<Paper>): string[] => {
  const whole = { ...PLAIN, ...paper }
  return layOut(cardOf(reading, whole.language), whole).split('\n')
}
const shape = await loadShape()
const terminal = (depth: number): Stream => ({
  isTTY: true,
  columns: 90,
  hasColors: ((count: number) => count <= depth) as Stream['hasColors'],
})
const pipe = { isTTY: false } as unknown as Stream

describe('from the right', () => {
  test('every line ends at the right edge', () => {
    const lines = show({ shape: shape })
    expect(lines.length).toBeGreaterThan(6)
    expect(new Set(lines.map(columns))).toEqual(new Set([90]))
  })

  test('a terminal that orders letters gets the order of reading, embedded', () => {
    for (const line of show({})) {
      expect(line).toMatch(/^\u200e *\u202b.*\u202c$/)
      expect(columns(line)).toBe(90)
    }
    expect(show({}).some(line => /\u202bالمكان +مراكش \(مدينة، MA\)\u202c$/.test(line))).toBe(true)
  })

  test('a date keeps its order behind Arabic letters', () => {
    expect(show({}).find(line => line.includes('2022-05-11'))).toContain('\u200e2022-05-11')
    expect(show({ shape: shape }).some(line => / 2022-05-11 {2}/.test(line))).toBe(true)
  })

  test('long values go on below, within the width', () => {
    const lines = show({ width: 50 })
    expect(lines.length).toBeGreaterThan(show({}).length)
    expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(50)
  })

  test('from the left in English and French', () => {
    expect(show({ language: 'en' })[0]).toMatch(/^event {9}meeting, planned: /)
    expect(show({ language: 'fr' })[0]).toMatch(/^événement {5}réunion, prévu: /)
  })
})

describe('letters', () => {
  test('are joined and put in the order of the screen', () => {
    const line = show({ shape }).find(text => text.includes('MA')) ?? ''
    expect(line).toContain('ﺶﻛﺍﺮﻣ') // مراكش from the left: sheen first, meem last
    expect(line.indexOf('ﺶﻛﺍﺮﻣ')).toBeGreaterThan(line.indexOf('MA'))
    expect(line).not.toMatch(/[\p{Cf}]/u)
  })

  test('auto shapes where the terminal is known to do neither', () => {
    expect(
      [{ TERM: 'linux' }, { TERM: 'alacritty' }, { XTERM_VERSION: 'XTerm(390)' }, { WT_SESSION: 'x' }, { TERM_PROGRAM: 'vscode' }].map(
        needsShape,
      ),
    ).toEqual(Array(5).fill(true))
    expect(
      [{}, { TERM: 'xterm-256color', VTE_VERSION: '7200' }, { TERM: 'mlterm' }, { TERM_PROGRAM: 'Apple_Terminal' }].map(needsShape),
    ).toEqual(Array(4).fill(false))
  })

  test('auto and a pipe: as they stand', async () => {
    expect((await paperOf({}, terminal(256), { TERM: 'linux' })).shape).not.toBeNull()
    expect((await paperOf({}, terminal(256), { TERM: 'mlterm' })).shape).toBeNull()
    expect((await paperOf({}, pipe, { TERM: 'linux' })).shape).toBeNull()
    expect((await paperOf({ shape: 'always' }, pipe, {})).shape).not.toBeNull()
    expect((await paperOf({ shape: 'never' }, terminal(256), { TERM: 'linux' })).shape).toBeNull()
  })

  test('without arabic-reshaper: --shape says so, auto goes on', async () => {
    const absent = async () => null
    await expect(paperOf({ shape: 'always' }, terminal(256), {}, absent)).rejects.toThrow(UsageError)
    await expect(paperOf({ shape: 'always' }, terminal(256), {}, absent)).rejects.toThrow('npm install arabic-reshaper')
    expect((await paperOf({}, terminal(256), { TERM: 'linux' }, absent)).shape).toBeNull()
  })
})

describe('colours', () => {
  const ESCAPE = String.fromCharCode(27)

  test('on a terminal that has them', async () => {
    expect((await paperOf({}, terminal(256), {})).color).toBe(true)
    expect((await paperOf({}, terminal(2), {})).color).toBe(false) // NO_COLOR, TERM=dumb: Node tells
    expect((await paperOf({}, pipe, {})).color).toBe(false)
    const coloured = show({ color: true })
    expect(coloured.filter(line => line.includes(`${ESCAPE}[2m`)).length).toBe(cardOf(reading, 'ar').length) // a label a row
    expect(coloured.map(line => line.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), ''))).toEqual(show({}))
  })

  test('a pipe gets none, in English, as long as it is', async () => {
    const { out } = await runExtract([SAMPLE], { card: true })
    expect(out).not.toContain(ESCAPE)
    expect(out).toMatch(/^event {9}meeting/)
    expect((await runExtract([SAMPLE], { card: true, language: 'ar' })).out).toMatch(/^الحدث +اجتماع، مرتقب: /)
  })
})

test('every language has every word of the card', () => {
  for (const language of LANGUAGES) for (const { label } of cardOf(reading, language)) expect(label).toMatch(/^\p{L}[\p{L} ]+$/u)
})
