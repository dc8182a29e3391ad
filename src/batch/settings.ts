import type { Context } from '../index.ts'
import type { Fields } from './article.ts'

/** What decides, besides the articles, what is written about them. Plain data: it travels to the workers. */
export interface Settings {
  /** Names of the fields in the archive. */
  readonly fields: Fields
  /** What holds for all articles; it goes before what they say themselves. */
  readonly context: Context
  /** Headline of plain texts. */
  readonly title?: string
  /** Whether mentions are written. */
  readonly mentions: boolean
  /** Whether the trained model looks for names too. */
  readonly tagger: boolean
}
