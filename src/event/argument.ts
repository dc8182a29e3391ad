import { Class } from '../lexicon/classes.ts'
import type { Hit, Hits } from '../lexicon/lexicon.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { ARABIC_COMMA, COMMA, QUOTE } from '../text/chars.ts'
import { Part } from '../token/cuts.ts'
import { Kind, type Tokens } from '../token/token.ts'
import type { TitleContent } from '../find/name/title.ts'
import type { Found } from '../resolve/mention.ts'
import type { Slot } from './frame.ts'

/** A phrase of a sentence that can fill a slot: a name with its title, a group, a place. */
export interface Argument {
  /** Tokens of the whole phrase, title and all. */
  readonly from: number
  readonly to: number
  readonly found: Found
  /** The title before or behind the name, if one is. */
  readonly title: Found | null
  /** The folded words of the preposition before it, '' where it stands bare. */
  readonly marker: string
  /** What that preposition says by itself («برئاسة» -> chair). */
  readonly slot: Slot
  /** Whether «و» or a comma joins it to the argument before. */
  readonly joined: boolean
  /** Whether it can stand for people or a body that acts. */
  readonly actor: boolean
}

/** What arguments are read from. */
export interface ArgumentSource {
  readonly tokens: Tokens
  readonly hits: Hits
  readonly lexicon: Lexicon
  /** The particles that a prefix of letters stands for. */
  partsOf(prefix: string): number
  /** The word of a preposition that is attached, by its part. */
  prepositionOf(part: number): string
}

/** The arguments of tokens `[from, to)`, in order. */
export function readArguments(found: readonly Found[], from: number, to: number, source: ArgumentSource): Argument[] {
  const list: Argument[] = []
  const frames = frameEnds(source, from, to)
  let used = from
  for (let n = firstFrom(found, from); n < found.length; n++) {
    const f = found[n] as Found
    if (f.from >= to) break
    if (f.from < used && f.kind !== 'person') continue
    let argument: { from: number; to: number; found: Found; title: Found | null; actor: boolean } | null = null
    if (f.kind === 'title') {
      const content = f.content as TitleContent
      const person = content.person ? found.find((p, k) => k > n && k < n + 6 && p.kind === 'person' && p.from === (content.person as readonly [number, number])[0]) : undefined
      if (person) argument = { from: f.from, to: person.to, found: person, title: f, actor: true }
      else if (isPost(content)) argument = { from: f.from, to: f.to, found: f, title: f, actor: true }
    } else if (f.kind === 'person' || f.kind === 'organization' || f.kind === 'group') argument = { from: f.from, to: f.to, found: f, title: null, actor: true }
    else if (f.kind === 'place') argument = { from: f.from, to: f.to, found: f, title: null, actor: true }
    if (!argument || argument.from < used) continue
    const marker = markerOf(argument.found === f ? f : f, source, frames)
    const previous = list[list.length - 1]
    list.push({ ...argument, ...marker, joined: previous !== undefined && isJoined(previous, argument, f, source) })
    used = argument.to
  }
  return list
}

/** Kinds of function words that govern what follows. */
const PREPOSITION_KINDS = new Set(['place', 'preposition', 'between', 'with', 'about', 'agent', 'purpose'])

const isPost = ({ row }: TitleContent): boolean => row?.cells.kind === 'post' || row?.cells.kind === 'rank'

/** Index of the first found thing that begins at or after a token. */
export function firstFrom(found: readonly Found[], token: number): number {
  let [low, high] = [0, found.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle] as Found).from < token) low = middle + 1
    else high = middle
  }
  return low
}

interface Placed {
  readonly from: number
  readonly hit: Hit
}

/** The longest common frame («برئاسة», «من قبل») that ends before each token. */
function frameEnds({ hits, tokens }: ArgumentSource, from: number, to: number): Map<number, Placed> {
  const ends = new Map<number, Placed>()
  for (let i = from; i < to && i < tokens.size; i++) {
    if (((hits.classes[i] as number) & Class.frame) === 0) continue
    for (const hit of hits.at[i] as readonly Hit[]) {
      if (hit.entry.class !== Class.frame || hit.cut.suffix > 0 || (hit.cut.parts & ~(Part.and | Part.so)) !== 0) continue
      const known = ends.get(i + hit.length)
      if (!known || known.hit.length < hit.length) ends.set(i + hit.length, { from: i, hit })
    }
  }
  return ends
}

function markerOf(f: Found, source: ArgumentSource, frames: ReadonlyMap<number, Placed>): { marker: string; slot: Slot } {
  const { tokens, lexicon } = source
  if (f.skip > 0) {
    const prefix = lexicon.words.text(tokens.word[f.from] as number).slice(0, f.skip)
    const preposition = source.prepositionOf(source.partsOf(prefix))
    if (preposition) return { marker: preposition, slot: slotOf(lexicon, preposition) }
  }
  let before = f.from
  if (before > 0 && isMark(tokens, before - 1, QUOTE)) before--
  const frame = frames.get(before)
  if (frame) return { marker: wordsOf(source, frame.from, before, frame.hit.cut.prefix), slot: frame.hit.entry.form as Slot }
  if (before > 0) {
    for (const hit of source.hits.at[before - 1] as readonly Hit[]) {
      const kind = hit.entry.row.cells.kind ?? ''
      if (hit.entry.class === Class.word && hit.length === 1 && PREPOSITION_KINDS.has(kind) && hit.cut.suffix === 0) return { marker: wordsOf(source, before - 1, before, hit.cut.prefix), slot: '' }
    }
  }
  return { marker: '', slot: '' }
}

function slotOf(lexicon: Lexicon, preposition: string): Slot {
  return (lexicon.lookUp(preposition).find(e => e.class === Class.frame)?.form ?? '') as Slot
}

function wordsOf({ lexicon, tokens }: ArgumentSource, from: number, to: number, prefix: number): string {
  let text = lexicon.words.text(tokens.word[from] as number).slice(prefix)
  for (let i = from + 1; i < to; i++) text += ` ${lexicon.words.text(tokens.word[i] as number)}`
  return text
}

/** Whether an argument follows the one before in a list: «بوريطة ونظيره بلينكن», «مصر، والسودان». */
function isJoined(previous: Argument, next: { from: number; found: Found }, head: Found, source: ArgumentSource): boolean {
  const { tokens, lexicon } = source
  const gap = next.from - previous.to
  if (gap < 0 || gap > 3) return false
  const prefix = head.skip > 0 ? lexicon.words.text(tokens.word[head.from] as number).slice(0, head.skip) : ''
  const and = (source.partsOf(prefix) & Part.and) !== 0
  if (and) return gap <= 1 || (gap <= 3 && isMark(tokens, previous.to, ARABIC_COMMA))
  const comma = gap === 1 && (isMark(tokens, previous.to, ARABIC_COMMA) || isMark(tokens, previous.to, COMMA))
  return comma && previous.found.kind === head.kind
}

export function isMark(tokens: Tokens, i: number, code: number): boolean {
  return i >= 0 && i < tokens.size && tokens.kind[i] === Kind.punctuation && tokens.text.units[tokens.start[i] as number] === code
}
