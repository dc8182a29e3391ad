import { Class, PLACES } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import { Part, PREPOSITIONS } from '../../token/cuts.ts'
import { Flag, Kind } from '../../token/token.ts'
import type { Source } from '../finder.ts'

/** Tokens `[from, to)` of a person's name; the first without `skip` units. */
export interface Bounds {
  readonly from: number
  readonly to: number
  /** Units of «و» before the first, or -1 where nothing is known of it. */
  readonly skip: number
}

const NAMES = Class.name | Class.person | Class.particle
/** What stands before a name and is none: «البابا», «المصري», «الكبير». */
const BEFORE = Class.title | Class.nationality | Class.demonym

/**
 * The persons of tokens that the model reads as one name: «دي روسي ومانولاس» are two, and ordinary words at either end belong to none:
 * «سيرغي | للتسميم», «أشرف | على», «المصري | محمد».
 */
export function boundsOf(source: Source, from: number, to: number): Bounds[] {
  const list: Bounds[] = []
  let start = from
  let skip = -1
  for (let i = from + 1; i <= to; i++) {
    const and = i < to ? joinedName(source, i) : 0
    if (i < to && and === 0) continue
    const trimmed = trim(source, start, i)
    if (trimmed) list.push({ ...trimmed, skip: trimmed.from === start ? skip : -1 })
    start = i
    skip = and
  }
  return list
}

/** How many units of «و» stand before a name at a token inside a run, or 0: «ومانولاس»; «وليد» is a name itself. */
function joinedName({ hits, tokens }: Source, i: number): number {
  if (tokens.kind[i] !== Kind.word || ((hits.classes[i] as number) & NAMES) === 0) return 0
  let skip = 0
  for (const { entry, cut } of hits.at[i] as readonly Hit[]) {
    if ((entry.class & NAMES) === 0 || cut.suffix > 0) continue
    if (cut.prefix === 0) return 0
    if (cut.parts === Part.and) skip = cut.prefix
  }
  return skip
}

function trim(source: Source, from: number, to: number): { from: number; to: number } | null {
  const { tokens } = source
  let [start, end] = [from, to]
  while (end > start && (tokens.kind[end - 1] === Kind.punctuation || (end - start > 1 && isOther(source, end - 1)))) end--
  while (end - start > 1 && (isTitleBefore(source, start) || isLead(source, start))) start++
  if (end <= start) return null
  // what is left of a longer run is a name if it is no ordinary word
  if (end - start === 1 && to - from > 1 && isOrdinary(source, start)) return null
  return { from: start, to: end }
}

const isWhole = ({ cut }: Hit): boolean => cut.prefix === 0 && cut.suffix === 0

const isNameHit = (hit: Hit): boolean => (hit.entry.class & NAMES) !== 0 && isWhole(hit)

function isOrdinary({ lexicon, tokens, hits }: Source, i: number): boolean {
  if (lexicon.facts(tokens.word[i] as number).common) return true
  const names = (hits.at[i] as readonly Hit[]).filter(isNameHit)
  return names.length > 0 && names.every(h => h.entry.weak)
}

/** Whether a word at the end of a name belongs to what follows: a preposition, or a noun behind one. */
function isOther({ hits, lexicon, tokens }: Source, i: number): boolean {
  if (tokens.kind[i] !== Kind.word) return false
  const at = hits.at[i] as readonly Hit[]
  const grammar = at.some(h => h.entry.class === Class.word && h.length === 1 && isWhole(h))
  const maksura = ((tokens.flags[i] as number) & Flag.maksura) !== 0
  if (grammar && (maksura || !at.some(isNameHit))) return true
  if (at.some(isNameHit)) return false
  // «صلاح | سينتقل», «دونالد | الانسحاب»; «المنسي» may be a family
  if (
    at.some(
      h => h.entry.class === Class.trigger && h.cut.suffix === 0 && h.cut.stem.length > 3 && (h.cut.parts & (Part.will | Part.the)) !== 0,
    )
  )
    return true
  // «للتسميم», «بالفوز»; «كاين» is no ك + أين
  return lexicon
    .cuts(tokens.word[i] as number)
    .some(
      c =>
        (c.parts & PREPOSITIONS) !== 0 &&
        (c.parts & Part.the) !== 0 &&
        lexicon.lookUp(c.stem).some(e => e.class === Class.common && e.row.cells.kind === 'noun'),
    )
}

/** «فإن | نيمار»: a word of grammar before a name. */
const isLead = ({ hits }: Source, i: number): boolean =>
  (hits.at[i] as readonly Hit[]).some(
    h => h.entry.class === Class.word && h.length === 1 && h.cut.suffix === 0 && (h.cut.parts & ~(Part.and | Part.so)) === 0,
  ) &&
  !(hits.at[i] as readonly Hit[]).some(h => (h.entry.class & NAMES) !== 0 && h.cut.suffix === 0) &&
  (hits.at[i + 1] as readonly Hit[]).some(h => isNameHit(h) && h.entry.class !== Class.particle)

/** Whether a definite word before a name tells of who bears it: «القاضي», «المصري», «الكبير». */
function isTitleBefore({ hits, lexicon, tokens }: Source, i: number): boolean {
  const facts = lexicon.facts(tokens.word[i] as number)
  if (!facts.definite) return false
  const at = hits.at[i] as readonly Hit[]
  const follower = (hits.at[i + 1] as readonly Hit[]).some(h => isNameHit(h) && h.entry.row.cells.kind !== 'family')
  if (at.some(h => isNameHit(h) && !h.entry.weak)) return false
  return at.some(h => (h.entry.class & BEFORE) !== 0)
    ? follower || !at.some(isNameHit)
    : follower && facts.common && ((hits.classes[i] as number) & PLACES) === 0
}
