import { Class, PLACES } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import { byLexicon } from '../../lexicon/memory.ts'
import { BEH, HEH, HYPHEN, LAM, WAW } from '../../text/chars.ts'
import { PREPOSITIONS } from '../../token/cuts.ts'
import { Flag, Kind } from '../../token/token.ts'
import type { Candidate } from '../finder.ts'
import { isName, isNoun, isPlain, isWhole, Part, Shape, type View } from './view.ts'

/** Longest run of words that is one person's name: «محمد بن سلمان بن عبد العزيز آل سعود». */
const LONGEST = 12
/** Unknown words that a known name may draw after it: «أوهورو كينياتا». */
const MOST_UNKNOWN = 2
/** Unknown words that a known name may draw before it: «نديوا ريمي ليمو». */
const MOST_BEFORE = 2

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
  /** How many of the doubtful words are no ordinary words. */
  readonly plain: number
}

type Emit = (candidate: Candidate) => void

/** Finds runs of name words: a given name and what follows it; a word that is said to say something; the last name of a person told in full elsewhere. */
export function findPersons(view: View, emit: Emit): void {
  const full: NameRun[] = []
  for (let i = 0; i < view.size; i++) {
    if (!view.has(i, Class.name | Class.particle | Class.person) && (view.shape(i) & Shape.joined) === 0) {
      if (view.has(i, Class.trigger)) findSpeaker(view, i, emit)
      continue
    }
    if (isHonorific(view, i) || isInTitle(view, i) || isBehindPlaceHead(view, i)) continue
    const run = readName(view, i, false)
    if (!run) continue
    const length = run.to - run.from
    if (isSure(view, run)) {
      const nasab =
        run.skip === 0 && i > 0 && !view.flag(i, Flag.first)
          ? view.find(i - 1, Class.particle, h => isNasab(h) && !view.isAmbiguous(h))
          : null
      const from = nasab ? i - 1 : run.skip === 0 && run.known > 0 ? beforeName(view, run) : run.from
      const score =
        run.known +
        run.weak * 0.8 +
        run.unknown * 0.65 +
        particles(run) +
        (run.from - from) * 0.6 +
        (length === 1 ? -0.25 : 0.1) -
        run.skip * 0.02
      emit({
        kind: 'person',
        from,
        to: run.to,
        skip: nasab ? nasab.cut.prefix : from < run.from ? 0 : run.skip,
        drop: 0,
        score,
        by: 'person-name-words',
      })
      if (length > 1 && run.known > 0) full.push(run)
    }
    if (length > 1) i = run.to - 1
  }
  if (full.length > 0) findAgain(view, full, emit)
}

/** Whether a run is a name without a title before it: one known word that is no ordinary one, or several of which one is known. */
function isSure(view: View, run: NameRun): boolean {
  const length = run.to - run.from
  if (length > 1 && run.known < 2 && isAllCommon(view, run) && !isIntroduced(view, run)) return false
  if (length > 1) return run.known > 0 || (run.given && ((run.weak > 1 && run.plain > 0) || (run.weak > 0 && isIntroduced(view, run))))
  const hit = view.longest(run.from, Class.name, isName)
  // «بطيش»: a family name alone behind an attached letter is an accident, unless the text tells it in full
  if (run.skip > 0 && hit && hit.entry.row.cells.kind === 'family' && hit.cut.stem.length < 4) return false
  if (
    hit &&
    hit.cut.prefix === 0 &&
    view.isCommon(run.from) &&
    (hit.entry.row.cells.origin !== 'arabic' || (hit.entry.row.cells.kind === 'family' && !view.isDefinite(run.from)))
  )
    return false
  // «بطعمه»: a noun and its pronoun
  if (run.skip > 0 && endsInHeh(view, run.from) && !view.flag(run.from, Flag.tehMarbuta)) return false
  // «من عمر القلب», «رياض الأطفال»: a noun before its genitive
  const mayBeNoun = view.isCommon(run.from) || (hit?.entry.row.cells.origin === 'arabic' && hit.entry.row.cells.kind !== 'family')
  if (mayBeNoun && isGenitiveAt(view, run.to)) return false
  // «التقرير الشهري»: an adjective
  const before = run.from - 1
  if (
    before >= 0 &&
    run.skip === 0 &&
    !view.flag(run.from, Flag.first) &&
    view.isDefinite(run.from) &&
    view.isDefinite(before) &&
    view.isCommon(before) &&
    !view.has(before, Class.title)
  )
    return false
  return run.known === 1 && (!hit || !view.isAmbiguous(hit))
}

