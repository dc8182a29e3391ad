import { readFile } from 'node:fs/promises'
import { text as readStream } from 'node:stream/consumers'
import type { Context } from '../index.ts'

/** An article of the input, or why a line of it is none. */
export type Input =
  | { readonly id?: string; readonly text: string; readonly context: Context }
  | { readonly id?: string; readonly error: string }

/** Reads articles from a file, or from standard input for `-`: JSON Lines `{id, title?, text, publishedAt?}`, or one plain text. */
export async function* readArticles(path: string): AsyncGenerator<Input> {
  const content = path === '-' ? await readStream(process.stdin) : await readFile(path, 'utf8')
  if (!isJsonLines(path, content)) {
    yield { text: content, context: {} }
    return
  }
  let number = 0
  for (const line of withoutBom(content).split('\n')) {
    number++
    if (line.trim() !== '') yield parseLine(line, `${path}:${number}`)
  }
}

/** A byte order mark at the head of a file is no part of its first line. */
const withoutBom = (content: string): string => (content.charCodeAt(0) === 0xfeff ? content.slice(1) : content)

const isJsonLines = (path: string, content: string): boolean => /\.(jsonl|ndjson|json)$/.test(path) || /^\s*\{/.test(content)

function parseLine(line: string, place: string): Input {
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch (error) {
    return { error: `${place}: no JSON: ${(error as Error).message}` }
  }
  if (record === null || typeof record !== 'object' || Array.isArray(record)) return { error: `${place}: no JSON object` }
  const { id, title, text, publishedAt } = record as Record<string, unknown>
  const named = typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}
  if (typeof text !== 'string') return { ...named, error: `${place}: «text» is no string` }
  const optional = (name: string, value: unknown): Record<string, string> => (typeof value === 'string' ? { [name]: value } : {})
  return { ...named, text, context: { ...optional('title', title), ...optional('publishedAt', publishedAt) } }
}
