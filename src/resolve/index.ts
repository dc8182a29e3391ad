import type { Candidate, Source } from '../find/finder.ts'
import type { GazetteerContent } from '../find/name/gazetteer.ts'
import { Class } from '../lexicon/classes.ts'
import type { Issue } from '../text/issue.ts'
import type { Context } from './context.ts'
import { Found } from './mention.ts'
import { resolveOrganization } from './organization.ts'
import { resolvePersons } from './person.ts'
import { type Countries, resolvePlace } from './place.ts'
import { type PostBook, resolvePosts } from './post.ts'
import { mention, Registry } from './registry.ts'
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
  const { tokens } = source
  const registry = new Registry()
  const countries = countCountries(chosen)
  const home = context.country ?? ''
  const found = chosen.map(candidate => new Found(candidate))
  const persons: Found[] = []
  for (const f of found) {
    if (f.kind === 'person') persons.push(f)
    else if (f.kind === 'place') f.entity = resolvePlace(f, source, registry, countries, home)
    else if (f.kind === 'organization') f.entity = resolveOrganization(f, source, registry, countries)
  }
  resolvePersons(persons, source, registry)
  const issues = resolveTimes(found, source, context)
  for (const f of found) if (f.entity) mention(f.entity, f, tokens)
  return { found, registry, issues, posts: resolvePosts(found, source, countryName) }
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
