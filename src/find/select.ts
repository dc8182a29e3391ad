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
const LAYER_COUNT = 5
const TITLES = 1
const GROUPS = 4

/**
 * The one place that decides overlaps: of each layer the set of candidates that do not overlap with the highest sum of scores
 * (weighted interval scheduling), then what names cover is dropped from the other layers. Linear after sorting.
 * The order of the given candidates does not matter.
 */
export function select(candidates: readonly Candidate[]): Candidate[] {
  const layers: Candidate[][] = Array.from({ length: LAYER_COUNT }, () => [])
  for (const candidate of candidates) (layers[LAYERS[candidate.kind]] as Candidate[]).push(candidate)
  const names = schedule(layers[0] as Candidate[])
  const chosen = [...names]
  const titles = uncovered(schedule(layers[TITLES] as Candidate[]), names)
  for (let layer = TITLES; layer < LAYER_COUNT; layer++) {
    const kept = layer === TITLES ? titles : uncovered(schedule(layers[layer] as Candidate[]), names)
    chosen.push(...(layer === GROUPS ? apart(apart(kept, names), titles) : kept))
  }
  return chosen.sort(inOrder)
}

/** The candidates that no name covers whole. Both lists are in order and free of overlaps. */
function uncovered(candidates: readonly Candidate[], names: readonly Candidate[]): Candidate[] {
  let n = 0
  return candidates.filter(candidate => {
    while (n < names.length && (names[n] as Candidate).to <= candidate.from) n++
    const name = names[n]
    return !name || name.from > candidate.from || name.to < candidate.to
  })
}

/** The candidates that share no token with any of `others`. Both lists are in order and free of overlaps. */
function apart(candidates: readonly Candidate[], others: readonly Candidate[]): Candidate[] {
  let n = 0
  return candidates.filter(candidate => {
    while (n < others.length && (others[n] as Candidate).to <= candidate.from) n++
    const other = others[n]
    return !other || other.from >= candidate.to
  })
}

const inOrder = (a: Candidate, b: Candidate): number => a.from - b.from || b.to - a.to || a.skip - b.skip || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)

/** The candidates of highest total score of which no two overlap. Of equal sums the one with the longer, then the earlier candidates. */
export function schedule(given: readonly Candidate[]): Candidate[] {
  if (given.length < 2) return [...given]
  const sorted = [...given].sort((a, b) => a.to - b.to || a.from - b.from || a.score - b.score || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
  const count = sorted.length
  const best = new Float64Array(count + 1)
  const taken = new Uint8Array(count)
  const before = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const { from, score } = sorted[i] as Candidate
    let [low, high] = [0, i]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as Candidate).to <= from) low = middle + 1
      else high = middle
    }
    before[i] = low
    const withIt = score + (best[low] as number)
    if (withIt >= (best[i] as number)) {
      taken[i] = 1
      best[i + 1] = withIt
    } else best[i + 1] = best[i] as number
  }
  const chosen: Candidate[] = []
  for (let i = count - 1; i >= 0; ) {
    if (taken[i]) {
      chosen.push(sorted[i] as Candidate)
      i = (before[i] as number) - 1
    } else i--
  }
  return chosen.reverse()
}
