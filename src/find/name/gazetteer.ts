import { Class, PLACES } from '../../lexicon/classes.ts'
import type { Entry, Hit, Row } from '../../lexicon/lexicon.ts'
import { byLexicon } from '../../lexicon/memory.ts'
import { HYPHEN, OPEN_PAREN, QUOTE } from '../../text/chars.ts'
import { Kind } from '../../token/token.ts'
import type { Candidate, MentionKind } from '../finder.ts'
import { isOrdinary } from './shape.ts'
import { isRelational } from './tail.ts'
import { Flag, isName, isPlain, isWhole, Part, Shape, type View } from './view.ts'

const NAMES = PLACES | Class.person | Class.organization

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
/** A name of several words beats the names that its words are: «ريال مدريد». */
const LONGER = 0.15
/** Where no sport is told, a town's name is the town's: «ليل», «فياريال». */
const NO_SPORT = 0.2
/** In news of sport the name of a town is its club's: «فاز برشلونة». */
const CLUB_FIRST = 0.05
const SPORT_WORDS = 4
/** The first letter of «صفر». */
const SAD = 0x0635
const SPORT_SHARE = 0.012
/** A text of fewer tokens is one of sport by fewer words. */
const SHORT_TEXT = 120
/** A town with more people is meant behind «في» though its name is an ordinary word. */
const LARGE = 150_000
/** A letter taken off makes a reading less likely: «بلال» is no ب + لال. */
const PREFIX = 0.02

/**
 * Names that stand in the tables. A weak one («قم») needs a word before it that asks for such a name, or the same thing under a strong name
 * elsewhere in the text.
 */
export function findGazetteer(view: View, emit: (candidate: Candidate) => void): void {
  const { at, classes } = view.source.hits
  let strong: Set<Row> | null = null
  const towns: { from: number; hit: Hit; entries: readonly Entry[] }[] = []
  const weak: { from: number; hit: Hit; entries: readonly Entry[] }[] = []
  for (let i = 0; i < view.size; i++) {
    if (((classes[i] as number) & NAMES) === 0) continue
    const hits = at[i] as readonly Hit[]
    for (let h = 0; h < hits.length; h++) {
      const hit = hits[h] as Hit
      if ((hit.entry.class & NAMES) === 0 || !isName(hit) || isRepeat(hits, h) || view.isAccident(i, hit)) continue
      if (hit.length === 1 && (view.flag(i, Flag.tanween) || isGrammarWord(view, i, hit))) continue
      const entries = sameSpan(hits, h)
      if (hit.length > 1 && isBehindHead(view, i, hit)) continue
      const sure =
        view.isAmbiguous(hit) || isVerbAlone(view, i, hit) || isAdjective(view, i, hit) || isPersonName(view, i, hit)
          ? []
          : entries.filter(e => !e.weak)
      if (sure.length === 0) {
        weak.push({ from: i, hit, entries })
        continue
      }
      if (hit.entry.class !== Class.organization && isCompetition(view, i - 1)) continue
      if (hit.entry.class === Class.country && hit.length === 1 && isAttribute(view, i)) continue
      if (hit.length === 1 && (hit.entry.class & Class.place) !== 0 && isSpeaker(view, i, sure[0] as Entry)) continue
      if (hit.length === 1 && sure[0]?.row.cells.kind === 'club' && view.find(i, Class.place, isName)) {
        towns.push({ from: i, hit, entries: sure })
        continue
      }
      if (hit.entry.class === Class.organization && (hit.length === 1 ? isAttributeOf(view, i) : isPolicy(view, i))) continue
      if (hit.length === 1 && hit.entry.class === Class.place && (isInTitle(view, i) || isBehindKunya(view, i, hit))) continue
      strong ??= new Set()
      for (const entry of sure) strong.add(entry.row)
      emit(candidateOf(i, hit, sure, 0))
    }
  }
  if (weak.length === 0 && towns.length === 0) return
  let sport = -1 // not counted yet
  const isSport = (least: number): boolean => {
    if (sport < 0) sport = countSport(view)
    return sport >= SPORT_WORDS ? sport >= view.size * SPORT_SHARE : sport >= least && view.size < SHORT_TEXT
  }
  const isTeamHere = (from: number, hit: Hit, clubs: readonly Entry[]): boolean =>
    !hasPlacePreposition(view, from, hit) && (isClub(view, from, hit, clubs) || isSport(2) || (isOpponent(view, from, hit) && isSport(1)))
  for (const { from, hit, entries } of towns) {
    const isTeam = isTeamHere(from, hit, entries)
    emit(candidateOf(from, hit, entries, isTeam ? -CLUB_FIRST : NO_SPORT))
  }
  for (const { from, hit, entries } of weak) {
    const clubs = hit.entry.class === Class.organization ? entries.filter(e => e.row.cells.kind === 'club') : NONE
    // «الشرق الأوسط» in quotes is the newspaper
    const papers = hit.entry.class === Class.organization ? entries.filter(e => e.row.cells.kind === 'media') : NONE
    if (papers.length > 0 && view.mark(from - 1) === QUOTE && view.mark(from + hit.length) === QUOTE) {
      emit(candidateOf(from, hit, papers, -CLUB_FIRST))
      continue
    }
    if (clubs.length > 0 && isTeamHere(from, hit, clubs) && (isClub(view, from, hit, clubs) || !isOtherwise(view, from, hit))) {
      emit(candidateOf(from, hit, clubs, -CLUB_FIRST))
      continue
    }
    // «الرئيس السوداني» is no Mr Sudani unless the text has told his full name
    const isPeople = hit.entry.class === Class.person && isAdjective(view, from, hit)
    const known = strong ? entries.filter(e => (strong as Set<Row>).has(e.row)) : NONE
    const isTold = known.length > 0 && hit.entry.class !== Class.country
    if (!isTold && (isPeople || !(isSupported(view, from, hit) || isAtHome(view, from, hit, entries, strong)))) continue
    if (hit.entry.class === Class.organization || !isCompetition(view, from - 1))
      emit(candidateOf(from, hit, known.length > 0 ? known : entries, WEAK))
  }
}

