import { isUtf8 } from 'node:buffer'
import type { Context } from '../index.ts'
import { UsageError } from './usage.ts'

/** Names of the fields of a record. */
export interface Fields {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly date: string
  /** What of the article goes into its line beside the reading: `title`, `publishedAt`, `text`, or any other field. */
  readonly carry?: readonly string[]
}

export const OWN_FIELDS: Fields = { id: 'id', title: 'title', text: 'text', date: 'publishedAt' }

/** An article, or why a record is none. */
export type Article =
  | { readonly id?: string; readonly text: string; readonly context: Context; readonly carried?: Readonly<Record<string, string>> }
  | { readonly id?: string; readonly reason: string }

/** Reads a JSON object in UTF-8 as an article. Never throws. */
export function toArticle(bytes: Uint8Array, fields: Fields): Article {
  if (!isUtf8(bytes)) return { reason: 'no UTF-8' }
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  let record: unknown
  try {
    record = line.includes(PROTO) ? JSON.parse(line, refuseProto) : JSON.parse(line)
  } catch (error) {
    return { reason: error instanceof ProtoError ? error.message : 'no JSON' }
  }
  if (record === null || typeof record !== 'object' || Array.isArray(record)) return { reason: 'no JSON object' }
  if (Object.hasOwn(record, PROTO)) return { reason: new ProtoError().message }
  return fromRecord(record as Readonly<Record<string, unknown>>, fields)
}

function fromRecord(record: Readonly<Record<string, unknown>>, fields: Fields): Article {
  const value = (name: string): unknown => (Object.hasOwn(record, name) ? (record[name] ?? undefined) : undefined)
  const id = value(fields.id)
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return { reason: `«${fields.id}» is no string or number` }
  const named = id !== undefined ? { id: String(id) } : {}
  const text = value(fields.text)
  if (text === undefined) return { ...named, reason: `no «${fields.text}»` }
  const context: Record<string, string> = {}
  for (const [key, name] of [
    ['title', fields.title],
    ['publishedAt', fields.date],
  ] as const) {
    const one = value(name)
    if (one === undefined) continue
    if (typeof one !== 'string') return { ...named, reason: `«${name}» is no string` }
    if (HALF_PAIR.test(one)) return { ...named, reason: `half of a surrogate pair in «${name}»` }
    context[key] = one
  }
  if (typeof text !== 'string') return { ...named, reason: `«${fields.text}» is no string` }
  if (HALF_PAIR.test(text)) return { ...named, reason: `half of a surrogate pair in «${fields.text}»` }
  if (!fields.carry) return { ...named, text, context }
  const known: Readonly<Record<string, string>> = { title: fields.title, publishedAt: fields.date, text: fields.text }
  const carried: Record<string, string> = {}
  for (const name of fields.carry) {
    const one = value(known[name] ?? name)
    if (typeof one === 'string' || typeof one === 'number') carried[name] = String(one)
  }
  return { ...named, text, context, carried }
}

/** Names of a reading's own: nothing else may be carried under them. */
const TAKEN = new Set(['id', 'events', 'entities', 'quotes', 'mentions', 'issues', '__proto__'])

/** Reads `title,publishedAt,url` as names of fields to carry. Throws `UsageError` for names that a reading has itself. */
export function carriedFields(list: string): string[] {
  const names = list.split(',').map(name => name.trim())
  for (const name of names) if (name === '' || TAKEN.has(name)) throw new UsageError(`--carry: «${name}» cannot be carried`)
  return names
}

/** Half of a pair stands for no letter: what follows the cut is lost. */
const HALF_PAIR = /\p{Surrogate}/u

const PROTO = '__proto__'

class ProtoError extends Error {
  override message = `a key «${PROTO}»`
}

function refuseProto(key: string, value: unknown): unknown {
  if (key === PROTO) throw new ProtoError()
  return value
}
