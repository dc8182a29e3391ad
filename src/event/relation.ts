import type { Argument } from './argument.ts'
import type { BuildSource } from './build.ts'
import { type Draft, dateOf, fillingsOf } from './draft.ts'

/** Gives organizations what the text says of them: the year of their founding, their leader, their members. */
export function relate(drafts: readonly Draft[], source: BuildSource, args: (sentence: number) => readonly Argument[]): void {
  found(drafts)
  void source
  void args
}

/** «وتأسس التحالف عام 2014»: a launch of an organization with a date. */
function found(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.type !== 'launch') continue
    const date = dateOf(draft)?.date
    if (!date) continue
    for (const { argument } of fillingsOf(draft, slot => slot === 'patient' || slot === 'agent')) {
      const { entity } = argument.found
      if (entity?.kind === 'organization' && !entity.founded) {
        entity.founded = date
        break
      }
    }
  }
}
