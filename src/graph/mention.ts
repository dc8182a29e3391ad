import type { Event } from '../event/event.ts'
import type { Entity } from '../resolve/entity.ts'
import type { Span } from '../text/span.ts'
import type { GraphMention } from './graph.ts'
import { wellFormed } from './iri.ts'
import type { Told } from './told.ts'

/** Where an article names an entity (a number of the book) or tells an event (its place among the tellings). */
export interface MentionRecord extends Pick<GraphMention, 'part' | 'start' | 'end' | 'exact' | 'by'> {
  readonly article: number
  readonly entity: number
  readonly telling: number
}

/** The mentions of an entity. Without the text of the article its words are not known: there are none. */
export function mentionsOfEntity({ mentions }: Entity, entity: number, article: number, told: Told, points: Points): MentionRecord[] {
  return mentions.flatMap(span => {
    const text = textOf(span, told)
    return text === undefined
      ? []
      : [{ article, entity, telling: -1, by: null, exact: wellFormed(text.slice(span.start, span.end)), ...points.of(span) }]
  })
}

/** Where an event is told: its triggers. */
export const mentionsOfEvent = ({ triggers }: Event, telling: number, article: number, points: Points): MentionRecord[] =>
  triggers.map(trigger => ({ article, entity: -1, telling, by: trigger.by, exact: wellFormed(trigger.text), ...points.of(trigger) }))

const textOf = (span: Span, { title, text }: Told): string | undefined => (span.in === 'title' ? title : text)

/** Counts code points, as Web Annotation does: JavaScript's units count an emoji twice. */
export class Points {
  private readonly pairs: Readonly<Record<GraphMention['part'], readonly number[] | null>>

  constructor({ title, text }: Told) {
    this.pairs = { title: title === undefined ? null : pairsOf(title), text: text === undefined ? null : pairsOf(text) }
  }

  /** The part of the article that a span is of, and its ends in code points: null where the text is not known. */
  of(span: Span): Pick<MentionRecord, 'part' | 'start' | 'end'> {
    const part = span.in === 'title' ? 'title' : 'text'
    const pairs = this.pairs[part]
    return { part, start: pairs && span.start - before(pairs, span.start), end: pairs && span.end - before(pairs, span.end) }
  }
}

/** Where the second halves of surrogate pairs stand, in order. */
function pairsOf(text: string): number[] {
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++) {
    if ((text.codePointAt(i) as number) <= 0xffff) continue
    i++
    pairs.push(i)
  }
  return pairs
}

/** How many of the numbers are below a limit. */
function before(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