/** Whether an ordinary definite noun stands at a token. */
const isGenitiveAt = (view: View, i: number): boolean =>
  i < view.size &&
  !view.flag(i, Flag.first) &&
  view.isArabic(i) &&
  view.isDefinite(i) &&
  view.isCommon(i) &&
  !view.isGrammar(i) &&
  (view.shape(i) & Shape.prepositional) === 0 &&
  !view.has(i, Class.name | Class.title | Class.group)

/** «لحسن الحظ», «سن اليأس» */
function isAllCommon(view: View, run: NameRun): boolean {
  for (let i = run.from; i < run.to; i++) if (!view.isCommon(i)) return false
  return true
}

/** Whether the words around a run tell of a person: «وأوضح وسيم بوثوري أن», «شهاب دغيم، المستشار». */
function isIntroduced(view: View, run: NameRun): boolean {
  const before = run.from - 1
  if (
    before >= 0 &&
    !view.flag(run.from, Flag.first) &&
    run.skip === 0 &&
    (view.find(before, Class.trigger, isSaying) || view.grammar(before) === 'that')
  )
    return true
  const next = view.mark(run.to) !== 0 ? run.to + 1 : run.to
  return view.find(next, Class.title, h => isWhole(h) && !h.entry.weak && h.entry.row.cells.kind === 'post') !== null
}

/** Where a name really begins whose first words no table knows: «سلفان شالوم». Arabic given names begin a name themselves. */
function beforeName(view: View, run: NameRun): number {
  const first = view.longest(run.from, Class.name, isWhole)
  if (!first || (first.entry.row.cells.origin === 'arabic' && first.entry.row.cells.kind !== 'family') || view.flag(run.from, Flag.first))
    return run.from
  let from = run.from
  while (from > 0 && run.from - from < MOST_BEFORE && isNewWord(view, from - 1)) {
    from--
    if (view.flag(from, Flag.first)) break
  }
  return from
}

/** Whether a word stands in no table and has the look of a foreign name: no article, no ـة, no tanween. */
function isNewWord(view: View, i: number): boolean {
  if (!view.isArabic(i) || view.flag(i, Flag.tehMarbuta) || view.flag(i, Flag.tanween)) return false
  if (
    (view.shape(i) & (Shape.common | Shape.definite | Shape.prepositional | Shape.conjoined | Shape.inflected)) !== 0 ||
    view.has(i, ~(Class.name | Class.place))
  )
    return false
  return length(view, i) > 2
}

/** «وفقا لبن هامل» */
const isNasab = (hit: Hit): boolean => isName(hit) && hit.entry.row.cells.kind === 'nasab'

/** «بلدة رام حمدان»: what a place is called. */
const isBehindPlaceHead = (view: View, i: number): boolean =>
  i > 0 &&
  !view.flag(i, Flag.first) &&
  view.find(i - 1, Class.placeHead, h => !h.entry.weak && isNoun(h) && (h.cut.parts & Part.the) === 0) !== null

/** «متحدث باسم»: a word that is part of a title. */
const isInTitle = (view: View, i: number): boolean =>
  i > 0 && view.find(i - 1, Class.title, h => h.length === 2) !== null && view.isCommon(i)

/** «معالي», «الشيخ»: words before a name, though some are names too. */
const isHonorific = (view: View, i: number): boolean =>
  view.find(i, Class.title, h => isNoun(h) && !h.entry.weak && (h.cut.parts & Part.the) !== 0 && h.entry.row.cells.kind === 'post') !==
    null ||
  (view.find(i, Class.title, h => isNoun(h) && h.entry.row.cells.kind === 'honorific') !== null &&
    view.find(i, Class.name, h => isName(h) && !h.entry.weak) === null)

