import { Class } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import { Flag, Kind } from '../../token/token.ts'
import type { Candidate } from '../finder.ts'
import { GRAMMAR_WORDS, isName, isPlain, isWhole, type View } from './view.ts'

/** Longest run of words that is one person's name: «محمد بن سلمان بن عبد العزيز آل سعود». */
const LONGEST = 12
/** Unknown words that a known name may draw after it: «أوهورو كينياتا». */
const MOST_UNKNOWN = 2

/** A run of words that reads as a person's name. */
export interface NameRun {
  readonly from: number
  readonly to: number
  readonly skip: number
  /** Words that the name lexicon knows without doubt, and those that it does not know. */
  readonly known: number
  readonly weak: number
  readonly unknown: number
  /** Whether the first word is a given name. */
  readonly given: boolean
}

/** Finds runs of name words: a given name and what follows it. */
export function findPersons(view: View, emit: (candidate: Candidate) => void): void {
  for (let i = 0; i < view.size; i++) {
    if (!view.has(i, Class.name | Class.particle)) continue
    const run = readName(view, i, false)
    if (!run) continue
    const length = run.to - run.from
    const sure = run.known > 0 && (length > 1 || run.weak === 0)
    if (sure || (run.given && run.weak > 1)) {
      const score = run.known + run.weak * 0.7 + run.unknown * 0.6 + particles(run) - (length === 1 ? 0.25 : 0)
      emit({ kind: 'person', from: run.from, to: run.to, skip: run.skip, drop: 0, score, by: 'person-name-words' })
    }
    if (length > 1) i = run.to - 1
  }
}

const particles = (run: NameRun): number => (run.to - run.from - run.known - run.weak - run.unknown) * 0.9

/**
 * The run of name words at `i`, or null. After a title (`expected`) unknown words count too: «الرئيس الكيني أوهورو كينياتا».
 */
export function readName(view: View, i: number, expected: boolean): NameRun | null {
  let at = i
  let known = 0
  let weak = 0
  let unknown = 0
  let skip = 0
  let given = false
  let pending = 0 // particles that no word follows yet
  while (at < view.size && at - i < LONGEST) {
    if (at > i && view.flag(at, Flag.first)) break
    const first = at === i
    const particle = view.find(at, Class.particle, first ? isName : isWhole)
    const name = view.longest(at, Class.name, first ? isName : isWhole)
    if (particle && !(name && !name.entry.weak && particle.entry.row.cells.kind === 'second')) {
      if (first && particle.entry.row.cells.kind !== 'kunya' && !expected) break
      if (first) skip = particle.cut.prefix
      at++
      if (particle.entry.row.cells.kind !== 'second') pending++
      continue
    }
    if (name) {
      if (first) {
        skip = name.cut.prefix
        given = name.entry.row.cells.kind !== 'family'
        if (!expected && (name.cut.prefix > 0 || view.flag(at, Flag.maksura)) && (name.entry.weak || view.isCommon(at))) return null
      }
      if (name.entry.weak && !isNameHere(view, at, known + weak, expected)) break
      if (name.entry.weak) weak++
      else known++
      at = name.to
      pending = 0
      continue
    }
    const family = view.find(at, Class.nationality | Class.demonym, h => !h.entry.weak)
    if (family && known + weak + unknown > 0 && pending === 0 && isFamilyPlace(view, at, known)) {
      weak++
      at++
      continue
    }
    if (!isUnknown(view, at, first && expected) || (!expected && known === 0 && pending === 0)) break
    if (unknown >= MOST_UNKNOWN + (expected ? 1 : 0)) break
    unknown++
    pending = 0
    at++
  }
  at -= pending
  if (at <= i || known + weak + unknown === 0) return null
  return { from: i, to: at, skip, known, weak, unknown, given }
}

/** Whether a word that is also an ordinary one is a name after `before` name words: «محمد كريم» but not «محمد قال». */
function isNameHere(view: View, i: number, before: number, expected: boolean): boolean {
  if (before > 0) return !view.has(i, GRAMMAR_WORDS) && !isVerb(view, i)
  return expected || view.has(i + 1, Class.name | Class.particle)
}

/** Whether an adjective of a people can be a family name here: after one name word at least, and not before another name. */
function isFamilyPlace(view: View, i: number, known: number): boolean {
  return known > 0 && view.isDefinite(i) && !view.flag(i, Flag.tehMarbuta)
}

/** Whether a word can be an unknown name: letters, not in any table, not an ordinary word, not definite. */
export function isUnknown(view: View, i: number, first: boolean): boolean {
  if (!view.isWord(i) || view.source.tokens.kind[i] === Kind.latin) return false
  if (view.source.hits.classes[i] !== 0 && !onlyCutHits(view, i)) return false
  return !view.isCommon(i) && (first || !view.isDefinite(i)) && length(view, i) > 1
}

/** Whether what the tables know of a word is only what a cut leaves of it: «بيلغريني» is no ب + يلغريني. */
function onlyCutHits(view: View, i: number): boolean {
  return view.find(i, ~0, (h: Hit) => isPlain(h) && h.cut.prefix === 0) === null && !view.has(i, GRAMMAR_WORDS | Class.title | Class.organization | Class.place | Class.country | Class.nationality)
}

const length = (view: View, i: number): number => (view.source.tokens.end[i] as number) - (view.source.tokens.start[i] as number)

/** Whether a word is a form of a verb of the event files. */
export function isVerb(view: View, i: number): boolean {
  return view.find(i, Class.trigger, h => h.entry.form.startsWith('p') && h.entry.form.includes('.') && isPlain(h)) !== null
}
