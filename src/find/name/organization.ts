import { Class } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import { QUOTE } from '../../text/chars.ts'
import { Flag } from '../../token/token.ts'
import type { Candidate } from '../finder.ts'
import { readTail } from './tail.ts'
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

/** «الولايات المتحدة»: a country, though its first word can head an organization. */
const isListedPlace = (view: View, i: number): boolean =>
  view.find(i, Class.country | Class.area | Class.metonym, h => h.length > 1 && isName(h) && !h.entry.weak) !== null

/** «الفريق عبد الرحيم»: a rank before a name. */
const isRank = (view: View, i: number, head: Hit): boolean =>
  head.length === 1 &&
  view.find(i, Class.title, h => h.entry.row.cells.kind === 'rank') !== null &&
  view.find(i + 1, Class.name | Class.particle | Class.person, h => isWhole(h) && !h.entry.weak) !== null

/** Finds organizations that stand in no table, by their head noun: «وزارة الخارجية المغربية», «حزب المستقبل». */
export function findOrganizations(view: View, emit: (candidate: Candidate) => void): void {
  for (let i = 0; i < view.size; i++) {
    const head = view.longest(i, Class.orgHead, h => isNoun(h))
    // «محافظة حجة» is a place; what governs it is said otherwise
    if (!head || view.find(i, Class.placeHead, h => isNoun(h) && !h.entry.weak)) continue
    const definite = (head.cut.parts & Part.the) !== 0
    if (isListedPlace(view, i) || isRank(view, i, head)) continue
    if (head.entry.form === 'plural' && head.entry.weak) continue
    const tail = readTail(view, i + head.length, {
      definite,
      feminine: head.length === 1 && view.flag(i, Flag.tehMarbuta),
      persons: !NO_PERSONS.has(head.entry.row.cells.kind ?? ''),
    })
    const alone = head.entry.row.cells.tail === 'no'
    if (head.entry.row.cells.kind === 'other' && view.mark(i + head.length) === QUOTE) continue
    const enough = tail.words > 0 && (tail.named || !head.entry.weak || tail.country !== '')
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