const particles = (run: NameRun): number => (run.to - run.from - run.known - run.weak - run.unknown) * 0.9

/** An unknown word that is said to say something: «قال كوبل إن». */
function findSpeaker(view: View, i: number, emit: Emit): void {
  const from = i + 1
  if (
    from >= view.size ||
    !view.isArabic(from) ||
    view.flag(from, Flag.first) ||
    (view.source.hits.classes[from] as number) !== 0 ||
    !isNewWord(view, from)
  )
    return
  if (view.find(i, Class.trigger, isSaying) === null) return
  let to = from + 1
  while (to < view.size && to < from + 3 && !view.flag(to, Flag.first) && isNewWord(view, to) && !view.has(to, Class.name)) to++
  if (to < view.size && view.isArabic(to) && !isGrammar(view, to) && !view.has(to, Class.name)) return
  if (view.has(to, Class.name)) return // the name that follows takes it along
  emit({ kind: 'person', from, to, skip: 0, drop: 0, score: (to - from) * 0.7, by: 'person-after-saying' })
}

const isSaying = (hit: Hit): boolean =>
  hit.entry.row.cells.type === 'statement' &&
  (hit.entry.form.startsWith('past.3') || hit.entry.form.startsWith('present.3')) &&
  isPlain(hit)

/** The last word of a name that the text tells in full stands for it: «نعوم شومسكي», then «شومسكي». */
function findAgain(view: View, full: readonly NameRun[], emit: Emit): void {
  const { tokens, lexicon } = view.source
  const last = new Set<number>()
  let bits = 0 // of the words in `last`, by their lowest bits: most words are told apart by them
  for (const run of full) {
    if ((run.unknown === 0 && run.known < 2) || !isAlone(view, run.to - 1)) continue
    const word = tokens.word[run.to - 1] as number
    last.add(word)
    bits |= 1 << (word & 31)
  }
  if (bits === 0) return
  const masks = stemMasks(lexicon)
  for (let i = 0; i < view.size; i++) {
    if (tokens.kind[i] !== Kind.word) continue
    const word = tokens.word[i] as number
    let mask = masks[word]
    if (mask === undefined) {
      mask = maskOf(lexicon.stems(word))
      masks[word] = mask
    }
    if ((mask & bits) === 0) continue
    if (((bits >>> (word & 31)) & 1) !== 0 && last.has(word)) {
      if (isAlone(view, i)) emit({ kind: 'person', from: i, to: i + 1, skip: 0, drop: 0, score: 0.72, by: 'person-again' })
      continue
    }
    const stems = lexicon.stems(word)
    let held = false
    for (let s = 1; s < stems.length && !held; s++) {
      const stem = stems[s] as number
      held = ((bits >>> (stem & 31)) & 1) !== 0 && last.has(stem)
    }
    if (!held || !isAlone(view, i)) continue
    const cut = lexicon
      .cuts(word)
      .find(c => c.suffix === 0 && (c.parts & Part.the) === 0 && c.prefix > 0 && last.has(lexicon.words.id(c.stem)))
    if (cut) emit({ kind: 'person', from: i, to: i + 1, skip: cut.prefix, drop: 0, score: 0.7, by: 'person-again' })
  }
}

/** The lowest bits of the ids of all that may remain of a word, itself too, by word. */
const stemMasks = byLexicon((): number[] => [])

function maskOf(stems: Int32Array): number {
  let mask = 0
  for (let s = 0; s < stems.length; s++) mask |= 1 << ((stems[s] as number) & 31)
  return mask
}

