import type { Lexicon } from '../lexicon/lexicon.ts'
import { byLexicon } from '../lexicon/memory.ts'
import type { Choice } from './choose.ts'
import { EVENT_TYPES, typeNumber } from './event.ts'
import type { Layout } from './layout.ts'
import { readWeights } from './weights.ts'

/** How far the type leads the next, how much speaks for it, whether there is a headline, which type it is. */
const BASE = ['margin', 'score', 'high', 'titled'] as const
export const CONFIDENCE_FEATURES: readonly string[] = [...BASE, ...EVENT_TYPES.map(type => `type=${type}`)]
const [MARGIN, SCORE, HIGH, TITLED, FIRST_TYPE] = [0, 1, 2, 3, BASE.length] as const

/** A score from which more tells little more. */
const MUCH = 4
/** Side events have no annotation to measure against: a word alone is worth this, and this much more by its weight. */
const SIDE = 0.25
const SIDE_WEIGHT = 0.35

export const confidenceWeights = byLexicon(lexicon => readWeights(lexicon, 'confidence', CONFIDENCE_FEATURES))

/** How likely the type of the main event is right: 0 … 1, fitted to annotated articles (`data/events/weights/confidence.tsv`). */
export function mainConfidence(choice: Choice, layout: Layout, lexicon: Lexicon): number {
  const weights = confidenceWeights(lexicon)
  const { type, margin, score } = choice
  weights.begin(type)
  weights.add(MARGIN, margin)
  weights.add(SCORE, Math.min(MUCH, score))
  if (score >= MUCH) weights.add(HIGH)
  if (layout.title > 0) weights.add(TITLED)
  const number = typeNumber(type)
  if (number >= 0) weights.add(FIRST_TYPE + number)
  return round(1 / (1 + Math.exp(-(weights.sums[0] ?? 0))))
}

/** What an event beside the main one is worth, by the weight of its strongest word. */
export const sideConfidence = (weight: number): number => round(SIDE + SIDE_WEIGHT * weight)

const round = (value: number): number => Math.round(value * 100) / 100
