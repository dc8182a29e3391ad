import { COMMA, DOT, HYPHEN, PLUS } from '../../text/chars.ts'
import { Flag, Kind, type Tokens } from '../../token/token.ts'

/** A number written in digits: tokens `[from, to)`. */
export interface Digits {
  readonly to: number
  readonly value: number
  /** How many digits, where it is one plain run; else 0. */
  readonly length: number
}

const isGlued = (tokens: Tokens, i: number): boolean => ((tokens.flags[i] as number) & Flag.glued) !== 0
const unit = (tokens: Tokens, i: number): number => tokens.text.units[tokens.start[i] as number] as number
const width = (tokens: Tokens, i: number): number => (tokens.end[i] as number) - (tokens.start[i] as number)
const isNumber = (tokens: Tokens, i: number, limit: number): boolean => i < limit && tokens.kind[i] === Kind.number

/** The value of one token of digits, with its separators: 2.5, 1,200, 1.200.000. */
function tokenValue(tokens: Tokens, i: number): { value: number; length: number } {
  const { units } = tokens.text
  let whole = ''
  let dots = 0
  let commas = 0
  for (let k = tokens.start[i] as number; k < (tokens.end[i] as number); k++) {
    const code = units[k] as number
    if (code === COMMA) commas++
    else {
      if (code === DOT) dots++
      whole += String.fromCharCode(code)
    }
  }
  if (dots > 1) whole = whole.split('.').join('')
  return { value: Number(whole), length: dots + commas > 0 ? 0 : whole.length }
}

/** The number in digits that begins at token `i`: its sign, groups of three («1 000 000»), a decimal comma («2,5»), a bare decimal point («.5»). */
export function readDigits(tokens: Tokens, i: number, limit: number): Digits | null {
  if (tokens.kind[i] === Kind.punctuation) {
    const sign = unit(tokens, i)
    if (
      width(tokens, i) !== 1 ||
      (isGlued(tokens, i) && tokens.kind[i - 1] !== Kind.symbol && tokens.kind[i - 1] !== Kind.punctuation) ||
      !isNumber(tokens, i + 1, limit) ||
      !isGlued(tokens, i + 1)
    )
      return null
    if (sign === DOT) {
      const { value, length } = tokenValue(tokens, i + 1)
      return length > 0 ? { to: i + 2, value: value / 10 ** length, length: 0 } : null
    }
    if (sign !== HYPHEN && sign !== PLUS) return null
    const rest = readDigits(tokens, i + 1, limit)
    return rest && { to: rest.to, value: sign === HYPHEN ? -rest.value : rest.value, length: 0 }
  }
  if (!isNumber(tokens, i, limit)) return null
  let { value, length } = tokenValue(tokens, i)
  let to = i + 1
  if (length === 0 ? value >= 1000 && Number.isInteger(value) : length <= 3 && value > 0 && value >= 10 ** (length - 1)) {
    while (isNumber(tokens, to, limit) && !isGlued(tokens, to) && width(tokens, to) === 3) {
      const group = tokenValue(tokens, to)
      if (group.length !== 3) break
      value = value * 1000 + group.value
      length = 0
      to++
    }
  }
  if (
    to === i + 1 &&
    length > 0 &&
    to + 1 < limit &&
    unit(tokens, to) === COMMA &&
    isGlued(tokens, to) &&
    isNumber(tokens, to + 1, limit) &&
    isGlued(tokens, to + 1)
  ) {
    const decimals = tokenValue(tokens, to + 1)
    if (decimals.length === 1 || decimals.length === 2)
      return { to: to + 2, value: value + decimals.value / 10 ** decimals.length, length: 0 }
  }
  return { to, value, length }
}
