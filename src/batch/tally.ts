import type { Reading } from '../index.ts'

/** What came out of some articles, in numbers. */
export interface Tally {
  /** Articles that were read. */
  articles: number
  /** Records that were not. */
  dead: number
  /** Events by type. */
  events: Record<string, number>
  /** Issues by code. */
  issues: Record<string, number>
}

export const emptyTally = (): Tally => ({ articles: 0, dead: 0, events: {}, issues: {} })

/** Counts one reading. */
export function count(tally: Tally, { events, issues }: Pick<Reading, 'events' | 'issues'>, dead: boolean): void {
  if (dead) tally.dead++
  else tally.articles++
  for (const { type } of events) tally.events[type] = (tally.events[type] ?? 0) + 1
  for (const { code } of issues) tally.issues[code] = (tally.issues[code] ?? 0) + 1
}

/** Adds the second to the first. */
export function add(tally: Tally, other: Tally): void {
  tally.articles += other.articles
  tally.dead += other.dead
  for (const name of ['events', 'issues'] as const)
    for (const [key, value] of Object.entries(other[name])) tally[name][key] = (tally[name][key] ?? 0) + value
}

/** With the keys in order: the same numbers, the same bytes. */
export function sorted({ articles, dead, events, issues }: Tally): Tally {
  const inOrder = (counts: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { articles, dead, events: inOrder(events), issues: inOrder(issues) }
}
