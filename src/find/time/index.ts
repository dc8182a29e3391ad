import { Kind } from '../../token/token.ts'
import type { Finder, MentionKind } from '../finder.ts'
import { NumberReader } from '../number/read.ts'
import { ANY, Senses } from '../sense.ts'
import { addCalendar } from './calendar.ts'
import { addClock } from './clock.ts'
import { accepts } from './doubt.ts'
import { addDuration } from './duration.ts'
import { type Grammar, longest, type Read, type Rule } from './grammar.ts'
import { addNamed } from './named.ts'
import { addRange } from './range.ts'
import { addParts, addPeriod } from './relative.ts'
import { needsTense, tenseNear } from './tense.ts'
import type { Tense, TimeContent, TimeExpression } from './types.ts'
import { addWeekday } from './weekday.ts'
import { addYear } from './year.ts'

/** What a date has over the number inside it. */
const BONUS = 0.5
/** How deep phrases may lie in phrases: «مطلع الشهر الأول من العام المقبل» is three deep. */
const DEPTH = 8

/** Finds dates, times, durations and sets. */
export const timeFinder: Finder = {
  name: 'time',
  find(source, emit) {
    const senses = new Senses(source)
    const rules = createRules(senses)
    const { grammar } = rules
    const { tokens } = source
    for (let i = 0; i < tokens.size; ) {
      if (tokens.kind[i] !== Kind.number && tokens.kind[i] !== Kind.date && !grammar.senses.has(i)) {
        i++
        continue
      }
      const skip = grammar.senses.pick(i, 'skips', ANY)
      const read = rules.read(i)
      if (skip && skip.to >= (read?.to ?? 0)) {
        i = skip.to
        continue
      }
      if (!read || !isMention(read) || read.to > grammar.senses.limit(i)) {
        i++
        continue
      }
      if (!accepts(grammar, read)) {
        i = Math.max(read.to, i + 1)
        continue
      }
      for (const piece of read.pieces ?? [read]) {
        const content: TimeContent = { type: 'time', expression: piece.expr, tense: tenseOf(piece) }
        emit({ kind: kindOf(piece.expr), from: piece.from, to: piece.to, skip: piece.skip, drop: 0, score: piece.to - piece.from + BONUS, by: `time:${piece.by}`, content })
      }
      i = read.to
    }

    /** On what side of the day of publication a date lies. */
    function tenseOf(read: Read): Tense | null {
      if (!needsTense(read.expr)) return null
      if (read.from > 0 && (senses.pick(read.from - 1, 'until', ANY) || senses.pick(read.from - 1, 'by', ANY))) return 'future'
      if (read.from > 0 && senses.pick(read.from - 1, 'since', ANY)) return 'past'
      return tenseNear(source, senses, read.from, read.to)
    }
  },
}

/** The rules of time over the words of one text. */
function createRules(senses: Senses): { grammar: Grammar; read: Rule } {
  const none = (): null => null
  const grammar: Grammar = { senses, numbers: new NumberReader(senses), tokens: senses.tokens, point: none, calendar: none, period: none, year: none, month: none, yearTail: none, duration: none, clock: none }
  addCalendar(grammar)
  addYear(grammar)
  addPeriod(grammar)
  const { day } = addWeekday(grammar)
  const named = addNamed(grammar)
  const parts = addParts(grammar)
  const durations = addDuration(grammar)
  const clocks = addClock(grammar, day as Rule)
  const ranges = addRange(grammar, memo(all({ day, ...clocks, point: (token) => grammar.point(token) })))

  grammar.calendar = memo(grammar.calendar)
  grammar.year = memo(grammar.year)
  grammar.period = memo(grammar.period)
  grammar.clock = memo(grammar.clock)
  grammar.duration = memo(grammar.duration)
  grammar.point = memo(all({ calendar: grammar.calendar, year: grammar.year, period: grammar.period, day: day as Rule, ...named, ...parts }))
  const read = all({ point: grammar.point, ...clocks, ...ranges, ...durations })
  return { grammar, read }

  /** Remembers what a rule reads at a token, and stops at phrases that lie too deep. */
  function memo<T extends TimeExpression>(rule: (token: number) => Read<T> | null): (token: number) => Read<T> | null {
    const known = new Map<number, Read<T> | null>()
    let depth = 0
    return (token) => {
      const found = known.get(token)
      if (found !== undefined) return found
      if (depth >= DEPTH) return null
      depth++
      const read = token < senses.tokens.size ? rule(token) : null
      depth--
      known.set(token, read)
      return read
    }
  }
}

/** The longest read of all rules. */
const all = (rules: Readonly<Record<string, Rule | undefined>>): Rule => {
  const list = Object.values(rules).filter((rule) => rule !== undefined)
  return (token) => longest(...list.map((rule) => rule(token)))
}

/** Whether a read is worth a mention: a bare unit is none. */
const isMention = (read: Read): boolean => read.doubt !== 'unit' && read.to > read.from

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
      return expr.amounts.some((a) => a.unit === 'H' || a.unit === 'N' || a.unit === 'S') ? 'datetime' : 'date'
    default:
      return 'date'
  }
}
