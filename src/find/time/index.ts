import { Kind } from '../../token/token.ts'
import type { Finder, MentionKind, Source } from '../finder.ts'
import type { NumberReader } from '../number/read.ts'
import { compilePlan, DIGITS, follow } from '../plan.ts'
import { ANY, type Senses } from '../sense.ts'
import { sharedOf } from '../shared.ts'
import { addCalendar } from './calendar.ts'
import { addClock } from './clock.ts'
import { accepts } from './doubt.ts'
import { addDuration } from './duration.ts'
import type { Grammar, Read, Rule } from './grammar.ts'
import { addNamed } from './named.ts'
import { addParts } from './parts.ts'
import { addPeriod } from './period.ts'
import { addRange } from './range.ts'
import { needsTense, tenseNear } from './tense.ts'
import type { Tense, TimeContent, TimeExpression } from './types.ts'
import { addWeekday } from './weekday.ts'
import { addYear } from './year.ts'

/** What a date has over the number inside it. */
const BONUS = 0.5
/** How deep phrases may lie in phrases: «مطلع الشهر الأول من العام المقبل» is three deep. */
const DEPTH = 8

const NUMBERS = [DIGITS, 'cardinals', 'ordinals'] as const
const DAYS = ['day-of', 'days', 'weekdays', 'units'] as const

/** The rules of points of the calendar, and the words that begin them. Of reads of one length the first counts. */
const POINT = compilePlan(0, {
  calendar: [...NUMBERS, 'edges', 'months', 'month-word'],
  year: [...NUMBERS, 'year-word', 'season-of'],
  period: [...NUMBERS, 'this', 'same-of', 'units', 'quarter', 'last'],
  day: DAYS,
  season: ['this', 'seasons'],
  decade: ['decades'],
  century: ['century'],
  feast: ['feasts'],
  weekend: ['weekend'],
  edge: ['edges'],
  quarter: ['quarter', 'half-year'],
  firstMonths: [...NUMBERS, 'units'],
  nth: ['last', 'ordinals', 'units', 'days'],
  sameOf: ['units', 'same-of'],
  weekOf: ['week-of'],
})
/** What may stand at an end of a range. */
const ONE = compilePlan(1, {
  point: [...POINT.bits.keys()],
  clock: [...NUMBERS, 'clock'],
  dayPart: ['dayparts', 'this'],
  midnight: ['midnight'],
  dayThenClock: [...NUMBERS, ...DAYS, 'dayparts', 'this', 'edges'],
})
/** What may be a mention. */
const MENTION = compilePlan(2, {
  one: [...ONE.bits.keys()],
  fromTo: ['period', 'from', 'as-of'],
  between: ['between'],
  hyphen: [...NUMBERS, ...DAYS, 'months', 'month-word', 'clock', 'year-word', 'edges'],
  dayHours: [...NUMBERS, ...DAYS, 'months', 'month-word'],
  plain: [...NUMBERS, 'for', 'units', 'fractions', 'comparators'],
  offset: ['before', 'since', 'after'],
  that: ['that'],
  set: ['each', 'yearly', 'monthly', 'weekly', 'daily', 'hourly'],
  age: ['age'],
})

