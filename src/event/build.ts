import type { TitleContent } from '../find/name/title.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { EntityBuilder } from '../resolve/entity.ts'
import { createEntity } from '../resolve/entity.ts'
import type { Found } from '../resolve/mention.ts'
import type { Registry } from '../resolve/registry.ts'
import { idOf, mention, textOf, wordsOf } from '../resolve/registry.ts'
import type { Evidence } from '../text/span.ts'
import { Part } from '../token/cuts.ts'
import { rawSpan } from '../token/token.ts'
import { type Argument, type ArgumentSource, OF } from './argument.ts'
import { countsOf } from './counts.ts'
import type { EventDate } from './date-features.ts'
import { type Draft, fillingsOf } from './draft.ts'
import type { Event, EventType, Participant } from './event.ts'
import type { Role } from './frame.ts'
import type { Layout } from './layout.ts'
import { type Filling, isRole } from './match.ts'
import { isSalient, standings } from './salience.ts'
import type { Status } from './status.ts'
import { topicOf } from './topic.ts'
import { isAfter, isAhead } from './when.ts'
import { placesOf } from './where.ts'

/** Roles where no frame speaks: of the first, if none has that role; of organizations; of all others. '' where the type says nothing. */
export interface Others {
  readonly lead: Role | ''
  readonly organizations: Role | ''
  readonly others: Role
  /** Whether events of this type have a scene: a saying has none. */
  readonly scene: boolean
}

/** What events are built with. */
export interface BuildSource extends ArgumentSource {
  readonly found: readonly Found[]
  readonly registry: Registry
  /** The country whose capital a place is, or ''. */
  capitalOf(placeId: string): string
  countryName(iso: string): string
  /** The roles of those who are important to an event of a type, and whom no frame places. */
  othersOf(type: string): Others
  readonly publishedAt: string
}

const MOST_PARTICIPANTS = 10
const MOST_TRIGGERS = 6

/** The public form of a draft. `layout` is given for the main event only: it also takes in those whom the whole article is about. */
export function buildEvent(
  draft: Draft,
  confidence: number,
  source: BuildSource,
  args: (sentence: number) => readonly Argument[],
  layout: Layout | null,
): Event {
  const { date } = draft
  const fillings = fillingsOf(draft)
  const roles = source.othersOf(draft.type)
  const places = roles.scene ? placesOf(fillings, args, source, layout) : []
  const participants = participantsOf(fillings, source, layout)
  if (layout) addSalient(participants, draft.type, source, layout)
  const event: Event = {
    id: '',
    type: draft.type as EventType,
    status: statusOfDraft(draft, date, source.publishedAt, !roles.scene, layout?.title ?? -1),
    title: titleOf(draft, source),
    triggers: triggersOf(draft, source),
    date: date?.value ?? null,
    places,
    participants,
    counts: countsOf(draft, source, layout),
    topic: topicOf(draft, source),
    confidence,
    evidence: draft.tellings.map(t =>
      rawSpan(source.tokens, source.tokens.sentences[t.sentence] as number, source.tokens.sentences[t.sentence + 1] as number),
    ),
  }
  event.id = `event:${hash(factsOf(event))}`
  return event
}

/** What makes an event the same as another, as one string. */
function factsOf({ type, date, places, participants }: Event): string {
  let facts = `${type}|${date?.start ?? ''}`
  for (const list of [places, participants]) {
    if (list.length === 1) facts += `|${(list[0] as { entity: string }).entity}`
    else if (list.length > 1)
      facts += `|${list
        .map(thing => thing.entity)
        .sort()
        .join('|')}`
  }
  return facts
}

