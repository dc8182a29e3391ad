import type { TitleContent } from '../find/name/title.ts'
import { Class } from '../lexicon/classes.ts'
import type { Entry, Hit, Hits, Lexicon } from '../lexicon/lexicon.ts'
import type { Found } from '../resolve/mention.ts'
import { ARABIC_COMMA, COMMA, QUOTE } from '../text/chars.ts'
import { Part, PREPOSITIONS } from '../token/cuts.ts'
import { Kind, markAt, type Tokens } from '../token/token.ts'
import type { Slot } from './frame.ts'

/** A phrase of a sentence that can fill a slot: a name with its title, a group, a place. */
export interface Argument {
  /** Tokens of the whole phrase, title and all. */
  readonly from: number
  readonly to: number
  readonly found: Found
  /** The title before or behind the name, if one is. */
  readonly title: Found | null
  /** The folded words of the preposition before it, '' where it stands bare, `OF` where it is the genitive of a common noun. */
  readonly marker: string
  /** What that preposition says by itself («برئاسة» -> chair). */
  readonly slot: Slot
  /** The row of `data/words/function.tsv` of a preposition that says nothing by itself («من» -> from), '' else. */
  readonly governor: string
  /** Whether «و» or a comma joins it to the argument before. */
  readonly joined: boolean
}

/** What arguments are read from. */
export interface ArgumentSource {
  readonly tokens: Tokens
  readonly hits: Hits
  readonly lexicon: Lexicon
  /** The particles that a prefix of letters stands for. */
  partsOf(prefix: string): number
  /** The letters of a particle, by its part. */
  particle(part: number): string
}

/** The arguments of tokens `[from, to)`, in order. */
export function readArguments(found: readonly Found[], from: number, to: number, source: ArgumentSource): Argument[] {
  const list: Argument[] = []
  let used = from
  for (let n = firstFrom(found, from); n < found.length; n++) {
    const f = found[n] as Found
    if (f.from >= to) break
    if (f.from < used) continue
    let named: Found | null = f
    let title: Found | null = null
    if (f.kind === 'title') {
      const content = f.content as TitleContent
      named = content.person ? personAt(found, n, content.person[0]) : null
      title = f
      if (!named && isPost(content)) named = f
    } else if (f.kind === 'nationality') named = isPeople(f, found[n - 1], source) ? f : null
    else if (f.kind !== 'person' && f.kind !== 'organization' && f.kind !== 'group' && f.kind !== 'place') named = null
    if (!named) continue
    const previous = list.length > 0 ? (list[list.length - 1] as Argument) : null
    const { marker, slot, governor } = markerOf(f, from, source)
    list.push({
      from: f.from,
      to: named.to,
      found: named,
      title,
      marker,
      slot,
      governor,
      joined: previous !== null && isJoined(previous, f, source),
    })
    used = named.to
  }
  return list
}

/** Classes of words behind which the adjective of a country means its people: «سخر أردنيون», «آلاف الروس». */
const BEFORE_PEOPLE = Class.word | Class.number | Class.trigger | Class.toll | Class.frame | Class.status

/** Whether the adjective of a country, a plural, means people. */
export function isPeople(f: Found, before: Found | undefined, { tokens, hits }: ArgumentSource): boolean {
  const { form } = f.entry as Entry
  if (form === 'm' || form === 'f') return false
  if (f.skip > 0 || f.from === tokens.sentences[tokens.sentence[f.from] as number]) return true
  const at = f.from - 1
  if (tokens.kind[at] !== Kind.word) return true
  if (before && before.to >= f.from && before.kind !== 'number' && before.kind !== 'quantity' && before.kind !== 'trigger') return false
  return ((hits.classes[at] as number) & BEFORE_PEOPLE) !== 0
}

/** The person who begins at a token, a few mentions after number `n`. */
function personAt(found: readonly Found[], n: number, token: number): Found | null {
  for (let k = n + 1; k < found.length && k < n + 8; k++) {
    const f = found[k] as Found
    if (f.kind === 'person' && f.from === token) return f
  }
  return null
}

/** Kinds of function words that govern what follows. */
const PREPOSITION_KINDS = new Set(['place', 'preposition', 'between', 'with', 'about', 'agent', 'purpose'])

/** A post, or «نظيره»: the same post of another country. */
const isPost = ({ row }: TitleContent): boolean => row === null || row.cells.kind === 'post' || row.cells.kind === 'rank'

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

interface Marker {
  readonly marker: string
  readonly slot: Slot
  readonly governor: string
}

const BARE: Marker = { marker: '', slot: '', governor: '' }
/** The marker of a genitive: neither subject nor object, whatever the verb. */
export const OF = 'of'
const GENITIVE: Marker = { marker: OF, slot: '', governor: '' }
/** Longest common frame, in tokens: «بالتعاون مع». */
const LONGEST_FRAME = 4