const NONE: readonly Entry[] = []

/** «جزيرة كيش»: the noun before is no part of a name that the same row has without it. */
function isBehindHead(view: View, i: number, hit: Hit): boolean {
  if (
    view.find(i, Class.placeHead, h => (h.cut.parts & Part.the) === 0 && h.cut.suffix === 0) === null ||
    (hit.entry.class & (Class.place | Class.area | Class.country)) === 0
  )
    return false
  return view.find(i + 1, hit.entry.class, h => h.entry.row === hit.entry.row && h.length === hit.length - 1 && isWhole(h)) !== null
}

/** Whether a name of a place or person is an adjective of a people as well: «الصينية», «السوداني». */
const isAdjective = (view: View, i: number, hit: Hit): boolean =>
  hit.length === 1 &&
  (hit.entry.class & (Class.place | Class.person)) !== 0 &&
  view.find(i, Class.nationality | Class.demonym, h => !h.entry.weak && (h.cut.parts & Part.the) !== 0 && h.cut.suffix === 0) !== null

/** Whether a club's name is more often something else where it stands: a country, an adjective of a people, an ordinary word («الاتحاد الدولي», «درع الخليج»). */
function isOtherwise(view: View, i: number, hit: Hit): boolean {
  if (view.find(i, Class.country | Class.area, h => h.cut.suffix === 0) || view.isGrammar(i)) return true
  if (view.find(i, Class.nationality | Class.demonym, h => h.cut.suffix === 0 && (h.cut.parts & Part.the) !== 0)) return true
  if (i > 0 && view.has(i - 1, Class.placeHead | Class.venueHead) && view.find(i - 1, Class.orgHead, isClubCue) === null) return true
  if (hit.length > 1 || !isOrdinary(view.source.lexicon, hit.cut)) return false
  const next = i + 1
  if (next < view.size && !view.flag(next, Flag.first) && view.isDefinite(next) && !view.has(next, Class.nationality | Class.place))
    return true
  const before = i - 1
  if (before < 0 || view.flag(i, Flag.first)) return true
  // «المهاجم الصريح»
  if (hit.cut.prefix === 0 && view.isDefinite(i) && view.isDefinite(before) && view.isCommon(before)) return true
  if (view.find(before, Class.trigger | Class.orgHead | Class.title, isClubCue) !== null) return false
  if (isOpponent(view, i, hit)) return false
  if (view.has(i, Class.group | Class.orgHead | Class.placeHead | Class.title | Class.number | Class.date | Class.portfolio)) return true
  return hit.cut.prefix === 0 && !OPPOSING.has(view.grammar(before))
}

