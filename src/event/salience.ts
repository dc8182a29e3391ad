import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { EntityBuilder } from '../resolve/entity.ts'
import type { Found } from '../resolve/mention.ts'
import type { Tokens } from '../token/token.ts'
import type { ArgumentSource } from './argument.ts'
import type { Layout } from './layout.ts'

/** Where and how often a text names an entity. */
export interface Standing {
  readonly entity: EntityBuilder
  readonly first: Found
  /** In the headline. */
  title: boolean
  /** Number of the first sentence below the headline that names it. */
  sentence: number
  mentions: number
}

/** The standing of every person, organization and country of a text, in the order of their first mention. */
export function standings(found: readonly Found[], tokens: Tokens, layout: Layout): Standing[] {
  const list: Standing[] = []
  const byEntity = new Map<EntityBuilder, Standing>()
  let titleEnd = 0
  for (const f of found) {
    if (f.kind === 'title') titleEnd = f.to
    // «رئيس هيئة الأركان فلان»: what belongs to a post does not act
    else if (f.kind !== 'person' && f.to <= titleEnd) continue
    const { entity } = f
    if (!entity || (f.kind !== 'person' && f.kind !== 'organization' && !(f.kind === 'place' && f.entry?.class === Class.country))) continue
    const sentence = (tokens.sentence[f.from] as number) - layout.title
    let standing = byEntity.get(entity)
    if (!standing) {
      standing = { entity, first: f, title: false, sentence: Number.POSITIVE_INFINITY, mentions: 0 }
      byEntity.set(entity, standing)
      list.push(standing)
    }
    standing.mentions++
    if (sentence < 0) standing.title = true
    else if (sentence < standing.sentence) standing.sentence = sentence
  }
  return list
}

/** Media tell the news; they are in it where the headline says so. */
const MEDIA = 'media'
const ARMED = 'armed'

/** Whether a name stands beside a verb of saying: before it, or up to a title behind it. */
function isSpeaker({ from, to }: Found, { hits, tokens }: ArgumentSource): boolean {
  const start = Math.max(tokens.sentences[tokens.sentence[from] as number] as number, from - 6)
  for (let i = start; i < Math.min(to + 2, tokens.size); i++) {
    if (((hits.classes[i] as number) & Class.trigger) !== 0 && (hits.at[i] as readonly Hit[]).some(isSaying)) return true
  }
  return false
}

const isSaying = ({ entry }: Hit): boolean =>
  entry.class === Class.trigger && entry.row.cells.type === 'statement' && entry.form.includes('.')

/**
 * Whether an entity is important to the main event, though no frame places it there: news names those whom it is about in the headline, in the first
 * sentences, and again and again. Persons pass soonest; a country is rather the scene than an actor.
 */
export function isSalient({ entity, first, title, sentence, mentions }: Standing, together: boolean, source: ArgumentSource): boolean {
  const again = mentions > 1
  // «اجتماع التحالف ضد داعش»: whom a meeting is against does not attend it
  if (together && entity.orgKind === ARMED) return false
  // «وقال المتحدث فلان»: who tells the news is not in it
  if (!title && !again && sentence > 0 && isSpeaker(first, source)) return false
  if (entity.kind === 'person') return title || sentence <= 1 || again
  if (entity.kind === 'organization') return title || (entity.orgKind !== MEDIA && (sentence === 0 || mentions > 2))
  return title && mentions > 2
}
