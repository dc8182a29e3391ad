/** The articles of test/fixtures with their golden tables. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../src/index.ts'
import { ROOT } from './source.ts'

export interface Golden {
  /** The right type first, then those that are acceptable. */
  types: string[]
  status: string
  /** `2023-05-24`, `2019-12-14..2019-12-15`, or empty. */
  date: string
  places: { names: string[]; kind: string; country: string | null }[]
  actors: { names: string[]; role: string; kind: string; country: string | null }[]
  counts: { value: number; comparator: string; unit: string }[]
  posts: { names: string[]; titles: string[]; affiliations: string[] }[]
}

export interface Article {
  name: string
  text: string
  context: Context
  golden: Golden
}

const FIXTURES = join(ROOT, 'test/fixtures')

/** Every article, in the order of names. */
export function readArticles(): Article[] {
  const golden = readGolden()
  const files = readdirSync(join(FIXTURES, 'articles'))
    .filter(file => file.endsWith('.txt'))
    .sort()
  return files.map(file => {
    const name = file.replace(/\.txt$/, '')
    const content = readFileSync(join(FIXTURES, 'articles', file), 'utf8')
    const border = content.indexOf('\n\n')
    const head = Object.fromEntries(
      content
        .slice(0, border)
        .split('\n')
        .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    )
    const table = golden.get(name)
    if (!table) throw new Error(`${file} has no golden table`)
    return {
      name,
      text: content.slice(border + 2).trim(),
      context: { title: head.title ?? '', publishedAt: head.publishedAt ?? '', country: head.country ?? '' },
      golden: table,
    }
  })
}

/** Rows of a table of the fixtures: comments left out, the header too. */
export function readRows(file: string): string[][] {
  const lines = readFileSync(join(FIXTURES, file), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  return lines.slice(1).map(line => line.split('\t'))
}

function readGolden(): Map<string, Golden> {
  const tables = new Map<string, Golden>()
  for (const [article = '', slot = '', value = '', as = '', of = ''] of readRows('articles.golden.tsv')) {
    const table = tables.get(article) ?? { types: [], status: '', date: '', places: [], actors: [], counts: [], posts: [] }
    tables.set(article, table)
    addRow(table, slot, value, as, of)
  }
  return tables
}

function addRow(table: Golden, slot: string, value: string, as: string, of: string): void {
  const names = value.split('|')
  const [first = '', second = '', third = null] = as.split(' ')
  if (slot === 'type') table.types = names
  else if (slot === 'status') table.status = value
  else if (slot === 'date') table.date = value
  else if (slot === 'place') table.places.push({ names, kind: first, country: second || null })
  else if (slot === 'actor') table.actors.push({ names, role: first, kind: second, country: third })
  else if (slot === 'count') table.counts.push(toCount(value))
  else if (slot === 'post') table.posts.push({ names, titles: as.split('|'), affiliations: of === '' ? [] : of.split('|') })
  else throw new Error(`articles.golden.tsv: unknown slot «${slot}»`)
}

function toCount(value: string): Golden['counts'][number] {
  const parts = /^([=<>~])([\d.]+) (\w+)$/.exec(value)
  if (!parts) throw new Error(`articles.golden.tsv: no count «${value}»`)
  return { comparator: parts[1] as string, value: Number(parts[2]), unit: parts[3] as string }
}