/** Kinds of words of grammar behind which an opponent stands: «على الاتحاد», «مع النصر». */
const OPPOSING = new Set(['place', 'with', 'between', 'preposition'])

/** «فوز الاتحاد», «لاعب النصر», «فريق الشباب». */
function isClubCue({ entry }: Hit): boolean {
  const { cells } = entry.row
  if (entry.class === Class.trigger) return cells.type === 'sport'
  if (entry.class === Class.orgHead) return cells.kind === 'club' || cells.kind === 'team'
  return cells.kind === 'occupation' && (cells.takes ?? '').includes('org')
}

/** «المساعدات السعودية»: the country's name is an adjective here, behind a definite noun. */
const isAttribute = (view: View, i: number): boolean =>
  i > 0 &&
  !view.flag(i, Flag.first) &&
  view.has(i, Class.nationality) &&
  view.isDefinite(i) &&
  view.find(i, Class.nationality, h => h.entry.form === 'f' && (h.cut.parts & ~Part.the) === 0) !== null &&
  view.isDefinite(i - 1) &&
  view.isCommon(i - 1) &&
  !view.has(i - 1, Class.country | Class.date)

/** «السياسة الخارجية الأمريكية»: the name of a ministry is an adjective here. */
const isPolicy = (view: View, i: number): boolean =>
  i > 0 &&
  !view.flag(i, Flag.first) &&
  view.flag(i, Flag.tehMarbuta) &&
  view.flag(i - 1, Flag.tehMarbuta) &&
  isRelational(view, i) &&
  view.isDefinite(i - 1) &&
  view.isCommon(i - 1) &&
  !view.has(i - 1, Class.orgHead | Class.title)

/** «فيلم "طرب فاشن"»: the second of two words in quotes is no town. */
const isInTitle = (view: View, i: number): boolean =>
  view.mark(i + 1) === QUOTE &&
  view.mark(i - 2) === QUOTE &&
  view.isArabic(i - 1) &&
  !view.isGrammar(i - 1) &&
  !view.has(i - 1, Class.placeHead | Class.venueHead | Class.orgHead)

/** «سعد بن أبي وقاص» */
const isBehindKunya = (view: View, i: number, hit: Hit): boolean =>
  i > 0 &&
  hit.cut.prefix === 0 &&
  !view.flag(i, Flag.first) &&
  view.find(
    i - 1,
    Class.particle,
    h => isName(h) && (h.entry.row.cells.kind === 'kunya' || h.entry.row.cells.kind === 'nasab') && h.cut.stem.length < 4,
  ) !== null

/** «المؤسسة العربية»: the channel's name is an adjective here. */
const isAttributeOf = (view: View, i: number): boolean =>
  i > 0 &&
  !view.flag(i, Flag.first) &&
  view.has(i, Class.nationality | Class.demonym) &&
  view.isDefinite(i) &&
  view.isDefinite(i - 1) &&
  view.isCommon(i - 1)

/** Whether a name of an organization is a person's name as well: «إيرينا». */
const isPersonName = (view: View, i: number, hit: Hit): boolean =>
  hit.length === 1 &&
  hit.entry.class === Class.organization &&
  view.find(i, Class.name, h => isWhole(h) && !h.entry.weak && h.entry.row.cells.kind !== 'family') !== null

/** «وقال بوار إن»: who says something is no small town. */
const isSpeaker = (view: View, i: number, { row }: Entry): boolean =>
  i > 0 &&
  row.table.includes('/cities') &&
  Number(row.cells.population || 0) < LARGE &&
  view.find(i - 1, Class.trigger, h => h.entry.row.cells.type === 'statement' && h.entry.form.includes('.3')) !== null

/** «كأس | إسبانيا»: a place that is part of the name of a competition. */
const isCompetition = (view: View, i: number): boolean =>
  i >= 0 && view.find(i, Class.word, h => h.entry.row.cells.kind === 'competition') !== null

