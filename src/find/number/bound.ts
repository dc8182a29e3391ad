import type { NumberContent } from './types.ts'

/** A bound as `data/numbers/comparators.tsv` gives it. */
export type Relation = '>' | '>=' | '<' | '<=' | '=' | '~'

/** What a bound says of a number. */
export const bound = (relation: Relation, value: number): Partial<NumberContent> => {
  switch (relation) {
    case '>':
      return { comparator: '>', lower: value }
    case '>=':
      return { comparator: '>', lower: value, lowerClosed: true }
    case '<':
      return { comparator: '<', upper: value }
    case '<=':
      return { comparator: '<', upper: value, upperClosed: true }
    case '~':
      return { comparator: '~' }
    default:
      return { lower: value, upper: value, lowerClosed: true, upperClosed: true }
  }
}
