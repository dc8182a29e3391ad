import { Class } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import { HEH, QUOTE, YEH } from '../../text/chars.ts'
import { Flag, Kind } from '../../token/token.ts'
import { isUnknown, isVerb, readName } from './person.ts'
import { isName, isNoun, isPlain, isWhole, Part, Shape, type View } from './view.ts'

/** What follows a head noun («وزارة», «فندق») as its name. */
export interface Tail {
  readonly to: number
  /** How many words tell it apart: names, definite words. */
  readonly words: number
  /** ISO code of a nationality or country inside: «وزارة الخارجية المغربية» -> MA. */
  readonly country: string
  /** Whether a proper name stands in it, not only common words. */
  readonly named: boolean
  /** What the surest of its names is. */
  readonly by: By
}

/** How a tail is told apart. */
export const enum By {
  words, // by common words only: «وزارة الخارجية»
  guess, // by a word that no table knows: «شبكة نيتفلكس»
  place, // by a listed place or country: «مستشفى سالزبري»
  name, // by a listed name of another kind, in quotes or in Latin letters: «شركة "سامسونغ"»
}

/** What a head says of its tail. */
export interface TailOptions {
  /** The head has the article: only adjectives tell it apart. */
  readonly definite?: boolean
  /** The gender of the head's adjectives: feminine ones end in ـة. */
  readonly gender?: 'm' | 'f' | ''
  /** The head's own words end in a definite one: «القوات الجوية», «مجلس النواب». Only adjectives and «ل» tell it apart. */
  readonly complete?: boolean
  /** Things of this kind are named after persons: «جامعة محمد الخامس», not «حكومة | نوري المالكي». */
  readonly persons?: boolean
  /** They are named after persons with their titles: «مستشفى الملك فيصل». */
  readonly titled?: boolean
}

const LONGEST = 9
const PROPER = Class.country | Class.place | Class.area | Class.person | Class.organization

/**
 * Reads what follows a head noun as its name, from token `i`: proper names, definite nouns and adjectives, «ل» and «و» with a definite noun,
 * a quoted name; an indefinite noun only where the chain goes on to a definite one («مجلس إدارة الشركة»). Stops at verbs, prepositions, punctuation.
 */
