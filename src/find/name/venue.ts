import { Class } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import type { Candidate } from '../finder.ts'
import { isUnknown } from './person.ts'
import { readTail } from './tail.ts'
import { Flag, isNoun, isWhole, Part, type View } from './view.ts'

/** What the finder understood of an unlisted place. */
export interface PlaceContent {
  readonly kind: string
  readonly country: string
}

/** Finds venues by their head noun («فندق الجزيرة»), and unknown places after a noun that asks for one («بلدة التمانعة»). */
export function findVenues(view: View, emit: (candidate: Candidate) => void): void {
  for (let i = 0; i < view.size; i++) {
    if (!view.has(i, Class.venueHead | Class.placeHead)) continue
    const venue = view.longest(i, Class.venueHead, isNoun)
    if (venue && !venue.entry.weak) emitVenue(view, i, venue, emit)
    const head = view.longest(i, Class.placeHead, h => isNoun(h) && (h.cut.parts & Part.the) === 0)
    if (head && !head.entry.weak) emitPlace(view, i + head.length, head.entry.row.cells.kind ?? 'other', head.entry.row.by, emit)
  }
}

/** Kinds of heads that are no part of a name: «منطقة», «شمال». */
const NO_VENUES = new Set(['district', 'natural'])

function emitVenue(view: View, from: number, head: Hit, emit: (c: Candidate) => void): void {
  const { cut } = head
  const { by, cells } = head.entry.row
  // «مطار الملك خالد», not «مكتب الأمير محمد»
  const tail = readTail(view, from + head.length, { titled: cells.tail === 'no' || cells.kind === 'road' })
  if (!tail.named || head.entry.form === 'plural' || NO_VENUES.has(cells.kind ?? '')) return
  // «المسجد بني»: what follows a definite head is its name only if it is quoted
  if ((cut.parts & Part.the) !== 0 && view.mark(from + head.length) === 0) return
  const content: PlaceContent = { kind: cells.kind ?? 'venue', country: tail.country }
  const skip = cut.prefix - cut.article
  const score = (tail.to - from) * 0.97
  emit({ kind: 'place', from, to: tail.to, skip, drop: 0, score, by, content })
}

/** A place that no table knows, after «بلدة», «قرية», «محافظة» … */
function emitPlace(view: View, i: number, kind: string, by: string, emit: (c: Candidate) => void): void {
  if (!view.isArabic(i) || view.has(i, Class.country | Class.place | Class.nationality | Class.demonym)) return
  const definite = view.isDefinite(i) && !view.isCommon(i)
  if (!definite && !isUnknown(view, i, true)) return
  if (view.find(i, Class.title | Class.word | Class.group | Class.orgHead | Class.trigger, h => isWhole(h) || isNoun(h))) return
  const to = !view.flag(i + 1, Flag.first) && isUnknown(view, i + 1, true) && !definite ? i + 2 : i + 1
  const content: PlaceContent = { kind, country: '' }
  emit({ kind: 'place', from: i, to, skip: 0, drop: 0, score: 0.8 * (to - i), by, content })
}
