import type { Found } from '../resolve/mention.ts'
import { type Argument, firstFrom, readArguments } from './argument.ts'
import { type BuildSource, buildEvent } from './build.ts'
import { type Choice, chooseType, quoteTitle } from './choose.ts'
import type { Draft, Telling } from './draft.ts'
import type { Event } from './event.ts'
import type { Frames } from './frame.ts'
import { type Layout, layoutOf } from './layout.ts'
import { fillSlots, type Filling, type Match, readTrigger } from './match.ts'
import { relate } from './relation.ts'
import { type StatusSign, statusOf } from './status.ts'

/** How many sentences from the first may tell of the main event. */
const MAIN_SENTENCES = 7
/** A reading below this does not tell of the main event outside headline and lead. */
const SURE = 0.45
/** A reading below this makes no event of its own. */
const OWN = 0.6
const MOST_EVENTS = 24

/** Events of a text: the main one first, then the others in the order of the text. */
export function assemble(source: BuildSource, frames: Frames, titled: boolean): Event[] {
  const { tokens, found } = source
  if (tokens.size === 0) return []
  const layout = layoutOf(tokens, titled)
  const matches: Match[] = []
  for (const f of found) if (f.kind === 'trigger') matches.push(...readTrigger(f, frames, source))
  const args = argumentsBySentence(source)
  const choice = chooseType(matches, layout, source, args(0))
  const drafts: Draft[] = []
  if (choice) drafts.push(mainDraft(choice, matches, layout, source, args))
  drafts.push(...otherDrafts(matches, choice, layout, source, args))
  relate(drafts, source, args)
  return drafts.slice(0, MOST_EVENTS).map((draft, i) => buildEvent(draft, confidenceOf(draft, i === 0 ? choice : null), source))
}

type ArgumentsOf = (sentence: number) => readonly Argument[]

function argumentsBySentence(source: BuildSource): ArgumentsOf {
  const known: Argument[][] = []
  const { tokens, found } = source
  return sentence => (known[sentence] ??= readArguments(found, tokens.sentences[sentence] as number, tokens.sentences[sentence + 1] as number, source))
}

function tell(sentence: number, matches: readonly Match[], source: BuildSource, args: ArgumentsOf): Telling {
  const { tokens, found } = source
  const from = tokens.sentences[sentence] as number
  const to = tokens.sentences[sentence + 1] as number
  const fillings: Filling[] = []
  const signs: StatusSign[] = []
  for (const match of matches) {
    fillings.push(...fillSlots(match, args(sentence), { from, to }))
    const sign = statusOf(match, source)
    if (sign) signs.push(sign)
  }
  const dates: Found[] = []
  for (let n = firstFrom(found, from); n < found.length && (found[n] as Found).from < to; n++) if ((found[n] as Found).date) dates.push(found[n] as Found)
  return { sentence, matches, fillings, dates, signs }
}

function mainDraft(choice: Choice, matches: readonly Match[], layout: Layout, source: BuildSource, args: ArgumentsOf): Draft {
  const tellings: Telling[] = []
  const last = Math.min(layout.count, layout.title + MAIN_SENTENCES)
  for (let sentence = 0; sentence < last; sentence++) {
    const here = matches.filter(m => m.sentence === sentence && m.frame.type === choice.type && (sentence < layout.lead || m.weight >= SURE))
    const isTitle = sentence < layout.title
    if (here.length === 0 && !isTitle) continue
    const telling = tell(sentence, here, source, args)
    const speaker = isTitle && sentence === 0 && choice.type === 'statement' ? quoteTitle(layout, source, args(0)) : null
    tellings.push(speaker ? { ...telling, fillings: [{ argument: speaker, slot: 'agent', by: 'headline-quote' }, ...telling.fillings] } : telling)
  }
  return { type: choice.type, tellings, weight: choice.score }
}

function otherDrafts(matches: readonly Match[], main: Choice | null, layout: Layout, source: BuildSource, args: ArgumentsOf): Draft[] {
  const drafts: Draft[] = []
  for (let sentence = layout.title; sentence < layout.count && drafts.length < MOST_EVENTS; sentence++) {
    const best = new Map<string, Match[]>()
    for (const m of matches) {
      if (m.sentence !== sentence || m.weight < OWN || (m.frame.type === main?.type && sentence < layout.lead)) continue
      const list = best.get(m.frame.type)
      if (list) list.push(m)
      else best.set(m.frame.type, [m])
    }
    for (const [type, list] of best) {
      const telling = tell(sentence, list, source, args)
      if (telling.fillings.length === 0 && telling.dates.length === 0) continue
      drafts.push({ type, tellings: [telling], weight: Math.max(...list.map(m => m.weight)) })
    }
  }
  return drafts
}

function confidenceOf(draft: Draft, choice: Choice | null): number {
  const raw = choice ? 0.45 + 0.35 * choice.margin + 0.2 * Math.min(1, choice.score / 4) : 0.25 + 0.35 * draft.weight
  return Math.round(raw * 100) / 100
}

