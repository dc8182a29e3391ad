import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import { Part } from '../token/cuts.ts'
import { Flag } from '../token/token.ts'
import type { Candidate, Finder, Source } from './finder.ts'

/** What the finder understood of a word that can name an event: every line of the event files that it may stand for. */
export interface TriggerContent {
  readonly hits: readonly Hit[]
}

/** Words and phrases that name events. One candidate for all readings of the same words. */
export const triggerFinder: Finder = {
  name: 'trigger',
  find(source: Source, emit: (candidate: Candidate) => void): void {
    const { at, classes } = source.hits
    for (let i = 0; i < source.tokens.size; i++) {
      if (((classes[i] as number) & Class.trigger) === 0) continue
      let longest = 0
      let least = 0
      // of the longest readings those that take the least off are the likeliest: «وقع» is no و + قع
      for (const hit of at[i] as readonly Hit[]) {
        if (hit.entry.class !== Class.trigger || hit.length < longest || !fits(source, i, hit)) continue
        const off = takenOff(hit)
        if (hit.length > longest || off < least) {
          longest = hit.length
          least = off
        }
      }
      if (longest === 0) continue
      const hits = (at[i] as readonly Hit[]).filter(h => h.entry.class === Class.trigger && h.length === longest && takenOff(h) === least && fits(source, i, h))
      const [hit] = hits as [Hit]
      const content: TriggerContent = { hits }
      emit({ kind: 'trigger', from: i, to: i + longest, skip: hit.cut.prefix - hit.cut.article, drop: hit.cut.suffix, score: longest, by: hit.entry.row.by, entry: hit.entry, content })
    }
  },
}

const takenOff = (hit: Hit): number => hit.cut.prefix - hit.cut.article + hit.cut.suffix

const isPreposition = ({ entry, cut }: Hit): boolean => entry.class === Class.word && cut.prefix + cut.suffix === 0 && (entry.row.cells.kind === 'place' || entry.row.cells.kind === 'between' || entry.row.cells.kind === 'preposition')

/** Whether the particles of a hit go with its form: no article on a finite verb, سـ only before a present, no pronoun behind ة. */
function fits(source: Source, i: number, hit: Hit): boolean {
  const { form } = hit.entry
  const { parts, suffix } = hit.cut
  const finite = form.startsWith('past.') || form.startsWith('present.')
  if (finite && (parts & (Part.the | Part.in | Part.as)) !== 0) return false
  // «عبر الحدود», «بين البلدين»: a preposition, no verb
  if (finite && hit.length === 1 && ((source.hits.classes[i] as number) & Class.word) !== 0 && (source.hits.at[i] as readonly Hit[]).some(isPreposition)) return false
  if ((parts & Part.will) !== 0 && !form.startsWith('present.')) return false
  if (form.startsWith('past.') && (parts & Part.to) !== 0) return false
  return suffix === 0 || ((source.tokens.flags[i] as number) & Flag.tehMarbuta) === 0
}
