import { Class } from '../../lexicon/classes.ts'
import type { Hit } from '../../lexicon/lexicon.ts'
import { Part } from '../../token/cuts.ts'
import type { Source } from '../finder.ts'
import { ANY, type Senses } from '../sense.ts'
import type { Tense, TimeExpression } from './types.ts'

/** How far before and behind a phrase its verb may stand. */
const BEFORE = 30
const BEHIND = 12
/** A verb this near to a phrase is dated by it. */
const CLOSE = 2
/** Particles that a verb may have. */
const VERBAL = Part.and | Part.so | Part.will

/** Whether the day of an expression depends on the tense of the verb near it. */
export function needsTense(expr: TimeExpression): boolean {
  switch (expr.type) {
    case 'calendar':
      return expr.year === null && expr.shift === null && expr.yearShift === null
    case 'daypart':
      return needsTense(expr.of)
    case 'within':
      return needsTense(expr.of)
    case 'clock':
      return expr.of !== null && needsTense(expr.of)
    case 'range':
      return needsTense(expr.from) || needsTense(expr.to)
    case 'weekend':
      return expr.shift.by === 0
    case 'list':
      return expr.items.some(needsTense)
    default:
      return false
  }
}

/** The tense of the nearest verb: first of those before the phrase in its sentence, then of those behind. */
export function tenseNear(source: Source, senses: Senses, from: number, to: number): Tense | null {
  const first = Math.max(senses.first(from), from - BEFORE)
  // «رياح تصل إلى 70 كيلومترا في الساعة الأحد هدمت منازل»: the verb right behind
  const next = to < senses.limit(from) && !isNear(source, senses, from) ? tenseAt(source, senses, to) : null
  if (next) return next
  for (let i = from - 1; i >= first; i--) {
    // «التي تسيطر عليها المعارضة، الخميس»: a relative clause tells nothing of the sentence's own time; «القرار الذي نشر الأحد» dates itself
    if (i > first && i < from - CLOSE && isRelative(source, i - 1)) continue
    const tense = tenseAt(source, senses, i)
    // «لم ينتظر»: a past in the form of a present
    if (tense) return i > first && senses.is(i - 1, 'negated-past') ? 'past' : tense
  }
  const end = Math.min(senses.limit(from), to + BEHIND)
  for (let i = to; i < end; i++) {
    const tense = tenseAt(source, senses, i)
    if (tense) return tense
  }
  return null
}

/** Whether a verb stands right before a token. */
const isNear = (source: Source, senses: Senses, from: number): boolean =>
  [1, 2, 3].some(k => from - k >= senses.first(from) && tenseAt(source, senses, from - k) !== null)

const isRelative = ({ hits }: Source, token: number): boolean =>
  ((hits.classes[token] as number) & Class.word) !== 0 &&
  (hits.at[token] as readonly Hit[]).some(h => h.entry.class === Class.word && h.entry.row.cells.kind === 'relative')

/** The tense of a word: of a verb of the event files, a particle of the future, or a word of `data/dates/tense.tsv`. */
function tenseAt({ hits }: Source, senses: Senses, token: number): Tense | null {
  const word = senses.pick(token, 'tense', ANY)
  if (word) return word.meaning.cell('tense') as Tense
  if (((hits.classes[token] as number) & (Class.status | Class.trigger)) === 0) return null
  let tense: Tense | null = null
  for (const { entry, cut } of hits.at[token] as readonly Hit[]) {
    if (entry.class === Class.status && entry.row.cells.type === 'planned') return 'future'
    if (entry.class !== Class.trigger || (cut.parts & ~VERBAL) !== 0) continue
    if ((cut.parts & Part.will) !== 0 && entry.form.startsWith('present')) return 'future'
    // «ترأس» is a past or a present: news tells of the past
    if (entry.form.startsWith('past')) return 'past'
    if (entry.form.startsWith('present') && entry.row.cells.type !== 'statement') tense = 'future'
  }
  return tense
}
