import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import { COLON } from '../text/chars.ts'
import { PREPOSITIONS } from '../token/cuts.ts'
import { markAt } from '../token/token.ts'
import type { Argument, ArgumentSource } from './argument.ts'
import type { Layout } from './layout.ts'
import type { Match } from './match.ts'

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
/** After how many tokens of a headline a colon no longer makes it a quote. */
const QUOTE_HEAD = 9
/** The main event needs this much. */
const LEAST = 0.55

/** The type of the article's main event, with a measure of how far it leads the next: 0 … 1. */
export interface Choice {
  readonly type: string
  readonly margin: number
  readonly score: number
}

/** Chooses the type of the main event: the headline first, then the lead. Null where nothing is told strongly enough. */
export function chooseType(
  matches: readonly Match[],
  layout: Layout,
  source: ArgumentSource,
  titleArgs: readonly Argument[],
): Choice | null {
  const scores = new Map<string, number>()
  const add = (type: string, score: number): void => {
    scores.set(type, (scores.get(type) ?? 0) + score)
  }
  const seen = new Map<number, number>()
  const colon = colonOf(source, layout)
  let verb = -1 // the sentence whose finite verb has been met
  let firstInTitle = Number.POSITIVE_INFINITY
  for (const m of matches) if (m.sentence < layout.title && m.weight >= 0.5) firstInTitle = Math.min(firstInTitle, m.trigger.from)
  let certain = false
  for (const match of matches) {
    const { sentence, frame, trigger } = match
    const zone = sentence < layout.title ? TITLE : sentence < layout.lead ? LEAD : BODY
    let { weight } = match
    const finite = match.hit.entry.form.includes('.')
    if (!finite && zone !== BODY) {
      if (isGoverned(match, source)) weight *= GOVERNED
      if (verb === sentence) weight *= AFTER_VERB
    }
    if (finite && match.weight >= 0.5) verb = sentence
    if (zone === TITLE && frame.type !== 'statement' && weight >= CERTAIN && (finite || trigger.from <= colon + 2)) certain = true
    const first = zone === TITLE && trigger.from === firstInTitle ? 1.35 : 1
    // the same word again counts less
    const key = frame.row.number * 4 + (zone === TITLE ? 2 : zone === LEAD ? 1 : 0)
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    add(frame.type, (zone * weight * weight * first) / times)
  }
  const speaker = quoteTitle(layout, source, titleArgs)
  if (speaker && !certain) add('statement', QUOTE_TITLE)
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [best, next] = ranked
  if (!best || best[1] < LEAST) return null
  return { type: best[0], score: best[1], margin: (best[1] - (next?.[1] ?? 0)) / best[1] }
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
