import { Class } from '../../lexicon/classes.ts'
import { Flag } from '../../token/token.ts'
import type { Candidate } from '../finder.ts'
import { GRAMMAR_WORDS, isName, isNoun, isPlain, isWhole, Part, type View } from './view.ts'

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
    if (!view.has(i, Class.name | Class.particle) || isHonorific(view, i)) continue
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

/** «معالي», «الشيخ»: words before a name, though some are names too. */
const isHonorific = (view: View, i: number): boolean =>
  view.find(i, Class.title, h => isNoun(h) && h.entry.row.cells.kind === 'honorific') !== null && view.find(i, Class.name, h => isName(h) && !h.entry.weak) === null

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
    if (at > i && (view.flag(at, Flag.first) || startsAnother(view, at))) break
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
      // «على» (on) folds to the name علي
      if (name.entry.weak && view.flag(at, Flag.maksura)) break
      if (first) {
        skip = name.cut.prefix
        given = name.entry.row.cells.kind !== 'family'
        if (view.has(at, Class.nationality | Class.demonym) && !given) return null
        if (!expected && name.cut.prefix > 0 && (name.entry.weak || view.isCommon(at))) return null
      }
      if (name.entry.weak && !isNameHere(view, at, known + weak, expected)) break
      if (name.entry.weak) weak++
      else known++
      at += name.length
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

/** Whether another phrase begins here: «محمد خميس | وعباس عثمان», «كوفي أنان | الأمين العام». */
function startsAnother(view: View, i: number): boolean {
  if (view.find(i, Class.name | Class.person, isWhole) === null && view.find(i, Class.name | Class.person | Class.title, h => (h.cut.parts & (Part.and | Part.so)) !== 0)) return true
  return view.find(i, Class.title, h => isNoun(h) && !h.entry.weak && (h.length > 1 || (h.cut.parts & Part.the) !== 0)) !== null
}

/** Whether a word that is also an ordinary one is a name after `before` name words: «محمد كريم» but not «محمد قال». */
function isNameHere(view: View, i: number, before: number, expected: boolean): boolean {
  if (before > 0) return !view.has(i, GRAMMAR_WORDS)
  return expected || view.has(i + 1, Class.name | Class.particle)
}

/** Whether an adjective of a people can be a family name here: after one name word at least, and not before another name. */
function isFamilyPlace(view: View, i: number, known: number): boolean {
  return known > 0 && view.isDefinite(i) && !view.flag(i, Flag.tehMarbuta)
}

/** What the tables may know of a word that is an unknown name all the same: a name with a letter taken off it, «بيلغريني» as ب + a name. */
const NAME_CLASSES = Class.name | Class.particle | Class.person

/** Whether a word can be an unknown name: Arabic letters, in no table of other words, not an ordinary word, not definite. */
export function isUnknown(view: View, i: number, first: boolean): boolean {
  if (!view.isArabic(i) || ((view.source.hits.classes[i] as number) & ~NAME_CLASSES) !== 0) return false
  return !view.isCommon(i) && (first || !view.isDefinite(i)) && length(view, i) > 2
}

const length = (view: View, i: number): number => (view.source.tokens.end[i] as number) - (view.source.tokens.start[i] as number)

/** Whether a word is a finite verb: an ordinary one, or one of the event files. */
export function isVerb(view: View, i: number): boolean {
  return view.isPlainVerb(i) || view.find(i, Class.trigger, h => h.entry.form.startsWith('p') && h.entry.form.includes('.') && isPlain(h)) !== null
}
