import { Class } from '../lexicon/classes.ts'
import type { Hit, Row } from '../lexicon/lexicon.ts'
import { Part } from '../token/cuts.ts'
import { Flag, sentenceOf, type Tokens } from '../token/token.ts'
import type { Source } from './finder.ts'

/** What a row of `data/numbers/` or `data/dates/` means: its role in a phrase, and the value that the role has. */
export interface Meaning {
  /** The column `role`, or what the table holds: `cardinals`, `months`, `units` … */
  readonly role: string
  readonly id: string
  readonly value: number
  readonly row: Row
  cell(column: string): string
}

/** A word, or several, of the tables of numbers and dates in a text. */
export interface Sense {
  readonly from: number
  readonly to: number
  readonly meaning: Meaning
  /** Bits of the attached particles. */
  readonly parts: number
  /** Units of the first token that are attached particles; the article is not counted. */
  readonly skip: number
  readonly weak: boolean
}

const NONE: readonly Sense[] = []
/** Every attached particle but the future's. */
export const ANY = Part.and | Part.so | Part.in | Part.to | Part.as | Part.the
/** Columns that hold the value of a row, by preference. */
const VALUES = ['value', 'shift', 'day', 'month', 'decade', 'times'] as const

const meanings = new WeakMap<Row, Meaning>()

function meaningOf(row: Row): Meaning {
  let meaning = meanings.get(row)
  if (!meaning) {
    const table = row.table.slice(row.table.lastIndexOf('/') + 1, -4)
    const column = VALUES.find(name => row.cells[name])
    meaning = {
      role: row.cells.role || table,
      id: row.cells.id ?? '',
      value: column ? Number(row.cells[column]) : Number.NaN,
      row,
      cell: name => row.cells[name] ?? '',
    }
    meanings.set(row, meaning)
  }
  return meaning
}

/** What a word of the lexicon means for numbers and dates, wherever it stands; made once a word. */
interface Info {
  readonly senses: readonly (Omit<Sense, 'from' | 'to'> & { readonly length: number })[]
  readonly roles: readonly string[]
  /** Of the roles, as `signOf` gives them: a role whose sign is not among them is none. */
  readonly signs: number
  /** The rules that may begin with the word, as bits, by grammar. */
  readonly plans: (number | undefined)[]
}

/** A bit by which most roles differ: what rules ask for a role is mostly answered no, and must be so at once. */
const signOf = (role: string): number => 1 << (role.charCodeAt(0) * 5 + role.charCodeAt(role.length - 1) * 3 + role.length)

function infoOf(hits: readonly Hit[]): Info {
  const senses: Info['senses'][number][] = []
  for (const { entry, cut, length } of hits) {
    if ((entry.class !== Class.date && entry.class !== Class.number) || cut.suffix > 0 || (cut.parts & Part.will) !== 0) continue
    senses.push({ length, meaning: meaningOf(entry.row), parts: cut.parts, skip: cut.prefix - cut.article, weak: entry.weak })
  }
  const roles = [...new Set(senses.map(sense => sense.meaning.role))]
  return { senses, roles, signs: roles.reduce((signs, role) => signs | signOf(role), 0), plans: [] }
}

/** Which rules may begin with words of which role: bits by role. */
export interface Plan {
  /** Numbers the plan among all plans. */
  readonly id: number
  readonly bits: ReadonlyMap<string, number>
}

/** The words of numbers and dates in a text, by the token at which they begin. Most tokens have none. One text after the other, by `open`. */
export class Senses {
  private source: Source
  private byToken: (readonly Sense[] | undefined)[] = []
  private infos: (Info | undefined)[] = []
  /** What is known of the words that stand alone, whatever the text. */
  private readonly alone: (Info | undefined)[] = []
  private start = 0

  constructor(source: Source) {
    this.source = source
  }

  get tokens(): Tokens {
    return this.source.tokens
  }

  /** Turns to another text of the same lexicon. */
  open(source: Source): void {
    this.source = source
    this.byToken = []
    this.infos = []
    this.start = 0
  }

  /** All senses that begin at a token. */
  at(token: number): readonly Sense[] {
    if (!this.has(token)) return NONE
    let senses = this.byToken[token]
    if (!senses) {
      senses = this.info(token).senses.map(one => ({
        from: token,
        to: token + one.length,
        meaning: one.meaning,
        parts: one.parts,
        skip: one.skip,
        weak: one.weak,
      }))
      this.byToken[token] = senses
    }
    return senses
  }

  private info(token: number): Info {
    return this.infos[token] ?? this.findInfo(token)
  }

  private findInfo(token: number): Info {
    const word = this.tokens.word[token] as number
    const hits = this.source.hits.at[token] as readonly Hit[]
    const isAlone = hits === this.source.lexicon.alone(word)
    const info = (isAlone ? this.alone[word] : undefined) ?? infoOf(hits)
    if (isAlone) this.alone[word] = info
    this.infos[token] = info
    return info
  }

  /** Begins to read at a token: from here on the next sentence is out of sight, so that no phrase runs over its begin. */
  begin(token: number): void {
    this.start = token
  }

  /** Whether a token begins a sentence behind the one that is read: «10 ملايين» at the end of a headline, «دولار» below it. */
  isBeyond(token: number): boolean {
    return token > this.start && ((this.tokens.flags[token] as number) & Flag.first) !== 0
  }

  /** Whether anything may begin at a token. */
  has(token: number): boolean {
    return ((this.source.hits.classes[token] as number) & (Class.date | Class.number)) !== 0 && !this.isBeyond(token)
  }

  /** Whether a word of a role begins at a token. */
  is(token: number, role: string): boolean {
    if (!this.has(token)) return false
    const { signs, roles } = this.info(token)
    return (signs & signOf(role)) !== 0 && roles.includes(role)
  }

  /** The rules of a plan that may begin at a token. */
  plan(token: number, plan: Plan): number {
    if (!this.has(token)) return 0
    const info = this.info(token)
    let bits = info.plans[plan.id]
    if (bits === undefined) {
      bits = 0
      for (const role of info.roles) bits |= plan.bits.get(role) ?? 0
      info.plans[plan.id] = bits
    }
    return bits
  }

  /** The end of the sentence of a token. */
  limit(token: number): number {
    return token < this.tokens.size ? (this.tokens.sentences[sentenceOf(this.tokens, token) + 1] as number) : this.tokens.size
  }

  /** The first token of the sentence of a token. */
  first(token: number): number {
    return this.tokens.sentences[sentenceOf(this.tokens, token)] as number
  }

  /** The longest sense of a role at a token whose attached particles are among `allowed`; of equals the one with fewest of them, not weak before weak. */
  pick(token: number, role: string, allowed: number = ANY): Sense | null {
    if (!this.is(token, role)) return null
    let best: Sense | null = null
    for (const sense of this.at(token)) {
      if (sense.meaning.role !== role || (sense.parts & ~allowed) !== 0) continue
      if (!best || sense.to > best.to || (sense.to === best.to && rank(sense) < rank(best))) best = sense
    }
    return best
  }
}

const rank = (sense: Sense): number => sense.skip + (sense.weak ? 8 : 0) + ((sense.parts & Part.the) !== 0 ? 0.5 : 0)
