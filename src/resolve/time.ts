import type { Source } from '../find/finder.ts'
import { type NumberContent, numberValue } from '../find/number/types.ts'
import type { TimeContent } from '../find/time/types.ts'
import type { Issue } from '../text/issue.ts'
import { rawSpan } from '../token/token.ts'
import type { Context } from './context.ts'
import { createDateResolver } from './date.ts'
import type { Found } from './mention.ts'

/** Gives times and amounts their values. */
export function resolveTimes(found: readonly Found[], { tokens }: Source, context: Context): Issue[] {
  const issues: Issue[] = []
  const resolver = createDateResolver(context, issues)
  for (const f of found) {
    const content = f.content as NumberContent | TimeContent | undefined
    if (content?.type === 'number') f.value = numberValue(f.kind, content)
    else if (content?.type === 'time') {
      const span = rawSpan(tokens, f.from, f.to, f.skip, f.drop)
      const { value, date } = resolver.resolve(content, span, tokens.text.raw.slice(span.start, span.end))
      f.value = value
      f.date = date
    }
  }
  return issues
}
