import type { Candidate } from '../find/finder.ts'
import type { DateValue } from './date.ts'
import type { EntityBuilder } from './entity.ts'

/** A chosen candidate on its way to a public mention: with its entity, and what its words come to. */
export class Found implements Candidate {
  readonly kind: Candidate['kind']
  readonly from: number
  readonly to: number
  readonly skip: number
  readonly drop: number
  readonly score: number
  readonly by: string
  readonly entry: Candidate['entry']
  readonly content: unknown
  /** What it names, where it names something. */
  entity: EntityBuilder | null = null
  /** The value of a time or an amount, as a mention shows it. */
  value: string | number | null = null
  /** The date of a time expression that says one. */
  date: DateValue | null = null

  constructor(candidate: Candidate) {
    this.kind = candidate.kind
    this.from = candidate.from
    this.to = candidate.to
    this.skip = candidate.skip
    this.drop = candidate.drop
    this.score = candidate.score
    this.by = candidate.by
    this.entry = candidate.entry
    this.content = candidate.content
  }
}
