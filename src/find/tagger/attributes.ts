import { Class, PLACES } from '../../lexicon/classes.ts'
import type { Entry, Hits, Lexicon } from '../../lexicon/lexicon.ts'
import { type Cut, Part } from '../../token/cuts.ts'
import { Flag, Kind, type Tokens } from '../../token/token.ts'
import type { Clusters } from './clusters.ts'
import { stemOf } from './stem.ts'

/** What an attribute of a word tells. */
const enum Of {
  word = 1,
  stem = 2,
  base = 3, // the stem without its article
  prefix = 4, // its first letters
  suffix = 5, // its last letters
  cluster = 6,
  particles = 7,
  entry = 8, // a name of the lexicon
  classes = 9, // the classes of all of them
  kind = 10, // word, number, punctuation …
  length = 11,
  context = 12, // what is known of the token and not of its word
  facts = 13,
  edge = 14, // no token: the border of a sentence
}

/** Bits of a key: what the model file stores of an attribute's hash. */
const KEY_SHIFT = 4
const PRIME = 0x01000193

const start = (of: Of, n = 0): number => Math.imul(Math.imul(0x811c9dc5 ^ of, PRIME) ^ n, PRIME)
const withNumber = (hash: number, n: number): number => Math.imul(hash ^ (n + 1), PRIME)
function withText(hash: number, text: string, from = 0, to = text.length): number {
  let h = hash
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return h
}
function keyOf(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) >>> KEY_SHIFT
}

/** The key of a stem in the table of clusters. */
export const stemKey = (stem: string): number => keyOf(withText(start(Of.stem), stem))

/** The key of what stands beyond the borders of a sentence. */
export const EDGE = keyOf(start(Of.edge))

/** Classes whose names count behind an attached pronoun too: «رئيسها». */
const NOUNS = Class.title | Class.orgHead | Class.relative | Class.group | Class.placeHead | Class.trigger
/** Classes that tell nothing of names. */
const IDLE = Class.number | Class.toll

/** The columns that tell most of a row. */
function detailOf({ class: of, row, form }: Entry): string {
  const { cells } = row
  if (of === Class.trigger) return `${cells.type === 'statement' ? 's' : ''}${form.includes('.') ? form.slice(0, 2) : 'n'}`
  if (of === Class.name) return `${cells.kind ?? ''}${cells.origin === 'arabic' ? 'a' : ''}`
  if (of === Class.place) return row.table.includes('/cities') ? 'c' : row.table.includes('/regions') ? 'r' : 'l'
  if (of === Class.word) return cells.id ?? ''
  return cells.kind ?? ''
}

function cutKind({ prefix, suffix, parts, article }: Cut): number {
  if (suffix > 0) return 3
  if (prefix === 0) return 0
  return (parts & Part.the) !== 0 ? (prefix > article ? 4 : 1) : 2
}

/** The attributes of a word. */
export interface WordAttributes {
  readonly keys: number[]
  readonly far: number
  /** The id of its stem, or -1 where it is no word. */
  readonly stem: number
}

/**
 * What a word tells of names, wherever it stands: keys of its letters, stem, clusters, and of its names in the lexicon.
 * `far`: the first keys of the list are those that count two words off, the others count for the word and its neighbours.
 * `tables`: whether the lexicon counts; without it for trials only.
 */
