/** A half-open range of UTF-16 code units of the given text. */
export interface Span {
  start: number
  end: number
  /** Set where the units are those of `context.title`, not of the text. */
  in?: 'title'
}

/** A span with the words that it covers and the rule or table row that found it (`data/orgs/armed.tsv:14`, `person-after-title`). */
export interface Evidence extends Span {
  text: string
  by: string
}
