import type { Candidate, MentionKind } from './finder.ts'

/**
 * Which mentions may share a token. Names, times and amounts exclude one another («حركة 20 فبراير» is one name, no date);
 * the other layers lie beside them, and give way where a name covers them whole («مجلس الوزراء» is no title). Groups of people are what is left:
 * «الرئيس الصيني» is a title, «المحتجين» a group.
 */
const LAYERS: Readonly<Record<MentionKind, number>> = {
  person: 0,
  place: 0,
  organization: 0,
  group: 4,
  date: 0,
  time: 0,
  datetime: 0,
  duration: 0,
  set: 0,
  number: 0,
  ordinal: 0,
  percent: 0,
  money: 0,
  quantity: 0,
  title: 1,
  nationality: 2,
  trigger: 3,
}
const TITLES = 1
const GROUPS = 4

/**
 * The one place that decides overlaps: of each layer the set of candidates that do not overlap with the highest sum of scores
 * (weighted interval scheduling), then what names cover is dropped from the other layers. Linear.
 * The order of the given candidates does not matter.
 */
export function select(candidates: readonly Candidate[]): Candidate[] {
  const layers: Candidate[][] = [[], [], [], [], []]
  for (const candidate of inOrder(candidates, true)) (layers[LAYERS[candidate.kind]] as Candidate[]).push(candidate)
  const names = scheduleSorted(layers[0] as Candidate[])
  const titles = uncovered(scheduleSorted(layers[TITLES] as Candidate[]), names)
  const chosen = names.concat(titles)
  for (let layer = TITLES + 1; layer < layers.length; layer++) {
    let kept = uncovered(scheduleSorted(layers[layer] as Candidate[]), names)
    if (layer === GROUPS) kept = apart(apart(kept, names), titles)
    for (let k = 0; k < kept.length; k++) chosen.push(kept[k] as Candidate)
  }
  return inOrder(chosen, false)
}

/** The candidates that no name covers whole. */
const uncovered = (candidates: readonly Candidate[], names: readonly Candidate[]): Candidate[] =>
  without(candidates, names, (name, candidate) => name.from <= candidate.from && name.to >= candidate.to)

/** The candidates that share no token with any of `others`. */
const apart = (candidates: readonly Candidate[], others: readonly Candidate[]): Candidate[] =>
  without(candidates, others, (other, candidate) => other.from < candidate.to)

/** The candidates that give way to none of `others`: of these each is asked about the first that does not end before it. Both lists are in order and free of overlaps. */
function without(
  candidates: readonly Candidate[],
  others: readonly Candidate[],
  givesWay: (other: Candidate, candidate: Candidate) => boolean,
): Candidate[] {
  const kept: Candidate[] = []
  let n = 0
  for (let k = 0; k < candidates.length; k++) {
    const candidate = candidates[k] as Candidate
    while (n < others.length && (others[n] as Candidate).to <= candidate.from) n++
    const other = others[n]
    if (!other || !givesWay(other, candidate)) kept.push(candidate)
  }
  return kept
}

/** Whether a candidate comes before another that ends at the same token: what is taken in doubt comes last. */
function endsBefore(a: Candidate, b: Candidate): boolean {
  if (a.from !== b.from) return a.from < b.from
  if (a.score !== b.score) return a.score < b.score
  return a.kind !== b.kind ? a.kind < b.kind : a.by < b.by
}

/** Whether a candidate comes before another that begins at the same token: the longer one. */
function beginsBefore(a: Candidate, b: Candidate): boolean {
  if (a.to !== b.to) return a.to > b.to
  return a.skip !== b.skip ? a.skip < b.skip : a.kind < b.kind
}

/** The candidates in the order of their last tokens, or of their first. Counts instead of comparing: only few share a token. */
function inOrder(candidates: readonly Candidate[], byEnd: boolean): Candidate[] {
  let last = 0
  for (let k = 0; k < candidates.length; k++) last = Math.max(last, (candidates[k] as Candidate).to)
  const places = new Array<number>(last + 2).fill(0)
  for (let k = 0; k < candidates.length; k++) {
    const { from, to } = candidates[k] as Candidate
    const token = (byEnd ? to : from) + 1
    places[token] = (places[token] as number) + 1
  }
  for (let token = 1; token < places.length; token++) places[token] = (places[token] as number) + (places[token - 1] as number)
  const sorted = new Array<Candidate>(candidates.length)
  for (let k = 0; k < candidates.length; k++) {
    const candidate = candidates[k] as Candidate
    const token = byEnd ? candidate.to : candidate.from
    const place = places[token] as number
    places[token] = place + 1
    let at = place
    for (; at > 0; at--) {
      const other = sorted[at - 1]
      if (!other || (byEnd ? other.to !== token || !endsBefore(candidate, other) : other.from !== token || !beginsBefore(candidate, other)))
        break
      sorted[at] = other
    }
    sorted[at] = candidate
  }
  return sorted
}

/** The candidates of highest total score of which no two overlap. Of equal sums the one with the longer, then the earlier candidates. */
export const schedule = (given: readonly Candidate[]): Candidate[] => scheduleSorted(inOrder(given, true))

/** The same for candidates in the order of their ends. */
function scheduleSorted(sorted: readonly Candidate[]): Candidate[] {
  const count = sorted.length
  const best = [0]
  /** How many candidates end before each that is taken begins; -1 for one that is not. */
  const before: number[] = []
  for (let i = 0; i < count; i++) {
    const { from, score } = sorted[i] as Candidate
    // most candidates overlap with none before them
    let low = i > 0 && (sorted[i - 1] as Candidate).to > from ? 0 : i
    let high = i
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as Candidate).to <= from) low = middle + 1
      else high = middle
    }
    const withIt = score + (best[low] as number)
    const isTaken = withIt >= (best[i] as number)
    best.push(isTaken ? withIt : (best[i] as number))
    before.push(isTaken ? low : -1)
  }
  const chosen: Candidate[] = []
  for (let i = count - 1; i >= 0; ) {
    const left = before[i] as number
    if (left >= 0) chosen.push(sorted[i] as Candidate)
    i = left >= 0 ? left - 1 : i - 1
  }
  return chosen.reverse()
}
