import { Class, PLACES } from '../../lexicon/classes.ts'
import type { Hit, Row } from '../../lexicon/lexicon.ts'
import { ALEF, ARABIC_COMMA, COMMA, HASH, OPEN_PAREN, QUOTE } from '../../text/chars.ts'
import { Flag } from '../../token/token.ts'
import type { Candidate } from '../finder.ts'
import { isVerb, type NameRun, readName } from './person.ts'
import { isNameAdjective, isRelational, readTail } from './tail.ts'
import { hasPreposition, isName, isNoun, isWhole, Part, Shape, type View } from './view.ts'

/** What the finder understood of a title: «وزير الخارجية المغربي ناصر بوريطة». */
export interface TitleContent {
  /** Row of the title: kind post, honorific, rank, occupation, epithet. Null for «نظيره»: the post named before, of another country. */
  readonly row: Row | null
  readonly form: string
  /** Tokens of the title as the text states it, without country, organization and name: «وزير الخارجية». */
  readonly words: readonly [from: number, to: number]
  /** ISO code of the country, from an adjective or a name: «المغربي» -> MA. */
  readonly country: string
  /** Tokens of the organization or place that the post belongs to, if one is named. */
  readonly of: readonly [from: number, to: number] | null
  /** former, acting, … */
  readonly modifier: string
  /** Tokens of the person who follows, or null. */
  readonly person: readonly [from: number, to: number] | null
  readonly plural: boolean
}

const PROPER = PLACES | Class.organization
/** After how many words a name can still follow a title. */
const LONGEST = 14

/** Finds titles and posts with what belongs to them, and the person's name that follows. */
export function findTitles(view: View, emit: (candidate: Candidate) => void): void {
  for (let i = 0; i < view.size; i++) {
    if (view.has(i, Class.word) && view.grammar(i) === 'counterpart') readCounterpart(view, i, emit)
    const title = view.longest(i, Class.title, isNoun)
    if (!title) continue
    const end = readTitle(view, i, title, emit)
    if (end > i + 1) i += title.length - 1
  }
}