/** Whether the words around a club's name tell that it is one: «مضيفه ليون», «ليون الفرنسي», «ليون (فرنسا)». */
function isClub(view: View, from: number, hit: Hit, clubs: readonly Entry[]): boolean {
  const next = from + hit.length
  if (from > 0 && view.find(from - 1, Class.word, h => h.entry.row.cells.kind === 'side') !== null) return true
  const adjective = view.find(next, Class.nationality, h => h.entry.form === 'm' && (h.cut.parts & Part.the) !== 0)
  if (adjective) return clubs.some(c => c.row.cells.country === adjective.entry.row.cells.id)
  if (view.mark(next) !== OPEN_PAREN) return false
  const country = view.find(next + 1, Class.country, isWhole)
  return country !== null && clubs.some(c => c.row.cells.country === country.entry.row.cells.id)
}

/** «تغلب على بورتو», «أمام الوكرة», «كوبنهاغن 1 - صفر» */
function isOpponent(view: View, from: number, hit: Hit): boolean {
  if (isResult(view, from + hit.length)) return true
  return (
    from > 0 && hit.cut.prefix === 0 && view.find(from - 1, Class.word, h => isPlain(h) && AGAINST.has(h.entry.row.cells.id ?? '')) !== null
  )
}

/** Words of grammar behind which an opponent stands. «أمام» and «على» of places stand in other news. */
const AGAINST = new Set(['on', 'with', 'against', 'between', 'behind'])

/** How much a text tells of matches, goals, teams: words of which it can be half, and results, «2-1». 0 where every word may tell of something else. */
function countSport(view: View): number {
  let sum = 0
  let sure = 0
  const { hits, tokens, lexicon } = view.source
  const { at, classes } = hits
  const points = sportPoints(lexicon)
  for (let i = 0; i < view.size; i++) {
    let value = 0
    if (((classes[i] as number) & Class.trigger) !== 0) {
      const here = at[i] as readonly Hit[]
      const word = tokens.word[i] as number
      if (here !== lexicon.alone(word)) value = sportOf(here)
      else value = points[word] ??= sportOf(here)
    } else if (tokens.kind[i] === Kind.number && isResult(view, i)) value = 1
    sum += value
    if (value === 1) sure++
  }
  return sure > 1 || (sure > 0 && view.size < SHORT_TEXT) ? sum : 0
}

/** What `sportOf` tells of words that stand alone, by word. */
const sportPoints = byLexicon((): number[] => [])

/** 1 for a word of sport, ½ for one that may be something else, 0 for one that names events of another type too: «لقاء». */
function sportOf(hits: readonly Hit[]): number {
  let sum = 0
  for (const { entry, cut } of hits) {
    if (entry.class !== Class.trigger || cut.suffix > 0) continue
    if (entry.row.cells.type !== 'sport') return 0
    if (!entry.weak) sum = 1
    else if (sum === 0 && entry.form === 'noun') sum = 0.5
  }
  return sum
}

/** «2-1», «3 - صفر» */
function isResult(view: View, i: number): boolean {
  const { kind, start, end, text } = view.source.tokens
  if (i + 2 >= view.size || kind[i] !== Kind.number || (end[i] as number) - (start[i] as number) > 2 || view.mark(i + 1) !== HYPHEN)
    return false
  return kind[i + 2] === Kind.number ? (end[i + 2] as number) - (start[i + 2] as number) < 3 : text.units[start[i + 2] as number] === SAD
}

/** «في برشلونة», «ببرشلونة»: the town, not its club. */
const hasPlacePreposition = (view: View, from: number, hit: Hit): boolean =>
  (hit.cut.parts & Part.in) !== 0 ||
  (from > 0 && (view.has(from - 1, Class.placeHead) || view.isInside(from - 1))) ||
  // «العاصمة السعودية الرياض»
  (from > 1 && view.has(from - 1, Class.nationality) && view.has(from - 2, Class.placeHead))

const isSame = (a: Hit, b: Hit): boolean => a.length === b.length && a.cut.prefix === b.cut.prefix && kindOf(a) === kindOf(b) && isName(a)

/** Whether an earlier hit at this token has the same words and kind, so that it has been told already. */
function isRepeat(hits: readonly Hit[], h: number): boolean {
  for (let k = 0; k < h; k++) if (((hits[k] as Hit).entry.class & NAMES) !== 0 && isSame(hits[k] as Hit, hits[h] as Hit)) return true
  return false
}