export function attributesOf(lexicon: Lexicon, clusters: Clusters, word: number, kind: number, tables = true): WordAttributes {
  const text = lexicon.words.text(word)
  const keys: number[] = []
  const add = (hash: number): void => {
    const key = keyOf(hash)
    if (!keys.includes(key)) keys.push(key)
  }
  add(start(Of.kind, kind))
  if (kind === Kind.number || kind === Kind.date || kind === Kind.url || kind === Kind.email) {
    add(withNumber(start(Of.length), Math.min(text.length, 5)))
    return { keys, far: keys.length, stem: -1 }
  }
  add(withText(start(Of.word), text))
  if (kind !== Kind.word && kind !== Kind.latin) return { keys, far: keys.length, stem: -1 }
  const stem = stemOf(lexicon.cuts, word, text, s => clusters.at(stemKey(s)) >= 0)
  if (stem !== text) add(withText(start(Of.stem), stem))
  const at = clusters.at(stemKey(stem))
  if (at >= 0) for (let n = 0; n < clusters.count; n++) add(withNumber(withNumber(start(Of.cluster), n), clusters.id(at, n)))
  else add(start(Of.cluster))
  let mask = 0
  for (const cut of tables ? lexicon.cuts(word) : []) {
    const how = cutKind(cut)
    for (const entry of lexicon.lookUp(cut.stem)) {
      if ((entry.class & IDLE) !== 0 || (how === 3 && (entry.class & NOUNS) === 0)) continue
      if (how !== 3) mask |= entry.class
      if (entry.class !== Class.common)
        add(withText(withNumber(withNumber(withNumber(start(Of.entry), Math.log2(entry.class)), how), entry.weak ? 1 : 0), detailOf(entry)))
    }
  }
  add(withNumber(start(Of.classes), mask))
  const far = keys.length
  const { definite, common, verb } = lexicon.facts(word)
  add(withNumber(start(Of.facts), (definite ? 1 : 0) + (common ? 2 : 0) + (verb ? 4 : 0)))
  const lead = text.length - stem.length
  if (stem !== text && text.endsWith(stem)) add(withText(start(Of.particles), text, 0, lead))
  const definiteStem = stem.length > 4 && definite
  if (definiteStem) add(withText(start(Of.base), stem, 2))
  for (let n = 1; n <= 4; n++) {
    if (stem.length > n && n < 4) add(withText(start(Of.prefix, n), stem, 0, n))
    if (text.length > n) add(withText(start(Of.suffix, n), text, text.length - n))
  }
  add(withNumber(start(Of.length), Math.min(stem.length, 9)))
  return { keys, far, stem: lexicon.words.id(stem) }
}

/** What is known of a token and not of its word, as bits. */
const FIRST_FLAG = 8
/** Where the bits of `Agreement` begin. */
export const FIRST_AGREEMENT = 16
export const CONTEXT_BITS = FIRST_AGREEMENT + 11
const SPELLING = Flag.tehMarbuta | Flag.maksura | Flag.hamza | Flag.tanween | Flag.first | Flag.glued | Flag.hashtag

/** Fills `bits` with what the tokens of a text are in names of several words, and how they are written. */
export function contextOf(tokens: Tokens, hits: Hits, bits: Int32Array): void {
  const { size, flags } = tokens
  for (let i = 0; i < size; i++) bits[i] = ((flags[i] as number) & SPELLING) << FIRST_FLAG
  for (let i = 0; i < size; i++) {
    const at = hits.at[i]
    if (at === undefined || at.length === 0) continue
    const last = at[at.length - 1]
    if (last === undefined || last.length < 2) continue // longer names stand behind shorter ones
    for (let h = 0; h < at.length; h++) {
      const { length, entry, cut } = at[h] as (typeof at)[number]
      if (length < 2 || (cut.parts & Part.the) !== 0) continue
      const bit =
        entry.class === Class.person
          ? 0
          : (entry.class & PLACES) !== 0
            ? 2
            : entry.class === Class.organization
              ? 4
              : entry.class === Class.title || entry.class === Class.portfolio
                ? 6
                : -1
      if (bit < 0) continue
      bits[i] = (bits[i] as number) | (1 << bit)
      for (let k = i + 1; k < i + length; k++) bits[k] = (bits[k] as number) | (2 << bit)
    }
  }
}

/** The key of a context bit. */
export const contextKey = (bit: number): number => keyOf(withNumber(start(Of.context), bit))