/** Reads a title from its head; emits it and the name behind it. Returns its end. */
function readTitle(view: View, from: number, head: Hit, emit: (candidate: Candidate) => void): number {
  let at = from + head.length
  let words = at
  let country = ''
  let of: [number, number] | null = null
  let modifier = ''
  const { takes = '', kind = '' } = head.entry.row.cells
  const definite = ((head.cut.parts & Part.the) !== 0 || view.isDefinite(from)) && !isSpokesman(view, from + head.length - 1)
  const nominal = kind === 'post' || kind === 'occupation' || kind === 'rank' || (kind === 'epithet' && takes.includes('org'))
  const within = head.length > 1 && nominal ? organizationWithin(view, from + 1, at) : null
  if (within) {
    of = [within.from, within.to]
    country = within.country
    at = within.to
    // the name of an organization that the tables know is no part of the title
    words = within.listed ? within.from : at
  }
  while (nominal && at < view.size && at - from < LONGEST && !view.flag(at, Flag.first)) {
    const portfolio = at === words ? view.longest(at, Class.portfolio, h => isWhole(h)) : null
    if (portfolio && takes.includes('portfolio')) {
      at += portfolio.length
      words = at
      continue
    }
    const mod = view.find(at, Class.modifier, h => isNoun(h) && (h.cut.parts & ~Part.the) === 0)
    if (mod) {
      modifier ||= mod.entry.row.cells.meaning ?? ''
      at += mod.length
      continue
    }
    const adjective = view.longest(at, Class.nationality, h => isNoun(h) && (h.cut.parts & ~Part.the) === 0)
    if (adjective && !(country !== '' && view.has(at, Class.name))) {
      country ||= adjective.entry.row.cells.id ?? ''
      at += adjective.length // «الزعيم الكوري الشمالي»
      continue
    }
    if (of || !(takes === '' || /org|country|place|portfolio/.test(takes))) break
    const proper = view.longest(
      at,
      PROPER,
      h =>
        isName(h) &&
        (h.cut.prefix === 0 || h.cut.parts === Part.to || (h.cut.parts === Part.in && h.entry.class === Class.country)) &&
        !(h.entry.weak && view.has(at, Class.name)),
    )
    if (proper && (!definite || proper.cut.prefix > 0)) {
      if (proper.entry.class === Class.country) country ||= proper.entry.row.cells.id ?? ''
      of = [at, at + proper.length]
      at += proper.length
      continue
    }
    const inner = view.longest(at, Class.orgHead | Class.placeHead, h => isNoun(h) && (h.cut.parts & ~(Part.the | Part.to)) === 0)
    if (inner && (!definite || (inner.cut.parts & Part.to) !== 0)) {
      const tail = readTail(view, at + inner.length, { definite: (inner.cut.parts & Part.the) !== 0, persons: false })
      if (tail.words === 0 && (inner.cut.parts & Part.the) === 0) break
      country ||= tail.country
      of = [at, tail.to]
      // «رئيس هيئة الأركان»: a short name goes with the title
      if (inner.entry.class === Class.orgHead && at === words && tail.to - at <= SHORT && tail.country === '') words = tail.to
      at = tail.to
      continue
    }
    const complement = at === words && !view.has(at, Class.name) ? readComplement(view, at, definite) : at
    if (complement === at) break
    at = complement
    words = at
  }
  // «متحدث باسم جان كلود يونكر»: whom a title speaks for does not hold it
  const isFor = at === from + head.length && head.entry.row.cells.id === 'spokesman'
  let person = isFor ? null : readPersonAfter(view, at, head.entry.weak ? 'weak' : kind, definite && head.entry.form !== 'plural', emit)
  if (!person && nominal && head.entry.form !== 'plural') {
    // «السفيرة الأمريكية لدى الأمم المتحدة | نيكي هايلي»
    const end = readSeat(view, at)
    if (end > at) {
      person = readPersonAfter(view, end, 'seat', definite, emit)
      if (person) {
        of ??= view.longest(at, PROPER, isName) ? [at, end] : [at + 1, end]
        at = end
      }
    }
  }
  // «الدولي», «الإعلامية» are adjectives unless a name follows
  // «محمد صلاح، نجم ليفربول»: nor unless it is of something
  const isOf = of !== null && takes.includes('org') && (!definite || head.length > 1)
  if ((kind === 'occupation' || kind === 'epithet') && !isOf) {
    if (head.length === 1 && !person && !definite) return at
    if (!(person && person.known > 0)) return at
  }
  if (kind === 'kin' && !(person && person.known > 0)) return at
  const content: TitleContent = {
    row: head.entry.row,
    form: head.entry.form,
    words: [from, words],
    country,
    of,
    modifier,
    person: person ? [person.from, person.to] : null,
    plural: head.entry.form === 'plural',
  }
  const skip = head.cut.prefix - head.cut.article
  emit({
    kind: 'title',
    from,
    to: at,
    skip,
    drop: 0,
    score: at - from + (person ? 0.5 : 0) - (head.entry.weak && !person ? 0.6 : 0),
    by: head.entry.row.by,
    entry: head.entry,
    content,
  })
  return at
}

/** A name of an organization with as many words belongs to the title. */
const SHORT = 2
/** Nouns between a title and the definite noun that ends it: «مدير لجنة تنظيم المؤتمر». */
const MOST_NOUNS = 3
const OTHER =
  Class.country |
  Class.place |
  Class.area |
  Class.person |
  Class.organization |
  Class.title |
  Class.orgHead |
  Class.nationality |
  Class.modifier

/** The end of the common nouns and adjectives that complete a title at `i`: «مدير | الكرة», «المستشار | السياسي», «رئيس | بحوث النفط»; `i` if there are none. */
function readComplement(view: View, i: number, definite: boolean): number {
  let at = i
  if (!definite) {
    let nouns = 0
    while (nouns < MOST_NOUNS && isPlainNoun(view, at) && !view.isDefinite(at)) {
      nouns++
      at++
    }
    if (!isPlainNoun(view, at) || !view.isDefinite(at)) return i
    at++
  }
  while (
    at < i + 6 &&
    isPlainNoun(view, at) &&
    (isRelational(view, at) || isNameAdjective(view, at)) &&
    !view.has(at, Class.name | Class.demonym)
  )
    at++
  return at
}

