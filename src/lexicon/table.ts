/** A row of a table, with the place that tells where it stands. */
export interface TableRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A table as read: columns in order, rows in order. */
export interface Table {
  readonly path: string
  readonly source: string
  readonly licence: string
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

/** A defect of the data: it stops the build, or the call to `createReader`, with its place. */
export class DataError extends Error {
  override readonly name = 'DataError'
  constructor(path: string, line: number, column: number, what: string) {
    super(`${path}:${line}:${column}: ${what}`)
  }
}

/** Reads a TSV table as data/README.md describes it. Throws `DataError` with file, line and column. */
export function readTable(path: string, content: string): Table {
  const notes: Record<string, string> = {}
  const rows: TableRow[] = []
  let columns: string[] | null = null
  content.split('\n').forEach((text, index) => {
    const line = index + 1
    if (text === '') return
    if (text.startsWith('#')) {
      const note = /^# (source|licence): (.+)$/.exec(text)
      if (note) notes[note[1] as string] = note[2] as string
      return
    }
    if (text.endsWith('\r')) throw new DataError(path, line, text.length, 'a carriage return')
    const cells = text.split('\t')
    if (!columns) {
      columns = cells
      if (new Set(cells).size !== cells.length) throw new DataError(path, line, 1, 'a column is named twice')
      return
    }
    if (cells.length !== columns.length)
      throw new DataError(path, line, 1, `${cells.length} cells where ${columns.length} columns are named`)
    const row: Record<string, string> = {}
    let column = 1
    cells.forEach((cell, k) => {
      if (cell !== cell.trim()) throw new DataError(path, line, column, `a blank at the edge of the cell «${cell}»`)
      row[(columns as string[])[k] as string] = cell
      column += cell.length + 1
    })
    rows.push({ line, cells: row })
  })
  if (!columns) throw new DataError(path, 1, 1, 'a table without a row that names the columns')
  return { path, source: notes.source ?? '', licence: notes.licence ?? '', columns, rows }
}

/** The alternatives of a cell. A weak one is written with `~`. */
export function alternatives(cell: string): { text: string; weak: boolean }[] {
  if (cell === '') return []
  return cell.split('|').map(text => (text.startsWith('~') ? { text: text.slice(1), weak: true } : { text, weak: false }))
}
