import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import { byLexicon } from '../lexicon/memory.ts'
import { COLON } from '../text/chars.ts'
import { PREPOSITIONS } from '../token/cuts.ts'
import { markAt } from '../token/token.ts'
import type { Argument, ArgumentSource } from './argument.ts'
import { EVENT_TYPES, typeNumber } from './event.ts'
import type { Layout } from './layout.ts'
import type { Match } from './match.ts'
import { readWeights } from './weights.ts'

/** What the place of a word in the article counts for the main event. */
const TITLE = 3
const LEAD = 1
const BODY = 0.12
/** A headline «X: …» is a saying, unless what is quoted tells an event without doubt. */
const QUOTE_TITLE = 1.6
const CERTAIN = 0.85
/** What remains of a noun's weight behind a preposition, and behind a verb that tells an event itself. */
const GOVERNED = 0.6
const AFTER_VERB = 0.7
/** What the first word of a headline counts more. */
const FIRST = 1.35
/** After how many tokens of a headline a colon no longer makes it a quote. */
const QUOTE_HEAD = 9
/** The main event needs this much. */
const LEAST = 0.55

/** The type of the article's main event. */
export interface Choice {
  readonly type: string
  /** How far it leads the next, by the sum of its words: 0 … 1. */
  readonly margin: number
  readonly score: number
}

/** What the words of one type come to. */
interface Tally {
  readonly type: string
  /** The sum of its words' weights, by place and order. */
  score: number
  /** The greatest weight of its finite verbs and of its other words: in the headline, the lead, below. */
  readonly verbs: [number, number, number]
  readonly nouns: [number, number, number]
  /** Whether the first strong word of the headline, or of the lead, is of it. */
  firstInTitle: boolean
  firstInLead: boolean
  /** How many of its words headline and lead hold. */
  words: number
}

const ZONE_SCORES = [TITLE, LEAD, BODY] as const
const OWN = [
  'share',
  'score',
  'best',
  'second',
  'first-title',
  'first-lead',
  'words',
  'quoted-statement',
  'quoted-other',
  'certain-statement',
  'titled-only-lead',
  'verb-title',
  'noun-title',
  'verb-lead',
  'noun-lead',
  'verb-body',
  'noun-body',
] as const
type OwnFeature = (typeof OWN)[number]
const NUMBER = Object.fromEntries(OWN.map((name, n) => [name, n])) as Readonly<Record<OwnFeature, number>>
export const TYPE_FEATURES: readonly string[] = [
  ...OWN,
  ...EVENT_TYPES.map(type => `type=${type}`),
  ...EVENT_TYPES.map(type => `title,type=${type}`),
]

export const typeWeights = byLexicon(lexicon => readWeights(lexicon, 'type', TYPE_FEATURES))

/**
 * Chooses the type of the main event: of all types that an article has words of, the one for which most speaks by `data/events/weights/type.tsv`;
 * where headline or text is missing, the one whose words come to most. Null where nothing is told strongly enough. `quoted`: the headline is «X: …».
 */
export function chooseType(matches: readonly Match[], layout: Layout, source: ArgumentSource, quoted: boolean): Choice | null {
  const { tallies, certain } = tallyOf(matches, layout, source)
  if (quoted && !certain) tally(tallies, STATEMENT).score += QUOTE_TITLE
  const ranked = [...tallies.values()].sort((a, b) => b.score - a.score || (a.type < b.type ? -1 : 1))
  const [first, second] = ranked
  if (!first || first.score < LEAST) return null
  let best: Tally | null = first
  if (layout.title > 0 && layout.title < layout.count) {
    let most = 0 // for no event at all
    best = null
    for (const [rank, one] of ranked.entries()) {
      const sum = weigh(one, rank, first.score, quoted, certain, layout, source)
      if (sum > most) [best, most] = [one, sum]
    }
  }
  if (!best) return null
  const next = best === first ? (second?.score ?? 0) : first.score
  return { type: best.type, score: best.score, margin: (best.score - next) / Math.max(best.score, next) }
}

/** What speaks for a type, as log-odds against no event at all. */
function weigh(
  { type, score, verbs, nouns, firstInTitle, firstInLead, words }: Tally,
  rank: number,
  top: number,
  quoted: boolean,
  certain: boolean,
  layout: Layout,
  source: ArgumentSource,
): number {
  const weights = typeWeights(source.lexicon)
  weights.begin(type)
  weights.add(NUMBER.share, score / top)
  weights.add(NUMBER.score, Math.min(score, 6))
  if (rank === 0) weights.add(NUMBER.best)
  if (rank === 1) weights.add(NUMBER.second)
  if (firstInTitle) weights.add(NUMBER['first-title'])
  if (firstInLead) weights.add(NUMBER['first-lead'])
  weights.add(NUMBER.words, Math.min(words, 5))
  if (quoted) weights.add(type === STATEMENT ? NUMBER['quoted-statement'] : NUMBER['quoted-other'])
  if (certain && type === STATEMENT) weights.add(NUMBER['certain-statement'])
  const inTitle = verbs[0] > 0 || nouns[0] > 0
  if (layout.title > 0 && !inTitle) weights.add(NUMBER['titled-only-lead'])
  for (let zone = 0; zone < ZONE_SCORES.length; zone++) {
    weights.add(NUMBER['verb-title'] + zone * 2, verbs[zone] ?? 0)
    weights.add(NUMBER['noun-title'] + zone * 2, nouns[zone] ?? 0)
  }
  const number = typeNumber(type)
  if (number >= 0) {
    weights.add(OWN.length + number)
    if (inTitle) weights.add(OWN.length + EVENT_TYPES.length + number)
  }
  return weights.sums[0] ?? 0
}

