import type { Candidate, Source } from '../find/finder.ts'
import type { GazetteerContent } from '../find/name/gazetteer.ts'
import type { OrganizationContent } from '../find/name/organization.ts'
import type { Entry } from '../lexicon/lexicon.ts'
import { createEntity, type EntityBuilder } from './entity.ts'
import type { Countries } from './place.ts'
import { idOf, type Registry, wordsOf } from './registry.ts'

/** The entity of an organization mention. */
export function resolveOrganization(candidate: Candidate, source: Source, registry: Registry, countries: Countries): EntityBuilder {
  const listed = (candidate.content as GazetteerContent | undefined)?.entries
  if (listed) return organizationOf(choose(listed, countries), registry)
  const id = idOf('organization', wordsOf(candidate, source.tokens, source.lexicon.words))
  return registry.get(id, () => {
    const entity = createEntity(id, 'organization', '')
    const { country, kind } = candidate.content as OrganizationContent
    entity.country = country
    entity.orgKind = kind
    return entity
  })
}

function organizationOf({ row }: Entry, registry: Registry): EntityBuilder {
  const id = `organization:${row.cells.id}`
  return registry.get(id, () => {
    const entity = createEntity(id, 'organization', row.cells.name ?? '')
    entity.country = row.cells.country ?? ''
    entity.orgKind = row.cells.kind ?? ''
    if (row.cells.wikidata) entity.ids.wikidata = row.cells.wikidata
    return entity
  })
}

/** Of organizations with one name the one whose country the text names most: «حزب العدالة والتنمية» in Turkey, in Morocco. */
function choose(entries: readonly Entry[], countries: Countries): Entry {
  let best = entries[0] as Entry
  let most = -1
  for (const entry of entries) {
    const named = countries.get(entry.row.cells.country ?? '') ?? 0
    if (named > most) {
      best = entry
      most = named
    }
  }
  return best
}
