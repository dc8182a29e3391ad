import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { NumberContent } from '../find/number/types.ts'
import type { Found } from '../resolve/mention.ts'
import { rawSpan, sentenceOf } from '../token/token.ts'
import type { ArgumentSource } from './argument.ts'
import type { Count } from './event.ts'

/** How far behind a number its counted noun may stand: «80 بلدا», «3 من الجنود». */
const REACH = 3
const UNITS = new Set(['killed', 'injured', 'missing', 'arrested', 'displaced', 'participants', 'countries', 'goals', 'votes'])

/** The count that a number of the text is, or null where it counts nothing (a year, an ordinal, an age). */
export function readCount(found: Found, source: ArgumentSource): Count | null {
  const content = found.content as NumberContent | undefined
  if (content?.type !== 'number' || (found.kind !== 'number' && found.kind !== 'quantity' && found.kind !== 'percent' && found.kind !== 'money')) return null
  const value = content.value ?? content.lower ?? content.upper
  if (value === null) return null
  const { comparator } = content
  let unit = found.kind === 'percent' ? 'percent' : found.kind === 'money' ? 'money' : ''
  let to = found.to
  if (!unit) {
    if (content.unit && UNITS.has(content.unit)) unit = content.unit
    const noun = countedNoun(found, source)
    if (noun) {
      unit ||= noun.unit || 'other'
      to = Math.max(to, noun.to)
    }
  }
  if (!unit) return null
  const span = rawSpan(source.tokens, found.from, to, found.skip)
  return { value, comparator, unit, text: source.tokens.text.raw.slice(span.start, span.end), span }
}

function countedNoun(found: Found, { hits, tokens }: ArgumentSource): { unit: string; to: number } | null {
  const end = tokens.sentences[sentenceOf(tokens, found.from) + 1] as number
  for (let i = found.from; i < Math.min(end, found.to + REACH); i++) {
    if (((hits.classes[i] as number) & Class.group) === 0) continue
    for (const hit of hits.at[i] as readonly Hit[]) if (hit.entry.class === Class.group && hit.cut.suffix === 0) return { unit: hit.entry.row.cells.unit ?? '', to: i + hit.length }
  }
  return null
}