/** The rows of all hits from `h` on with the same words and kind. */
function sameSpan(hits: readonly Hit[], h: number): Entry[] {
  const entries: Entry[] = []
  for (let k = h; k < hits.length; k++)
    if (((hits[k] as Hit).entry.class & NAMES) !== 0 && isSame(hits[k] as Hit, hits[h] as Hit)) entries.push((hits[k] as Hit).entry)
  return entries
}

function candidateOf(from: number, hit: Hit, entries: readonly Entry[], less: number): Candidate {
  const [entry] = entries
  const score = hit.length * TOKEN + (hit.length - 1) * LONGER - less - hit.cut.prefix * PREFIX
  const content: GazetteerContent = { entries }
  return { kind: kindOf(hit), from, to: from + hit.length, skip: hit.cut.prefix, drop: 0, score, by: entry?.row.by ?? '', entry, content }
}

/** Whether the words before a weak name ask for one of its kind. */
function isSupported(view: View, from: number, hit: Hit): boolean {
  const before = from - 1
  if (before < 0) return false
  const kind = kindOf(hit)
  if (kind === 'place') {
    const head = view.find(before, Class.placeHead, h => (h.cut.parts & Part.the) === 0 && h.cut.suffix === 0)
    if (head) return !head.entry.weak || !view.isAmbiguous(hit)
    if (hit.entry.class === Class.country)
      return hit.cut.prefix > 0 || view.isGrammar(before) || view.mark(before) !== 0 || view.flag(from, Flag.first)
    if ((hit.cut.parts & Part.in) === 0 && !view.isWhere(before)) return false
    // «من كبار الرعاة»: what is from or to somewhere can be anything
    if (hit.entry.weak && !isNotable(hit.entry) && (hit.cut.parts & Part.in) === 0 && view.find(before, Class.word, isFromOrTo))
      return false
    return !view.isAmbiguous(hit) || (isNotable(hit.entry) && (!hit.entry.weak || view.find(before, Class.word, isDirection) !== null))
  }
  if (kind === 'organization') return view.find(before, Class.orgHead, h => (h.cut.parts & Part.the) === 0 && h.cut.suffix === 0) !== null
  return view.has(before, Class.title) || view.has(before, Class.name)
}

/** «في دوما», «في حرض»: an ordinary word without article behind «في» is a town where the text names its country by another name, and no adjective or genitive follows. */
function isAtHome(view: View, from: number, hit: Hit, entries: readonly Entry[], strong: ReadonlySet<Row> | null): boolean {
  if (!strong || from === 0 || hit.length > 1 || hit.entry.class !== Class.place || view.isDefinite(from)) return false
  if ((hit.cut.parts & Part.in) === 0 && view.grammar(from - 1) !== 'place') return false
  const next = from + 1
  const isEnd = next >= view.size || view.flag(next, Flag.first) || view.mark(next) !== 0
  if (!isEnd && !view.isGrammar(next) && !view.has(next, PLACES | Class.nationality | Class.placeHead | Class.date)) return false
  const countries = new Set(entries.map(e => e.row.cells.country ?? ''))
  for (const { cells } of strong) if (countries.has(cells.country ?? cells.id ?? '')) return true
  return false
}

/** «لجأوا»: a small place that is a verb. */
const isVerbAlone = (view: View, i: number, hit: Hit): boolean =>
  hit.length === 1 && hit.entry.class !== Class.country && view.isPlainVerb(i) && (view.shape(i) & Shape.bare) !== 0

/** «شمال الضفة» */
const isDirection = ({ entry }: Hit): boolean => entry.row.cells.id === 'behind'
const isFromOrTo = ({ entry }: Hit): boolean => entry.row.cells.id === 'from' || entry.row.cells.id === 'to'

/** «وأن»: a word of grammar is no small town. */
const isGrammarWord = (view: View, i: number, hit: Hit): boolean =>
  (hit.entry.class & (Class.place | Class.person)) !== 0 &&
  view.find(i, Class.word, h => h.cut.suffix === 0 && (h.cut.parts & ~(Part.and | Part.so)) === 0) !== null

/** Whether a place is known enough to be meant though its name is an ordinary word: a region, a large town. */
const isNotable = ({ row, class: of }: Entry): boolean =>
  of !== Class.place || !row.table.includes('/cities') || Number(row.cells.population || 0) >= LARGE
