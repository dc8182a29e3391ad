/** The words of the interface: every id in every language, and an id for everything that a reading can hold. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../src/event/event.ts'
import { LANGUAGES, labelsOf } from '../src/labels.ts'
import { disorder, labelFiles, tablesOf } from './support/lint.ts'
import { ROOT } from './support/source.ts'

const files = labelFiles()
const tables = tablesOf(files)
const rows = tables.flatMap(t => t.rows)
const ids = new Set(rows.map(r => r.cells.id))

describe('labels', () => {
  test('name their source and licence, have a column a language, and are sorted', () => {
    expect(tables.map(({ source, licence, columns }) => [source, licence, ...columns])).toEqual(
      tables.map(() => ['own', 'MIT', 'id', ...LANGUAGES]),
    )
    expect(tables.flatMap(disorder)).toEqual([])
    expect(ids.size).toBe(rows.length)
    expect(files.filter(({ content }) => content !== content.normalize('NFC'))).toEqual([])
  })

  test('are filled, with the same places to fill', () => {
    const places = (text = ''): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join()
    expect(rows.filter(({ cells }) => LANGUAGES.some(l => !cells[l])).map(r => r.cells.id)).toEqual([])
    const plural = /-one$/ // one of them needs no figure
    expect(
      rows
        .filter(({ cells }) => !plural.test(cells.id ?? '') && LANGUAGES.some(l => places(cells[l]) !== places(cells.en)))
        .map(r => r.cells.id),
    ).toEqual([])
  })

  test('Arabic is in Arabic, the others are not', () => {
    const arabic = /\p{Script=Arabic}/u
    const sign = /^[\p{P}\p{S}\s]*$|^\{/u
    expect(rows.filter(({ cells }) => !arabic.test(cells.ar ?? '') && !sign.test(cells.ar ?? '')).map(r => r.cells.id)).toEqual([])
    const always = new Set(['page.ar', 'page.brand']) // the language, and the word that khabar is named after
    expect(rows.filter(({ cells }) => !always.has(cells.id ?? '') && arabic.test(`${cells.en}${cells.fr}`)).map(r => r.cells.id)).toEqual(
      [],
    )
  })

  test('name every type, status, role, unit, kind and issue', () => {
    const issues = [...readFileSync(join(ROOT, 'src/text/issue.ts'), 'utf8').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(m => `issue.${m[1]}`)
    const kinds = [...readFileSync(join(ROOT, 'src/find/finder.ts'), 'utf8').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(m => `kind.${m[1]}`)
    expect(issues.length).toBeGreaterThan(10)
    expect(kinds.length).toBeGreaterThan(10)
    const needed = [
      ...EVENT_TYPES.map(type => `type.${type}`),
      ...'occurred ongoing planned cancelled possible denied'.split(' ').map(s => `status.${s}`),
      ...'chair organizer participant agent patient'.split(' ').map(r => `role.${r}`),
      ...'killed injured missing arrested displaced participants countries money goals votes percent other'
        .split(' ')
        .map(u => `unit.${u}`),
      ...'venue city region country other person organization group place event'.split(' ').map(k => `kind.${k}`),
      ...kinds,
      ...issues,
    ]
    expect(needed.filter(id => !ids.has(id))).toEqual([])
  })

  test('are used: no id stands there for nothing', () => {
    const read = (folder: string): string[] =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter(path => /\.(?:ts|html)$/.test(path))
        .map(path => readFileSync(join(ROOT, folder, path), 'utf8'))
    const source = [readFileSync(join(ROOT, 'src/labels.ts'), 'utf8'), ...read('src/cli'), ...read('src/play')].join('\n')
    const made = /^(?:type|status|role|unit|kind|issue|implied|calendar)\./ // put together from what a reading says
    expect([...ids].filter(id => id && !made.test(id) && !source.includes(id))).toEqual([])
  })
})

test('what no table names is its own word', () => {
  expect(labelsOf('fr')('unit.camels')).toBe('camels')
})
