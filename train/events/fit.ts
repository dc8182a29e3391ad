/** One case as it was scored: features with their values, by number, and the group of cases that it belongs to. */
export interface Case {
  readonly features: readonly (readonly [feature: number, value: number])[]
  /** The right class; -1 where none is right. */
  readonly label: number
  /** Cases of one group are answers of which one at most is right; used by `fitChoice`. */
  readonly group?: number
  /** How much the case counts. Default 1. */
  readonly weight?: number
}

export interface FitOptions {
  /** Strength of the pull to 0 of every weight but the biases. */
  readonly l2: number
  readonly steps?: number
}

/** Rows of weights, feature by feature, the bias last: `[(feature) * classes + class]`. */
export type Fitted = Float64Array

/**
 * Logistic regression by gradient descent on all cases, the same result each time. One class: yes or no, label 0 is yes and -1 no.
 * More classes: softmax over them.
 */
export function fitClasses(cases: readonly Case[], features: number, classes: number, options: FitOptions): Fitted {
  const sums = new Float64Array(classes)
  return descend((features + 1) * classes, features * classes, cases.length, options, (weights, gradient) => {
    for (const { features: own, label, weight = 1 } of cases) {
      score(weights, own, features, sums)
      if (classes === 1) sums[0] = 1 / (1 + Math.exp(-(sums[0] as number)))
      else softmax(sums)
      for (let k = 0; k < classes; k++) sums[k] = weight * ((sums[k] as number) - (k === label ? 1 : 0))
      push(gradient, own, features, sums)
    }
  })
}

/**
 * A right one of each group, or none, by a softmax over its cases and a sum of 0 for «none». Label 0 marks the right cases; of several,
 * those count for which most speaks.
 */
export function fitChoice(cases: readonly Case[], features: number, options: FitOptions): Fitted {
  const groups = new Map<number, Case[]>()
  for (const one of cases) {
    const group = one.group ?? 0
    const known = groups.get(group)
    if (known) known.push(one)
    else groups.set(group, [one])
  }
  const one = new Float64Array(1)
  return descend(features + 1, features, groups.size, options, (weights, gradient) => {
    for (const group of groups.values()) {
      const sums = new Float64Array(group.length + 1)
      group.forEach((c, n) => {
        score(weights, c.features, features, one)
        sums[n] = one[0] as number
      })
      softmax(sums)
      const right = group.reduce((sum, c, n) => sum + (c.label === 0 ? (sums[n] as number) : 0), 0)
      group.forEach((c, n) => {
        const chance = sums[n] as number
        one[0] = (c.weight ?? 1) * (chance - (c.label === 0 && right > 0 ? chance / right : 0))
        push(gradient, c.features, features, one)
      })
    }
  })
}

function score(weights: Float64Array, own: Case['features'], bias: number, sums: Float64Array): void {
  const width = sums.length
  for (let k = 0; k < width; k++) sums[k] = weights[bias * width + k] as number
  for (const [feature, value] of own)
    for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (weights[feature * width + k] as number) * value
}

function push(gradient: Float64Array, own: Case['features'], bias: number, errors: Float64Array): void {
  const width = errors.length
  for (let k = 0; k < width; k++) gradient[bias * width + k] = (gradient[bias * width + k] as number) + (errors[k] as number)
  for (const [feature, value] of own)
    for (let k = 0; k < width; k++)
      gradient[feature * width + k] = (gradient[feature * width + k] as number) + (errors[k] as number) * value
}

function softmax(sums: Float64Array): void {
  const top = Math.max(...sums)
  let total = 0
  for (let k = 0; k < sums.length; k++) total += sums[k] = Math.exp((sums[k] as number) - top)
  for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) / total
}

/** AdaGrad on the whole gradient. The weights from `free` on are biases, which nothing pulls. */
function descend(
  size: number,
  free: number,
  count: number,
  { l2, steps = 600 }: FitOptions,
  addGradient: (weights: Float64Array, gradient: Float64Array) => void,
): Fitted {
  const weights = new Float64Array(size)
  const gradient = new Float64Array(size)
  const squares = new Float64Array(size)
  for (let step = 0; step < steps; step++) {
    gradient.fill(0)
    addGradient(weights, gradient)
    for (let n = 0; n < size; n++) {
      const slope = ((gradient[n] as number) + (n < free ? l2 * (weights[n] as number) : 0)) / count
      if (slope === 0) continue
      squares[n] = (squares[n] as number) + slope * slope
      weights[n] = (weights[n] as number) - (0.3 * slope) / Math.sqrt(squares[n] as number)
    }
  }
  return weights
}

/** The table as `data/events/weights/` holds it: rows in the order of their names, weights of two decimals, rows of zeros left out. */
export function weightsTable(notes: readonly string[], names: readonly string[], classes: readonly string[], fitted: Fitted): string {
  const rows = [...names, 'bias'].map((name, n) => [
    name,
    ...classes.map((_, k) => {
      const weight = (Math.round((fitted[n * classes.length + k] as number) * 100) / 100).toString()
      return weight === '0' || weight === '-0' ? '' : weight
    }),
  ])
  const kept = rows.filter(([, ...cells]) => cells.some(c => c !== '')).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return `${[...notes.map(n => `# ${n}`), ['feature', ...classes].join('\t'), ...kept.map(r => r.join('\t'))].join('\n')}\n`
}