/** Whether a word can stand for a person by itself: no ordinary word, no adjective of a people. */
const isAlone = (view: View, i: number): boolean =>
  length(view, i) > 1 &&
  !view.isCommon(i) &&
  !view.has(i, Class.nationality | Class.demonym) &&
  view.find(i, Class.word, h => h.cut.prefix === 0) === null &&
  !isGrammar(view, i)

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
  let kind = '' // of the last particle
  let plain = 0
  let isFamily = false // the last word is a family name
  let isForeign = false // the last word is a name of no Arabic origin
  let isFigure = false // the last word is what a public figure is called
  while (at < view.size && at - i < LONGEST) {
    const first = at === i
    if (!first && pending === 0 && isHyphenated(view, at, expected)) at++
    if (!first && (view.flag(at, Flag.first) || (pending === 0 && startsAnother(view, at, at - i)))) break
    const particle = view.find(at, Class.particle, first ? isName : isWhole)
    const name = view.flag(at, Flag.tanween) ? null : nameAt(view, at, first)
    if (particle && !(name && !name.entry.weak && (name.length > 1 || particle.entry.row.cells.kind === 'second'))) {
      kind = particle.entry.row.cells.kind ?? ''
      if (kind === 'theophoric' && view.isArabic(at + 1) && view.isDefinite(at + 1) && !view.flag(at + 1, Flag.first)) {
        if (first) {
          skip = particle.cut.prefix
          given = true
          if ((particle.cut.parts & (Part.in | Part.as)) !== 0) return null
        }
        known += 2
        pending = 0
        at += 2
        continue
      }
      if (first && kind !== 'kunya' && !expected) break
      if (first) skip = particle.cut.prefix
      at++
      if (kind !== 'second') pending++
      continue
    }
    if (name) {
      // «على» (on) folds to the name علي, «كان» (was) to a family name
      if (isGrammar(view, at) && (!first || name.entry.weak || !expected)) break
      if (first) {
        skip = name.cut.prefix
        // «نجمه المصري»: a noun and its pronoun
        if (!expected && view.isCommon(at) && endsInHeh(view, at) && !view.flag(at, Flag.tehMarbuta)) return null
        // «فاسكو» is no ف + a name
        if ((name.cut.parts & Part.so) !== 0 && name.entry.row.cells.origin !== 'arabic') return null
        given = name.entry.row.cells.kind !== 'family'
        if (view.has(at, Class.nationality | Class.demonym) && (!given || (!expected && name.entry.weak))) return null
        if (!expected && name.cut.prefix > 0 && (name.entry.weak || view.isAmbiguous(name)) && !isJoinedName(view, at, name)) return null
        if (!expected && isWordBeforeName(view, at, name)) return null
        // «رأى تاسك»: a verb; «منى» is a woman's name
        if (!expected && name.entry.weak && name.entry.row.cells.gender !== 'f' && view.flag(at, Flag.maksura) && isVerb(view, at))
          return null
        // «الكبير أحمد طاهر»: an adjective of what stands before
        if (!expected && name.entry.weak && view.isDefinite(at) && view.isCommon(at) && isGivenAt(view, at + 1)) return null
      }
      if (name.entry.weak && !isNameHere(view, at, known + weak + unknown, expected)) break
      const wasFigure = !first && view.find(at - 1, Class.person, isShortName) !== null
      if (
        !first &&
        name.entry.weak &&
        (isFamily || unknown > 0 ? view.isCommon(at) : wasFigure && isForeign && view.isAmbiguous(name)) &&
        pending === 0
      )
        break
      // «مورينيو | بوغبا»: two public figures
      if (!first && isFigure && pending === 0 && at - i === 1 && view.find(at, Class.person, isShortName) !== null) break
      isFigure = view.find(at, Class.person, isShortName) !== null && !given
      isForeign = name.entry.class === Class.name && name.entry.row.cells.origin !== 'arabic'
      isFamily = name.entry.class === Class.person || name.entry.row.cells.kind === 'family'
      if (!name.entry.weak && !(view.isAmbiguous(name) && view.isDefinite(at) && known === 0)) known++
      else {
        weak++
        if (!view.isAmbiguous(name) && name.cut.stem.length > 2 && !(first && view.isCommon(at))) plain++
      }
      at += name.length
      pending = 0
      continue
    }
    if ((view.shape(at) & Shape.joined) !== 0 && !view.has(at, Class.place | Class.country | Class.organization)) {
      if (first) given = true
      known++
      at++
      pending = 0
      continue
    }
    if (
      pending > 0 &&
      (kind === 'nasab' || kind === 'tribe' || kind === 'kunya') &&
      view.isArabic(at) &&
      !isGrammar(view, at) &&
      (view.shape(at) & (Shape.verb | Shape.prepositional)) === 0
    ) {
      unknown++
      pending = 0
      at++
      continue
    }
    if (
      known + weak + unknown > 0 &&
      pending === 0 &&
      !(at - i > 1 && view.isDefinite(at - 1) && view.has(at, Class.nationality)) &&
      (isFamilyOfPeople(view, at, known + (given ? weak : 0), at - i) || isFamilyOfPlace(view, at, known, unknown + weak))
    ) {
      weak++
      at++
      continue
    }
    const mayBeDefinite = (first && expected) || (known > 0 && unknown < 2 && given)
    // «ميغيل أرياس كانيتي»: foreign names of three words
    if (pending === 0 && (known + weak > 2 || (isFamily && at - i > 1)) && !(isForeign && at - i < 3 && isNewName(view, at))) break
    if (!isUnknown(view, at, mayBeDefinite) || (!expected && known === 0 && pending === 0 && !(weak === 1 && given))) break
    if (!first && length(view, at) < 4 && startsWithParticle(view, at)) break
    if (unknown >= MOST_UNKNOWN + (expected ? 1 : 0) || (!first && startsWithAnd(view, at))) break
    unknown++
    pending = 0
    at++
  }
  at -= pending
  if (at <= i || known + weak + unknown === 0) return null
  return { from: i, to: at, skip, known, weak, unknown, given, plain }
}

