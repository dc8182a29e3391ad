import { Class } from '../lexicon/classes.ts'
import type { Entry, Hit } from '../lexicon/lexicon.ts'
import { byLexicon } from '../lexicon/memory.ts'
import { Part } from '../token/cuts.ts'
import { Flag } from '../token/token.ts'
import type { Candidate, Finder, Source } from './finder.ts'

/** What the finder understood of a word that can name an event: every line of the event files that it may stand for. */
export interface TriggerContent {
  readonly hits: readonly Hit[]
}

/** What the hits at a token come to: the likeliest readings, all of the same words. */
interface Reading {
  readonly length: number
  readonly skip: number
  readonly drop: number
  readonly by: string
  readonly entry: Entry
  readonly content: TriggerContent
}

/** The reading of a word that stands alone, by its id: of two, the second where it is written with ة. Null where it has none. */
type Known = (Reading | null | undefined)[]

/** What is known of the words of a lexicon. */
const readingsOf = byLexicon((): Known => [])

/** Words and phrases that name events. One candidate for all readings of the same words. */
export const triggerFinder: Finder = {
  name: 'trigger',
  find({ tokens, hits, lexicon }: Source, emit: (candidate: Candidate) => void): void {
    const { at, classes } = hits
    const known = readingsOf(lexicon)
    for (let i = 0; i < tokens.size; i++) {
      if (((classes[i] as number) & Class.trigger) === 0) continue
      const here = at[i] as readonly Hit[]
      const word = tokens.word[i] as number
      const closed = ((tokens.flags[i] as number) & Flag.tehMarbuta) !== 0
      let reading: Reading | null | undefined
      if (here === lexicon.alone(word)) {
        const key = word * 2 + (closed ? 1 : 0)
        reading = known[key]
        if (reading === undefined) {
          reading = likeliest(here, closed)
          known[key] = reading
        }
      } else reading = likeliest(here, closed)
      if (!reading) continue
      const { length, skip, drop, by, entry, content } = reading
      emit({ kind: 'trigger', from: i, to: i + length, skip, drop, score: length, by, entry, content })
    }
  },
}

/** Of the longest readings those that take the least off are the likeliest: «وقع» is no و + قع. `closed`: the word is written with ة. */
function likeliest(hits: readonly Hit[], closed: boolean): Reading | null {
  const preposition = hits.some(isPreposition)
  const fitting = hits.filter(hit => hit.entry.class === Class.trigger && fits(hit, closed, preposition))
  let length = 0
  let least = 0
  for (const hit of fitting) {
    const off = takenOff(hit)
    if (hit.length < length || (hit.length === length && off >= least)) continue
    length = hit.length
    least = off
  }
  const likely = fitting.filter(hit => hit.length === length && takenOff(hit) === least)
  const [first] = likely
  if (!first) return null
  const { entry, cut } = first
  return { length, skip: cut.prefix - cut.article, drop: cut.suffix, by: entry.row.by, entry, content: { hits: likely } }
}

const takenOff = (hit: Hit): number => hit.cut.prefix - hit.cut.article + hit.cut.suffix

const isPreposition = ({ entry, cut }: Hit): boolean =>
  entry.class === Class.word &&
  cut.prefix + cut.suffix === 0 &&
  (entry.row.cells.kind === 'place' || entry.row.cells.kind === 'between' || entry.row.cells.kind === 'preposition')

/** Whether the particles of a hit go with its form: no article on a finite verb, سـ only before a present, no pronoun behind ة. */
function fits({ entry, cut, length }: Hit, closed: boolean, preposition: boolean): boolean {
  const { form } = entry
  const { parts, suffix } = cut
  const finite = form.startsWith('past.') || form.startsWith('present.')
  if (finite && (parts & (Part.the | Part.in | Part.as)) !== 0) return false
  // «عبر الحدود», «بين البلدين»: a preposition, no verb
  if (finite && length === 1 && preposition) return false
  if ((parts & Part.will) !== 0 && !form.startsWith('present.')) return false
  if (form.startsWith('past.') && (parts & Part.to) !== 0) return false
  return suffix === 0 || !closed
}
