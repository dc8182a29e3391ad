/** What is known of an article besides its text. */
export interface Context {
  /** The headline, where it is not part of the text. */
  readonly title?: string
  /** The day, or the instant, of publication: ISO 8601, `2022-05-11` or `2022-05-11T09:30`. Relative dates are resolved against it. */
  readonly publishedAt?: string
  /** ISO 3166-1 alpha-2 of the country in which the article was written: decides between names that several countries have. */
  readonly country?: string
}