/** «المتحدث باسم»: the title goes on though it is definite. */
const isSpokesman = (view: View, i: number): boolean => view.find(i, Class.name, h => h.cut.prefix === 0) !== null

/** Whether a word is an ordinary noun with nothing but the article before it. */
function isPlainNoun(view: View, i: number): boolean {
  if (i >= view.size || view.flag(i, Flag.first) || !view.isCommon(i) || view.has(i, OTHER) || view.isGrammar(i) || isVerb(view, i))
    return false
  return (view.shape(i) & (Shape.prepositional | Shape.conjoined)) === 0
}

/** The end of «لدى الأمم المتحدة», «ببرلين», «في البيت الأبيض» behind a title, or `i`. */
function readSeat(view: View, i: number): number {
  if (i + 1 >= view.size || view.flag(i, Flag.first) || view.flag(i + 1, Flag.first)) return i
  const here = view.longest(i, PROPER, h => isName(h) && (h.cut.parts & (Part.in | Part.to)) !== 0)
  if (here) return i + here.length
  if (view.grammar(i) !== 'place') return i
  const proper = view.longest(i + 1, PROPER, isWhole)
  return proper ? i + 1 + proper.length : i
}

/** «رئيس حزب | الاتحاد», «رئيس اللجنة المنظمة»: the organization that begins inside a title's own words, with where it ends. */
function organizationWithin(view: View, from: number, to: number): { from: number; to: number; country: string; listed: boolean } | null {
  for (let k = from; k < to; k++) {
    const listed = view.longest(k, Class.organization, h => isName(h) && !h.entry.weak)
    if (listed && k + listed.length >= to)
      return { from: k, to: k + listed.length, country: listed.entry.row.cells.country ?? '', listed: true }
    const head = view.longest(k, Class.orgHead, isNoun)
    if (!head || k + head.length < to) continue
    const tail = readTail(view, k + head.length, { definite: (head.cut.parts & Part.the) !== 0, persons: false })
    if (tail.words > 0) return { from: k, to: tail.to, country: tail.country, listed: false }
    // «رئيس الحكومة»: of a country
    return STATE.has(head.entry.row.cells.kind ?? '') || (head.cut.parts & Part.the) === 0
      ? null
      : { from: k, to: k + head.length, country: '', listed: false }
  }
  return null
}

const STATE = new Set(['government', 'parliament', 'military', 'ministry'])

/** «ونظيره الأمريكي أنتوني بلينكن»: the same post for another country. */
function readCounterpart(view: View, i: number, emit: (candidate: Candidate) => void): void {
  const hit = view.find(i, Class.word, h => h.entry.row.cells.kind === 'counterpart') as Hit
  let at = i + 1
  const adjective = view.find(at, Class.nationality, h => isNoun(h) && (h.cut.parts & ~Part.the) === 0)
  if (adjective) at++
  const person = readPersonAfter(view, at, 'post', true, emit)
  const content: TitleContent = {
    row: null,
    form: '',
    words: [i, i + 1],
    country: adjective?.entry.row.cells.id ?? '',
    of: null,
    modifier: '',
    person: person ? [person.from, person.to] : null,
    plural: false,
  }
  emit({ kind: 'title', from: i, to: at, skip: hit.cut.prefix, drop: 0, score: at - i + 0.5, by: hit.entry.row.by, content })
}

