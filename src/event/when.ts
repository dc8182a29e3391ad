import type { TimeContent, TimeExpression } from '../find/time/types.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { DateValue } from '../resolve/date.ts'
import type { Found } from '../resolve/mention.ts'
import { type ArgumentSource, firstFrom } from './argument.ts'
import type { DateCandidate } from './draft.ts'
import type { Match } from './match.ts'

const PRECISION: Readonly<Record<string, number>> = { minute: 1, day: 1, week: 0.75, month: 0.7, quarter: 0.6, year: 0.55 }
/** Beyond this many tokens a date and a trigger have little to do with one another. */
const FAR = 30
const DISTANCE = 0.25
/** «التي جرت في 12 مايو»: a relative pronoun between trigger and date. */
const RELATIVE = 0.5
/** «منذ 2015», «بعد قمة يناير»: words of background before a date. */
const BACKGROUND = 0.45
/** «نهاية أبريل», «2012-2015»: a vague or long stretch. */
const VAGUE = 0.3
/** «الرياض 27 جمادى الآخرة 1442 هـ الموافق 9 فبراير 2021 م واس»: the day of the report. */
const DATELINE = 0.35
const LONGEST_DATELINE = 24

/** The dates of a sentence, with how much speaks for each to be the date of the events that the matches name. `base` is the sentence's own weight, 0 … 1. */
export function datesOf(
  from: number,
  to: number,
  matches: readonly Match[],
  base: number,
  source: ArgumentSource & { readonly found: readonly Found[] },
): DateCandidate[] {
  const dates: DateCandidate[] = []
  const dateline = matches.length === 0 && to - from <= LONGEST_DATELINE && !hasVerb(from, to, source)
  for (let n = firstFrom(source.found, from); n < source.found.length; n++) {
    const found = source.found[n] as Found
    if (found.from >= to) break
    if (!found.date && !isAhead(found)) continue
    let score = base * (found.date ? (PRECISION[found.date.precision] ?? 0.5) : 1)
    let nearest = FAR
    let relative = matches.length > 0
    for (const { trigger } of matches) {
      const distance = trigger.to <= found.from ? found.from - trigger.to : trigger.from - found.to
      nearest = Math.min(nearest, Math.max(distance, 0))
      if (relative && (trigger.from > found.from || !hasRelative(trigger.to, found.from, source))) relative = false
    }
    score -= (DISTANCE * nearest) / FAR
    if (relative) score -= RELATIVE
    if (isBackground(found, from, source)) score -= BACKGROUND
    if (found.date && isVague(found)) score -= VAGUE
    if (dateline) score -= DATELINE
    dates.push({ found, score })
  }
  return dates
}

/** Whether a sentence has a finite verb of the event files. */
function hasVerb(from: number, to: number, { hits }: ArgumentSource): boolean {
  for (let i = from; i < to; i++)
    if (((hits.classes[i] as number) & Class.trigger) !== 0 && (hits.at[i] as readonly Hit[]).some(isVerbForm)) return true
  return false
}

const isVerbForm = ({ entry }: Hit): boolean => entry.class === Class.trigger && entry.form.includes('.') && !entry.weak

/** «مطلع يناير», «نهاية أبريل», «2012-2015»: part of a stretch, or a long one. */
function isVague(found: Found): boolean {
  const content = found.content as TimeContent | undefined
  if (content?.type === 'time' && content.expression.type === 'within' && content.expression.pick.kind === 'edge') return true
  return found.date?.end != null && found.date.precision !== 'day'
}

function hasRelative(from: number, to: number, { hits }: ArgumentSource): boolean {
  for (let i = from; i < to; i++)
    if (((hits.classes[i] as number) & Class.word) !== 0 && (hits.at[i] as readonly Hit[]).some(isRelative)) return true
  return false
}

const isRelative = ({ entry, cut }: Hit): boolean => entry.class === Class.word && entry.row.cells.kind === 'relative' && cut.suffix === 0
const isBefore = ({ entry }: Hit): boolean => entry.class === Class.word && BACKGROUND_WORDS.has(entry.row.cells.id ?? '')
/** Rows of `data/words/function.tsv`. */
const BACKGROUND_WORDS = new Set(['after', 'since', 'before'])

function isBackground(found: Found, from: number, { hits }: ArgumentSource): boolean {
  for (let i = Math.max(from, found.from - 3); i < found.from + 1; i++)
    if (((hits.classes[i] as number) & Class.word) !== 0 && (hits.at[i] as readonly Hit[]).some(isBefore)) return true
  return false
}

/** Whether a time phrase speaks of the future by itself, whatever the day of publication: «الأسبوع المقبل», «غدا». */
export function isAhead(found: Found): boolean {
  const content = found.content as TimeContent | undefined
  return content?.type === 'time' && looksAhead(content.expression)
}

function looksAhead(expression: TimeExpression): boolean {
  switch (expression.type) {
    case 'calendar':
    case 'season':
    case 'feast':
      return (expression.shift?.by ?? 0) > 0
    case 'period':
      return expression.shift.by > 0
    case 'offset':
      return expression.sign > 0 && expression.from === 'now'
    case 'within':
    case 'daypart':
      return looksAhead(expression.of)
    case 'clock':
      return expression.of !== null && looksAhead(expression.of)
    default:
      return false
  }
}

/** Whether a date lies after the day of publication, as far as its precision tells. */
export function isAfter({ start }: DateValue, publishedAt: string): boolean {
  return publishedAt !== '' && start.slice(0, 10) > publishedAt.slice(0, Math.min(start.length, 10))
}
