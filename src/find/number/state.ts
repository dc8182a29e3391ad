import { Part } from '../../token/cuts.ts'

/** A word of a number, or a run of digits. */
export interface Term {
  readonly kind: string
  readonly value: number
  readonly to: number
  readonly from: number
  readonly skip: number
  readonly parts: number
  readonly ordinal: boolean
  readonly weak: boolean
  readonly digits: number
}

/** What has been read of a number so far. */
export interface State {
  readonly at: number
  /** Finished groups: 3 million 200 thousand. */
  readonly total: number
  /** The open group below a thousand, or `NONE`. */
  readonly group: number
  readonly last: string
  /** The scale that was said last; what follows must be smaller. */
  readonly scale: number
  readonly ordinal: boolean
  readonly weak: boolean
  readonly words: number
}

/** No group is open. */
export const NONE = Number.NEGATIVE_INFINITY

/** The state after the first term. */
export function begin(term: Term): State {
  const isScale = term.kind === 'scale' || term.kind === 'scale2'
  return {
    at: term.to,
    total: isScale ? term.value : 0,
    group: isScale ? NONE : term.value,
    last: isScale ? 'scale' : term.kind,
    scale: term.kind === 'scale2' ? term.value / 2 : isScale ? term.value : Number.POSITIVE_INFINITY,
    ordinal: term.ordinal,
    weak: term.weak,
    words: 1,
  }
}

/** The state after a term that follows without و, or null where none can: ثلاثة عشر، ثلاث مئة، ثلاثة آلاف، ألف مليار. */
export function follow(state: State, term: Term): State | null {
  const next = { ...state, at: term.to, ordinal: state.ordinal || term.ordinal, weak: state.weak && term.weak, words: state.words + 1 }
  const isUnit = state.last === 'unit'
  if (isUnit && term.kind === 'ten' && !(term.parts & Part.the)) return { ...next, group: state.group + 10, last: 'teen', weak: false }
  if (isUnit && term.kind === 'hundred' && state.group < 10 && state.group > 0)
    return { ...next, group: state.group * 100, last: 'hundreds', weak: false }
  if (term.kind === 'scale' && state.group !== NONE) {
    if (term.value < state.scale)
      return { ...next, total: state.total + state.group * term.value, group: NONE, last: 'scale', scale: term.value, weak: false }
    return null
  }
  if (term.kind === 'scale' && state.last === 'scale' && term.value > state.scale)
    return { ...next, total: state.total * term.value, scale: term.value }
  if (state.last === 'scale' && state.scale === 1000 && term.kind === 'hundreds' && term.value > 200)
    return { ...next, group: term.value, last: 'hundreds' }
  return null
}

/** The state after a term that is joined by و, or null where it begins a number of its own. */
export function join(state: State, term: Term): State | null {
  const next = { ...state, at: term.to, ordinal: state.ordinal || term.ordinal, weak: false, words: state.words + 1 }
  if (state.last === 'scale') {
    if (term.kind === 'scale' || term.kind === 'scale2') {
      const scale = term.kind === 'scale2' ? term.value / 2 : term.value
      return scale < state.scale ? { ...next, total: state.total + term.value, scale } : null
    }
    if (term.kind === 'digits' && (term.value < 10 || !Number.isInteger(term.value))) return null
    return term.value < state.scale ? { ...next, group: term.value, last: term.kind } : null
  }
  if (state.last === 'unit' && term.kind === 'tens') return { ...next, group: state.group + term.value, last: 'tens' }
  const isHundred = state.last === 'hundred' || state.last === 'hundreds'
  if (isHundred && (term.kind === 'unit' || term.kind === 'ten' || term.kind === 'teen' || term.kind === 'tens'))
    return { ...next, group: state.group + term.value, last: term.kind }
  return null
}
