import type { Candidate } from '../find/finder.ts'
import type { GazetteerContent } from '../find/name/gazetteer.ts'
import type { Entry } from '../lexicon/lexicon.ts'
import { createEntity, type EntityBuilder } from './entity.ts'
import { idOf, type Registry } from './registry.ts'

/** A person's mention with its words, on its way to an entity. */
export interface PersonMention {
  readonly candidate: Candidate
  readonly words: readonly string[]
  readonly index: number
}

/** How many persons that share a word are compared with a new name: a text has few, a hostile one must not cost more. */
const MOST_COMPARED = 8

/**
 * Groups the mentions of persons: a listed person by row, others by name; a short name («بوريطة») joins the full one whose words hold it.
 * Fills `out[mention.index]`.
 */
export function resolvePersons(mentions: readonly PersonMention[], registry: Registry, out: (EntityBuilder | null)[]): void {
  const byWord = new Map<string, { entity: EntityBuilder; words: ReadonlySet<string> }[]>()
  const order = [...mentions].sort((a, b) => b.words.length - a.words.length || a.index - b.index)
  const remember = (entity: EntityBuilder, words: readonly string[]): void => {
    const known = { entity, words: new Set(words) }
    for (const word of known.words) {
      const list = byWord.get(word)
      if (!list) byWord.set(word, [known])
      else if (list.length < MOST_COMPARED) list.push(known)
    }
  }
  // listed persons first, so that a full name of the text joins the row whatever its length
  for (const { candidate, words, index } of order) {
    const entries = (candidate.content as GazetteerContent | undefined)?.entries
    if (!entries) continue
    const entity = listed(entries, registry)
    out[index] = entity
    remember(entity, words)
  }
  for (const { words, index } of order) {
    if (out[index]) continue
    const [first = '', last = ''] = [words[0], words[words.length - 1]]
    const holder = byWord.get(last)?.find(k => words.every(w => k.words.has(w))) ?? (words.length === 1 ? undefined : byWord.get(first)?.find(k => holds(k.words, words)))
    const entity = holder?.entity ?? registry.get(idOf('person', words), () => createEntity(idOf('person', words), 'person', ''))
    out[index] = entity
    if (!holder || words.length > 1) remember(entity, words)
  }
}

/** Whether a known name is a part of this longer one that shares its first and last word: «حيدر العبادي» of «حيدر جواد العبادي». */
function holds(known: ReadonlySet<string>, words: readonly string[]): boolean {
  if (known.size < 2 || known.size > words.length) return false
  for (const word of known) if (!words.includes(word)) return false
  return true
}

function listed(entries: readonly Entry[], registry: Registry): EntityBuilder {
  // of two public figures with one short name, the one whose full name the text has already told
  const { row } = entries.find(e => registry.known(`person:${e.row.cells.id}`)) ?? (entries[0] as Entry)
  const id = `person:${row.cells.id}`
  return registry.get(id, () => createEntity(id, 'person', row.cells.name ?? ''))
}
