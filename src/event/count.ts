import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { Found } from '../resolve/mention.ts'
import { rawSpan, sentenceOf } from '../token/token.ts'
import type { ArgumentSource } from './argument.ts'
import type { Count } from './event.ts'

/** The parts of a number that counts need; what the number finder understood. */
interface NumberLike {
  readonly value?: number
  readonly lower?: number | null
  readonly upper?: number | null
  readonly comparator?: '=' | '>' | '<' | '~'
  readonly unit?: string
  readonly currency?: string
}

/** How far behind a number its counted noun may stand: «80 بلدا», «3 من الجنود». */
const REACH = 3
const UNITS = new Set(['killed', 'injured', 'missing', 'arrested', 'displaced', 'participants', 'countries', 'goals', 'votes'])

/** The count that a number of the text is, or null where it counts nothing (a year, an ordinal, an age). */
export function readCount(found: Found, source: ArgumentSource): Count | null {
  const content = found.content as NumberLike | undefined
  if (!content || (found.kind !== 'number' && found.kind !== 'quantity' && found.kind !== 'percent' && found.kind !== 'money')) return null
  const value = content.value ?? content.lower ?? content.upper
  if (value === undefined || value === null) return null
  const comparator = content.comparator ?? (content.lower != null && content.upper == null ? '>' : content.upper != null && content.lower == null ? '<' : content.lower != null ? '~' : '=')
  let unit = found.kind === 'percent' ? 'percent' : found.kind === 'money' ? 'money' : ''
  let to = found.to
  if (!unit) {
    if (content.unit && UNITS.has(content.unit)) unit = content.unit
    const noun = countedNoun(found, source)
    if (noun) {
      unit ||= noun.entry.row.cells.unit || 'other'
      to = Math.max(to, noun.to)
    }
  }
  if (!unit) return null
  const span = rawSpan(source.tokens, found.from, to, found.skip)
  return { value, comparator, unit, text: source.tokens.text.raw.slice(span.start, span.end), span }
}

function countedNoun(found: Found, { hits, tokens }: ArgumentSource): Hit | null {
  const end = tokens.sentences[sentenceOf(tokens, found.from) + 1] as number
  for (let i = found.from; i < Math.min(end, found.to + REACH); i++) {
    if (((hits.classes[i] as number) & Class.group) === 0) continue
    for (let h = hits.first[i] as number; h < (hits.first[i + 1] as number); h++) {
      const hit = hits.all[h] as Hit
      if (hit.entry.class === Class.group && hit.cut.suffix === 0) return hit
    }
  }
  return null
}
