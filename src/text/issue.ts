import type { Span } from './span.ts'

/** What can be wrong with a text. Reading never throws because of it. */
export type IssueCode =
  | 'empty-text' // nothing but blanks
  | 'no-arabic' // no Arabic letter
  | 'truncated' // longer than the limit: only the first part was read
  | 'control-characters' // bytes of a binary file, or damaged text
  | 'lone-surrogate' // half of a surrogate pair
  | 'bidi-controls' // invisible direction marks, skipped in matching
  | 'mark-run' // more combining marks on one letter than writing has
  | 'html-entities' // entities left over, read as their characters
  | 'weekday-mismatch' // «الاثنين 11 مايو 2022» where that day is a Wednesday
  | 'calendar-mismatch' // a Hijri and a Gregorian date, said to be one, that are not
  | 'impossible-date' // «31 أبريل»
  | 'invalid-published-at' // the context's date is no ISO date
  | 'bad-record' // a line of an archive that is no article
  | 'not-read' // an article of an archive that took too much time or memory

/** Something about the text that a careful reader would like to know. */
export interface Issue {
  code: IssueCode
  message: string
  span?: Span
}
