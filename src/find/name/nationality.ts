import { Class } from '../../lexicon/classes.ts'
import type { Candidate } from '../finder.ts'
import { isNoun, type View } from './view.ts'

/** Finds adjectives and names of peoples: «المغربية», «الأتراك». */
export function findNationalities(view: View, emit: (candidate: Candidate) => void): void {
  for (const hit of view.source.hits.all) {
    if ((hit.entry.class & (Class.nationality | Class.demonym)) === 0 || !isNoun(hit)) continue
    const weak = hit.entry.weak ? 0.4 : 0
    const score = hit.to - hit.from - hit.cut.prefix * 0.01 - weak - (hit.entry.class === Class.demonym ? 0.05 : 0)
    emit({ kind: 'nationality', from: hit.from, to: hit.to, skip: hit.cut.prefix - hit.cut.article, drop: 0, score, by: hit.entry.row.by, entry: hit.entry })
  }
}
