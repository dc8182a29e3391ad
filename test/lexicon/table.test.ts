import { describe, expect, test } from 'vitest'
import { alternatives, DataError, readTable } from '../../src/lexicon/table.ts'

const read = (...lines: string[]) => readTable('data/x.tsv', lines.join('\n'))

describe('a table', () => {
  const table = read(
    '# Cities.',
    '# source: own',
    '# licence: MIT',
    'id\tname\taliases',
    'a\tالرباط\t',
    '',
    '# between',
    'b\tفاس\tمدينة فاس|~فاس',
    '',
  )

  test('has its columns, rows, source and licence', () => {
    expect(table).toEqual({
      path: 'data/x.tsv',
      source: 'own',
      licence: 'MIT',
      columns: ['id', 'name', 'aliases'],
      rows: [
        { line: 5, cells: { id: 'a', name: 'الرباط', aliases: '' } },
        { line: 8, cells: { id: 'b', name: 'فاس', aliases: 'مدينة فاس|~فاس' } },
      ],
    })
  })

  test('may have no rows and no notes', () => {
    expect(read('id\tname')).toMatchObject({ source: '', licence: '', columns: ['id', 'name'], rows: [] })
  })

  test.each([
    ['no row of columns', ['# source: own'], 'data/x.tsv:1:1: a table without a row that names the columns'],
    ['nothing', [''], 'data/x.tsv:1:1: a table without a row that names the columns'],
    ['a column twice', ['# c', 'id\tid'], 'data/x.tsv:2:1: a column is named twice'],
    ['too few cells', ['id\tname', 'a'], 'data/x.tsv:2:1: 1 cells where 2 columns are named'],
    ['too many cells', ['id\tname', 'a\tb\t'], 'data/x.tsv:2:1: 3 cells where 2 columns are named'],
    ['a blank before', ['id\tname', 'a\t فاس'], 'data/x.tsv:2:3: a blank at the edge of the cell « فاس»'],
    ['a blank behind', ['id\tname\tx', 'a\tفاس \tb'], 'data/x.tsv:2:3: a blank at the edge of the cell «فاس »'],
    ['a blank in the last cell', ['id\tname\tx', 'a\tفاس\tb '], 'data/x.tsv:2:7: a blank at the edge of the cell «b »'],
    ['a carriage return', ['id\tname', 'a\tb\r'], 'data/x.tsv:2:4: a carriage return'],
  ])('%s', (_, lines, message) => {
    expect(() => read(...lines)).toThrow(DataError)
    expect(() => read(...lines)).toThrow(message)
  })
})

describe('alternatives', () => {
  test.each([
    ['', []],
    ['فاس', [{ text: 'فاس', weak: false }]],
    ['~قم', [{ text: 'قم', weak: true }]],
    [
      'فاس|~قم',
      [
        { text: 'فاس', weak: false },
        { text: 'قم', weak: true },
      ],
    ],
  ])('of «%s»', (cell, expected) => {
    expect(alternatives(cell)).toEqual(expected)
  })
})
