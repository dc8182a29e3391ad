import type { TimeContent } from '../find/time/types.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import { byLexicon } from '../lexicon/memory.ts'
import type { Found } from '../resolve/mention.ts'
import { ARABIC_QUESTION, QUESTION } from '../text/chars.ts'
import { Part } from '../token/cuts.ts'
import { markAt } from '../token/token.ts'
import { firstFrom } from './argument.ts'
import type { DateSource } from './clause.ts'
import type { EventDate } from './date-features.ts'
import type { Draft, Telling } from './draft.ts'
import { EVENT_TYPES } from './event.ts'
import type { Layout } from './layout.ts'
import type { Match } from './match.ts'
import type { Status } from './status.ts'
import { readWeights } from './weights.ts'
import { isAfter, isAhead } from './when.ts'

/** The statuses, in the order in which their words are asked for. */
const STATUSES: readonly Status[] = ['occurred', 'ongoing', 'planned', 'possible', 'cancelled', 'denied']
const ZONES = ['headline', 'lead'] as const

/** What tells the status of an article's main event. The weights of `data/events/weights/status.tsv` tell for which. */
export const STATUS_FEATURES: readonly string[] = [
  ...EVENT_TYPES.map(type => `type:${type}`),
  ...ZONES.flatMap(zone => [
    // what the words around the event's own word say: «سيعقد», «المقرر»
    ...STATUSES.map(status => `${zone}:${status}`),
    // words for a status anywhere in the sentence
    ...STATUSES.map(status => `${zone}:word-${status}`),
    // the form of the event's own word
    ...['past', 'present', 'will', 'noun'].map(form => `${zone}:${form}`),
    // of its first finite verb
    `${zone}:first-past`,
    `${zone}:first-present`,
    `${zone}:begin`, // «بدأ», «انطلاق»
    `${zone}:question`,
    `${zone}:now`,
  ]),
  // what the first such word tells
  ...STATUSES.map(status => `plain:${status}`),
  'date:none',
  'date:past',
  'date:today',
  'date:ahead',
  'date:going-on',
]
const NUMBER = new Map(STATUS_FEATURES.map((name, n) => [name, n]))

/** @internal The weights, which `train/` fits. */
export const statusWeights = byLexicon(lexicon => readWeights(lexicon, 'status', STATUS_FEATURES))

/** The status of a draft; `layout` is given for the main event. A saying has been said, unless it is announced. */
export function statusOfDraft(draft: Draft, isSaying: boolean, layout: Layout | null, source: DateSource): Status {
  const { type, date } = draft
  const tellings = draft.tellings.filter((t, i) => i === 0 || t.sentence <= (layout?.title ?? -1))
  if (isSaying) return tellings[0]?.signs[0]?.by === 'future-particle' ? 'planned' : 'occurred'
  const when = dayOf(date, source.publishedAt)
  const plain = plainStatus(tellings, when)
  // a sentence alone has its words only, and few articles tell of what was called off
  const isPlain = !layout || layout.title === 0 || plain === 'cancelled' || when === 'going-on'
  return isPlain ? plain : chooseStatus(type, plain, tellings, when, layout, source)
}

/**
 * What the first word for a status in the headline tells, then the first in the sentence below: what is denied or possible later is another story.
 * A day after publication is planned.
 */
function plainStatus(tellings: readonly Telling[], when: string): Status {
  for (const { signs } of tellings) if (signs[0] && signs[0].status !== 'occurred') return signs[0].status
  if (when === 'ahead' || tellings.some(t => t.signs.some(s => s?.by === 'future-particle'))) return 'planned'
  return when === 'going-on' ? 'ongoing' : 'occurred'
}

function chooseStatus(type: string, plain: Status, tellings: readonly Telling[], when: string, layout: Layout, source: DateSource): Status {
  const weights = statusWeights(source.lexicon)
  const add = (feature: string): void => weights.add(NUMBER.get(feature) as number)
  weights.begin({ type })
  add(`type:${type}`)
  for (const zone of ZONES) {
    const told = tellings.filter(t => (zone === 'headline' ? t.sentence < layout.title : t.sentence === layout.title))
    const signs = told.flatMap(t => t.signs)
    const own = told.flatMap(t => t.matches)[0]
    if (own) add(`${zone}:${formOf(own)}`)
    for (const status of STATUSES) if (signs.some(s => s?.status === status)) add(`${zone}:${status}`)
    addWords(zone, layout, source, add)
  }
  add(`plain:${plain}`)
  add(`date:${when}`)
  return weights.classes[weights.best()] as Status
}

function formOf({ hit }: Match): string {
  const { form } = hit.entry
  if ((hit.cut.parts & Part.will) !== 0) return 'will'
  return form.startsWith('past') ? 'past' : form.startsWith('present') ? 'present' : 'noun'
}

/** What the words of the headline, or of the first sentence below it, say of a status wherever they stand. */
function addWords(zone: (typeof ZONES)[number], layout: Layout, source: DateSource, add: (feature: string) => void): void {
  const { tokens, hits, found } = source
  const from = zone === 'headline' ? 0 : (tokens.sentences[layout.title] as number)
  const to = tokens.sentences[zone === 'headline' ? layout.title : Math.min(layout.title + 1, layout.count)] as number
  const seen = new Set<string>()
  let verb = ''
  for (let i = from; i < to; i++) {
    const mark = markAt(tokens, i)
    if (mark === ARABIC_QUESTION || mark === QUESTION) seen.add('question')
    if (((hits.classes[i] as number) & (Class.status | Class.trigger | Class.word)) === 0) continue
    for (const { entry } of hits.at[i] as readonly Hit[]) {
      if (entry.class === Class.status) seen.add(`word-${entry.row.cells.type}`)
      else if (entry.class === Class.word && entry.row.cells.id === 'begin') seen.add('begin')
      if (verb || entry.weak || (entry.class !== Class.status && entry.class !== Class.trigger) || !entry.form.includes('.')) continue
      verb = entry.form.startsWith('present') ? 'first-present' : 'first-past'
      seen.add(verb)
    }
  }
  for (let n = firstFrom(found, from); n < found.length && (found[n] as Found).from < to; n++) {
    const content = (found[n] as Found).content as TimeContent | undefined
    if (content?.type === 'time' && content.expression.type === 'now') seen.add('now')
  }
  for (const word of seen) add(`${zone}:${word}`)
}

function dayOf(date: EventDate | null, publishedAt: string): string {
  if (!date) return 'none'
  const { found, value } = date
  if (isAhead(found) || (value && isAfter(value, publishedAt))) return 'ahead'
  const today = publishedAt.slice(0, 10)
  // «بدأ أمس زيارة تستغرق ثلاثة أيام»
  if (value?.end && value.end >= today && found.date?.end === null) return 'going-on'
  return value?.start === today ? 'today' : 'past'
}
