import type { Reader } from '../index.ts'
import type { FindRow } from './panels/why.ts'

/** Makes a function that gives the cells of the row that `by` names, `data/orgs/armed.tsv:14`. It looks through one table, when it is asked. */
export function createFindRow(reader: Reader): FindRow {
  return by => {
    const path = by.slice(0, by.lastIndexOf(':')).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    for (const row of reader.view('').lexicon.rowsOf(new RegExp(`^${path}$`))) if (row.by === by) return row.cells
    return null
  }
}
