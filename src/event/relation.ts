import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { EntityBuilder } from '../resolve/entity.ts'
import type { Found } from '../resolve/mention.ts'
import { type Argument, firstFrom } from './argument.ts'
import type { BuildSource } from './build.ts'
import { type Draft, dateOf, fillingsOf } from './draft.ts'

/** How far the head noun of an organization may stand from the word that names its leader: «تحالف دولي تقوده …». */
const HEAD_REACH = 3
/** «تأسس التحالف عام 2014، وتقوده الولايات المتحدة»: how far before the verb the organization may be named. */
const REACH = 8

/** Gives organizations what the text says of them: the year of their founding, their leader, their members. */
export function relate(drafts: readonly Draft[], source: BuildSource, args: (sentence: number) => readonly Argument[]): void {
  founding(drafts)
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
        else if (member) members(i, from, args(sentence), source)
      }
    }
  }
}

/** «وتأسس التحالف عام 2014»: a launch of an organization with a date. */
function founding(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.type !== 'launch') continue
    const date = dateOf(draft)?.date
    if (!date) continue
    for (const { argument, slot } of fillingsOf(draft)) {
      if (slot !== 'patient') continue
      const { entity } = argument.found
      if (entity?.kind === 'organization' && !entity.founded) {
        entity.founded = date
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
  if (organization && organization !== next.found.entity) organization.leader ||= actorId(next.found.entity, source)
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
    const id = actorId(entity, source)
    if (!organization.members.includes(id)) organization.members.push(id)
  }
}

/** A town that acts is its country: «تحالف تقوده واشنطن». */
function actorId(entity: EntityBuilder, source: BuildSource): string {
  const country = entity.kind === 'place' && entity.placeKind !== 'country' ? source.capitalOf(entity.id) : ''
  return country ? `country:${country}` : entity.id
}
