/** What wink-nlp keeps of a document while it is made. Four numbers a token: lexeme, blanks before it, tag << 20, flags. */
export interface RawDocument {
  cache: unknown
  tokens: number[]
  numOfTokens: number
  document: number[]
  sentences: number[][]
  entities: unknown
  nonBreakingSpaces: Record<number, string>
  readonly currPipe: Readonly<Record<string, boolean>>
}

/** Numbers of a token. */
export const TOKEN_SIZE = 4
/** A number of blanks that says: look into `nonBreakingSpaces`. */
export const OTHER_BLANKS = 0xffff
/** Where the tag stands in the third number of a token, and how wide it is. */
export const TAG_SHIFT = 20
export const TAG_MASK = 0x3f

/** What stands in the text before a token. */
export function blanksBefore({ tokens, nonBreakingSpaces }: RawDocument, token: number): string {
  const count = tokens[token * TOKEN_SIZE + 1] as number
  return count < OTHER_BLANKS ? ' '.repeat(count) : (nonBreakingSpaces[token] ?? '')
}
