import type { Candidate, Finder, Source } from './finder.ts'
import { nameFinder } from './name/index.ts'
import { numberFinder } from './number/index.ts'
import { timeFinder } from './time/index.ts'
import { triggerFinder } from './trigger.ts'

/** Every finder. Their order does not matter: `select` decides overlaps. */
export const FINDERS: readonly Finder[] = [nameFinder, numberFinder, timeFinder, triggerFinder]

/** All possible mentions of a text. */
export function find(source: Source, finders: readonly Finder[] = FINDERS): Candidate[] {
  const candidates: Candidate[] = []
  const emit = (candidate: Candidate): void => {
    candidates.push(candidate)
  }
  for (const finder of finders) finder.find(source, emit)
  return candidates
}
