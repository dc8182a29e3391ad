import type { Candidate } from '../find/finder.ts'
import type { DateValue } from './date.ts'
import type { EntityBuilder } from './entity.ts'

/** A chosen candidate on its way to a public mention: with its entity, and what its words come to. */
export interface Found extends Candidate {
  /** What it names, where it names something. */
  entity: EntityBuilder | null
  /** The value of a time or an amount, as a mention shows it. */
  value: string | number | null
  /** The date of a time expression that says one. */
  date: DateValue | null
}
