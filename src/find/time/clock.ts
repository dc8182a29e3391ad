import { COLON } from '../../text/chars.ts'
import { markAt } from '../../token/token.ts'
import type { Sense } from '../sense.ts'
import { ANY, definite, type Grammar, integer, longest, Part, past, type Read, type Rule, within } from './grammar.ts'
import type { ClockExpression, DayPart, TimeExpression } from './types.ts'

/** The smallest part of an hour that is told: «وربع». */
const QUARTER = 0.25

/** The face of a clock as the text tells it. */
interface Face {
  readonly to: number
  readonly hour: number
  readonly minute: number
  readonly second: number | null
  /** Written with a colon: no other number looks so. */
  readonly sure: boolean
}

/** Clock times and parts of the day: «الساعة الثامنة والنصف مساء», «20:30 بتوقيت غرينتش», «9 صباحا», «مساء أمس», «ليلة الجمعة/السبت». */
export function addClock(g: Grammar, day: (token: number) => Read | null): Record<'clock' | 'dayPart' | 'midnight' | 'dayThenClock', Rule> {
  g.clock = clock
  return { clock, dayPart, midnight, dayThenClock }

  /** The hour and what follows it, without the part of the day. */
  function face(token: number, allowed: number): Face | null {
    const colon = digital(token, allowed)
    if (colon) return colon
    const n = integer(g, token, 0, 60, allowed)
    if (!n) {
      const dotted = g.numbers.core(token)
      if (!dotted || dotted.parts & ~allowed || Number.isInteger(dotted.value) || dotted.value < 0 || dotted.value >= 24) return null
      const minute = Math.round((dotted.value % 1) * 100)
      return minute < 60 ? { to: dotted.to, hour: Math.floor(dotted.value), minute, second: null, sure: false } : null
    }
    if (n.value > 24) {
      // «خمسة وخمسين دقيقة»: the hour and its minutes look like one number
      const unit = n.digits === 0 && n.value % 10 !== 0 ? g.senses.pick(n.to, 'units', 0) : null
      return unit?.meaning.cell('unit') === 'N'
        ? { to: unit.to, hour: n.value % 10, minute: n.value - (n.value % 10), second: null, sure: false }
        : null
    }
    const minutes = past_(n.to)
    if (!minutes) return { to: n.to, hour: n.value, minute: 0, second: null, sure: false }
    const total = n.value * 60 + minutes.minutes
    return { to: minutes.to, hour: Math.floor(((total + 1440) % 1440) / 60), minute: (total + 1440) % 60, second: null, sure: false }
  }

  /** «والنصف», «إلا ربع», «و20 دقيقة», «وعشر دقائق». */
  function past_(token: number): { to: number; minutes: number } | null {
    const except = g.senses.pick(token, 'except', 0)
    const at = except ? except.to : token
    const sign = except ? -1 : 1
    const n = except ? integer(g, at, 1, 59, 0) : g.numbers.joined(at)
    const unit = n && n.value >= 1 && n.value <= 59 && Number.isInteger(n.value) ? g.senses.pick(n.to, 'units', 0) : null
    if (n && unit?.meaning.cell('unit') === 'N') return { to: unit.to, minutes: sign * n.value }
    const part = g.senses.pick(at, 'fractions', Part.and | Part.the)
    return part && part.meaning.value >= QUARTER && (except || (part.parts & Part.and) !== 0)
      ? { to: part.to, minutes: sign * Math.round(part.meaning.value * 60) }
      : null
  }

  /** «20:30», «11:2:40». */
  function digital(token: number, allowed: number): Face | null {
    const h = integer(g, token, 0, 24, allowed)
    if (!h || h.digits === 0 || h.digits > 2) return null
    const m = colonNumber(h.to)
    if (!m) return null
    const s = colonNumber(m.to)
    return { to: s ? s.to : m.to, hour: h.value, minute: m.value, second: s ? s.value : null, sure: m.digits === 2 }
  }

  function colonNumber(token: number) {
    if (token >= g.senses.limit(token - 1) || markAt(g.tokens, token) !== COLON) return null
    const n = integer(g, token + 1, 0, 59, 0)
    return n && n.digits > 0 && n.digits <= 2 ? n : null
  }

  /** «الساعة …», or a face that cannot be another number, or one with the part of the day behind it. */
  function clock(token: number): Read | null {
    const word = definite(g, token, 'clock')
    const at = word ? past(g, word.to, 0, 'at', 'in', 'between') : token
    // «70 كيلومترا في الساعة، الأحد»: the weekday is no hour
    const found = g.senses.pick(at, 'weekdays', Part.the)?.weak === false ? null : face(at, word ? Part.the : ANY)
    if (!found) return null
    const hourRead = g.numbers.core(at)
    const part = behind(past(g, found.to, 0, 'sharp'))
    const zone = g.senses.pick(past(g, part?.to ?? found.to, 0, 'comma', 'open'), 'zones', 0)
    const zoneTo = zone ? past(g, zone.to, 0, 'close') : null
    const partAfter = !part && zone ? behind(zoneTo as number) : null
    const told = part ?? partAfter
    const isOrdinalHour = hourRead?.ordinal === true && hourRead.article
    if (
      !word &&
      !found.sure &&
      !(told && (isOrdinalHour || told.isAdverb) && (hourRead?.digits || hourRead?.article || isOrdinalHour)) &&
      !(zone && (found.sure || isOrdinalHour))
    )
      return null
    if (!word && !found.sure && found.hour > 12) return null
    const end = partAfter ? partAfter.to : (zoneTo ?? part?.to ?? found.to)
    const date = (part ?? partAfter)?.of?.expr ?? null
    const { hour, exact } = toHour(found, told?.sense ?? null)
    const head = word ?? (hourRead as { from: number; skip: number; parts: number })
    const expr: ClockExpression = {
      type: 'clock',
      hour,
      minute: found.minute,
      second: found.second,
      exact,
      zone: zone ? zone.meaning.cell('offset') || null : null,
      of: date,
    }
    const later = date ? null : dateBehind(end)
    const read: Read = { from: word ? token : head.from, to: end, skip: head.skip, parts: head.parts, expr, by: 'clock' }
    const day_ = later ?? (part ?? partAfter)?.of ?? null
    if (!day_) return read
    const whole: Read = { ...read, to: later ? later.to : end, expr: { ...expr, of: day_.expr } }
    return isExplicit(day_.expr) ? { ...whole, pieces: [{ ...whole, to: clockEnd(end, day_) }, day_] } : whole
  }

  /** The part of the day behind a clock: «مساء», «بعد الظهر», «من مساء أمس», «في الليل», «مساء اليوم». */
  function behind(token: number): { to: number; sense: Sense; of: Read | null; isAdverb: boolean } | null {
    const at = past(g, token, 0, 'from', 'at', 'in')
    const sense = g.senses.pick(at, 'dayparts', Part.the | Part.in)
    if (!sense) return null
    const isAdverb = sense.meaning.cell('kind') !== 'noun'
    const of = dayOf(sense.to)
    return { to: of ? of.to : sense.to, sense, of, isAdverb }
  }

  /** The day that a part of a day belongs to. */
  function dayOf(token: number): Read | null {
    const at = past(g, token, 0, 'from')
    const found = longest(within(day(at), Part.the), within(dayDate(at), Part.the))
    return found
  }

  function dayDate(token: number): Read | null {
    const date = g.calendar(token)
    return date && (date.expr.type === 'calendar' ? date.expr.day !== null && !date.doubt : date.expr.type === 'within') ? date : null
  }

  /** The day behind a whole clock: «الساعة 7 مساء يوم أمس», «الساعة 20:15 من يوم السبت». */
  function dateBehind(token: number): Read | null {
    const at = past(g, token, 0, 'comma', 'from')
    const found = within(day(at), Part.the)
    return found && found.expr.type !== 'now' ? found : dayOf(at)
  }

  /** Where a clock ends and the date behind it begins. */
  function clockEnd(end: number, date: Read): number {
    return Math.min(end, date.from)
  }

  /** Whether a day is told by its date: then clock and date are two mentions. */
  function isExplicit(expr: TimeExpression): boolean {
    return expr.type === 'calendar' && expr.day !== null && expr.month !== null
  }

  /** The hour of 24, by the part of the day. */
  function toHour(found: Face, part: Sense | null): { hour: number; exact: boolean } {
    const { hour } = found
    if (!part || hour > 12 || hour === 0) return { hour: hour % 24, exact: hour > 12 || hour === 0 || found.sure }
    const [low, high] = [Number(part.meaning.cell('from')), Number(part.meaning.cell('to'))]
    const name = part.meaning.cell('part')
    if (hour === 12) return { hour: name === 'NOON' || name === 'AF' ? 12 : 0, exact: true }
    const candidate = [hour, hour + 12, hour + 24].find(h => h >= low && h < high)
    return { hour: (candidate ?? hour) % 24, exact: candidate !== undefined }
  }

  /** «مساء أمس», «صباح يوم 11 مايو», «هذا الصباح», «ليلة الجمعة/السبت», «الجمعة مساء» (by `dayThenPart`). */
  function dayPart(token: number): Read | null {
    const this_ = g.senses.pick(token, 'this', ANY & ~Part.the)
    const isThis = this_ !== null
    const at = isThis ? (this_?.to as number) : token
    const sense = g.senses.pick(at, 'dayparts', isThis ? Part.the : ANY)
    if (!sense) return null
    const head = isThis && this_ ? this_ : sense
    const read = { from: token, skip: head.skip, parts: head.parts }
    const part = sense.meaning.cell('part') as DayPart
    const today: TimeExpression = {
      type: 'period',
      calendar: 'gregorian',
      unit: 'D',
      times: 1,
      count: 1,
      shift: { by: 0, from: 'now' },
      weekday: null,
    }
    if (isThis)
      return (sense.parts & Part.the) !== 0 || sense.weak
        ? { ...read, to: sense.to, expr: { type: 'daypart', part, of: today }, by: 'daypart-this' }
        : null
    const of = dayOf(sense.to)
    if (of && of.expr.type !== 'now') return { ...read, to: of.to, expr: { type: 'daypart', part, of: of.expr }, by: 'daypart' }
    return (sense.parts & Part.the) !== 0 || sense.weak
      ? { ...read, to: sense.to, expr: { type: 'daypart', part, of: today }, doubt: 'daypart', by: 'daypart-alone' }
      : null
  }

  /** «منتصف الليل». */
  function midnight(token: number): Read | null {
    const word = g.senses.pick(token, 'midnight', ANY)
    if (!word) return null
    const of = dayOf(word.to)
    return {
      from: token,
      to: of ? of.to : word.to,
      skip: word.skip,
      parts: word.parts,
      expr: { type: 'clock', hour: 0, minute: 0, second: null, exact: true, zone: null, of: of ? of.expr : null },
      by: 'midnight',
    }
  }

  /** «أمس السبت الساعة 20:15», «مساء أمس عند الساعة 8», «الجمعة مساء». */
  function dayThenClock(token: number): Read | null {
    const first = longest(day(token), dayPart(token), dayDate(token))
    if (!first || first.doubt === 'daypart' || first.expr.type === 'now') return null
    const at = past(g, first.to, 0, 'comma', 'at', 'in')
    const time = within(clock(at), Part.in | Part.the)
    if (time && time.expr.type === 'clock' && time.expr.of === null) {
      const isEvening =
        first.expr.type === 'daypart' && !time.expr.exact && time.expr.hour < 12 && first.expr.part !== 'MO' && first.expr.part !== 'DAWN'
      const of = first.expr.type === 'daypart' ? first.expr.of : first.expr
      const whole: Read = {
        ...first,
        to: time.to,
        expr: { ...time.expr, hour: isEvening ? time.expr.hour + 12 : time.expr.hour, exact: time.expr.exact || isEvening, of },
        by: 'day-clock',
      }
      return isExplicit(of) ? { ...whole, pieces: [first, { ...time, expr: whole.expr }] } : whole
    }
    if (first.expr.type === 'daypart') return null
    const sense = g.senses.pick(past(g, first.to, 0, 'at', 'in'), 'dayparts', Part.in | Part.the)
    if (!sense || sense.meaning.cell('kind') === 'noun') return null
    return {
      ...first,
      to: sense.to,
      expr: { type: 'daypart', part: sense.meaning.cell('part') as DayPart, of: first.expr },
      by: 'day-part',
    }
  }
}
