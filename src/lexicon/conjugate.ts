import { ALEF, ALEF_HAMZA_ABOVE, ALEF_MAKSURA, TEH, WAW, YEH } from '../text/chars.ts'
import type { Table } from './table.ts'

/** One ending of the paradigm in `data/words/conjugation.tsv`. */
interface Ending {
  readonly tense: 'past' | 'present'
  readonly prefix: string
  readonly suffix: string
  readonly weak: 'keep' | 'drop' | 'yeh'
  readonly agreement: string
}

/** A form of a verb: `form` is `past.3fs`, `present.3mp` … */
export interface VerbForm {
  readonly text: string
  readonly form: string
}

/** A function from a lemma (`استهدف`, or `زار/يزور` where the present is not regular) to its forms. */
export type Conjugate = (lemma: string) => VerbForm[]

const isWeak = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1)
  return last === ALEF || last === ALEF_MAKSURA || last === YEH || last === WAW
}
const yeh = String.fromCharCode(YEH)
const waw = String.fromCharCode(WAW)

/**
 * The present of a regular verb, by the shape of its past (Wright, A Grammar of the Arabic Language, I §§ 35–68, unvocalised):
 * أعلن -> يعلن (form IV), استهدف -> يستهدف (VII, VIII, X), قتل -> يقتل.
 */
export function regularPresent(past: string): string {
  const first = past.charCodeAt(0)
  if (past.length >= 4 && (first === ALEF_HAMZA_ABOVE || first === ALEF)) return yeh + past.slice(1)
  return yeh + past
}

/** Makes a conjugator from the table of endings. */
export function createConjugate(table: Table): Conjugate {
  const endings = table.rows.map(r => r.cells as unknown as Ending)
  return lemma => {
    const [past = '', given] = lemma.split('/')
    const present = given ?? regularPresent(past)
    const forms: VerbForm[] = []
    for (const ending of endings) {
      const stem = ending.tense === 'past' ? past : ending.prefix + present.slice(1)
      forms.push({ text: attach(stem, ending, past.length === 3), form: `${ending.tense}.${ending.agreement}` })
    }
    return forms
  }
}

/** Joins an ending to a stem whose last letter may be weak: دعا + ت -> دعت, التقى + ا -> التقيا, يدعو + ون -> يدعون. */
function attach(stem: string, ending: Ending, short: boolean): string {
  if (ending.suffix === '' || !isWeak(stem) || ending.weak === 'keep') return stem + ending.suffix
  const root = stem.slice(0, -1)
  const last = stem.charCodeAt(stem.length - 1)
  if (ending.weak === 'drop') return (last === YEH && ending.suffix.charCodeAt(0) === TEH ? stem : root) + ending.suffix // بقيت, but بقوا
  if (last === WAW) return stem + ending.suffix // يدعوان
  return root + (short && last === ALEF && ending.tense === 'past' ? waw : yeh) + ending.suffix // دعوا (two), التقيا
}
