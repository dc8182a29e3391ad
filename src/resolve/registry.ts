import type { Candidate } from '../find/finder.ts'
import type { Folded } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import { rawSpan, type Tokens } from '../token/token.ts'
import type { Words } from '../token/words.ts'
import { addMention, type EntityBuilder } from './entity.ts'

/** The entities of one text, by id. */
export class Registry {
  private readonly byId = new Map<string, EntityBuilder>()

  /** The entity of an id, made when first asked for. */
  get(id: string, make: () => EntityBuilder): EntityBuilder {
    let entity = this.byId.get(id)
    if (!entity) {
      entity = make()
      this.byId.set(id, entity)
    }
    return entity
  }

  known(id: string): EntityBuilder | undefined {
    return this.byId.get(id)
  }

  all(): EntityBuilder[] {
    return [...this.byId.values()]
  }
}

/** The folded words of a candidate, particles of its first word and quotes left out. */
export function wordsOf(candidate: Candidate, tokens: Tokens, words: Words): string[] {
  const list: string[] = []
  for (let i = candidate.from; i < candidate.to; i++) {
    if (tokens.kind[i] === 5) continue
    const text = words.text(tokens.word[i] as number)
    list.push(i === candidate.from && candidate.skip > 0 ? text.slice(candidate.skip) : text)
  }
  return list
}

/** The text of a candidate in the given text, and its span. */
export function textOf(candidate: Pick<Candidate, 'from' | 'to' | 'skip' | 'drop'>, tokens: Tokens): { text: string; span: Span } {
  const span = rawSpan(tokens, candidate.from, candidate.to, candidate.skip, candidate.drop)
  return { text: (tokens.text as Folded).raw.slice(span.start, span.end), span }
}

/** Gives an entity the mention that a candidate is. */
export function mention(entity: EntityBuilder, candidate: Candidate, tokens: Tokens): void {
  const { text, span } = textOf(candidate, tokens)
  addMention(entity, text, span)
}

/** An id for what no table lists: its kind and its words. */
export const idOf = (kind: string, words: readonly string[]): string => `${kind}:${words.join('-')}`
