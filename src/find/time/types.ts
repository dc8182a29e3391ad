/** A unit of time: ISO letters, N for the minute. */
export type TimeUnit = 'Y' | 'M' | 'W' | 'D' | 'H' | 'N' | 'S'

/** So many of a unit: two decades are 20 Y. */
export interface Amount {
  readonly unit: TimeUnit
  readonly count: number
}

/** What an expression is seen from: the day of publication, or the date that the text told last. */
export type Anchor = 'now' | 'text'

export type Calendar = 'gregorian' | 'hijri'
export type DayPart = 'DAWN' | 'MO' | 'NOON' | 'AF' | 'EV' | 'NI'
export type Edge = 'START' | 'MID' | 'END' | 'FIRST' | 'LAST'

/** A place seen from an anchor: الماضي is -1, الجاري 0, المقبل 1. */
export interface Shift {
  readonly by: number
  readonly from: Anchor
}

/** «الأربعاء 11 مايو 2022», «مايو», «الخميس المقبل»: whatever of weekday, day, month and year the text names. */
export interface CalendarExpression {
  readonly type: 'calendar'
  readonly calendar: Calendar
  readonly year: number | null
  readonly month: number | null
  readonly day: number | 'last' | null
  readonly weekday: number | null
  /** «المقبل» on the whole. */
  readonly shift: Shift | null
  /** «من العام الماضي». */
  readonly yearShift: Shift | null
}

/** «الشهر الماضي», «أمس», «السنوات الخمس المقبلة»: `count` units before, around or behind the anchor. */
export interface PeriodExpression {
  readonly type: 'period'
  readonly calendar: Calendar
  readonly unit: TimeUnit
  /** 10 for a decade, 100 for a century, 3 for a quarter of a year. */
  readonly times: number
  readonly count: number
  readonly shift: Shift
  /** «أمس الأربعاء». */
  readonly weekday: number | null
}

/** Which part of a period is meant. */
export type Pick =
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'quarter' | 'half' | 'day' | 'week' | 'month'; readonly n: number }
  | { readonly kind: 'months'; readonly n: number; readonly last: boolean }
  /** The nth weekday (or, `weekday` null, the nth day); -1 is the last. */
  | { readonly kind: 'nth'; readonly n: number; readonly weekday: number | null }
  | { readonly kind: 'weekday'; readonly n: number }
  /** The week that holds a day. */
  | { readonly kind: 'week-of' }
  /** «الشهر نفسه من العام التالي»: the anchor's month (or day) in another year. */
  | { readonly kind: 'same'; readonly unit: TimeUnit }

/** «الربع الأول من 2020», «مطلع الشهر», «آخر خميس من مايو». */
export interface WithinExpression {
  readonly type: 'within'
  readonly pick: Pick
  readonly of: TimeExpression
}

/** «قبل ثلاثة أيام», «بعد يومين من ذلك». */
export interface OffsetExpression {
  readonly type: 'offset'
  readonly amounts: readonly Amount[]
  readonly sign: -1 | 1
  readonly from: Anchor
  readonly weekday: number | null
}

export interface RangeExpression {
  readonly type: 'range'
  readonly from: TimeExpression
  readonly to: TimeExpression
}

/** «يومي 11 و12 مايو». */
export interface ListExpression {
  readonly type: 'list'
  readonly items: readonly TimeExpression[]
}

export interface DayPartExpression {
  readonly type: 'daypart'
  readonly part: DayPart
  readonly of: TimeExpression
}

/** «الثامنة والنصف مساء»: `hour` as told by the clock of 24 hours, where the text leaves no doubt; else as written, and `exact` is false. */
export interface ClockExpression {
  readonly type: 'clock'
  readonly hour: number
  readonly minute: number
  readonly second: number | null
  readonly exact: boolean
  /** `Z`, `+03:00`, or null where the clock is local. */
  readonly zone: string | null
  readonly of: TimeExpression | null
}

export interface SeasonExpression {
  readonly type: 'season'
  readonly season: 'SP' | 'SU' | 'FA' | 'WI'
  readonly year: number | null
  readonly shift: Shift | null
}

/** «الثمانينيات»: `decade` 80; `century` the hundreds, or null. */
export interface DecadeExpression {
  readonly type: 'decade'
  readonly decade: number
  readonly century: number | null
}

export interface CenturyExpression {
  readonly type: 'century'
  readonly n: number
  readonly calendar: Calendar
  readonly bc: boolean
}

/** A day with a name. */
export interface FeastExpression {
  readonly type: 'feast'
  readonly calendar: Calendar
  readonly month: number
  readonly day: number
  readonly year: number | null
  readonly shift: Shift | null
}

export interface WeekendExpression {
  readonly type: 'weekend'
  readonly shift: Shift
}

export interface NowExpression {
  readonly type: 'now'
}

export interface DurationExpression {
  readonly type: 'duration'
  readonly amounts: readonly Amount[]
}

/** «كل جمعة», «سنويا»: the period after which it comes again. */
export interface SetExpression {
  readonly type: 'set'
  readonly every: Amount
  readonly weekday: number | null
}

/** What a time phrase says, before a calendar is asked. */
export type TimeExpression =
  | CalendarExpression
  | PeriodExpression
  | WithinExpression
  | OffsetExpression
  | RangeExpression
  | ListExpression
  | DayPartExpression
  | ClockExpression
  | SeasonExpression
  | DecadeExpression
  | CenturyExpression
  | FeastExpression
  | WeekendExpression
  | NowExpression
  | DurationExpression
  | SetExpression

/** The tense of the verb near a phrase, which tells on what side of the day of publication it lies. */
export type Tense = 'past' | 'future'

/** What the finder hands on: `content` of its candidates. */
export interface TimeContent {
  readonly type: 'time'
  readonly expression: TimeExpression
  readonly tense: Tense | null
}
