import type { MentionKind } from '../find/finder.ts'
import type { Mention } from '../reader.ts'

/** Mentions that are entities of a document: all but the words that tell of an event. */
export const ENTITY_KINDS: readonly Exclude<MentionKind, 'trigger'>[] = [
  'person', 'place', 'organization', 'group', 'title', 'nationality', 'date', 'time', 'datetime', 'duration', 'set', 'number', 'ordinal', 'percent', 'money',
  'quantity',
]
/** Tokens that are entities by themselves, as in wink-nlp's English model. */
export const TOKEN_ENTITIES = ['url', 'email', 'emoji'] as const

/** The type of an entity: `PERSON`, `DATE`, `URL` … */
export type EntityType = Uppercase<(typeof ENTITY_KINDS)[number] | (typeof TOKEN_ENTITIES)[number]>

/** Every type that an entity can have. */
export const ENTITY_TYPES = [...ENTITY_KINDS, ...TOKEN_ENTITIES].map(kind => kind.toUpperCase() as EntityType)

const KINDS: ReadonlySet<string> = new Set(ENTITY_KINDS)

/** The entities among mentions, in the order of the text, none over another: the longer one stays. */
export function entitiesOf(mentions: readonly Mention[]): Mention[] {
  const fit = mentions.filter(m => m.in === undefined && KINDS.has(m.kind) && m.end > m.start)
  const sorted = fit.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Mention[] = []
  for (const mention of sorted) {
    const last = kept.at(-1)
    if (!last || mention.start >= last.end) kept.push(mention)
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention
  }
  return kept
}
