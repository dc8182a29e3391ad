import { textOf } from '../resolve/registry.ts'
import type { Evidence } from '../text/span.ts'
import { Part } from '../token/cuts.ts'
import { rawSpan } from '../token/token.ts'
import { type Argument, OF } from './argument.ts'
import { countsOf } from './counts.ts'
import { type Draft, fillingsOf } from './draft.ts'
import type { Event, EventType } from './event.ts'
import { participantsOf, participantsOfStory } from './participant.ts'
import type { BuildSource } from './source.ts'
import type { Story } from './standing.ts'
import { statusOfDraft } from './status-choice.ts'
import { topicOf } from './topic.ts'
import { placesOf, placesOfMain } from './where.ts'

const MOST_TRIGGERS = 6

/** The public form of a draft. `main` is given for the main event only: it also takes in those whom the whole article is about. */
export function buildEvent(
  draft: Draft,
  confidence: number,
  source: BuildSource,
  args: (sentence: number) => readonly Argument[],
  main: Omit<Story, 'type' | 'fillings' | 'args'> | null,
): Event {
  const layout = main?.layout ?? null
  const { date } = draft
  const fillings = fillingsOf(draft)
  const scene = source.hasScene(draft.type)
  const places = layout ? placesOfMain(draft, args, source, layout) : scene ? placesOf(draft, source) : []
  const participants = main ? participantsOfStory({ ...main, type: draft.type, args, fillings }, source) : participantsOf(fillings, source)
  const event: Event = {
    id: '',
    type: draft.type as EventType,
    status: statusOfDraft(draft, !scene, layout, source),
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
