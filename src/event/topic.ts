import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { Found } from '../resolve/mention.ts'
import { QUOTE } from '../text/chars.ts'
import type { Evidence } from '../text/span.ts'
import { markAt, rawSpan } from '../token/token.ts'
import { type ArgumentSource, firstFrom } from './argument.ts'
import type { Draft } from './draft.ts'

/** Longest topic, in tokens. */
const LONGEST = 10

/** What an event is about: the words behind the first «حول», «لبحث», «بشأن» … that follows one of its triggers, to the end of the clause. */
export function topicOf({ tellings }: Draft, source: ArgumentSource & { readonly found: readonly Found[] }): Evidence | null {
  const { tokens, hits } = source
  for (const { sentence, matches } of tellings) {
    const [first] = matches
    if (!first) continue
    const end = tokens.sentences[sentence + 1] as number
    for (let i = first.trigger.to; i < end; i++) {
      if (((hits.classes[i] as number) & Class.frame) === 0) continue
      const frame = longestTopic(hits.at[i] as readonly Hit[])
      if (!frame) continue
      const from = i + frame.length
      const to = endOf(from, end, source)
      if (to > from) {
        const span = rawSpan(tokens, from, to)
        return { start: span.start, end: span.end, text: tokens.text.raw.slice(span.start, span.end), by: frame.entry.row.by }
      }
    }
  }
  return null
}

function longestTopic(hits: readonly Hit[]): Hit | null {
  let best: Hit | null = null
  for (const hit of hits)
    if (
      hit.entry.class === Class.frame &&
      hit.entry.form === 'topic' &&
      hit.cut.prefix + hit.cut.suffix === 0 &&
      (!best || hit.length > best.length)
    )
      best = hit
  return best
}

/** The end of a clause: punctuation that is no quote, a relative pronoun, a date. */
function endOf(from: number, end: number, { tokens, hits, found }: ArgumentSource & { readonly found: readonly Found[] }): number {
  let n = firstFrom(found, from)
  for (let i = from; i < Math.min(end, from + LONGEST); i++) {
    while (n < found.length && (found[n] as Found).from < i) n++
    const starts = found[n]?.from === i && (found[n] as Found).date !== null
    const mark = markAt(tokens, i)
    const relative =
      ((hits.classes[i] as number) & Class.word) !== 0 &&
      (hits.at[i] as readonly Hit[]).some(h => h.entry.class === Class.word && h.entry.row.cells.kind === 'relative' && h.cut.suffix === 0)
    if (starts || (mark !== 0 && mark !== QUOTE) || relative) return i
  }
  return Math.min(end, from + LONGEST)
}