/** «هيون جو-سونغ»: a hyphen inside a name, no blanks around it, and a word that may be a name behind it. */
const isHyphenated = (view: View, i: number, expected: boolean): boolean =>
  view.mark(i) === HYPHEN &&
  view.flag(i, Flag.glued) &&
  i + 1 < view.size &&
  view.flag(i + 1, Flag.glued) &&
  (view.find(i + 1, Class.name, isWhole) !== null || isUnknown(view, i + 1, expected))

/** The name at a token: of the name lexicon, or the short name of a public figure, which may be the family name of another: «وديانا رزق». */
function nameAt(view: View, i: number, first: boolean): Hit | null {
  if (!view.has(i, Class.name | Class.person)) return null
  const whole = view.longest(i, Class.name, isWhole)
  if (whole) return whole
  const figure = view.longest(i, Class.person, isShortName)
  if (figure || !first) return figure
  return view.longest(i, Class.name, h => isName(h) && !view.isAccident(i, h))
}

const isShortName = (hit: Hit): boolean => hit.length === 1 && isWhole(hit) && !hit.entry.weak

const isForeignName = (view: View, i: number): boolean =>
  view.find(i, Class.name, h => isWhole(h) && h.entry.row.cells.origin === 'arabic') === null

/** «وأشرف عبد الباقي»: a word behind و that is a name because a name follows it. */
function isJoinedName(view: View, i: number, name: Hit): boolean {
  if ((name.cut.parts & PREPOSITIONS) !== 0 || name.entry.row.cells.kind === 'family') return false
  const next = i + name.length
  if (next >= view.size || view.flag(next, Flag.first)) return false
  return (
    view.find(next, Class.name | Class.particle, h => isWhole(h) && (!h.entry.weak || !view.isAmbiguous(h))) !== null ||
    (view.shape(next) & Shape.joined) !== 0
  )
}

const isGivenAt = (view: View, i: number): boolean =>
  i < view.size &&
  !view.flag(i, Flag.first) &&
  view.find(i, Class.name, h => isWhole(h) && !h.entry.weak && h.entry.row.cells.kind !== 'family') !== null

