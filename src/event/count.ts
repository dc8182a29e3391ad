import type { NumberContent } from '../find/number/types.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { Found } from '../resolve/mention.ts'
import { Part } from '../token/cuts.ts'
import { Kind, rawSpan, sentenceOf } from '../token/token.ts'
import type { ArgumentSource } from './argument.ts'
import type { Count } from './event.ts'

/** How far behind a number its counted noun may stand: «80 بلدا», «3 من الجنود». */
const NOUN_REACH = 3
/** How far from a number the word for what happened to the counted may stand: before it, behind it. */
const TOLL_BEFORE = 7
const TOLL_AFTER = 6
const UNITS = new Set(['killed', 'injured', 'missing', 'arrested', 'displaced', 'participants', 'countries', 'goals', 'votes'])
/** What people suffer: told of a bare number too, «مقتل 14». */
const SUFFERED = new Set(['killed', 'injured', 'missing', 'arrested', 'displaced'])
/** Units that a noun of people has by itself only in part: a toll word nearby tells more. */
const LOOSE = new Set(['', 'participants', 'other'])

/** The count that a number of the text is, or null where it counts nothing: a vague number, «البلدين», a number without a noun. */
export function readCount(found: Found, source: ArgumentSource): Count | null {
  if (found.kind !== 'number' && found.kind !== 'quantity' && found.kind !== 'percent' && found.kind !== 'money') return null
  const content = found.content as NumberContent
  const { comparator } = content
  const value = content.value ?? content.lower ?? content.upper
  if (value === null || (content.value === null && comparator === '~')) return null
  if (found.kind === 'percent' || found.kind === 'money') return count(found, found.to, value, comparator, found.kind, source)
  const noun = countedNoun(found, source)
  let unit = content.unit && UNITS.has(content.unit) ? content.unit : (noun?.unit ?? '')
  if (LOOSE.has(unit)) {
    const toll = tollNear(found, source)
    // «في الدقيقة 23»: goals, votes and those who take part are counted by their own noun
    unit = toll && (noun || SUFFERED.has(toll)) ? toll : unit === 'participants' ? 'other' : unit
  }
  if (!unit && !noun) return null
  if (value === 2 && (noun?.definite || source.lexicon.facts(source.tokens.word[found.from] as number).definite)) return null // «البلدين» are known, not counted
  return count(found, Math.max(found.to, noun?.to ?? 0), value, comparator, unit || 'other', source)
}

function count(found: Found, to: number, value: number, comparator: Count['comparator'], unit: string, { tokens }: ArgumentSource): Count {
  const span = rawSpan(tokens, found.from, to, found.skip)
  return { value, comparator, unit, text: tokens.text.raw.slice(span.start, span.end), span }
}

interface Counted {
  readonly unit: string
  readonly to: number
  readonly definite: boolean
}

/** The noun that a number counts: a group of people in or right behind it, or any other word behind it that is neither verb nor function word. */
function countedNoun(found: Found, { hits, tokens, lexicon }: ArgumentSource): Counted | null {
  const end = tokens.sentences[sentenceOf(tokens, found.from) + 1] as number
  for (let i = found.from; i < Math.min(end, found.to + NOUN_REACH); i++) {
    if (((hits.classes[i] as number) & Class.group) === 0) continue
    for (const { entry, cut, length } of hits.at[i] as readonly Hit[]) {
      if (entry.class === Class.group && cut.suffix === 0)
        return { unit: entry.row.cells.unit ?? '', to: i + length, definite: (cut.parts & Part.the) !== 0 }
    }
  }
  // a dual counts its own noun; other numbers the word behind them
  const next = found.to
  if (next >= end || tokens.kind[next] !== Kind.word) return null
  const facts = lexicon.facts(tokens.word[next] as number)
  if (facts.verb || facts.definite || ((hits.classes[next] as number) & (Class.word | Class.frame | Class.date | Class.status)) !== 0)
    return null
  return { unit: 'other', to: next + 1, definite: false }
}

/** What happened to those whom a number counts: the nearest word for it before the number, else behind it. */
function tollNear(found: Found, { hits, tokens }: ArgumentSource): string {
  const sentence = sentenceOf(tokens, found.from)
  const start = Math.max(tokens.sentences[sentence] as number, found.from - TOLL_BEFORE)
  for (let i = found.from - 1; i >= start; i--) {
    const unit = tollAt(i, hits)
    if (unit) return unit
  }
  const end = Math.min(tokens.sentences[sentence + 1] as number, found.to + TOLL_AFTER)
  for (let i = found.from; i < end; i++) {
    const unit = tollAt(i, hits)
    if (unit) return unit
  }
  return ''
}

function tollAt(i: number, hits: ArgumentSource['hits']): string {
  if (((hits.classes[i] as number) & Class.toll) === 0) return ''
  for (const { entry } of hits.at[i] as readonly Hit[]) if (entry.class === Class.toll) return entry.row.cells.unit ?? ''
  return ''
}