export function readTail(
  view: View,
  i: number,
  { definite = false, complete = false, persons = true, titled = false, gender = '' }: TailOptions = {},
): Tail {
  const closedHead = definite || complete
  let at = i
  let end = i
  let words = 0
  let country = ''
  let named = false
  let by: By = By.words
  let closed = false // a proper name was read: only its adjectives and «ل» may follow
  let nouns = 0 // definite words that were read
  let loose = 0 // indefinite nouns that nothing definite follows yet
  const accept = (to: number): void => {
    words += to - at
    at = to
    end = to
    loose = 0
  }
  const quoted = closedHead ? 0 : readQuoted(view, i)
  if (quoted > 0) return { to: quoted, words: quoted - i - 2, country, named: true, by: By.name }
  while (at < view.size && at - i < LONGEST && !view.flag(at, Flag.first)) {
    const atStart = at === i
    if (view.source.tokens.kind[at] === Kind.latin) {
      // «المجموعة A»
      if (definite) break
      named = true
      by = By.name
      accept(at + 1)
      continue
    }
    if (!view.isArabic(at)) break
    if ((!atStart || closedHead) && view.find(at, Class.date, h => isNoun(h) && h.entry.row.table.includes('days')) !== null) break
    // «البرلمان اللبناني | الحالي»
    if (closedHead && view.find(at, Class.modifier, isNoun) !== null) break
    // «مجلس النواب | العام الماضي»
    if (closedHead && at + 1 < view.size && view.find(at, Class.date, isUnit) !== null && view.find(at + 1, Class.date, isDeictic) !== null)
      break
    const honoured = titled && atStart && !closedHead ? readTitled(view, at) : 0
    if (honoured > 0) {
      named = true
      by = By.name
      closed = true
      accept(honoured)
      continue
    }
    const adjective = view.find(at, Class.nationality, h => isNoun(h) && (h.cut.parts & ~Part.the) === 0)
    if (adjective) {
      // «السلطات التركية | زوجة موظف تركي», «المنتخب | الودية»
      if (loose > 0 && (closedHead || country !== '')) break
      if (closedHead && words === 0 && !agrees(view, at, gender)) break
      country ||= adjective.entry.row.cells.id ?? ''
      accept(at + 1)
      continue
    }
    const portfolio = view.longest(at, Class.portfolio, isWhole)
    if (portfolio) {
      accept(at + portfolio.length)
      continue
    }
    const proper = view.longest(
      at,
      PROPER,
      h => isName(h) && (!h.entry.weak || atStart) && (h.cut.prefix === 0 || (h.cut.parts === Part.to && !atStart)),
    )
    if (proper && proper.entry.class === Class.person && (!atStart || closedHead || !persons)) break
    // «وزارة الخارجية الإسرائيلية | نادي ريال مدريد»
    if (proper && country !== '' && proper.cut.prefix === 0 && !named) break
    // «شركات جديدة»: a town whose name is an ordinary word
    const isTown = proper?.entry.class === Class.place && view.isAmbiguous(proper) && !view.isDefinite(at)
    if (proper && !isTown && !(closedHead && proper.cut.prefix === 0)) {
      if (proper.entry.class === Class.country) country ||= proper.entry.row.cells.id ?? ''
      named = true
      by = (proper.entry.class & (Class.person | Class.organization)) !== 0 ? By.name : by === By.name ? by : By.place
      closed = true
      accept(at + proper.length)
      continue
    }
    if (isVerb(view, at) || view.isGrammar(at) || isAddress(view, at)) break
    if (!atStart && (isPersonal(view, at) || isPost(view, at))) break
    const to = begins(view, at, Part.to)
    if (closed && !to && !isRelational(view, at)) break
    if (closed && !to) {
      accept(at + 1)
      break
    }
    if (to) closed = false
    const conjunction = view.find(at, ~0, h => (h.cut.parts & (Part.and | Part.so)) !== 0) !== null
    if (view.isDefinite(at)) {
      // «الشركات الصينية | السوق»: behind an adjective of a people only adjectives of relation follow
      if ((country !== '' || closedHead) && !to && !isRelational(view, at) && !isNameAdjective(view, at)) break
      if (definite && to && words === 0) break
      if (closedHead && words === 0 && !to && isRelational(view, at) && !agrees(view, at, gender)) break
      // «منتخب الكاميرون | للمشاركة»: a complete name, then what for
      if (to && (country !== '' || named) && view.find(at, Class.trigger, h => h.cut.suffix === 0 && h.entry.form === 'noun') !== null)
        break
      // «ميليشيات الجضران | النيران»: behind the definite noun of a construct only adjectives follow
      if (
        !definite &&
        nouns > 0 &&
        !to &&
        !begins(view, at, Part.and) &&
        !isRelational(view, at) &&
        !isNameAdjective(view, at) &&
        !view.flag(at, Flag.tehMarbuta)
      )
        break
      nouns++
      const head = view.find(at, Class.orgHead | Class.title | Class.group, h => (h.cut.parts & Part.and) !== 0)
      if (head) break
      const joined = begins(view, at, Part.and)
      if (
        joined &&
        (words === 0 || loose > 0 || country !== '' || view.find(at, PROPER, h => (h.cut.parts & Part.and) !== 0 && !h.entry.weak))
      )
        break
      if (begins(view, at, Part.in | Part.as)) break
      accept(at + 1)
      continue
    }
    if (conjunction || (view.shape(at) & (Shape.prepositional | Shape.conjoined)) !== 0) break
    // «الرابطة | نوال نصر»: nothing indefinite tells a definite head apart
    if (closedHead || country !== '') break
    const run = atStart && persons ? readName(view, at, true) : null
    if (atStart && !persons && isPersonal(view, at)) break
    if (run && run.skip === 0 && (run.known > 0 || run.unknown > 0)) {
      named = true
      by = run.known > 0 ? By.name : by === By.words ? By.guess : by
      closed = true
      accept(run.to)
      continue
    }
    if (isUnknown(view, at, false) && words < 4 && (atStart || named)) {
      named = true
      if (by === By.words) by = By.guess
      accept(at + 1)
      continue
    }
    if (loose > 1 || begins(view, at, Part.in | Part.as | Part.and) || view.find(at, Class.trigger, isPlain)) break
    loose++
    at++
    words++
  }
  return { to: end, words: words - loose, country, named, by }
}

