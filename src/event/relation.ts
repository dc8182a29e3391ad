import type { TitleContent } from '../find/name/title.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { EntityBuilder, Relation } from '../resolve/entity.ts'
import type { Found } from '../resolve/mention.ts'
import { rawSpan } from '../token/token.ts'
import { type Argument, firstFrom } from './argument.ts'
import { type Draft, fillingsOf } from './draft.ts'
import type { BuildSource } from './source.ts'

/** How far the head noun of an organization may stand from the word that names its leader: «تحالف دولي تقوده …». */
const HEAD_REACH = 3
/** «تأسس التحالف عام 2014، وتقوده الولايات المتحدة»: how far before the verb the organization may be named. */
const REACH = 8

/** How far from «ومقرها» (its seat) the organization before it may stand, and the place behind it. */
const SEAT_REACH = 4
/** Titles of those who speak for an organization: rows of `data/people/titles.tsv`. */
const SPOKESMAN = 'spokesman'

/** Gives organizations what the text says of them: the year of their founding, their leader, members, seat and spokesperson. */
export function relate(drafts: readonly Draft[], source: BuildSource, args: (sentence: number) => readonly Argument[]): void {
  founding(drafts, source)
  spokespersons(source)
  const { tokens, hits } = source
  for (let sentence = 0; sentence < tokens.sentenceCount; sentence++) {
    const from = tokens.sentences[sentence] as number
    const to = tokens.sentences[sentence + 1] as number
    let member = false
    for (let i = from; i < to; i++) {
      if (((hits.classes[i] as number) & Class.relation) === 0) continue
      for (const { entry } of hits.at[i] as readonly Hit[]) {
        if (entry.class !== Class.relation) continue
        const { kind } = entry.row.cells
        if (kind === 'leader') leader(i, from, args(sentence), source)
        else if (kind === 'member') member = true
        else if (kind === 'headquarters') headquarters(i, from, args(sentence), source)
        else if (member) members(i, from, args(sentence), source)
      }
    }
  }
}

/** «وتأسس التحالف عام 2014»: a launch of an organization with a date. */
function founding(drafts: readonly Draft[], source: BuildSource): void {
  for (const draft of drafts) {
    if (draft.type !== 'launch') continue
    if (!draft.date?.value) continue
    const { found, value: date } = draft.date
    // «كشفت غوغل الاثنين عن»: a launch of these days is mostly of a thing; a founding is told with its year
    if (date.implied.includes('year')) continue
    for (const { argument, slot } of fillingsOf(draft)) {
      if (slot !== 'patient') continue
      const { entity } = argument.found
      if (source.tokens.sentence[argument.from] !== source.tokens.sentence[found.from]) continue
      if (entity?.kind === 'organization' && !entity.founded) {
        entity.founded = date
        const trigger = draft.tellings[0]?.matches[0]?.trigger
        const [from, to] = trigger ? [Math.min(trigger.from, found.from), Math.max(trigger.to, found.to)] : [found.from, found.to]
        state(entity, 'founded', null, from, to, 'founding-date', source)
        break
      }
    }
  }
}

/** «تحالف دولي تقوده الولايات المتحدة»: what follows leads the organization before, or the one that the same noun named earlier in the sentence. */
function leader(i: number, from: number, args: readonly Argument[], source: BuildSource): void {
  const next = args.find(a => a.from > i)
  if (!next?.found.entity || next.from > i + 2) return
  const organization = organizationBefore(i, from, source)
  if (organization && organization !== next.found.entity)
    state(organization, 'leader', actorId(next.found.entity, source), i, next.to, rowAt(i, 'leader', source), source)
}

/** Writes a relation down, each once. */
function state(
  of: EntityBuilder,
  kind: Relation['kind'],
  entity: string | null,
  from: number,
  to: number,
  by: string,
  { tokens }: BuildSource,
): void {
  if (of.relations.some(r => r.kind === kind && (r.entity === entity || kind !== 'member'))) return
  const span = rawSpan(tokens, from, to)
  of.relations.push({ kind, entity, evidence: { ...span, text: tokens.text.raw.slice(span.start, span.end), by } })
}

/** The longest word at `i` that tells a relation. */
function hitAt(i: number, kind: string, { hits }: BuildSource): Hit | null {
  let best: Hit | null = null
  for (const hit of hits.at[i] as readonly Hit[])
    if (hit.entry.class === Class.relation && hit.entry.row.cells.kind === kind && hit.length > (best?.length ?? 0)) best = hit
  return best
}

