import { DataError } from './table.ts'

/** A line of an event file: `verb استهدف هاجم subject=agent object=patient`. */
export interface StanzaLine {
  readonly line: number
  readonly keyword: string
  readonly words: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

/** An example of an event file with what must be read from it, or (`expected` null) a sentence that must not give this type. */
export interface StanzaExample {
  readonly line: number
  readonly text: string
  readonly expected: string | null
}

/** An event file as read. */
export interface Stanza {
  readonly path: string
  readonly lines: readonly StanzaLine[]
  readonly examples: readonly StanzaExample[]
}

const KEYWORDS = new Set(['event', 'roles', 'verb', 'noun', 'phrase', 'participle', 'support', 'title', 'frame', 'status'])

/** Reads an event file as data/README.md describes it. Throws `DataError` with file, line and column. */
export function readStanza(path: string, content: string): Stanza {
  const lines: StanzaLine[] = []
  const examples: { line: number; text: string; expected: string | null }[] = []
  content.split('\n').forEach((text, index) => {
    const line = index + 1
    const clean = text.replace(/\s+#.*$/, '')
    if (clean.trim() === '' || text.startsWith('#')) return
    if (/^\s/.test(clean)) {
      const example = examples.at(-1)
      if (!example || example.expected === null) throw new DataError(path, line, 1, 'an expectation that follows no example')
      example.expected = `${example.expected} ${clean.trim()}`.trim()
      return
    }
    const keyword = /^\S+/.exec(clean)?.[0] ?? ''
    const rest = clean.slice(keyword.length).trim()
    if (keyword === 'example' || keyword === 'not') {
      examples.push({ line, text: rest, expected: keyword === 'example' ? '' : null })
      return
    }
    if (!KEYWORDS.has(keyword)) throw new DataError(path, line, 1, `unknown keyword «${keyword}»`)
    const words: string[] = []
    const attributes: Record<string, string> = {}
    const fields = keyword === 'phrase' || keyword === 'title' ? phraseFields(rest) : rest.split(/\s+/)
    for (const field of fields) {
      const at = field.indexOf('=')
      if (at < 0) {
        if (field) words.push(field)
      } else {
        const key = field.slice(0, at)
        if (key in attributes) throw new DataError(path, line, text.lastIndexOf(field) + 1, `«${key}» is given twice`)
        attributes[key] = field.slice(at + 1)
      }
    }
    lines.push({ line, keyword, words, attributes })
  })
  return { path, lines, examples }
}

/** The fields of a line whose words are phrases: blanks belong to them, up to the first attribute. */
function phraseFields(rest: string): string[] {
  const at = /\s+[^\s=]+=/.exec(rest)
  if (!at) return [rest.replaceAll(' ', '_')]
  return [rest.slice(0, at.index).replaceAll(' ', '_'), ...rest.slice(at.index).trim().split(/\s+/)]
}
