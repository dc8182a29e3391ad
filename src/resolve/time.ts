import type { Source } from '../find/finder.ts'
import { interval, isBounded, type NumberContent } from '../find/number/types.ts'
import type { Issue } from '../text/issue.ts'
import type { Context } from './context.ts'
import type { Found } from './mention.ts'

/** Gives times and amounts their values. */
export function resolveTimes(found: readonly Found[], _source: Source, _context: Context): Issue[] {
  for (const f of found) {
    const content = f.content as NumberContent | undefined
    if (content?.type === 'number') f.value = f.kind === 'quantity' && isBounded(content) ? interval(content) : content.value
  }
  return []
}
