import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { alternatives } from '../src/lexicon/table.ts'
import { nameColumns, tableFiles, tablesOf } from './support/lint.ts'
import { ROOT } from './support/source.ts'

const BEGIN = '<!-- coverage: test/coverage.test.ts prints it -->'
const END = '<!-- end of coverage -->'

/** How many rows and names each table has, as data/README.md shows it. */
function coverage(): string {
  const lines = ['| table | rows | names | weak names |', '|---|---:|---:|---:|']
  const total = { rows: 0, names: 0, weak: 0 }
  for (const table of tablesOf(tableFiles())) {
    if (table.path.startsWith('data/events/weights/')) continue // numbers, no names
    const names = table.rows.flatMap(row =>
      nameColumns(table.path).flatMap(column => alternatives(row.cells[column] ?? '').map(a => a.weak || row.cells.weak === 'yes')),
    )
    const weak = names.filter(Boolean).length
    lines.push(`| \`${table.path.slice('data/'.length)}\` | ${table.rows.length} | ${names.length} | ${weak} |`)
    total.rows += table.rows.length
    total.names += names.length
    total.weak += weak
  }
  lines.push(`| all | ${total.rows} | ${total.names} | ${total.weak} |`)
  return lines.join('\n')
}

/** `COVERAGE=write npx vitest run test/coverage.test.ts` writes the table anew. */
test('data/README.md tells how many rows and names the tables have', () => {
  const path = join(ROOT, 'data/README.md')
  const readme = readFileSync(path, 'utf8')
  const [from, to] = [readme.indexOf(BEGIN) + BEGIN.length, readme.indexOf(END)]
  if (process.env.COVERAGE === 'write') writeFileSync(path, `${readme.slice(0, from)}\n${coverage()}\n${readme.slice(to)}`)
  else expect(readme.slice(from, to).trim()).toBe(coverage())
})
