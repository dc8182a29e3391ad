const SPECIAL = /["\\\n\r\t\b\f\p{Cc}]/gu

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}

/** A string as N-Quads and Turtle write it between quotes. */
export const escapeLiteral = (text: string): string =>
  text.replace(SPECIAL, character => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
