import type { Mention } from '../index.ts'

/** How mentions are shown in the text: one style a class, each with a line of its own kind under it. */
export const STYLES = ['person', 'organization', 'place', 'group', 'time', 'amount', 'trigger'] as const
export type Style = (typeof STYLES)[number]

const OF_KIND: Readonly<Partial<Record<Mention['kind'], Style>>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  group: 'group',
  date: 'time',
  time: 'time',
  datetime: 'time',
  duration: 'time',
  set: 'time',
  number: 'amount',
  percent: 'amount',
  money: 'amount',
  quantity: 'amount',
}

/** The style of a mention; null for what is not shown: posts and nationalities, whose names stand beside them, and words that tell no event. */
export function styleOf(mention: Mention, triggers: ReadonlySet<number>): Style | null {
  if (mention.kind === 'trigger') return triggers.has(mention.start) ? 'trigger' : null
  return OF_KIND[mention.kind] ?? null
}
