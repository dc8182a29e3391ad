import type { TitleContent } from '../find/name/title.ts'
import type { EntityBuilder } from '../resolve/entity.ts'
import { createEntity } from '../resolve/entity.ts'
import type { Found } from '../resolve/mention.ts'
import { idOf, mention, textOf, wordsOf } from '../resolve/registry.ts'
import type { Evidence } from '../text/span.ts'
import { castOf } from './cast.ts'
import type { Participant } from './event.ts'
import type { Role } from './frame.ts'
import { type Filling, isRole } from './match.ts'
import { isActing } from './player.ts'
import type { BuildSource } from './source.ts'
import type { Story } from './standing.ts'

const MOST_PARTICIPANTS = 10

/** Who takes part in the main event: those for whom the whole article speaks. */
export function participantsOfStory(story: Story, source: BuildSource): Participant[] {
  const list: Participant[] = []
  for (const { player, role, by } of castOf(story, source, MOST_PARTICIPANTS)) {
    const made = participantOf(player.entity, player.found, role, by, player.also, source)
    if (made && !list.some(p => p.entity === made.entity)) list.push(made)
  }
  return list
}

/** Who takes part in an event by what its frames say. */
export function participantsOf(fillings: readonly Filling[], source: BuildSource): Participant[] {
  const list: Participant[] = []
  for (const { argument, slot, by } of fillings) {
    if (!isRole(slot)) continue
    const { found } = argument
    if (found.kind === 'group' && !isActing(found, source)) continue
    // «في مقابلة مع رويترز»: media tell the news
    if (found.entity?.orgKind === 'media' && argument.marker !== '') continue
    const made = participantOf(found.entity, found, slot, by, [], source)
    if (!made) continue
    const known = list.find(p => p.entity === made.entity)
    if (known) {
      if (known.role === 'participant' && made.role === 'chair') known.role = made.role
    } else if (list.length < MOST_PARTICIPANTS) list.push(made)
  }
  return list
}

/** The participant that a mention names; `also`: other entities that are the same. */
function participantOf(
  named: EntityBuilder | null,
  found: Found,
  role: Role,
  by: string,
  also: readonly EntityBuilder[],
  source: BuildSource,
): Participant | null {
  const { tokens } = source
  const { text, span } = textOf(found, tokens)
  const evidence: Evidence = { start: span.start, end: span.end, text, by }
  const entity = named ?? found.entity ?? unnamed(found, source)
  if (!entity) return null
  let kind: Participant['kind'] = entity.kind === 'place' ? 'country' : entity.kind
  let country: string | null = null
  let id = entity.id
  let name = entity.name
  const aliases: string[] = []
  if (entity.kind === 'place') {
    country = entity.placeKind === 'country' ? entity.country : source.capitalOf(entity.id)
    // «تحتضن الرباط اجتماعا»: a host city is the scene
    if (!country || (role === 'organizer' && entity.placeKind !== 'country')) return null
    kind = 'country'
    if (entity.placeKind !== 'country') {
      id = `country:${country}`
      name = source.countryName(country)
    } else name = entity.listed
  }
  for (const { forms, listed } of [entity, ...also]) {
    for (const form of [...forms, listed]) if (form && form !== name && !aliases.includes(form)) aliases.push(form)
  }
  return { entity: id, name, aliases, kind, role, country: kind === 'country' ? country : null, evidence }
}

/** The entity of whom words mean without a name. */
const unnamed = (found: Found, source: BuildSource): EntityBuilder | null =>
  found.kind === 'title' ? holderOf(found, source) : found.kind === 'group' || found.kind === 'nationality' ? groupOf(found, source) : null

/** The person whom a title without name means: a new entity by the words of the title. */
function holderOf(title: Found, { tokens, lexicon, registry }: BuildSource): EntityBuilder | null {
  if ((title.content as TitleContent).plural) return null
  const id = idOf('person', ['post', ...wordsOf(title, tokens, lexicon.words)])
  const entity = registry.get(id, () => createEntity(id, 'person', ''))
  mention(entity, title, tokens)
  title.entity = entity
  return entity
}

/** The group that words mean: «عشرات المحتجين». Made when an event needs it. */
function groupOf(group: Found, { tokens, lexicon, registry }: BuildSource): EntityBuilder {
  const id = idOf('group', wordsOf(group, tokens, lexicon.words))
  const entity = registry.get(id, () => createEntity(id, 'group', ''))
  mention(entity, group, tokens)
  group.entity = entity
  return entity
}
