import type { MentionKind } from '../finder.ts'

/** Labels of tokens: outside of names, then begin and inside of each kind. */
export const KINDS: readonly MentionKind[] = ['person', 'place', 'organization']
export const LABELS = 1 + 2 * 3
export const OUTSIDE = 0
export const beginOf = (kind: number): number => 1 + 2 * kind
export const kindOfLabel = (label: number): number => (label - 1) >> 1
export const isBegin = (label: number): boolean => (label & 1) === 1

/** Whether a label may follow another: what is inside needs a begin or inside of its kind before it. */
export const mayFollow = (label: number, before: number): boolean =>
  label === OUTSIDE || isBegin(label) || before === label || before === label - 1

/** Positions around a token whose words count for its label. */
export const REACH = 2
export const POSITIONS = 2 * REACH + 1