/** Finds dates, times, durations and sets. */
export const timeFinder: Finder = {
  name: 'time',
  find(source, emit) {
    const shared = sharedOf(source)
    const { senses } = shared
    const { grammar, read: readAt, forget } = shared.rules(timeRules)
    forget(source)
    const { size, kind } = source.tokens
    for (let i = 0; i < size; ) {
      senses.begin(i)
      if (!senses.has(i) && kind[i] !== Kind.number && kind[i] !== Kind.date) {
        i++
        continue
      }
      const read = readAt(i)
      const skip = senses.pick(i, 'skips', ANY)
      if (skip && skip.to >= (read?.to ?? 0)) {
        i = skip.to
        continue
      }
      if (!read || read.to <= i || read.to > senses.limit(i)) {
        i++
        continue
      }
      if (!accepts(grammar, read)) {
        i = read.to
        continue
      }
      for (const piece of read.pieces ?? [read]) {
        const content: TimeContent = { type: 'time', expression: piece.expr, tense: tenseOf(piece) }
        emit({
          kind: kindOf(piece.expr),
          from: piece.from,
          to: piece.to,
          skip: piece.skip,
          drop: 0,
          score: piece.to - piece.from + BONUS,
          by: `time:${piece.by}`,
          content,
        })
      }
      i = read.to
    }

    /** On what side of the day of publication a date lies. */
    function tenseOf(read: Read): Tense | null {
      if (!needsTense(read.expr)) return null
      if (read.from > 0 && (senses.is(read.from - 1, 'until') || senses.is(read.from - 1, 'by'))) return 'future'
      if (read.from > 0 && senses.is(read.from - 1, 'since')) return 'past'
      return tenseNear(source, senses, read.from, read.to)
    }
  },
}

/** The rules of time over the words of a text; `forget` turns them to another one. */
function timeRules(senses: Senses, numbers: NumberReader): { grammar: Grammar; read: Rule; forget(source: Source): void } {
  const memories: unknown[][] = []
  let hits: Source['hits'] | null = null
  const none = (): null => null
  const grammar: Grammar = {
    senses,
    numbers,
    get tokens() {
      return senses.tokens
    },
    point: none,
    calendar: none,
    period: none,
    year: none,
    month: none,
    yearTail: none,
    duration: none,
    clock: none,
  }
  addCalendar(grammar)
  addYear(grammar)
  addPeriod(grammar)
  const { day } = addWeekday(grammar)
  const named = addNamed(grammar)
  const parts = addParts(grammar)
  const durations = addDuration(grammar)
  const point: Rule = token => grammar.point(token)
  const clocks = addClock(grammar, day)
  const one = memo(follow(senses, ONE, { point, ...clocks }))
  const ranges = addRange(grammar, one)
  grammar.calendar = memo(grammar.calendar)
  grammar.year = memo(grammar.year)
  grammar.period = memo(grammar.period)
  grammar.clock = memo(grammar.clock)
  grammar.duration = memo(grammar.duration)
  grammar.point = memo(
    follow(senses, POINT, { calendar: grammar.calendar, year: grammar.year, period: grammar.period, day, ...parts, ...named }),
  )
  return {
    grammar,
    read: follow(senses, MENTION, { one, ...ranges, ...durations, offset: grammar.duration }),
    forget(source) {
      if (source.hits === hits) return
      hits = source.hits
      for (const memory of memories) memory.length = 0
    },
  }

  /** Remembers what a rule reads at a token, and stops at phrases that lie too deep. */
  function memo<T extends TimeExpression>(rule: (token: number) => Read<T> | null): (token: number) => Read<T> | null {
    const known: (Read<T> | null | undefined)[] = []
    memories.push(known)
    let depth = 0
    return token => {
      const found = known[token]
      if (found !== undefined) return found
      if (depth >= DEPTH || token >= senses.tokens.size) return null
      depth++
      const read = rule(token)
      depth--
      known[token] = read
      return read
    }
  }
}

function kindOf(expr: TimeExpression): MentionKind {
  switch (expr.type) {
    case 'clock':
      return expr.of ? 'datetime' : 'time'
    case 'daypart':
      return 'datetime'
    case 'duration':
      return 'duration'
    case 'set':
      return 'set'
    case 'now':
      return 'datetime'
    case 'range':
      return expr.from.type === 'clock' ? kindOf(expr.from) : 'date'
    case 'offset':
      return expr.amounts.some(a => a.unit === 'H' || a.unit === 'N' || a.unit === 'S') ? 'datetime' : 'date'
    default:
      return 'date'
  }
}