/** Whether a word that a name can be is an ordinary one before a name: «أمر صدام حسين», «ناشد محرم الراغب», «أمل فرويد». */
function isWordBeforeName(view: View, i: number, name: Hit): boolean {
  const next = i + name.length
  if (next >= view.size || view.flag(next, Flag.first) || !(view.isAmbiguous(name) || (name.entry.weak && view.isCommon(i)))) return false
  // «أشرف مانشيني على»
  if (!name.entry.weak)
    return view.find(next, Class.person, h => isShortName(h) && h.entry.row.cells.country !== '') !== null && isForeignName(view, next)
  if (view.find(next, Class.person, h => isWhole(h) && h.length > 1 && !h.entry.weak)) return true
  // «عهد الأسد», «عودة سوريا»: a noun and its genitive
  if (view.isCommon(i) && !view.isDefinite(i) && view.isDefinite(next) && view.find(next, Class.person, isShortName)) return true
  if (view.isCommon(i) && view.find(next, Class.country, h => isWhole(h) && !h.entry.weak)) return true
  const follower = view.longest(next, Class.name, isWhole)
  if (!follower || follower.entry.weak) return false
  const { kind, origin = '' } = follower.entry.row.cells
  // «سعيد شيرازي» is a name: neighbours share the Arabic given names
  if (name.entry.row.cells.origin === 'arabic' && (view.isAmbiguous(name) ? origin !== 'arabic' : !NEIGHBOURS.has(origin))) return true
  // «أمر صدام حسين», «وناشد الربيعة»; «طالب الدوسري» is a name
  return view.isPlainVerb(i) && (kind === 'given' || name.cut.prefix > 0)
}

/** Origins of names beside which Arabic given names stand. */
const NEIGHBOURS = new Set(['arabic', 'persian', 'turkish', 'kurdish', 'amazigh', 'african', 'asian'])

/** Whether a word is one of grammar, as it stands or behind و, ف: a name never runs over it. */
const isGrammar = (view: View, i: number): boolean =>
  view.find(
    i,
    Class.word,
    h => (h.cut.parts & (Part.the | Part.will)) === 0 && h.cut.suffix === 0 && (h.cut.prefix === 0 || h.cut.stem.length > 1),
  ) !== null

/** Whether another phrase begins here: «محمد خميس | وعباس عثمان», «كوفي أنان | الأمين العام». */
function startsAnother(view: View, i: number, before: number): boolean {
  if (before === 1 && view.has(i, Class.name) && view.find(i, Class.name, isWhole) && view.find(i, Class.title, h => h.length > 1) === null)
    return false
  if (
    view.find(i, Class.name | Class.person, isWhole) === null &&
    view.find(i, Class.name | Class.person | Class.title | Class.nationality, h => (h.cut.parts & (Part.and | Part.so)) !== 0)
  )
    return true
  return view.find(i, Class.title, h => isNoun(h) && !h.entry.weak && (h.length > 1 || (h.cut.parts & Part.the) !== 0)) !== null
}

/** Whether a word that is also an ordinary one is a name after `before` name words: «محمد كريم» but not «محمد قال», not «محمد صبري أمل الأهلي». */
function isNameHere(view: View, i: number, before: number, expected: boolean): boolean {
  if (before === 0) return expected || view.has(i + 1, Class.name | Class.particle) || isNewName(view, i + 1)
  // «جون أوبي ميكل | قائد نيجيريا»: the post of who was named
  if (view.isCommon(i) && view.find(i, Class.title, h => isWhole(h) && h.entry.row.cells.kind === 'post') && isOfSomething(view, i + 1))
    return false
  if (before < 2 || !view.isCommon(i)) return true
  return i + 1 >= view.size || view.flag(i + 1, Flag.first) || !view.isDefinite(i + 1) || view.has(i + 1, Class.name)
}

/** Whether a definite noun, a country or an organization begins at a token. */
const isOfSomething = (view: View, i: number): boolean =>
  i < view.size &&
  !view.flag(i, Flag.first) &&
  (view.find(i, Class.country | Class.organization | Class.orgHead, h => isWhole(h) && !h.entry.weak) !== null || view.isDefinite(i))

const isNewName = (view: View, i: number): boolean =>
  i < view.size && !view.flag(i, Flag.first) && (view.source.hits.classes[i] as number) === 0 && isNewWord(view, i)

