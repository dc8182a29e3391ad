import data from 'khabar:data'
import type { Candidate, Finder, Source } from './find/finder.ts'
import { numberFinder } from './find/number/index.ts'
import { type NumberContent, numberValue } from './find/number/types.ts'
import { select } from './find/select.ts'
import { timeFinder } from './find/time/index.ts'
import type { TimeContent, TimeExpression } from './find/time/types.ts'
import { Class } from './lexicon/classes.ts'
import type { Compiled } from './lexicon/compile.ts'
import { Lexicon } from './lexicon/lexicon.ts'
import type { Context } from './resolve/context.ts'
import { createDateResolver, type DateValue } from './resolve/date.ts'
import { createFormat, type FormatDateOptions } from './resolve/date-format.ts'
import { createFold, type Fold } from './text/fold.ts'
import type { Issue } from './text/issue.ts'
import type { Evidence } from './text/span.ts'
import { rawSpan } from './token/token.ts'
import { createTokenize, type Tokenize } from './token/tokenize.ts'
import { Words } from './token/words.ts'

export type { TimeExpression } from './find/time/types.ts'
export type { DateValue } from './resolve/date.ts'
export type { FormatDateOptions } from './resolve/date-format.ts'
export type { Issue } from './text/issue.ts'

/** A date, time, duration or set of a text. */
export interface DateMention extends Evidence {
  kind: 'date' | 'time' | 'datetime' | 'duration' | 'set'
  /** ISO 8601 / EDTF: `2022-05-11`, `2022-05`, `2022-Q1`, `2022-05-11/2022-05-13`, `2022-05-11TMO`, `T14:30Z`, `P3D`; null where it is relative and `publishedAt` is missing. */
  value: string | null
  /** The same for those who compute with it; null for durations, sets and clocks without a day. */
  date: DateValue | null
  /** What the text says, before a calendar was asked: typed, and kept where `value` is null. */
  expression: TimeExpression
}

/** A number of a text. */
export interface NumberMention extends Evidence {
  kind: 'number' | 'ordinal' | 'percent' | 'money' | 'quantity'
  /** The number; an interval (`[30,40)`, `(80,)`) where the text gives bounds; null for words like «كثير». */
  value: number | string | null
  comparator: '=' | '>' | '<' | '~'
  lower: number | null
  upper: number | null
  /** ISO 4217 of money, several by `|` where the word leaves it open; UCUM of a measure; what is counted (`killed`). */
  unit: string | null
}

/** What `parseDates` can be told. */
export interface DateOptions extends Pick<Context, 'publishedAt'> {
  /** Is given what is wrong with the dates of the text: a weekday that is another, a day that no month has. */
  readonly onIssue?: (issue: Issue) => void
}

/** Distinct words after which the word store starts anew. */
const MOST_WORDS = 1 << 18

interface Engine {
  readonly words: Words
  readonly lexicon: Lexicon
  readonly tokenize: Tokenize
  readonly fold: Fold
}

/** What dates and numbers are read from: their own words, and those that tell the tense. */
const CLASSES = Class.date | Class.number | Class.word | Class.status | Class.trigger

let shared: Engine | undefined

function engine(): Engine {
  if (!shared || shared.words.size > MOST_WORDS) {
    const words = new Words()
    shared = {
      words,
      lexicon: new Lexicon(words, [data() as unknown as Compiled], CLASSES),
      tokenize: createTokenize(words),
      fold: createFold(),
    }
  }
  return shared
}

/** The candidates of some finders in a text. */
function findIn(text: string, finders: readonly Finder[]): { source: Source; candidates: Candidate[] } {
  if (typeof text !== 'string') throw new TypeError('the text must be a string')
  const { lexicon, tokenize, fold } = engine()
  const tokens = tokenize(fold(text))
  const source = { tokens, hits: lexicon.scan(tokens), lexicon }
  const candidates: Candidate[] = []
  for (const finder of finders) finder.find(source, candidate => candidates.push(candidate))
  return { source, candidates }
}

/** The dates, times, durations and sets of an Arabic text, in order. Relative ones are resolved against `publishedAt`. */
export function parseDates(text: string, options: DateOptions = {}): DateMention[] {
  const { source, candidates } = findIn(text, [timeFinder])
  const issues: Issue[] = []
  const resolver = createDateResolver(options, issues)
  const mentions = candidates.map(({ kind, from, to, skip, drop, by, content }) => {
    const span = rawSpan(source.tokens, from, to, skip, drop)
    const words = text.slice(span.start, span.end)
    const { expression } = content as TimeContent
    return {
      ...span,
      text: words,
      by,
      kind: kind as DateMention['kind'],
      ...resolver.resolve(content as TimeContent, span, words),
      expression,
    }
  })
  if (options.onIssue) for (const issue of issues) options.onIssue(issue)
  return mentions
}

/** The numbers of an Arabic text, in words and digits, in order. Those that are part of a date or a clock time are left out. */
export function parseNumbers(text: string): NumberMention[] {
  const { source, candidates } = findIn(text, [numberFinder, timeFinder])
  const isTime = (candidate: Candidate): boolean => (candidate.content as { type: string }).type === 'time'
  const numbers = candidates.filter(candidate => !isTime(candidate))
  // a number that alone is a date («2014») is a number all the same
  const times = candidates.filter(
    time => isTime(time) && time.kind !== 'duration' && !numbers.some(one => one.from <= time.from && one.to >= time.to),
  )
  return select([...numbers, ...times])
    .filter(candidate => !isTime(candidate))
    .map(({ kind, from, to, skip, drop, by, content }) => {
      const span = rawSpan(source.tokens, from, to, skip, drop)
      const { comparator, lower, upper, unit, currency } = content as NumberContent
      return {
        ...span,
        text: text.slice(span.start, span.end),
        by,
        kind: kind as NumberMention['kind'],
        value: numberValue(kind, content as NumberContent),
        comparator,
        lower,
        upper,
        unit: currency ?? unit,
      }
    })
}

/** Writes an ISO date (`2022-05-11`, `2022-05`, `2022`) in Arabic: «11 مايو 2022», «الأربعاء 11 أيار 2022», «10 شوال 1443». Throws `TypeError` if it is none. */
export function formatDate(date: string, options: FormatDateOptions = {}): string {
  return createFormat(engine().lexicon)(date, options)
}
