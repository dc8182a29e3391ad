import { readRecord } from '../batch/read.ts'
import type { Row } from '../batch/row.ts'
import type { Settings } from '../batch/settings.ts'
import { createReader, explain } from '../index.ts'
import { cardOf } from './card.ts'
import { layOut, type Paper } from './layout.ts'

/** Prints a card for each article, for people; with `why`, also which words and which rules are behind it. Returns the exit code. */
export async function printCards(rows: AsyncIterable<Row>, settings: Settings, paper: Paper, why: boolean): Promise<number> {
  const reader = createReader({ tagger: settings.tagger })
  let code = 0
  for await (const row of rows) {
    const { bytes } = row
    const line = bytes === null ? null : readRecord(reader, { ...row, bytes }, settings)
    const reason = row.reason ?? line?.reason
    if (reason !== undefined) {
      process.stderr.write(`khabar: ${row.file}${row.line > 0 ? `:${row.line}` : ''}: ${reason}\n`)
      code = 1
    } else if (line) {
      process.stdout.write(`${layOut(cardOf(line.reading, paper.language), paper)}\n${why ? `\n${explain(line.reading)}\n` : ''}\n`)
    }
  }
  return code
}