/** Whether an adjective of a people can be a family name here: «طارق الهاشمي», «محمد المصري». */
function isFamilyOfPeople(view: View, i: number, known: number, before: number): boolean {
  if (known === 0 || view.flag(i, Flag.tehMarbuta) || (!view.isDefinite(i) && before > 1)) return false
  return (
    view.find(
      i,
      Class.nationality | Class.demonym,
      h => !h.entry.weak && h.cut.suffix === 0 && (h.cut.parts & ~Part.the) === 0 && h.entry.form === 'm',
    ) !== null
  )
}

/** Whether a small place's name is a family name here: «علي الحجار» after one given name. */
function isFamilyOfPlace(view: View, i: number, known: number, more: number): boolean {
  if (known === 0 || more > 0 || !view.has(i, Class.place)) return false
  const place = view.find(i, Class.place, h => isWhole(h) && h.length === 1)
  return (
    place !== null &&
    !view.isCommon(i) &&
    !isGrammar(view, i) &&
    Number(place.entry.row.cells.population || 0) < LARGE &&
    !view.has(i, Class.country | Class.area)
  )
}

/** A town with more people is no family name. */
const LARGE = 400_000

const endsInHeh = (view: View, i: number): boolean => view.source.tokens.text.units[(view.source.tokens.end[i] as number) - 1] === HEH

/** «بضم»: too short to tell the letter that is attached. */
const startsWithParticle = (view: View, i: number): boolean => {
  const unit = view.source.tokens.text.units[view.source.tokens.start[i] as number]
  return unit === BEH || unit === LAM || unit === WAW
}

/** «هاري | وميغن ماركل»: a long unknown word with و first is two. */
const startsWithAnd = (view: View, i: number): boolean =>
  length(view, i) > 4 && view.source.tokens.text.units[view.source.tokens.start[i] as number] === WAW

/** What the tables may know of a word that is an unknown name all the same. */
const NAME_CLASSES = Class.name | Class.particle | Class.person
/** Proper names, which take no pronoun: «بسيوني» is no بسيون + ي. */
const PROPER = PLACES | Class.organization

/** Whether a word can be an unknown name: Arabic letters, in no table of other words, not an ordinary word, not definite. */
export function isUnknown(view: View, i: number, mayBeDefinite: boolean): boolean {
  if (!view.isArabic(i)) return false
  const shape = view.shape(i)
  if (
    (shape & (Shape.common | Shape.verb | Shape.prepositional | Shape.conjoined | Shape.inflected)) !== 0 ||
    view.flag(i, Flag.tanween) ||
    (!mayBeDefinite && (shape & Shape.definite) !== 0) ||
    length(view, i) < 3
  )
    return false
  if (((view.source.hits.classes[i] as number) & ~NAME_CLASSES) === 0) return true
  return view.find(i, ~NAME_CLASSES, isSerious) === null
}

/** A hit that is no accident of letters: nothing but the article taken off, or much left. */
function isSerious({ cut, entry }: Hit): boolean {
  if (cut.suffix > 0 && entry.class === Class.word) return cut.stem.length > 2
  if (cut.suffix > 0)
    return (
      (entry.class & (PROPER | Class.nationality | Class.demonym)) === 0 &&
      cut.stem.length > 3 + (cut.prefix > 0 || cut.suffix === 1 ? 1 : 0)
    )
  if ((entry.class & PROPER) !== 0 && (cut.parts & (Part.the | Part.will)) !== 0) return false
  return cut.prefix === 0 || entry.class === Class.word || (cut.parts & Part.the) !== 0 || cut.stem.length > 3
}

const length = (view: View, i: number): number => (view.source.tokens.end[i] as number) - (view.source.tokens.start[i] as number)

/** Whether a word is a finite verb: an ordinary one, or one of the event files. */
export function isVerb(view: View, i: number): boolean {
  return (
    view.isPlainVerb(i) ||
    view.find(i, Class.trigger, h => h.entry.form.startsWith('p') && h.entry.form.includes('.') && isPlain(h)) !== null
  )
}
