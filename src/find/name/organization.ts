import { Class } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import { ALEF, ARABIC_COMMA, HASH, QUOTE, TEH } from '../../text/chars.ts'
import { Flag } from '../../token/token.ts'
import type { Candidate } from '../finder.ts'
import { By, readTail, type Tail } from './tail.ts'
import { isName, isNoun, isWhole, Part, type View } from './view.ts'

/** What the finder understood of an unlisted organization. */
export interface OrganizationContent {
  readonly kind: string
  readonly country: string
}

/** Kinds of organizations that are not named after persons: what follows is who leads them. */
const NO_PERSONS = new Set([
  'government',
  'military',
  'police',
  'armed',
  'agency',
  'ministry',
  'parliament',
  'court',
  'council',
  'committee',
  'team',
  'club',
  'coalition',
  'party',
])

/** Kinds of organizations that are named after persons with their titles: «جامعة الأميرة نورة». */
const TITLED = new Set(['university', 'hospital', 'school', 'religious'])

/** «الولايات المتحدة»: a country, though its first word can head an organization. */
const isListedPlace = (view: View, i: number): boolean =>
  view.find(i, Class.country | Class.area | Class.metonym, h => h.length > 1 && isName(h) && !h.entry.weak) !== null

/** «الفريق عبد الرحيم»: a rank before a name. */
const isRank = (view: View, i: number, head: Hit): boolean =>
  head.length === 1 &&
  view.find(i, Class.title, h => h.entry.row.cells.kind === 'rank') !== null &&
  view.find(i + 1, Class.name | Class.particle | Class.person, h => isWhole(h) && !h.entry.weak) !== null

/** The gender of a head's adjectives, by the last of its words: that of things in the plural is feminine. */
function genderOf(view: View, last: number, head: Hit): 'm' | 'f' | '' {
  const { text, end } = view.source.tokens
  if (view.flag(last, Flag.tehMarbuta) || head.entry.form === 'plural') return 'f'
  const to = end[last] as number
  if (text.units[to - 1] === TEH && text.units[to - 2] === ALEF) return 'f'
  return head.length === 1 && !head.entry.weak ? 'm' : ''
}

/** Kinds of organizations of which several are one side in news: «القوات الأمريكية», «الفصائل الفلسطينية». */
const SIDES = new Set(['government', 'military', 'police', 'armed', 'coalition', 'party', 'union'])

/** Whether a tail makes a name of a word that is often something else: «موقع "تويتر"», «النظام السوري»; not «موقع بانغي», «نظام أبل». */
function isTold(head: Hit, tail: Tail): boolean {
  const kind = head.entry.row.cells.kind ?? ''
  if (kind === 'government') return tail.country !== '' || tail.by === By.place
  if (kind === 'military') return tail.by === By.name || (tail.country !== '' && tail.by === By.words)
  if (kind === 'media' || kind === 'party') return tail.by === By.name || (tail.country !== '' && !tail.named)
  return tail.by > By.guess || (tail.country !== '' && tail.by === By.words)
}

/** «الشركات التجارية», «شركات جديدة»: many organizations of a sort, none by name. */
const isCommonPlural = (head: Hit, tail: Tail): boolean => tail.by < By.name && !SIDES.has(head.entry.row.cells.kind ?? '')

/** «فريق | المدرب الألماني» */
const isDefinitePost = (hit: Hit): boolean => isNoun(hit) && (hit.cut.parts & Part.the) !== 0

/** «إدارة | الرئيس الأميركي دونالد ترامب», «حكومة | الرئيس أشرف غني»: whose it is, told by post and name, not a name of its own. */
function isLed(view: View, i: number): boolean {
  if (view.find(i, Class.title, h => isDefinitePost(h) && h.entry.row.cells.kind === 'post') === null) return false
  let at = i + 1
  const adjective = view.longest(at, Class.nationality, h => isDefinitePost(h))
  if (adjective) at += adjective.length
  const mark = view.mark(at)
  if (adjective && (mark === ARABIC_COMMA || mark === HASH)) at++
  return view.find(at, Class.person | Class.name | Class.particle, isWhole) !== null && !view.isDefinite(at)
}

/** Finds organizations that stand in no table, by their head noun: «وزارة الخارجية المغربية», «حزب المستقبل». */
export function findOrganizations(view: View, emit: (candidate: Candidate) => void): void {
  for (let i = 0; i < view.size; i++) {
    const head = view.longest(i, Class.orgHead, h => isNoun(h))
    // «محافظة حجة» is a place; what governs it is said otherwise
    if (!head || view.find(i, Class.placeHead, h => isNoun(h) && !h.entry.weak)) continue
    const definite = (head.cut.parts & Part.the) !== 0
    if (isListedPlace(view, i) || isRank(view, i, head)) continue
    if (head.entry.form === 'plural' && head.entry.weak) continue
    const kind = head.entry.row.cells.kind ?? ''
    const last = i + head.length - 1
    const tail = readTail(view, i + head.length, {
      definite,
      complete: !definite && view.isDefinite(last),
      gender: genderOf(view, last, head),
      persons: !NO_PERSONS.has(kind),
      titled: TITLED.has(kind),
    })
    if ((kind === 'club' || kind === 'team') && tail.words > 0 && view.find(i + head.length, Class.title, isDefinitePost) !== null) continue
    if (head.length === 1 && !definite && NO_PERSONS.has(kind) && isLed(view, i + 1)) continue
    // «نادى المشاركون»: a verb
    if (head.length === 1 && view.flag(i, Flag.maksura) && tail.by < By.name) continue
    if (head.entry.form === 'plural' && isCommonPlural(head, tail)) continue
    const alone = head.entry.row.cells.tail === 'no'
    if (head.entry.row.cells.kind === 'other' && view.mark(i + head.length) === QUOTE) continue
    const enough = tail.words > 0 && (!head.entry.weak || isTold(head, tail))
    if (!enough && !(alone && definite && !head.entry.weak)) continue
    if (definite && tail.words === 0 && view.flag(i, Flag.hashtag)) continue
    // the article is part of the name as written: «الحكومة»
    const skip = head.cut.prefix - head.cut.article
    const length = tail.to - i
    const content: OrganizationContent = { kind: head.entry.row.cells.kind ?? '', country: tail.country }
    const score = length * (tail.named ? 0.98 : 0.9) - (head.entry.weak ? 0.3 : 0) + (tail.words > 0 ? 0.15 : -0.2)
    emit({ kind: 'organization', from: i, to: tail.to, skip, drop: 0, score, by: head.entry.row.by, content })
  }
}
