import type { Row } from './row.ts'

/** What a format is told about the file that it reads. */
export interface FormatContext {
  /** The file as it was named. */
  readonly file: string
  /** Id of an article that has none of its own: in a folder, its path there. */
  readonly id?: string
}

/** A form of archives. */
export interface Format {
  readonly name: string
  /** Endings of file names, without the dot. */
  readonly extensions: readonly string[]
  /** The records of unpacked bytes in UTF-8, in their order. Never throws because of the bytes: what is wrong is a row too. */
  rows(source: AsyncIterable<Buffer>, context: FormatContext): AsyncIterable<Row>
}
