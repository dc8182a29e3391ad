/** Reads and writes the tables of `data/`: comments, a row of column names, sorted rows. */

import { readFileSync, writeFileSync } from 'node:fs'

/**
 * @typedef {Record<string, string>} Row
 * @typedef {{url: URL, comments: string[], columns: string[], rows: Row[]}} Table
 */

/**
 * @param {string} path relative to `data/`
 * @returns {Table}
 */
export function readTable(path) {
  const url = new URL(`../${path}`, import.meta.url)
  const lines = readFileSync(url, 'utf8').split('\n').filter(Boolean)
  const comments = lines.filter(line => line.startsWith('#'))
  const [head = '', ...rest] = lines.filter(line => !line.startsWith('#'))
  const columns = head.split('\t')
  const rows = rest.map(line => {
    const cells = line.split('\t')
    if (cells.length !== columns.length) throw new Error(`${path}: ${cells.length} cells for ${columns.length} columns: ${line}`)
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
  return { url, comments, columns, rows }
}

/**
 * @param {Table} table
 * @returns {boolean} whether the file changed
 */
export function writeTable(table) {
  const key = table.columns[0] ?? ''
  const rows = [...table.rows].sort((a, b) => compare(a[key] ?? '', b[key] ?? ''))
  const lines = rows.map(row => table.columns.map(column => row[column] ?? '').join('\t'))
  const text = `${[...table.comments, table.columns.join('\t'), ...lines].join('\n')}\n`.normalize('NFC')
  if (text === readFileSync(table.url, 'utf8')) return false
  writeFileSync(table.url, text)
  return true
}

/**
 * The names of a row, without the mark of weakness.
 *
 * @param {Row} row
 */
export function names(row) {
  return [row['name'] ?? '', ...(row['aliases'] ?? '').split('|')].filter(Boolean).map(name => name.replace(/^~/, ''))
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}
