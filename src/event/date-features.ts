import type { TimeContent, TimeExpression } from '../find/time/types.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { DateValue } from '../resolve/date.ts'
import type { Found } from '../resolve/mention.ts'
import { OPEN_PAREN } from '../text/chars.ts'
import { markAt } from '../token/token.ts'
import { type Clause, type Dated, type DateSource, Sign } from './clause.ts'
import type { Headline } from './headline.ts'
import type { Match } from './match.ts'
import { isAfter, isAhead } from './when.ts'

/** What is known of a date that may be the event's. The weights of `data/events/weights/date.tsv` tell what speaks for it. */
export const DATE_FEATURES = [
  // the sentence
  'in-headline',
  'sentence-1',
  'sentence-2',
  'sentence-3',
  'sentence-4-6',
  'sentence-7',
  'headline-words', // how many of its words the headline has, 0 … 1
  'headline-word-near',
  // the clause
  'opens-sentence', // «والخميس، أعلنت ...»
  'verb-own',
  'verb-saying',
  'verb-happens', // «وقع», «جرى»
  'verb-other',
  'verb-none',
  'verb-next', // «قتل الجمعة ثلاثة»
  'verb-far',
  'in-relative', // «الذي وقع أمس»
  'pluperfect', // «وكان ... قد»
  'subordinate', // «فيما», «بينما», «حيث»
  'in-said', // behind «إن», «أن», of an event
  'in-said-saying', // the same of a saying
  'before-said',
  'before-said-saying',
  'as-told', // «وفق ما أعلن الأحد»
  'as-told-saying',
  'quoted',
  'in-parentheses',
  'set-off', // «، الجمعة،»
  // the event's own words
  'own-none',
  'own-next',
  'own-near',
  'own-far',
  'own-behind', // the date stands before them
  'own-across-verb',
  'behind-own-noun', // «هجوم الجمعة»
  'behind-other-noun',
  // the words before
  'after',
  'since',
  'before',
  'until',
  'during',
  'preposition',
  // the phrase
  'day', // any that means one day
  'plain-day', // «أمس», «اليوم», «الجمعة»
  'day-ahead',
  'now',
  'weekday-past',
  'weekday-next',
  'calendar-day',
  'month',
  'year',
  'week',
  'quarter',
  'vague',
  'ago', // «قبل يومين»
  'hours-ago',
  'range',
  'other-phrase',
  'with-part', // «مساء الجمعة»
  // the day
  'in-time', // of the last week; or ahead, of what is planned
  'ahead-planned',
  'ahead-not-planned',
  'ahead-present', // «تحتضن الرباط يوم 24 ماي»
  'same-day',
  'latest', // of all days up to the day of publication
  'day-before',
  'last-days',
  'last-weeks',
  'last-months',
  'long-ago',
  'not-ahead-planned',
  // beside the others
  'first',
  'second-in-sentence',
  'only',
  'again', // told more than once
  'saying',
  'month-economy', // «التضخم في نوفمبر»
  'early-month-economy',
  'told-day-economy', // «أظهرت بيانات الجمعة»
] as const
export type Feature = (typeof DATE_FEATURES)[number]

/** A date as an event's: the mention, and the days that it comes to; null where the day of publication is not known. */
export interface EventDate {
  readonly found: Found
  readonly value: DateValue | null
}

export interface Candidate extends EventDate {
  readonly dated: Dated
  /** How many dates stand before it in its sentence. */
  readonly before: number
  /** Whether it is the first below the headline. */
  readonly isFirst: boolean
  /** How many more times the article tells the same. */
  again: number
}

/** What the dates of an event are seen in. */
export interface View {
  readonly type: string
  readonly isPlanned: boolean
  /** Of the article, for its main event; null for the others. */
  readonly headline: Headline | null
  /** The sentence of the candidate. */
  readonly clause: Clause
  /** The last day of all candidates that is not after the day of publication, or ''. */
  readonly latest: string
  /** Whether no headline and no other sentence speaks of the event. */
  readonly isAlone: boolean
  /** Whether there is no other candidate. */
  readonly isOnly: boolean
  readonly source: DateSource
}

type Add = (feature: Feature, times?: number) => void

/** Adds all features of one date. */
export function addFeatures(candidate: Candidate, view: View, add: Add): void {
  addPlace(candidate, view, add)
  addClause(candidate, view, add)
  addOwn(candidate, view, add)
  addWords(candidate, view, add)
  addPhrase(candidate, add)
  // in a sentence alone nothing tells what the news is, and what the background
  if (view.isAlone) add('in-time')
  else addDay(candidate, view, add)
  if (candidate.isFirst) add('first')
  if (candidate.before > 0) add('second-in-sentence')
  if (candidate.again > 0) add('again', Math.min(candidate.again, MOST_TIMES))
  if (view.isOnly) add('only')
  if (view.type === 'statement') add('saying')
  if (view.type === 'economy') addEconomy(candidate, view, add)
}