const STATEMENT = 'statement'

/** The words of all types, and whether a word of the headline tells an event without doubt. */
function tallyOf(matches: readonly Match[], layout: Layout, source: ArgumentSource): { tallies: Map<string, Tally>; certain: boolean } {
  const tallies = new Map<string, Tally>()
  const seen = new Map<number, number>()
  const colon = colonOf(source, layout)
  let verb = -1 // the sentence whose finite verb has been met
  const firsts = [firstStrong(matches, 0, layout.title), firstStrong(matches, layout.title, layout.lead)]
  let certain = false
  for (const match of matches) {
    const { sentence, frame, trigger } = match
    const zone = sentence < layout.title ? 0 : sentence < layout.lead ? 1 : 2
    let { weight } = match
    const finite = match.hit.entry.form.includes('.')
    if (!finite && zone < 2) {
      if (isGoverned(match, source)) weight *= GOVERNED
      if (verb === sentence) weight *= AFTER_VERB
    }
    if (finite && match.weight >= 0.5) verb = sentence
    if (zone === 0 && frame.type !== STATEMENT && weight >= CERTAIN && (finite || trigger.from <= colon + 2)) certain = true
    // the same word again counts less
    const key = frame.row.number * 4 + zone
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    const one = tally(tallies, frame.type)
    const isFirst = trigger.from === firsts[zone]
    one.score += ((ZONE_SCORES[zone] as number) * weight * weight * (isFirst && zone === 0 ? FIRST : 1)) / times
    const greatest = finite ? one.verbs : one.nouns
    greatest[zone] = Math.max(greatest[zone] as number, weight)
    if (isFirst && zone === 0) one.firstInTitle = true
    if (isFirst && zone === 1) one.firstInLead = true
    if (zone < 2) one.words++
  }
  return { tallies, certain }
}

function tally(tallies: Map<string, Tally>, type: string): Tally {
  let one = tallies.get(type)
  if (!one) {
    one = { type, score: 0, verbs: [0, 0, 0], nouns: [0, 0, 0], firstInTitle: false, firstInLead: false, words: 0 }
    tallies.set(type, one)
  }
  return one
}

/** Where the first word that tells an event stands in sentences `[from, to)`. */
function firstStrong(matches: readonly Match[], from: number, to: number): number {
  let first = Number.POSITIVE_INFINITY
  for (const { sentence, weight, trigger } of matches)
    if (sentence >= from && sentence < to && weight >= 0.5) first = Math.min(first, trigger.from)
  return first
}

/** Where the first colon of a headline stands, or -1: there is none, or no headline. */
function colonOf({ tokens }: ArgumentSource, layout: Layout): number {
  const end = tokens.sentences[layout.title] as number
  for (let i = 1; i < end; i++) if (markAt(tokens, i) === COLON) return i
  return -1
}

/** Whether a noun depends on a preposition: «بعد قمة هلسنكي», «في الانتخابات»: it is the background of something else. */
function isGoverned({ hit, trigger, sentence }: Match, { tokens, hits }: ArgumentSource): boolean {
  if ((hit.cut.parts & PREPOSITIONS) !== 0) return true
  const before = trigger.from - 1
  if (before < (tokens.sentences[sentence] as number) || ((hits.classes[before] as number) & (Class.word | Class.frame)) === 0) return false
  return (hits.at[before] as readonly Hit[]).some(
    h =>
      h.cut.suffix === 0 &&
      h.length === 1 &&
      (h.entry.class === Class.frame || (h.entry.class === Class.word && GOVERNING.has(h.entry.row.cells.kind ?? ''))),
  )
}

/** Kinds of function words that govern a noun. */
const GOVERNING = new Set(['preposition', 'place', 'about', 'purpose', 'with'])

/** The speaker of a headline «X: …», or null. */
export function quoteTitle(layout: Layout, source: ArgumentSource, titleArgs: readonly Argument[]): Argument | null {
  const colon = colonOf(source, layout)
  if (colon < 0 || colon >= QUOTE_HEAD) return null
  return titleArgs.find(a => a.to <= colon && a.from <= 3 && a.found.kind !== 'place' && a.marker === '') ?? null
}
