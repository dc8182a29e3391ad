import type { MentionKind } from '../find/finder.ts'
import type { Mention } from '../reader.ts'
import type { Lexemes, TokenType } from './lexemes.ts'
import { blanksBefore, type RawDocument, TOKEN_SIZE } from './raw.ts'

/** Mentions that are entities of a document: all but the words that tell of an event. */
export const ENTITY_KINDS: readonly Exclude<MentionKind, 'trigger'>[] = [
  'person',
  'place',
  'organization',
  'group',
  'title',
  'nationality',
  'date',
  'time',
  'datetime',
  'duration',
  'set',
  'number',
  'ordinal',
  'percent',
  'money',
  'quantity',
]
/** Tokens that are entities by themselves, as in wink-nlp's English model. */
export const TOKEN_ENTITIES = ['url', 'email', 'emoji'] as const

/** The type of an entity: `PERSON`, `DATE`, `URL` … */
export type EntityType = Uppercase<(typeof ENTITY_KINDS)[number] | (typeof TOKEN_ENTITIES)[number]>

/** Every type that an entity can have. */
export const ENTITY_TYPES = [...ENTITY_KINDS, ...TOKEN_ENTITIES].map(kind => kind.toUpperCase() as EntityType)

const KINDS: ReadonlySet<string> = new Set(ENTITY_KINDS)

const TOKEN_TYPES: ReadonlySet<TokenType> = new Set(TOKEN_ENTITIES)

/** First token, last token, type. */
export type Entity = [first: number, last: number, type: string]

/** The entities among mentions, in the order of the text, none over another: the longer one stays. */
function choose(mentions: readonly Mention[]): Mention[] {
  const fit = mentions.filter(m => m.in === undefined && KINDS.has(m.kind) && m.end > m.start)
  const kept: Mention[] = []
  for (const mention of fit.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || mention.start >= last.end) kept.push(mention)
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention
  }
  return kept
}

/** The entities of a document by its tokens. A token that a mention covers in part belongs to it whole. */
export function entitiesOf(raw: RawDocument, lexemes: Lexemes, mentions: readonly Mention[]): Entity[] {
  const chosen = choose(mentions)
  const found: Entity[] = []
  let next = 0
  let first = -1
  let end = 0
  for (let k = 0; k < raw.numOfTokens; k++) {
    const id = raw.tokens[k * TOKEN_SIZE] as number
    const start = end + blanksBefore(raw, k).length
    end = start + (lexemes.value(id) as string).length
    const type = lexemes.property(id, 'tokenType') as TokenType
    const current = chosen[next]
    if (TOKEN_TYPES.has(type) && (!current || current.start >= end)) found.push([k, k, type.toUpperCase()])
    for (let mention = current; mention && mention.start < end; mention = chosen[next]) {
      if (first < 0 && mention.end > start) first = k
      if (mention.end > end) break
      if (first > (found.at(-1)?.[1] ?? -1)) found.push([first, k, mention.kind.toUpperCase()])
      first = -1
      next++
    }
  }
  return found
}

/** An array that is made when something of it is asked for: to find entities takes longer than all the rest. */
export function lazyArray<T>(make: () => readonly T[]): T[] {
  let pending: (() => readonly T[]) | null = make
  return new Proxy<T[]>([], {
    get: (array, key) => {
      const now = pending
      pending = null
      if (now) for (const item of now()) array.push(item)
      return Reflect.get(array, key)
    },
  })
}
