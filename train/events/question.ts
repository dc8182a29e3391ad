import type { Weights } from '../../src/event/weights.ts'
import type { Lexicon } from '../../src/lexicon/lexicon.ts'

/** An annotated main event, as far as questions are asked of it: the form of the annotation guide. */
export interface Annotation {
  readonly id: string
  readonly event: {
    readonly type: string
    readonly status: string
    readonly triggers: readonly string[]
    readonly date: { readonly start: string; readonly end: string | null } | null
    readonly places: readonly { readonly names: readonly string[]; readonly kind: string; readonly country: string | null }[]
    readonly participants: readonly {
      readonly names: readonly string[]
      readonly kind: string
      readonly role: string
      readonly country: string | null
    }[]
    readonly counts: readonly { readonly value: number; readonly comparator: string; readonly unit: string; readonly text: string }[]
  } | null
  readonly alternativeTypes: readonly string[]
  readonly persons: readonly { readonly names: readonly string[]; readonly title: string; readonly affiliation: readonly string[] }[]
}

/** One question that a table of weights answers, and how its right answer is told from an annotation. */
export interface Question {
  /** The name of the table. */
  readonly name: string
  readonly features: readonly string[]
  readonly classes: readonly string[]
  /** `choice`: one case at most of an article is right; `classes`: each case by itself. */
  readonly kind: 'choice' | 'classes'
  readonly l2: number
  weightsOf(lexicon: Lexicon): Weights
  /** The number of the right class of a case, -1 where none is; null where the annotation does not tell. */
  label(subject: unknown, annotation: Annotation): number | null
}
