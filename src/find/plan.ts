import { Kind } from '../token/token.ts'
import type { Plan, Senses } from './sense.ts'

/** Stands for digits among the roles of a plan. */
export const DIGITS = '#'
/** Particles that stand as words of their own before digits. */
const PARTICLES = ['and', 'the', 'particle'] as const

/** The rules of a plan, each with the roles of the words that may begin it. */
export type Starts<Name extends string> = Readonly<Record<Name, readonly string[]>>

/** A compiled plan: which of its rules may begin with which word. */
export interface CompiledPlan<Name extends string> extends Plan {
  readonly names: readonly Name[]
  readonly digits: number
}

/** Compiles a plan. `id` numbers it among all plans. */
export function compilePlan<Name extends string>(id: number, starts: Starts<Name>): CompiledPlan<Name> {
  const names = Object.keys(starts) as Name[]
  const bits = new Map<string, number>()
  names.forEach((name, n) => {
    for (const role of starts[name]) bits.set(role, (bits.get(role) ?? 0) | (1 << n))
  })
  const digits = bits.get(DIGITS) ?? 0
  for (const particle of PARTICLES) bits.set(particle, (bits.get(particle) ?? 0) | digits)
  return { id, bits, names, digits }
}

/** A function that reads at a token with the rules of a plan that may begin there: the longest read, of equals the first rule's. */
export function follow<Name extends string, R extends { readonly to: number }>(
  senses: Senses,
  plan: CompiledPlan<Name>,
  rules: Readonly<Record<Name, (token: number) => R | null>>,
): (token: number) => R | null {
  const list = plan.names.map(name => rules[name])
  return token => {
    const kind = senses.tokens.kind[token]
    const isDigits = kind === Kind.number || kind === Kind.date
    let left = senses.plan(token, plan) | (isDigits ? plan.digits : 0)
    let best: R | null = null
    while (left !== 0) {
      const n = 31 - Math.clz32(left & -left)
      left &= left - 1
      const read = list[n]?.(token) ?? null
      if (read && (!best || read.to > best.to)) best = read
    }
    return best
  }
}
