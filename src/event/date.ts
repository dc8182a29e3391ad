import { byLexicon } from '../lexicon/memory.ts'
import type { DateValue } from '../resolve/date.ts'
import type { Found } from '../resolve/mention.ts'
import { firstFrom } from './argument.ts'
import { type Clause, clauseOf, type Dated, type DateSource } from './clause.ts'
import { addFeatures, type Candidate, DATE_FEATURES, type EventDate, type Feature } from './date-features.ts'
import type { Headline } from './headline.ts'
import { daysOf, lasting } from './lasting.ts'
import { readWeights } from './weights.ts'
import { dayOf, isAfter, isAhead } from './when.ts'

/** What is asked less of a date in a sentence alone, which no headline and no other sentence can speak for. */
const ALONE = 2

const NUMBER = Object.fromEntries(DATE_FEATURES.map((name, n) => [name, n])) as Readonly<Record<Feature, number>>

/** @internal The weights, which `train/` fits. */
export const dateWeights = byLexicon(lexicon => readWeights(lexicon, 'date', DATE_FEATURES))

/**
 * The date of an event, of all that its sentences tell: the one for which most speaks, or null. `headline`: of the article, for its main event;
 * null for the others.
 */
export function chooseDate(
  type: string,
  isPlanned: boolean,
  sentences: readonly Dated[],
  headline: Headline | null,
  source: DateSource,
): EventDate | null {
  const clauses = new Map<Dated, Clause>()
  const candidates = candidatesOf(sentences, daysOf(type, sentences, source), clauses, source)
  if (candidates.length === 0) return null
  const weights = dateWeights(source.lexicon)
  const add = (feature: Feature, times = 1): void => weights.add(NUMBER[feature], times)
  const latest = latestOf(candidates, source.publishedAt)
  let best: Candidate | null = null
  const isAlone = !headline || headline.isEmpty
  let most = isAlone ? -ALONE : 0
  for (const candidate of candidates) {
    // an observer learns of main events only
    weights.begin(headline && candidate)
    const clause = clauses.get(candidate.dated) as Clause
    addFeatures(candidate, { type, isPlanned, headline, clause, latest, isAlone, isOnly: candidates.length === 1, source }, add)
    const sum = weights.sums[0] as number
    if (sum > most) {
      most = sum
      best = candidate
    }
  }
  return best && (candidates.find(c => isFuller(c.value, best?.value)) ?? best)
}

/** «السبت المقبل ... يومي 14 و15 ديسمبر»: the whole stretch that begins with a day. */
function isFuller(a: DateValue | null, b: DateValue | null | undefined): boolean {
  return a?.precision === 'day' && b?.precision === 'day' && a.end !== null && b.end === null && a.start === b.start
}

function candidatesOf(sentences: readonly Dated[], days: number, clauses: Map<Dated, Clause>, source: DateSource): Candidate[] {
  const { found, tokens } = source
  const candidates: Candidate[] = []
  const first = new Map<string, Candidate[]>()
  let isFirst = true
  for (const dated of sentences) {
    const from = tokens.sentences[dated.sentence] as number
    const to = tokens.sentences[dated.sentence + 1] as number
    let before = 0
    for (let n = firstFrom(found, from); n < found.length; n++) {
      const f = found[n] as Found
      if (f.from >= to) break
      if (!f.date && !isAhead(f)) continue
      if (!clauses.has(dated)) clauses.set(dated, clauseOf(dated, source))
      // the day of the report
      if (clauses.get(dated)?.isDateline) break
      const value = f.date && lasting(dayOf(f.date), days)
      const candidate: Candidate = { found: f, value, dated, before: before++, isFirst: isFirst && dated.place > 0, again: 0 }
      if (candidate.isFirst) isFirst = false
      candidates.push(candidate)
      const key = `${value?.start}/${value?.end}`
      const same = first.get(key)
      if (same) same.push(candidate)
      else first.set(key, [candidate])
    }
  }
  for (const same of first.values()) for (const candidate of same) candidate.again = same.length - 1
  return candidates
}

/** The last day of the candidates that is not after the day of publication, or ''. */
function latestOf(candidates: readonly Candidate[], publishedAt: string): string {
  let latest = ''
  for (const { value } of candidates)
    if (value?.precision === 'day' && value.start > latest && !isAfter(value, publishedAt)) latest = value.start
  return latest
}