/** The end of a definite title and a name of the tables behind it at `i`, or 0: «الملك فيصل», «الشيخ زايد». */
function readTitled(view: View, i: number): number {
  const title = view.longest(i, Class.title, h => isNoun(h) && (h.cut.parts & ~Part.the) === 0 && view.isDefinite(i))
  const run = title && !view.flag(i + title.length, Flag.first) ? readName(view, i + title.length, true) : null
  return run && run.skip === 0 && run.known + run.weak > 0 ? run.to : 0
}

const isUnit = (hit: Hit): boolean => isNoun(hit) && hit.entry.row.table.includes('units')
const isDeictic = ({ entry }: Hit): boolean => entry.row.table.includes('deictics')

/** Whether an adjective has the gender of the head: «القوات الليبية», not «المنتخب الودية». */
const agrees = (view: View, i: number, gender: 'm' | 'f' | ''): boolean =>
  gender === '' || view.flag(i, Flag.tehMarbuta) === (gender === 'f')

/** Whether a person's name begins: a word that is a name and no ordinary one, or one that a name follows. */
function isPersonal(view: View, i: number): boolean {
  const name = view.longest(i, Class.name | Class.person, isWhole)
  if (!name || view.has(i, Class.nationality | Class.place | Class.country | Class.organization)) return false
  return !(name.entry.weak || view.isAmbiguous(name)) || view.find(i + name.length, Class.name, h => isWhole(h) && !h.entry.weak) !== null
}

/** «العقيد», «السيد», «سمو»: how persons are addressed. */
const isAddress = (view: View, i: number): boolean =>
  view.find(i, Class.title, h => isWholeOrDefinite(h) && /honorific|rank/.test(h.entry.row.cells.kind ?? '')) !== null
/** «وزارة الخارجية | السفير»: whom the organization deals with. */
const isPost = (view: View, i: number): boolean =>
  view.find(
    i,
    Class.title,
    h =>
      h.entry.row.cells.kind === 'post' &&
      h.entry.form !== 'plural' &&
      !h.entry.weak &&
      (h.cut.parts & Part.the) !== 0 &&
      isWholeOrDefinite(h),
  ) !== null
const isWholeOrDefinite = ({ cut }: Hit): boolean => cut.suffix === 0 && (cut.parts & ~Part.the) === 0

/** «العام», «الأعلى», «الأحمر»: an adjective of names that has not the ending of relation. */
export const isNameAdjective = (view: View, i: number): boolean =>
  view.find(i, Class.word, h => h.entry.row.cells.kind === 'adjective') !== null

/** «الدولي», «الإقليمية»: a definite adjective of relation, which may follow a name. */
export function isRelational(view: View, i: number): boolean {
  const { text } = view.source.tokens
  const end = view.source.tokens.end[i] as number
  const last = text.units[end - 1]
  return view.isDefinite(i) && (last === YEH || (last === HEH && text.units[end - 2] === YEH))
}

/** Whether the only reading of a definite word has one of these particles: «بالوزارة». */
function begins(view: View, i: number, parts: number): boolean {
  const cuts = view.source.lexicon.cuts(view.source.tokens.word[i] as number)
  return cuts.some(c => (c.parts & Part.the) !== 0 && (c.parts & parts) !== 0)
}

/** The end of a short quoted name at `i`, or 0: «شركة "سامسونغ"». */
function readQuoted(view: View, i: number): number {
  if (
    view.mark(i) !== QUOTE ||
    i + 1 >= view.size ||
    (view.flag(i, Flag.glued) && !view.flag(i + 1, Flag.glued)) ||
    view.isGrammar(i + 1) ||
    view.isPlainVerb(i + 1)
  )
    return 0
  for (let k = i + 1; k < view.size && k < i + 7 && !view.flag(k, Flag.first); k++) if (view.mark(k) === QUOTE) return k > i + 1 ? k + 1 : 0
  return 0
}
