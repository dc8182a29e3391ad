import type { Hit, Row } from '../lexicon/lexicon.ts'
import type { Words } from '../token/words.ts'
import { type Phrase, type Phrases, phrasesOf } from './company.ts'

/** The roles of participants. */
export type Role = 'chair' | 'organizer' | 'participant' | 'agent' | 'patient'

/** Everything that a frame can say of an argument: a participant's role, or what else it is. */
export type Slot = Role | 'place' | 'date' | 'topic' | 'instrument' | 'source' | ''

/** A line of an event file, ready for use. */
export interface Frame {
  readonly row: Row
  readonly type: string
  readonly keyword: string
  /** How strongly the word alone names the type: 0 … 1. */
  readonly weight: number
  readonly subject: Slot
  readonly object: Slot
  /** The genitive behind a noun. */
  readonly of: Slot
  /** The one argument of a verb that may be passive: «قتل ثلاثة». */
  readonly passive: Slot
  /** Role by the folded words of a preposition. */
  readonly prepositions: ReadonlyMap<string, Slot>
  /** Words of which one must stand in the sentence, where the word alone is not enough. */
  readonly with: Phrases
  /** Nouns that must follow a support verb: «عقد» + «اجتماعا». */
  readonly nouns: Phrases
  /** What the verb of saying does: say, warn, condemn … */
  readonly sense: string
  readonly status: string
}

const STRONG = 0.8
const WEAK = 0.4
const ATTRIBUTES = new Set(['subject', 'object', 'of', 'passive', 'with', 'noun', 'weight', 'sense', 'status'])

/** A function from a trigger's hit to its frame, remembered by row and by whether the word is weak: one row may hold both. */
export type Frames = (hit: Hit) => Frame

/** Makes a `frames`. `foldWord` is the fold of the tables, `words` numbers words as the texts' are, `rows` is how many rows the tables have. */
export function createFrames(foldWord: (word: string) => string, words: Words, rows: number): Frames {
  const known = new Array<Frame | undefined>(rows * 2)
  return ({ entry }) => {
    const number = entry.row.number * 2 + (entry.weak ? 1 : 0)
    let frame = known[number]
    if (!frame) {
      frame = parse(entry.row, entry.weak, foldWord, words)
      known[number] = frame
    }
    return frame
  }
}

/** The attributes of a line of an event file, `key=value`, in order. */
export function attributesOf({ cells }: Row): [key: string, value: string][] {
  const fields = (cells.attributes ?? '').split(' ').filter(field => field.includes('='))
  return fields.map(field => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)])
}

function parse(row: Row, weak: boolean, foldWord: (word: string) => string, words: Words): Frame {
  const attributes = new Map<string, string>()
  const prepositions = new Map<string, Slot>()
  for (const [key, value] of attributesOf(row)) {
    if (ATTRIBUTES.has(key)) attributes.set(key, value)
    else prepositions.set(foldWord(key.replaceAll('_', ' ')), value as Slot)
  }
  const slot = (key: string): Slot => (attributes.get(key) ?? '') as Slot
  const list = (key: string): Phrases =>
    phrasesOf(
      (attributes.get(key) ?? '')
        .split('|')
        .filter(Boolean)
        .map(
          w =>
            foldWord(w.replaceAll('_', ' '))
              .split(' ')
              .map(word => words.id(word)) as unknown as Phrase,
        ),
    )
  return {
    row,
    type: row.cells.type ?? '',
    keyword: row.cells.keyword ?? '',
    weight: Number(attributes.get('weight') ?? (weak ? WEAK : STRONG)),
    subject: slot('subject'),
    object: slot('object'),
    of: slot('of'),
    passive: slot('passive'),
    prepositions,
    with: list('with'),
    nouns: list('noun'),
    sense: attributes.get('sense') ?? '',
    status: attributes.get('status') ?? '',
  }
}
