/** Pairs of short articles, labelled by hand: do they tell the same event? */
import type { Told } from '../../src/graph/index.ts'
import { readRows } from './articles.ts'
import { tell } from './graphs.ts'

export interface Story extends Told {
  readonly id: string
  readonly group: string
  readonly event: string
}

export interface Pair {
  readonly a: string
  readonly b: string
  readonly same: boolean
  /** Groups at even places tune the threshold, those at odd places are held aside. */
  readonly held: boolean
}

export function readStories(): Story[] {
  const counts = new Map<string, number>()
  return readRows('stories.tsv').map(([group = '', event = '', publishedAt = '', title = '', text = '']) => {
    const number = (counts.get(group) ?? 0) + 1
    counts.set(group, number)
    return { ...tell(`${group}-${number}`, text, { title, publishedAt }), id: `${group}-${number}`, group, event }
  })
}

/** Every two articles of a group. */
export function pairsOf(stories: readonly Story[]): Pair[] {
  const groups = [...new Set(stories.map(s => s.group))]
  return stories.flatMap((b, j) =>
    stories
      .slice(0, j)
      .filter(a => a.group === b.group)
      .map(a => ({ a: a.id, b: b.id, same: a.event === b.event, held: groups.indexOf(a.group) % 2 === 1 })),
  )
}