/** The name that follows a title, honorifics between them passed over: «وزير الصحة الدكتور محمد أمين». */
function readPersonAfter(view: View, from: number, kind: string, definite: boolean, emit: (candidate: Candidate) => void): NameRun | null {
  let at = from
  for (let skipped = 0; skipped < 4; skipped++) {
    const mark = view.mark(at)
    if ((mark === ARABIC_COMMA || mark === COMMA || mark === OPEN_PAREN || mark === QUOTE) && skipped === 0 && kind !== 'honorific') {
      at++
      continue
    }
    // «الرئيس الروسي، #فلاديمير_بوتين»
    if (mark === HASH) {
      at++
      continue
    }
    const honorific = view.longest(at, Class.title, h => isWhole(h) && /honorific|rank/.test(h.entry.row.cells.kind ?? ''))
    if (!honorific || view.flag(at, Flag.first)) break
    at += honorific.length
  }
  if (at >= view.size || view.flag(at, Flag.first)) return null
  // «محافظة المثنى»: a region, no lady governor
  if (view.find(at - 1, Class.placeHead, h => !h.entry.weak && isNoun(h) && (h.cut.parts & Part.the) === 0) !== null) return null
  const listed = view.longest(at, Class.person, h => isWhole(h))
  const comma = view.mark(from) !== 0 && view.mark(from) !== HASH
  const trusted = kind === 'post' || kind === 'seat' || kind === 'rank' || kind === 'honorific'
  if (
    view.find(at, Class.title, h => isNoun(h) && h.entry.row.cells.kind === 'post' && (h.cut.parts & ~Part.the) === 0) &&
    view.find(at, Class.name, h => isWhole(h) && !h.entry.weak) === null
  )
    return null
  const run =
    isVerb(view, at) && !view.has(at, Class.name) ? null : readName(view, at, !comma && (trusted || (kind === 'occupation' && definite)))
  if (run && hasPrepositionAt(view, at)) return null
  if (listed && (!run || at + listed.length >= run.to)) {
    return { from: at, to: at + listed.length, skip: 0, known: listed.length, weak: 0, unknown: 0, given: true, plain: 0 }
  }
  // «ظهير سان جيرمان»
  if (!listed && view.find(at, Class.organization, h => h.length > 1 && isWhole(h)) !== null) return null
  if (!run || run.skip > 0 || (comma && run.known === 0)) return null
  const length = run.to - run.from
  if (kind === 'weak' && run.known === 0) return null
  // «الفنان الكبير | عادل إمام»
  if (run.known === 0 && length === 1 && run.weak === 1 && view.isDefinite(at) && view.isCommon(at)) return null
  // «رئاسة الوزراء لاغية»
  if (run.unknown === 1 && length === 1 && view.flag(at, Flag.tehMarbuta)) return null
  // «زعيما إيرانيا»: two words in the accusative
  if (run.known === 0 && length === 1 && at > 0 && endsInAlef(view, at) && endsInAlef(view, at - 1)) return null
  // «الفريق الوحداوي»: a single definite word that no table knows is a name only where the phrase ends
  if (
    run.known === 0 &&
    length === 1 &&
    view.isDefinite(at) &&
    (!isNameEnd(view, run.to) || view.has(run.to, Class.word) || view.flag(at, Flag.tehMarbuta))
  )
    return null
  // one ordinary word («صاحب السمو أمير البلاد») and one unknown word after a mere honorific are no name
  if (
    run.known === 0 &&
    length === 1 &&
    (kind === 'honorific' || kind === 'occupation'
      ? run.weak + run.unknown > 0 && !isNameEnd(view, run.to)
      : run.weak > 0 && view.isCommon(at))
  )
    return null
  emit({ kind: 'person', from: run.from, to: run.to, skip: 0, drop: 0, score: length * 0.95 + 0.3, by: 'person-after-title' })
  return run
}

const endsInAlef = (view: View, i: number): boolean =>
  view.source.tokens.text.units[(view.source.tokens.end[i] as number) - 1] === ALEF && !view.isDefinite(i)

/** Whether a name may end before token `i`: a mark, a verb, a word of grammar. */
const isNameEnd = (view: View, i: number): boolean =>
  i >= view.size || view.flag(i, Flag.first) || view.mark(i) !== 0 || isVerb(view, i) || view.has(i, Class.word)

function hasPrepositionAt(view: View, i: number): boolean {
  return view.find(i, Class.name, h => !hasPreposition(h)) === null && view.find(i, Class.name, hasPreposition) !== null
}
