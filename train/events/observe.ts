import type { CaseObserver, Weights } from '../../src/event/weights.ts'

/** A case as the program scored it. */
export interface Observed {
  readonly subject: unknown
  readonly features: (readonly [feature: number, value: number])[]
}

/** Runs `task` and gives the cases that `weights` scored meanwhile. */
export function observe(weights: Weights, task: () => void): Observed[] {
  const cases: Observed[] = []
  const observer: CaseObserver = {
    begin: subject => void cases.push({ subject, features: [] }),
    add: (feature, times) => void cases.at(-1)?.features.push([feature, times]),
  }
  weights.observer = observer
  try {
    task()
  } finally {
    weights.observer = null
  }
  return cases
}