/** Told more often than this a date is no surer. */
const MOST_TIMES = 3
/** By the number of the sentence behind the headline. */
const PLACES: readonly Feature[] = [
  'in-headline',
  'sentence-1',
  'sentence-2',
  'sentence-3',
  'sentence-4-6',
  'sentence-4-6',
  'sentence-4-6',
  'sentence-7',
]
/** A word of the headline this near a date speaks for it. */
const NEAR = 6

function addPlace({ found, dated: { place } }: Candidate, { clause, headline }: View, add: Add): void {
  add(PLACES[Math.min(place, PLACES.length - 1)] as Feature)
  if (place === 0) return
  if (headline) {
    add('headline-words', headline.share(clause.from, clause.to))
    if (headline.share(Math.max(clause.from, found.from - NEAR), found.from) > 0) add('headline-word-near')
  }
  if (found.from - clause.from <= 1) add('opens-sentence')
}

/** How many tokens a verb that stands next to a date may be before it. */
const NEXT = 2
const FAR = 14

function addClause({ found }: Candidate, { clause, type, source: { tokens } }: View, add: Add): void {
  const isSaying = type === 'statement'
  const verb = clause.verbBefore(found.from)
  if (verb < 0) add('verb-none')
  else {
    const signs = clause.at(verb)
    add(
      (signs & Sign.own) !== 0
        ? 'verb-own'
        : (signs & Sign.saying) !== 0
          ? 'verb-saying'
          : (signs & Sign.happens) !== 0
            ? 'verb-happens'
            : 'verb-other',
    )
    if (found.from - verb <= NEXT) add('verb-next')
    else if (found.from - verb > FAR) add('verb-far')
    if (((clause.at(verb - 1) | clause.at(verb - 2)) & Sign.relative) !== 0) add('in-relative')
  }
  const before = clause.allBefore(found.from)
  if ((before & Sign.was) !== 0) add('pluperfect')
  if ((before & Sign.join) !== 0) add('subordinate')
  if ((before & Sign.that) !== 0) add(isSaying ? 'in-said-saying' : 'in-said')
  else if ((clause.allFrom(found.to) & Sign.that) !== 0) add(isSaying ? 'before-said-saying' : 'before-said')
  if ((before & Sign.report) !== 0) add(isSaying ? 'as-told-saying' : 'as-told')
  if (clause.isQuoted(found.from)) add('quoted')
  if (markAt(tokens, found.from - 1) === OPEN_PAREN) add('in-parentheses')
  if ((clause.at(found.from - 1) & Sign.comma) !== 0 && (clause.at(found.to) & Sign.comma) !== 0) add('set-off')
}

function addOwn({ found, dated: { matches } }: Candidate, { clause }: View, add: Add): void {
  const next = firstBehind(matches, found.from)
  const [before, behind] = [matches[next - 1], matches[next]]
  const [far, ahead] = [before ? found.from - before.trigger.to : Infinity, behind ? behind.trigger.from - found.to : Infinity]
  const nearest = far <= ahead ? before : behind
  if (!nearest) add('own-none')
  else {
    const { trigger } = nearest
    const distance = Math.min(far, ahead)
    add(distance <= 1 ? 'own-next' : distance <= NEAR ? 'own-near' : 'own-far')
    const isBehind = nearest === behind
    if (isBehind) add('own-behind')
    const between = isBehind ? clause.near(found.to, trigger.from, FAR * 2) : clause.near(trigger.to, found.from, FAR * 2)
    if ((between & Sign.verb) !== 0) add('own-across-verb')
  }
  const noun = clause.at(found.from - 1)
  if ((noun & Sign.noun) !== 0) add((noun & Sign.own) !== 0 ? 'behind-own-noun' : 'behind-other-noun')
}

/** The number of the first word that begins at a token or behind it. */
function firstBehind(matches: readonly Match[], token: number): number {
  let [low, high] = [0, matches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((matches[middle] as Match).trigger.from < token) low = middle + 1
    else high = middle
  }
  return low
}

/** Rows of `data/words/function.tsv` that say where a date stands in time. */
const WORDS: Readonly<Record<string, Feature>> = {
  after: 'after',
  since: 'since',
  before: 'before',
  during: 'during',
  to: 'until',
  even: 'until',
}
const REACH = 3

