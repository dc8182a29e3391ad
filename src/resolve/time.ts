import type { Source } from '../find/finder.ts'
import { interval, isBounded, type NumberContent } from '../find/number/types.ts'
import type { TimeContent } from '../find/time/types.ts'
import type { Issue } from '../text/issue.ts'
import type { Context } from './context.ts'
import { createDateResolver } from './date.ts'
import type { Found } from './mention.ts'
import { textOf } from './registry.ts'

/** Gives times and amounts their values, in the order of the text. Returns what is wrong with dates. */
export function resolveTimes(found: readonly Found[], { tokens }: Source, context: Context): Issue[] {
  const issues: Issue[] = []
  const dates = createDateResolver(context, issues)
  for (const f of found) {
    const content = f.content as NumberContent | TimeContent | undefined
    if (content?.type === 'number') f.value = f.kind === 'quantity' && isBounded(content) ? interval(content) : content.value
    else if (content?.type === 'time') {
      const { text, span } = textOf(f, tokens)
      const resolved = dates.resolve(content, span, text)
      f.value = resolved.value
      f.date = resolved.date
    }
  }
  return issues
}
