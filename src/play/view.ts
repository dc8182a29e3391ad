import type { Reading } from '../index.ts'
import type { Labels, Language } from '../labels.ts'
import type { Evidence, Span } from '../text/span.ts'

/** Something that khabar says of the text, with what is behind it. */
export interface Claim {
  /** What is claimed, in the language of the page: «place». */
  readonly label: string
  /** What it is claimed to be. */
  readonly value: string
  /** The words that say it, and the row or rule that found them. */
  readonly evidence: Evidence
}

/** What every panel is given. */
export interface View {
  readonly text: string
  readonly publishedAt: string
  readonly reading: Reading
  readonly language: Language
  readonly words: Labels
  /** Shows where a claim comes from. */
  readonly explain: (claim: Claim) => void
}

/** A span with the rule of the mention that holds it, or is held by it. */
export function evidenceOf(span: Span, { reading, text }: Pick<View, 'reading' | 'text'>): Evidence {
  const { mentions } = reading
  const same = mentions.find(m => m.start === span.start && m.end === span.end)
  const beside = same ?? mentions.find(m => m.start < span.end && span.start < m.end)
  return { ...span, text: text.slice(span.start, span.end), by: beside?.by ?? '' }
}

/** The first words of the text that name an entity, those of one of the given sentences before others. */
export function namingOf(entity: string, view: Pick<View, 'reading' | 'text'>, within: readonly Span[] = []): Evidence | null {
  const named = view.reading.mentions.filter(m => m.entity === entity)
  const inside = named.find(m => within.some(s => s.start <= m.start && m.end <= s.end))
  return inside ?? named[0] ?? null
}
