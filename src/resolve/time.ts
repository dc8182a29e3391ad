import type { Source } from '../find/finder.ts'
import type { Issue } from '../text/issue.ts'
import type { Context } from './context.ts'
import type { Found } from './mention.ts'

/** Gives times and amounts their values. */
export function resolveTimes(_found: readonly Found[], _source: Source, _context: Context): Issue[] {
  return []
}
