import { Class } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import { NOON } from '../../text/chars.ts'
import type { Candidate } from '../finder.ts'
import { isNoun, Part, type View } from './view.ts'

/** Groups of people by what they are: «محتجون», «المستوطنين الإسرائيليين», «رجال الأمن». */
export function findGroups(view: View, emit: (candidate: Candidate) => void): void {
  for (let i = 0; i < view.size; i++) {
    const head = view.longest(i, Class.group, isNoun)
    if (!head || isDefiniteConstruct(head, view)) continue
    const noun = i + head.length
    let at = noun
    // one or two adjectives of the same definiteness: «مسلحون مجهولون», «المهاجرين الأفارقة»
    const definite = (head.cut.parts & Part.the) !== 0
    while (
      at < view.size &&
      at < noun + 2 &&
      view.find(
        at,
        Class.nationality | Class.demonym,
        h => isNoun(h) && ((h.cut.parts & Part.the) !== 0) === definite && (h.cut.parts & ~Part.the) === 0,
      )
    )
      at++
    const plural = head.entry.form !== 'singular'
    emit({
      kind: 'group',
      from: i,
      to: at,
      skip: head.cut.prefix - head.cut.article,
      drop: 0,
      score: (at - i) * 0.6 - (head.entry.weak ? 0.2 : 0) - (plural ? 0 : 0.2),
      by: head.entry.row.by,
      entry: head.entry,
    })
  }
}

/** «العالمي» is not the head of «عالمي الآثار»: a word before its genitive has no article. */
const isDefiniteConstruct = ({ cut, entry }: Hit, { source }: View): boolean =>
  (cut.parts & Part.the) !== 0 && source.lexicon.lookUp(cut.stem + String.fromCharCode(NOON)).some(e => e.row === entry.row)