/** The preposition before an argument: attached («بمراكش»), a common frame («برئاسة»), or another function word. */
function markerOf(f: Found, start: number, source: ArgumentSource): Marker {
  const { tokens, lexicon, hits } = source
  if (f.skip > 0) {
    const part = source.partsOf(lexicon.words.text(tokens.word[f.from] as number).slice(0, f.skip)) & PREPOSITIONS
    if (part !== 0) return attachedMarker(part, source)
  }
  let before = f.from
  if (before > start && markAt(tokens, before - 1) === QUOTE) before--
  // «بمدينة مراكش», «في العاصمة الخرطوم»: the noun before the name carries the preposition
  while (before > start && f.kind === 'place') {
    const head = headBefore(before, start, source)
    if (head < 0) break
    before = head
    const part = attached(before, source)
    if (part !== 0) return attachedMarker(part, source)
  }
  // the longest frame that ends here
  for (let length = Math.min(LONGEST_FRAME, before - start); length > 0; length--) {
    const from = before - length
    if (((hits.classes[from] as number) & Class.frame) === 0) continue
    for (const hit of hits.at[from] as readonly Hit[]) {
      if (
        hit.entry.class === Class.frame &&
        hit.length === length &&
        hit.cut.suffix === 0 &&
        (hit.cut.parts & ~(Part.and | Part.so)) === 0
      ) {
        return { marker: wordsOf(source, from, before, hit.cut.prefix), slot: hit.entry.form as Slot, governor: '' }
      }
    }
  }
  if (before > start && ((hits.classes[before - 1] as number) & Class.word) !== 0) {
    for (const hit of hits.at[before - 1] as readonly Hit[]) {
      if (
        hit.entry.class === Class.word &&
        hit.length === 1 &&
        hit.cut.suffix === 0 &&
        PREPOSITION_KINDS.has(hit.entry.row.cells.kind ?? '')
      ) {
        return { marker: wordsOf(source, before - 1, before, hit.cut.prefix), slot: '', governor: hit.entry.row.cells.id ?? '' }
      }
    }
  }
  return isGenitive(before, f, start, source) ? GENITIVE : BARE
}

/** The noun that says what the place behind it is: «العاصمة الخرطوم», «العاصمة السودانية الخرطوم». -1 where none is. */
function headBefore(at: number, start: number, { hits }: ArgumentSource): number {
  const is = (i: number, classes: number): boolean => i >= start && ((hits.classes[i] as number) & classes) !== 0
  if (is(at - 1, Class.placeHead)) return at - 1
  return is(at - 1, Class.nationality) && is(at - 2, Class.placeHead) ? at - 2 : -1
}

/** Classes of words that stand before a name without making it their genitive. */
const NO_NOUN = Class.word | Class.title | Class.placeHead | Class.number | Class.date | Class.nationality | Class.name

/** Whether the word before a name is an indefinite noun of which it is the genitive: «مواجهة داعش». */
function isGenitive(at: number, f: Found, start: number, { tokens, lexicon, hits }: ArgumentSource): boolean {
  const before = at - 1
  if (before < start || tokens.kind[before] !== Kind.word || f.skip > 0) return false
  const facts = lexicon.facts(tokens.word[before] as number)
  if (facts.definite || facts.verb || !facts.common || ((hits.classes[before] as number) & NO_NOUN) !== 0) return false
  return !(hits.at[before] as readonly Hit[]).some(h => h.entry.class === Class.trigger && h.entry.form.includes('.'))
}

/** The preposition that is attached to a noun, article passed over: «بالعاصمة» -> «ب»; 0 where none is. */
function attached(i: number, { hits }: ArgumentSource): number {
  for (const { entry, cut } of hits.at[i] as readonly Hit[]) {
    const part = cut.parts & PREPOSITIONS
    if (entry.class === Class.placeHead && part !== 0) return part
  }
  return 0
}

function attachedMarker(part: number, { lexicon, particle }: ArgumentSource): Marker {
  const marker = particle(part)
  return { marker, slot: slotOf(lexicon, marker), governor: part === Part.to ? 'to' : '' }
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
function isJoined(previous: Argument, head: Found, source: ArgumentSource): boolean {
  const { tokens, lexicon } = source
  const gap = head.from - previous.to
  if (gap < 0 || gap > 3) return false
  const prefix = head.skip > 0 ? lexicon.words.text(tokens.word[head.from] as number).slice(0, head.skip) : ''
  const and = (source.partsOf(prefix) & Part.and) !== 0
  if (and) return gap <= 1 || (gap <= 3 && markAt(tokens, previous.to) === ARABIC_COMMA)
  const mark = markAt(tokens, previous.to)
  return gap === 1 && (mark === ARABIC_COMMA || mark === COMMA) && previous.found.kind === head.kind
}
