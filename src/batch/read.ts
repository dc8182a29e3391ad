import type { IssueCode, Reader, Reading } from '../index.ts'
import { OWN_FIELDS, toArticle } from './article.ts'
import type { Row } from './row.ts'
import type { Settings } from './settings.ts'

/** A line of the output. */
export interface Line {
  /** JSON, without the line end. */
  readonly json: string
  /** What it tells. */
  readonly reading: Reading
  /** Why there is nothing to tell. */
  readonly reason?: string
}

/** Reads the bytes of one record; `place` is told where it cannot be read. Never throws because of them. */
export function readRecord(reader: Reader, { bytes, own, file, line }: Row & { readonly bytes: Uint8Array }, settings: Settings): Line {
  const article = toArticle(bytes, own ? { ...settings.fields, ...OWN_FIELDS } : settings.fields)
  if ('reason' in article) return deadLine({ file, line }, 'bad-record', article.reason, settings, article.id)
  const title = own && settings.title !== undefined ? { title: settings.title } : {}
  try {
    const reading = reader.read(article.text, { ...article.context, ...title, ...settings.context })
    return toLine(article.id !== undefined ? { id: article.id, ...reading } : reading, settings, article.carried)
  } catch (error) {
    return deadLine({ file, line }, 'not-read', (error as Error).message, settings, article.id)
  }
}

/** The line of a record that was not read. */
export function deadLine(
  { file, line }: Pick<Row, 'file' | 'line'>,
  code: Extract<IssueCode, 'bad-record' | 'not-read'>,
  reason: string,
  settings: Settings,
  id?: string,
): Line {
  const issues = [{ code, message: `${file}:${line}: ${reason}` }]
  return {
    ...toLine({ ...(id !== undefined ? { id } : {}), events: [], entities: [], quotes: [], mentions: [], issues }, settings),
    reason,
  }
}

function toLine(reading: Reading, { mentions: wanted }: Settings, carried: Readonly<Record<string, string>> = {}): Line {
  const { mentions, id, ...rest } = reading
  return { json: JSON.stringify({ ...(id !== undefined ? { id } : {}), ...carried, ...rest, ...(wanted ? { mentions } : {}) }), reading }
}
