import { Class, PLACES } from '../lexicon/classes.ts'
import type { Entry, Lexicon } from '../lexicon/lexicon.ts'
import { type Cut, Part, PREPOSITIONS } from '../token/cuts.ts'

/** The parts of speech of wink-nlp, by number; 0 is «unknown». */
export const TAGS = [
  'UNK',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SPACE',
  'SYM',
  'VERB',
  'X',
  'SCONJ',
] as const
export type Tag = (typeof TAGS)[number]

const NUMBERS = new Map<string, number>(TAGS.map((name, i) => [name, i]))
/** The number of a tag. */
export const tag = (name: Tag): number => NUMBERS.get(name) as number

/** What the `kind` of a row of `data/words/function.tsv` says of its part of speech. */
const FUNCTION_TAGS: Readonly<Record<string, Tag>> = {
  preposition: 'ADP',
  place: 'ADP',
  purpose: 'ADP',
  agent: 'ADP',
  between: 'ADP',
  against: 'ADP',
  about: 'ADP',
  with: 'ADP',
  frame: 'ADP',
  conjunction: 'CCONJ',
  that: 'SCONJ',
  adverb: 'ADV',
  demonstrative: 'DET',
  quantifier: 'DET',
  list: 'DET',
  relative: 'PRON',
  pronoun: 'PRON',
  question: 'ADV',
  negation: 'PART',
  particle: 'PART',
  copula: 'AUX',
  adjective: 'ADJ',
  competition: 'NOUN',
  counterpart: 'NOUN',
  side: 'NOUN',
}
/** Tags of function words that carry meaning of their own. */
const CONTENT = new Set<Tag>(['ADJ', 'NOUN'])
const NAMES = PLACES | Class.person | Class.name | Class.organization | Class.particle
const ADJECTIVES = Class.nationality | Class.demonym | Class.modifier
const NOUNS =
  Class.title | Class.portfolio | Class.orgHead | Class.venueHead | Class.group | Class.relative | Class.date | Class.placeHead | Class.toll
const FINITE = Part.and | Part.so | Part.will

/** What the tables say of a word under one cut. */
export interface WordTag {
  readonly tag: Tag
  /** As a verb and as a noun it is written alike: the place in the sentence decides. */
  readonly either: boolean
  /** A word of grammar. */
  readonly stop: boolean
}

/** The part of speech of what remains of a word under a cut, as far as the tables know. `definite`: that with its article. */
export function tagWord(cut: Cut, definite: string, lexicon: Lexicon): WordTag {
  const known = (name: Tag, either = false, stop = false): WordTag => ({ tag: name, either, stop })
  const entries = lexicon.lookUp(cut.stem)
  const bare = (cut.parts & Part.the) === 0
  const grammar = bare ? entries.find(e => e.class === Class.word) : undefined
  if (grammar) {
    const name = FUNCTION_TAGS[grammar.row.cells.kind ?? ''] ?? 'PART'
    return known(name, false, !CONTENT.has(name))
  }
  if (!bare) {
    // what the cut takes for the article may be the beginning of the word: الرباط, التقى
    const whole = lexicon.lookUp(definite)
    if (whole.some(e => (e.class & NAMES) !== 0 && !e.weak)) return known('PROPN')
    if ((cut.parts & ~(FINITE | Part.the)) === 0 && whole.some(e => e.class === Class.trigger && isVerb(e))) return known('VERB')
  }
  const has = (of: Class, weak: boolean): boolean => entries.some(e => (e.class & of) !== 0 && e.weak === weak)
  if (bare && cut.suffix === 0 && has(NAMES, false)) return known('PROPN')
  if (entries.some(e => e.class === Class.number)) return known('NUM')
  if (has(ADJECTIVES, false)) return known('ADJ')
  const verb = (cut.parts & ~FINITE) === 0 && entries.some(isVerb)
  const noun = (cut.parts & Part.will) === 0 && entries.some(isNoun)
  if (verb) return known('VERB', noun)
  if (noun) return known('NOUN')
  if (entries.some(e => e.class === Class.status)) return known('PART')
  if (entries.some(e => e.class === Class.common)) return known('X')
  if (bare && has(NAMES, true)) return known('PROPN')
  return known(!bare || (cut.parts & PREPOSITIONS) !== 0 ? 'NOUN' : 'X')
}

const isVerb = ({ class: of, form, row }: Entry): boolean =>
  /^(past|present)\./.test(form) || (of === Class.common && row.cells.kind === 'verb')

const isNoun = ({ class: of, form, row }: Entry): boolean =>
  (of & NOUNS) !== 0 || (of === Class.trigger && !/^(past|present)\./.test(form)) || (of === Class.common && row.cells.kind === 'noun')
