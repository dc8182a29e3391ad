import type { Candidate, Source } from '../find/finder.ts'
import type { GazetteerContent } from '../find/name/gazetteer.ts'
import { Class } from '../lexicon/classes.ts'
import type { Issue } from '../text/issue.ts'
import type { Context } from './context.ts'
import { createEntity, type EntityBuilder } from './entity.ts'
import type { Found } from './mention.ts'
import { resolveOrganization } from './organization.ts'
import { type PersonMention, resolvePersons } from './person.ts'
import { type Countries, resolvePlace } from './place.ts'
import { PostBook, resolvePosts } from './post.ts'
import { idOf, mention, Registry, wordsOf } from './registry.ts'
import { resolveTimes } from './time.ts'

/** What the mentions of a text come to. */
export interface Resolution {
  /** The chosen mentions, in order, each with its entity or value. */
  readonly found: Found[]
  readonly registry: Registry
  readonly posts: PostBook
  readonly issues: Issue[]
}

/** Turns chosen candidates into mentions of entities and values. */
export function resolve(source: Source, chosen: readonly Candidate[], context: Context, countryName: (iso: string) => string): Resolution {
  const { tokens, lexicon } = source
  const registry = new Registry()
  const countries = countCountries(chosen)
  const entities: (EntityBuilder | null)[] = chosen.map(() => null)
  const persons: PersonMention[] = []
  chosen.forEach((candidate, index) => {
    if (candidate.kind === 'person') persons.push({ candidate, words: wordsOf(candidate, tokens, lexicon.words), index })
    else if (candidate.kind === 'place') entities[index] = resolvePlace(candidate, wordsOf(candidate, tokens, lexicon.words), registry, countries, context.country ?? '')
    else if (candidate.kind === 'organization') entities[index] = resolveOrganization(candidate, wordsOf(candidate, tokens, lexicon.words), registry, countries)
    else if (candidate.kind === 'group') entities[index] = groupOf(candidate, wordsOf(candidate, tokens, lexicon.words), registry)
  })
  resolvePersons(persons, registry, entities)
  const found: Found[] = chosen.map((candidate, index) => ({ ...candidate, entity: entities[index] as EntityBuilder | null, value: null, date: null }))
  for (const f of found) if (f.entity) mention(f.entity, f, tokens)
  const issues = resolveTimes(found, source, context)
  const byFrom = new Map<number, EntityBuilder>()
  for (const f of found) if (f.entity && f.kind !== 'group') byFrom.set(f.from, f.entity)
  const posts = resolvePosts(found, { tokens, countryName, entityAt: from => byFrom.get(from) ?? null })
  return { found, registry, posts, issues }
}

function groupOf(candidate: Candidate, words: readonly string[], registry: Registry): EntityBuilder {
  const id = idOf('group', words)
  return registry.get(id, () => createEntity(id, 'group', ''))
}

/** How often each country is named without doubt, by its own name or its adjective. */
function countCountries(chosen: readonly Candidate[]): Countries {
  const counts = new Map<string, number>()
  const add = (iso: string | undefined): void => {
    if (iso) counts.set(iso, (counts.get(iso) ?? 0) + 1)
  }
  for (const { kind, entry, content } of chosen) {
    if (!entry) continue
    if (kind === 'nationality' && entry.class === Class.nationality) add(entry.row.cells.id)
    else if (kind === 'place') {
      const { entries } = content as GazetteerContent
      if (entries.length !== 1) continue
      add(entry.class === Class.country ? entry.row.cells.id : entry.row.cells.country)
    }
  }
  return counts
}

