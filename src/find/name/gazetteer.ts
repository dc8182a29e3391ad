import { Class } from '../../lexicon/classes.ts'
import type { Entry, Hit, Row } from '../../lexicon/lexicon.ts'
import type { Candidate, MentionKind } from '../finder.ts'
import { hasPreposition, isName, type View } from './view.ts'

const NAMES = Class.country | Class.place | Class.area | Class.metonym | Class.person | Class.organization

/** What the finder understood of a listed name: every row that has this name («طرابلس» in Libya, in Lebanon). */
export interface GazetteerContent {
  readonly entries: readonly Entry[]
}

/** What a name of the tables is a mention of. */
export function kindOf(hit: Hit): MentionKind {
  if (hit.entry.class === Class.person) return 'person'
  return hit.entry.class === Class.organization ? 'organization' : 'place'
}

/** What a token of a name counts in `select`. A name of the tables beats a pattern of the same length. */
const TOKEN = 1.05
const WEAK = 0.45
/** A letter taken off makes a reading less likely: «بلال» is no ب + لال. */
const PREFIX = 0.02

/**
 * Names that stand in the tables. A weak one («قم») needs a word before it that asks for such a name, or the same thing under a strong name
 * elsewhere in the text.
 */
export function findGazetteer(view: View, emit: (candidate: Candidate) => void): void {
  const { all, first, classes } = view.source.hits
  let strong: Set<Row> | null = null
  const weak: { hit: Hit; entries: Entry[] }[] = []
  for (let i = 0; i < view.size; i++) {
    if (((classes[i] as number) & NAMES) === 0) continue
    for (let h = first[i] as number; h < (first[i + 1] as number); h++) {
      const hit = all[h] as Hit
      if ((hit.entry.class & NAMES) === 0 || !isName(hit) || isRepeat(all, first[i] as number, h)) continue
      const entries = sameSpan(all, h, first[i + 1] as number)
      const sure = entries.filter(e => !e.weak)
      if (sure.length === 0) {
        weak.push({ hit, entries })
        continue
      }
      strong ??= new Set()
      for (const entry of sure) strong.add(entry.row)
      emit(candidateOf(hit, sure, 0))
    }
  }
  for (const { hit, entries } of weak) {
    const known = strong ? entries.filter(e => (strong as Set<Row>).has(e.row)) : []
    if (known.length > 0 || isSupported(view, hit)) emit(candidateOf(hit, known.length > 0 ? known : entries, WEAK))
  }
}

const isSame = (a: Hit, b: Hit): boolean => a.to === b.to && a.cut.prefix === b.cut.prefix && kindOf(a) === kindOf(b) && isName(a)

/** Whether an earlier hit at this token has the same words and kind, so that it has been told already. */
function isRepeat(all: readonly Hit[], from: number, h: number): boolean {
  for (let k = from; k < h; k++) if (((all[k] as Hit).entry.class & NAMES) !== 0 && isSame(all[k] as Hit, all[h] as Hit)) return true
  return false
}

/** The rows of all hits from `h` on with the same words and kind. */
function sameSpan(all: readonly Hit[], h: number, end: number): Entry[] {
  const entries: Entry[] = []
  for (let k = h; k < end; k++) if (((all[k] as Hit).entry.class & NAMES) !== 0 && isSame(all[k] as Hit, all[h] as Hit)) entries.push((all[k] as Hit).entry)
  return entries
}

function candidateOf(hit: Hit, entries: readonly Entry[], less: number): Candidate {
  const [entry] = entries
  const score = (hit.to - hit.from) * TOKEN - less - hit.cut.prefix * PREFIX
  const content: GazetteerContent = { entries }
  return { kind: kindOf(hit), from: hit.from, to: hit.to, skip: hit.cut.prefix, drop: 0, score, by: entry?.row.by ?? '', entry, content }
}

/** Whether the words before a weak name ask for one of its kind. */
function isSupported(view: View, hit: Hit): boolean {
  const before = hit.from - 1
  if (before < 0) return false
  const kind = kindOf(hit)
  if (kind === 'place') return (hasPreposition(hit) && !view.isCommon(hit.from)) || view.has(before, Class.placeHead) || (view.grammar(before) === 'place' && !view.isCommon(hit.from))
  if (kind === 'organization') return view.has(before, Class.orgHead)
  return view.has(before, Class.title) || view.has(before, Class.name)
}