/** FNV-1a, 53 bits of two runs, in base 36. */
function hash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b)
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`
}

function triggersOf(draft: Draft, { tokens }: BuildSource): Evidence[] {
  const triggers: Evidence[] = []
  for (const { matches } of draft.tellings) {
    for (const { trigger, frame } of matches) {
      const { text, span } = textOf(trigger, tokens)
      if (triggers.length >= MOST_TRIGGERS || triggers.some(t => t.text === text)) continue
      triggers.push({ start: span.start, end: span.end, text, by: frame.row.by })
    }
  }
  return triggers
}

/** «اجتماع التحالف الدولي ضد داعش»: a noun with its genitive, the fullest of the event. */
function titleOf(draft: Draft, { tokens }: BuildSource): string | null {
  let best: string | null = null
  for (const { matches, fillings } of draft.tellings) {
    for (const { trigger, hit } of matches) {
      if (hit.entry.form !== 'noun' || hit.cut.suffix > 0 || (hit.cut.parts & Part.the) !== 0) continue
      const next = fillings.find(f => f.argument.from === trigger.to && (f.argument.marker === '' || f.argument.marker === OF))
      if (!next) continue
      const { start, end } = rawSpan(tokens, trigger.from, next.argument.to, trigger.skip)
      const text = tokens.text.raw.slice(start, end)
      if (!best || text.length > best.length) best = text
    }
  }
  return best
}

function participantsOf(fillings: readonly Filling[], source: BuildSource, layout: Layout | null): Participant[] {
  const participants: Participant[] = []
  for (const { argument, slot, by } of fillings) {
    if (!isRole(slot)) continue
    const { found } = argument
    // groups and posts without a name belong to the main event in headline and lead only
    if (found.kind === 'group' && !isActing(found, source)) continue
    // «في مقابلة مع رويترز»: media tell the news
    if (found.entity?.orgKind === 'media' && argument.marker !== '') continue
    if (layout) {
      const sentence = source.tokens.sentence[found.from] as number
      if (found.kind === 'group' && sentence >= layout.lead) continue
      if (found.kind === 'title' && !found.entity && (sentence >= Math.max(layout.title, 1) || !isSpecific(found, source))) continue
    }
    const made = participantOf(argument, slot, by, source)
    if (!made) continue
    const known = participants.find(p => p.entity === made.entity)
    if (known) {
      if (known.role === 'participant' && made.role === 'chair') known.role = made.role
    } else if (participants.length < MOST_PARTICIPANTS) participants.push(made)
  }
  return participants
}

/** Kinds of groups that are units of counting rather than people. */
const UNITS = new Set(['countries'])

/** Whether a group noun means people who act or suffer here: not «دول», not an adjective («اجتماع عسكري»), not a word that is usually another. */
function isActing(group: Found, { tokens, hits }: BuildSource): boolean {
  const { entry, from } = group
  if (!entry || entry.weak || UNITS.has(entry.row.cells.unit ?? '')) return false
  if (entry.form !== 'singular') return true
  const before = from - 1
  return (
    before < 0 ||
    tokens.sentence[before] !== tokens.sentence[from] ||
    ((hits.classes[before] as number) & Class.trigger) === 0 ||
    (hits.at[before] as readonly Hit[]).some(h => h.entry.form.includes('.'))
  )
}

/** Whether a post without a name can mean one person only: it tells of which country or body, or is definite. */
function isSpecific(title: Found, { tokens, lexicon }: BuildSource): boolean {
  const { country, of } = title.content as TitleContent
  return country !== '' || of !== null || lexicon.facts(tokens.word[title.from] as number).definite
}

/** Adds those whom the article is about, in the roles that the event type gives to the first and to others. */
function addSalient(participants: Participant[], type: string, source: BuildSource, layout: Layout): void {
  const roles = source.othersOf(type)
  for (const standing of standings(source.found, source.tokens, layout)) {
    if (participants.length >= MOST_PARTICIPANTS) return
    const { entity, first } = standing
    if (participants.some(p => p.entity === entity.id) || !isSalient(standing, roles.others === 'participant', source)) continue
    const usual = (entity.kind === 'organization' && roles.organizations) || roles.others
    // a body that usually suffers («الحكومة» in a strike) does not lead
    const leads =
      roles.lead !== '' &&
      !participants.some(p => p.role === roles.lead) &&
      !(entity.kind === 'organization' && roles.organizations && usual !== roles.lead)
    const role = leads ? roles.lead : usual
    const made = participantOf({ found: first }, role as Role, 'salient', source)
    if (made) participants.push(made)
  }
}

function participantOf({ found }: Pick<Argument, 'found'>, role: Role, by: string, source: BuildSource): Participant | null {
  const { tokens } = source
  const { text, span } = textOf(found, tokens)
  const evidence: Evidence = { start: span.start, end: span.end, text, by }
  const entity = found.entity ?? (found.kind === 'title' ? holderOf(found, source) : found.kind === 'group' ? groupOf(found, source) : null)
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
  for (const form of entity.forms) if (form !== name) aliases.push(form)
  if (entity.listed && entity.listed !== name && !aliases.includes(entity.listed)) aliases.push(entity.listed)
  return { entity: id, name, aliases, kind, role, country: kind === 'country' ? country : null, evidence }
}

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

/**
 * The status of a draft. A saying has been said, unless it is announced. Of other events the first word for it in the headline tells, then the first in
 * the sentence below: what is denied or possible later is another story. A day after publication is planned.
 */
function statusOfDraft(draft: Draft, date: EventDate | null, publishedAt: string, isSaying: boolean, lead: number): Status {
  const tellings = draft.tellings.filter((t, i) => i === 0 || t.sentence <= lead)
  if (isSaying) return tellings[0]?.signs[0]?.by === 'future-particle' ? 'planned' : 'occurred'
  for (const { signs } of tellings) if (signs[0] && signs[0].status !== 'occurred') return signs[0].status
  if (tellings.some(t => t.signs.some(s => s?.by === 'future-particle'))) return 'planned'
  if (!date) return 'occurred'
  // «بدأ أمس زيارة تستغرق ثلاثة أيام»
  if (isGoingOn(date, publishedAt)) return 'ongoing'
  return isAhead(date.found) || (date.value && isAfter(date.value, publishedAt)) ? 'planned' : 'occurred'
}

function isGoingOn({ found, value }: EventDate, publishedAt: string): boolean {
  const today = publishedAt.slice(0, 10)
  return value !== null && value.end !== null && found.date?.end === null && value.start <= today && value.end >= today
}