function addWords({ found }: Candidate, { clause, source: { hits } }: View, add: Add): void {
  for (let i = found.from; i >= Math.max(clause.from, found.from - REACH); i--) {
    if (((hits.classes[i] as number) & Class.word) === 0) continue
    for (const { entry, length } of hits.at[i] as readonly Hit[]) {
      if (entry.class !== Class.word || i + length > found.from + 1) continue
      const feature = WORDS[entry.row.cells.id ?? '']
      if (feature) {
        add(feature)
        return
      }
    }
  }
  if (found.skip > 0) add('preposition')
  else if (found.from > clause.from && ((hits.classes[found.from - 1] as number) & Class.word) !== 0)
    for (const { entry } of hits.at[found.from - 1] as readonly Hit[])
      if (entry.class === Class.word && (entry.row.cells.id === 'in' || entry.row.cells.id === 'from')) {
        add('preposition')
        return
      }
}

function addPhrase({ found: { content, date } }: Candidate, add: Add): void {
  const { expression } = content as TimeContent
  let inner: TimeExpression = expression
  while ((inner.type === 'daypart' || inner.type === 'clock') && inner.of) {
    if (inner.type === 'daypart') add('with-part')
    inner = inner.of
  }
  const phrase = phraseOf(inner, date?.precision)
  add(phrase)
  if (DAYS.has(phrase)) add('day')
  else if (phrase === 'range' && date?.precision === 'day') {
    // «بين الخميس والأحد»
    add('day')
    add('plain-day')
  }
}

/** Figures are of a month or a quarter, and told on a day: «أظهرت بيانات، الثلاثاء، أن التضخم ارتفع في نوفمبر». */
function addEconomy({ found, value, dated }: Candidate, { clause }: View, add: Add): void {
  if (!value) return
  if (value.precision !== 'day') {
    add('month-economy')
    if (dated.place <= 1) add('early-month-economy')
  } else if ((clause.allFrom(clause.from) & (Sign.that | Sign.report)) !== 0 || (clause.allBefore(found.from) & Sign.saying) !== 0)
    add('told-day-economy')
}

const DAYS: ReadonlySet<Feature> = new Set(['plain-day', 'day-ahead', 'weekday-past', 'weekday-next', 'calendar-day'])

function phraseOf(expression: TimeExpression, precision = ''): Feature {
  switch (expression.type) {
    case 'now':
      return 'now'
    case 'period':
      if (expression.unit === 'D' && expression.count === 1 && expression.times === 1) {
        const { by } = expression.shift
        return by > 0 ? 'day-ahead' : by < -1 ? 'other-phrase' : 'plain-day'
      }
      if (expression.count > 1) return 'range'
      return precision === 'week'
        ? 'week'
        : precision === 'month'
          ? 'month'
          : precision === 'quarter'
            ? 'quarter'
            : precision === 'year'
              ? 'year'
              : 'range'
    case 'calendar':
      if (expression.day !== null) return 'calendar-day'
      if (expression.month !== null) return 'month'
      if (expression.weekday !== null) return expression.shift ? (expression.shift.by > 0 ? 'weekday-next' : 'weekday-past') : 'plain-day'
      return 'year'
    case 'within':
      if (expression.pick.kind === 'edge') return 'vague'
      if (expression.pick.kind === 'weekday') return 'weekday-past'
      return expression.pick.kind === 'day' ? 'calendar-day' : expression.pick.kind === 'quarter' ? 'quarter' : 'other-phrase'
    case 'offset':
      return expression.amounts.every(a => a.unit === 'H' || a.unit === 'N' || a.unit === 'S') ? 'hours-ago' : 'ago'
    case 'range':
    case 'list':
      return 'range'
    default:
      return 'other-phrase'
  }
}

const WEEK = 7

function addDay({ found, value }: Candidate, { clause, isPlanned, latest, source: { publishedAt } }: View, add: Add): void {
  if (isAhead(found) || (value && isAfter(value, publishedAt))) {
    const isPresent = (clause.near(clause.from, found.from, FAR) & Sign.present) !== 0
    if (isPresent) add('ahead-present')
    if (isPlanned || isPresent) add('in-time')
    add(isPlanned ? 'ahead-planned' : 'ahead-not-planned')
    return
  }
  if (!publishedAt) {
    // nothing tells what lies ahead and what long ago
    add('in-time')
    return
  }
  if (isPlanned) add('not-ahead-planned')
  if (!value) return
  if (value.start === latest) add('latest')
  const days = daysBefore(value.start, publishedAt)
  if (days <= WEEK && value.precision === 'day' && !isPlanned) add('in-time')
  add(
    days <= 0
      ? 'same-day'
      : days <= 2
        ? 'day-before'
        : days <= WEEK
          ? 'last-days'
          : days <= 45
            ? 'last-weeks'
            : days <= 125
              ? 'last-months'
              : 'long-ago',
  )
}

/** About how many days one ISO date lies before another. */
function daysBefore(start: string, publishedAt: string): number {
  const count = (iso: string): number => Number(iso.slice(0, 4)) * 365 + Number(iso.slice(5, 7) || 1) * 30.4 + Number(iso.slice(8, 10) || 1)
  return count(publishedAt) - count(start)
}
