import { Class } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import type { Candidate } from '../finder.ts'
import { isNoun, type View } from './view.ts'

const PEOPLES = Class.nationality | Class.demonym

/** Finds adjectives and names of peoples: «المغربية», «الأتراك». */
export function findNationalities(view: View, emit: (candidate: Candidate) => void): void {
  const { at, classes } = view.source.hits
  for (let i = 0; i < view.size; i++) {
    if (((classes[i] as number) & PEOPLES) === 0) continue
    for (const hit of at[i] as readonly Hit[]) {
      if ((hit.entry.class & PEOPLES) === 0 || !isNoun(hit)) continue
      const weak = hit.entry.weak ? 0.4 : 0
      const score = hit.length - hit.cut.prefix * 0.01 - weak - (hit.entry.class === Class.demonym ? 0.05 : 0)
      emit({
        kind: 'nationality',
        from: i,
        to: i + hit.length,
        skip: hit.cut.prefix - hit.cut.article,
        drop: 0,
        score,
        by: hit.entry.row.by,
        entry: hit.entry,
      })
    }
  }
}