const rowAt = (i: number, kind: string, source: BuildSource): string => hitAt(i, kind, source)?.entry.row.by ?? ''

/** «منظمة الصحة العالمية ومقرها جنيف», «التي تتخذ من الدوحة مقرا لها»: the place next to the word is where the organization before it sits. */
function headquarters(i: number, from: number, args: readonly Argument[], source: BuildSource): void {
  const isSeat = (a: Argument): boolean => a.found.entity?.kind === 'place'
  const behind = args.find(a => a.from > i && a.from - i <= SEAT_REACH && isSeat(a))
  const before = args.findLast(a => a.to <= i && i - a.to <= 1 && a.marker !== '' && isSeat(a))
  const place = before ?? behind
  const organization = organizationBefore(before ? before.from : i, from, source)
  if (!place?.found.entity || !organization) return
  const word = hitAt(i, 'headquarters', source)
  const [begin, end] = [Math.min(i, place.from), Math.max(i + (word?.length ?? 1), place.to)]
  state(organization, 'headquarters', place.found.entity.id, begin, end, word?.entry.row.by ?? '', source)
}

/** «المتحدث باسم البنتاغون روب مانينغ»: who holds the post of spokesman of an organization speaks for it. */
function spokespersons({ found, tokens, registry }: BuildSource): void {
  const spans = new Set<number>()
  for (const f of found) {
    if (f.kind !== 'title') continue
    const { row } = f.content as TitleContent
    if (row?.cells.id?.startsWith(SPOKESMAN)) spans.add(rawSpan(tokens, f.from, f.to, f.skip).start)
  }
  if (spans.size === 0) return
  for (const person of registry.all())
    for (const { affiliationId, evidence } of person.posts) {
      if (!affiliationId || !spans.has(evidence.start)) continue
      const organization = registry.known(affiliationId)
      if (organization?.kind === 'organization' && !organization.relations.some(r => r.kind === 'spokesperson'))
        organization.relations.push({ kind: 'spokesperson', entity: person.id, evidence })
    }
}

function organizationBefore(i: number, from: number, source: BuildSource): EntityBuilder | null {
  const { found, hits, tokens, lexicon } = source
  const inSentence = (test: (f: Found) => boolean): EntityBuilder | null => {
    for (let n = firstFrom(found, i) - 1; n >= 0 && (found[n] as Found).from >= from; n--) {
      const f = found[n] as Found
      if (f.kind === 'organization' && f.to <= i && test(f)) return f.entity
    }
    return null
  }
  const next = inSentence(f => i - f.to <= 1)
  if (next) return next
  for (let k = i - 1; k >= Math.max(from, i - HEAD_REACH); k--) {
    for (const { entry, cut } of hits.at[k] as readonly Hit[]) {
      if (entry.class !== Class.orgHead) continue
      return inSentence(f => lexicon.cuts(tokens.word[f.from] as number).some(c => c.stem === cut.stem))
    }
  }
  return inSentence(f => i - f.to <= REACH)
}

/** «أعضاء جدد، مثل موريتانيا واليمن»: the list behind the word are members of the organization of the sentence. */
function members(i: number, from: number, args: readonly Argument[], source: BuildSource): void {
  const { found } = source
  let organization: EntityBuilder | null = null
  for (let n = firstFrom(found, from); n < found.length && (found[n] as Found).from < i; n++)
    if ((found[n] as Found).kind === 'organization') organization = (found[n] as Found).entity
  if (!organization) return
  const start = args.findIndex(a => a.from > i)
  if (start < 0 || (args[start] as Argument).from > i + 2) return
  for (let k = start; k < args.length; k++) {
    const argument = args[k] as Argument
    if (k > start && !argument.joined) break
    const { entity } = argument.found
    if (!entity || entity === organization) continue
    state(organization, 'member', actorId(entity, source), argument.from, argument.to, rowAt(i, 'example', source), source)
  }
}

/** A town that acts is its country: «تحالف تقوده واشنطن». */
function actorId(entity: EntityBuilder, source: BuildSource): string {
  const country = entity.kind === 'place' && entity.placeKind !== 'country' ? source.capitalOf(entity.id) : ''
  return country ? `country:${country}` : entity.id
}
