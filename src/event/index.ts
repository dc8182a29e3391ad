import { type Argument, readArguments } from './argument.ts'
import { buildEvent } from './build.ts'
import { type Choice, chooseType, quoteTitle } from './choose.ts'
import type { Dated } from './clause.ts'
import type { Company } from './company.ts'
import { mainConfidence, sideConfidence } from './confidence.ts'
import { chooseDate } from './date.ts'
import type { Draft, Telling } from './draft.ts'
import type { Event } from './event.ts'
import type { Frames } from './frame.ts'
import { Headline } from './headline.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Filling, fillSlots, type Match, readTrigger } from './match.ts'
import { type Quote, quotesOf } from './quote.ts'
import { relate } from './relation.ts'
import type { BuildSource } from './source.ts'
import { type StatusSign, statusOf } from './status.ts'

/** How many sentences from the first may tell of the main event. */
const MAIN_SENTENCES = 7
/** How many may tell its date. */
const DATED_SENTENCES = 12
/** A reading below this does not tell of the main event outside headline and lead. */
const SURE = 0.45
/** A reading below this makes no event of its own. */
const OWN = 0.6
const MOST_EVENTS = 24

/** What a reader keeps of the event files. */
export interface Grammar {
  readonly frames: Frames
  readonly company: Company
}

/** The readings of each sentence, in order; a list may be missing. */
type Sentences = readonly (readonly Match[] | undefined)[]
type ArgumentsOf = (sentence: number) => readonly Argument[]
const NO_MATCHES: readonly Match[] = []

/** What a text tells. */
export interface Told {
  /** The main event first, then the others in the order of the text. */
  readonly events: Event[]
  readonly quotes: Quote[]
}

/** Events and quotations of a text. */
export function assemble(source: BuildSource, { frames, company }: Grammar, titled: boolean): Told {
  const { tokens, found } = source
  if (tokens.size === 0) return { events: [], quotes: [] }
  const layout = layoutOf(tokens, titled)
  company.open(tokens)
  const matches: Match[] = []
  for (const f of found) if (f.kind === 'trigger') readTrigger(f, frames, tokens, company, matches)
  const sentences: Match[][] = []
  for (const match of matches) {
    const here = sentences[match.sentence]
    if (here) here.push(match)
    else sentences[match.sentence] = [match]
  }
  const args = argumentsBySentence(source)
  const quoted = quoteTitle(layout, source, args(0))
  const choice = chooseType(matches, layout, source, quoted !== null)
  const drafts: Draft[] = []
  if (choice) drafts.push(mainDraft(choice, sentences, layout, source, args, quoted))
  otherDrafts(sentences, choice, layout, source, args, drafts)
  relate(drafts, source, args)
  const events = drafts.map((draft, i) =>
    buildEvent(
      draft,
      choice && i === 0 ? mainConfidence(choice, layout, source.lexicon) : sideConfidence(draft.weight),
      source,
      args,
      choice && i === 0 ? { layout, matches: sentences, quoted } : null,
    ),
  )
  return { events, quotes: quotesOf(sentences, layout, source, args) }
}

function argumentsBySentence(source: BuildSource): ArgumentsOf {
  const known: Argument[][] = []
  const { tokens, found } = source
  return sentence =>
    (known[sentence] ??= readArguments(found, tokens.sentences[sentence] as number, tokens.sentences[sentence + 1] as number, source))
}

function tell(sentence: number, matches: readonly Match[], source: BuildSource, args: ArgumentsOf): Telling {
  const { tokens } = source
  const from = tokens.sentences[sentence] as number
  const to = tokens.sentences[sentence + 1] as number
  const fillings: Filling[] = []
  const signs: (StatusSign | null)[] = []
  for (const match of matches) {
    fillSlots(match, args(sentence), from, to, fillings)
    signs.push(statusOf(match, source))
  }
  return { sentence, matches, fillings, signs }
}

function mainDraft(
  choice: Choice,
  sentences: Sentences,
  layout: Layout,
  source: BuildSource,
  args: ArgumentsOf,
  quoted: Argument | null,
): Draft {
  const tellings: Telling[] = []
  const last = Math.min(layout.count, layout.title + MAIN_SENTENCES)
  for (let sentence = 0; sentence < last; sentence++) {
    const here = (sentences[sentence] ?? NO_MATCHES).filter(
      m => m.frame.type === choice.type && (sentence < layout.lead || m.weight >= SURE),
    )
    // headline and lead are about the main event, whatever their words
    if (here.length === 0 && sentence >= layout.lead) continue
    const telling = tell(sentence, here, source, args)
    const speaker = sentence === 0 && choice.type === 'statement' ? quoted : null
    tellings.push(
      speaker ? { ...telling, fillings: [{ argument: speaker, slot: 'agent', by: 'headline-quote' }, ...telling.fillings] } : telling,
    )
  }
  const isPlanned = tellings.some(t => t.signs[0]?.status === 'planned')
  const date = chooseDate(choice.type, isPlanned, datedBy(choice.type, sentences, layout), new Headline(layout, source), source)
  return { type: choice.type, tellings, weight: choice.score, date }
}

/** The sentences whose dates may be the main event's: its own, and those near the beginning. */
function datedBy(type: string, sentences: Sentences, layout: Layout): Dated[] {
  const dated: Dated[] = []
  const last = Math.min(layout.count, layout.title + DATED_SENTENCES)
  for (let sentence = 0; sentence < last; sentence++) {
    const matches = (sentences[sentence] ?? NO_MATCHES).filter(m => m.frame.type === type)
    dated.push({ sentence, matches, place: sentence < layout.title ? 0 : sentence - layout.title + 1 })
  }
  return dated
}

function otherDrafts(
  sentences: Sentences,
  main: Choice | null,
  layout: Layout,
  source: BuildSource,
  args: ArgumentsOf,
  drafts: Draft[],
): void {
  for (let sentence = layout.title; sentence < layout.count; sentence++) {
    const here = sentences[sentence]
    if (!here) continue
    for (let k = 0; k < here.length; k++) {
      const { type } = (here[k] as Match).frame
      if ((type === main?.type && sentence < layout.lead) || here.findIndex(m => m.frame.type === type) < k) continue
      const same = here.filter(m => m.frame.type === type && m.weight >= OWN)
      if (same.length === 0) continue
      const telling = tell(sentence, same, source, args)
      const date = chooseDate(type, telling.signs[0]?.status === 'planned', [{ sentence, matches: same, place: 1 }], null, source)
      if (telling.fillings.length === 0 && !date) continue
      drafts.push({ type, tellings: [telling], weight: Math.max(...same.map(m => m.weight)), date })
      if (drafts.length >= MOST_EVENTS) return
    }
  }
}
