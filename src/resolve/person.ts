import type { Source } from '../find/finder.ts'
import type { GazetteerContent } from '../find/name/gazetteer.ts'
import type { Entry } from '../lexicon/lexicon.ts'
import { createEntity, type EntityBuilder } from './entity.ts'
import type { Found } from './mention.ts'
import { idOf, type Registry, wordsOf } from './registry.ts'

/** How many persons that share a word are compared with a new name: a text has few, a hostile one must not cost more. */
const MOST_COMPARED = 8

/**
 * Groups the mentions of persons: a listed person by row, others by name; a short name («بوريطة») joins the full one whose words hold it.
 * Gives each mention its entity.
 */
export function resolvePersons(mentions: readonly Found[], { tokens, lexicon }: Source, registry: Registry): void {
  if (mentions.length === 0) return
  const byWord = new Map<string, { entity: EntityBuilder; words: readonly string[] }[]>()
  const remember = (entity: EntityBuilder, words: readonly string[]): void => {
    const known = { entity, words }
    for (const word of words) {
      const list = byWord.get(word)
      if (!list) byWord.set(word, [known])
      else if (list.length < MOST_COMPARED) list.push(known)
    }
  }
  const unlisted: { mention: Found; words: string[] }[] = []
  // listed persons first, so that a full name of the text joins the row whatever its length
  for (const mention of mentions) {
    const words = wordsOf(mention, tokens, lexicon.words)
    const entries = (mention.content as GazetteerContent | undefined)?.entries
    if (entries) {
      mention.entity = listed(entries, registry)
      remember(mention.entity, words)
    } else unlisted.push({ mention, words })
  }
  unlisted.sort((a, b) => b.words.length - a.words.length || a.mention.from - b.mention.from)
  for (const { mention, words } of unlisted) {
    const [first = '', last = ''] = [words[0], words[words.length - 1]]
    const holder =
      byWord.get(last)?.find(k => words.every(w => k.words.includes(w))) ??
      (words.length === 1 ? undefined : byWord.get(first)?.find(k => holds(k.words, words)))
    const id = holder ? '' : idOf('person', words)
    mention.entity = holder?.entity ?? registry.get(id, () => createEntity(id, 'person', ''))
    if (!holder || words.length > 1) remember(mention.entity, words)
  }
}

/** Whether a known name is a part of this longer one that shares its first and last word: «حيدر العبادي» of «حيدر جواد العبادي». */
function holds(known: readonly string[], words: readonly string[]): boolean {
  if (known.length < 2 || known.length > words.length) return false
  for (const word of known) if (!words.includes(word)) return false
  return true
}

function listed(entries: readonly Entry[], registry: Registry): EntityBuilder {
  // of two public figures with one short name, the one whose full name the text has already told
  const { row } = entries.find(e => registry.known(`person:${e.row.cells.id}`)) ?? (entries[0] as Entry)
  const id = `person:${row.cells.id}`
  return registry.get(id, () => createEntity(id, 'person', row.cells.name ?? ''))
}
