/** What a number of the text says, before it is written down as the value of a mention. */
export interface NumberContent {
  readonly type: 'number'
  /** The number that the text names; of a range its lower end; null where only a word tells of many («عشرات»). */
  readonly value: number | null
  readonly comparator: '=' | '>' | '<' | '~'
  /** The bounds, where the text gives bounds. */
  readonly lower: number | null
  readonly upper: number | null
  readonly lowerClosed: boolean
  readonly upperClosed: boolean
  /** UCUM unit of a measure, count unit of events (`killed`), or null. */
  readonly unit: string | null
  /** ISO 4217; several joined by `|` where the word alone leaves it open. */
  readonly currency: string | null
  /** The token of the counted noun, where one is known. */
  readonly noun: number | null
}

/** A number as read: tokens `[from, to)`. */
export interface NumberRead {
  readonly from: number
  readonly to: number
  readonly skip: number
  /** Bits of the particles attached to its first word. */
  readonly parts: number
  readonly value: number
  readonly ordinal: boolean
  readonly fraction: boolean
  /** How many digits, where it is one run of digits; else 0. */
  readonly digits: number
  /** Whether it stands with the article. */
  readonly article: boolean
  /** Whether all its words are weak: read alone it is hardly a number. */
  readonly weak: boolean
  /** The value of its last scale word (ألف, مليون), or 1. */
  readonly scale: number
}

/** Whether a content has bounds. */
export const isBounded = (content: NumberContent): boolean => content.lower !== null || content.upper !== null

/** The bounds as an interval: `[100,300)`, `(80,)`. */
export function interval(content: NumberContent): string {
  const { lower, upper, lowerClosed, upperClosed } = content
  return `${lowerClosed && lower !== null ? '[' : '('}${lower ?? ''},${upper ?? ''}${upperClosed && upper !== null ? ']' : ')'}`
}

/** A content that says `value` and nothing else. */
export const exactly = (value: number | null): NumberContent => ({
  type: 'number',
  value,
  comparator: '=',
  lower: null,
  upper: null,
  lowerClosed: false,
  upperClosed: false,
  unit: null,
  currency: null,
  noun: null,
})

/** The one currency that is meant: the code itself, or of several («درهم») that of the country where the article was written; else null. */
export function currencyIn(currency: string | null, country: string | undefined): string | null {
  if (currency === null || !currency.includes('|')) return currency
  return (country && currency.split('|').find(iso => iso.startsWith(country))) || null
}

/** The value of a mention: an interval for a range and for a bounded quantity, else the number. */
export function numberValue(kind: string, content: NumberContent): number | string | null {
  const { lower, upper } = content
  const isRange = lower !== null && upper !== null && lower !== upper
  return isRange || (kind === 'quantity' && isBounded(content)) ? interval(content) : content.value
}
