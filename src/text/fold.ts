import { AMPERSAND, DROP, ENTITIES, EXPAND, expansion, foldTable, HASH, isArabicLetter, MARK, MARK_RUN, SEMICOLON, SPACE } from './chars.ts'
import type { Issue } from './issue.ts'
import type { Scratch } from './scratch.ts'

/**
 * A text in its search form, with the way back to the given text.
 * Unit `i` of the search form stands for `raw.slice(at[i], ends[i])`; marks that sit on a letter belong to it.
 */
export interface Folded {
  readonly raw: string
  readonly units: Uint16Array
  readonly length: number
  readonly at: Int32Array
  readonly ends: Int32Array
  readonly issues: Issue[]
}

/** Room behind a text, so that who looks ahead finds zero. */
const ROOM = 16
/** Longest HTML entity: `&thetasym;`. */
const ENTITY_LENGTH = 10

/** A function from a text to its search form. The table is made once. */
export type Fold = (raw: string, limit?: number) => Folded

/** The arrays of a folded text. */
export interface FoldArrays {
  readonly [name: string]: Int32Array | Uint16Array
  readonly units: Uint16Array
  readonly at: Int32Array
  readonly ends: Int32Array
}

export const createFoldArrays = (length: number): FoldArrays => ({
  units: new Uint16Array(length),
  at: new Int32Array(length),
  ends: new Int32Array(length),
})

/**
 * Makes a `fold`: one pass over the text, no allocation per character. `entities`: whether HTML entities are read as their characters.
 * Spelling differences that readers do not see as such (hamza on alef, final yeh, teh marbuta, digits, quotes, harakat …) vanish.
 * With `scratch`, a folded text is valid until the next is folded.
 */
export function createFold(table: Uint16Array = foldTable(), entities = true, scratch?: Scratch<FoldArrays>): Fold {
  return (given, limit = 1_000_000) => {
    const issues: Issue[] = []
    const raw = given.length > limit ? given.slice(0, wholeLength(given, limit)) : given
    if (given.length > limit)
      issues.push({
        code: 'truncated',
        message: `only the first ${raw.length} of ${given.length} characters were read`,
        span: { start: raw.length, end: given.length },
      })
    const arrays = scratch ? scratch.lend(raw.length + ROOM) : createFoldArrays(raw.length + ROOM)
    let { units, at, ends } = arrays
    let n = 0
    let marks = 0
    let longestMarks = 0
    let dropped = -1
    let controls = 0
    let arabic = false
    let visible = false
    let surrogate = -1
    let entity = -1

    for (let i = 0; i < raw.length; i++) {
      let code = raw.charCodeAt(i)
      let to = table[code] as number
      let end = i + 1
      if (code === AMPERSAND && entities) {
        const found = readEntity(raw, i)
        if (found) {
          if (entity < 0) entity = i
          end = found.end
          code = found.code < 0x10000 && (found.code < 0xd800 || found.code > 0xdfff) ? found.code : SPACE
          to = table[code] as number
        }
      }
      if (to > EXPAND) {
        if (to > SPACE) visible = true
        if (!arabic && isArabicLetter(to)) arabic = true
        if (code < SPACE && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls++
        else if (code >= 0xd800 && code <= 0xdfff) {
          const next = raw.charCodeAt(i + 1)
          if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
            units[n] = code
            at[n] = i
            ends[n++] = i + 2
            units[n] = next
            at[n] = i
            ends[n++] = i + 2
            marks = 0
            i++
            continue
          }
          if (surrogate < 0) surrogate = i
        }
        units[n] = to
        at[n] = i
        ends[n++] = end
        marks = 0
      } else if (to === MARK) {
        if (n > 0 && ends[n - 1] === i) ends[n - 1] = end
        if (++marks > longestMarks) longestMarks = marks
      } else if (to === EXPAND) {
        const letters = expansion(code)
        const needed = n + letters.length + raw.length - i
        if (needed > units.length) {
          const wider = createFoldArrays(needed * 2)
          wider.units.set(units)
          wider.at.set(at)
          wider.ends.set(ends)
          units = wider.units
          at = wider.at
          ends = wider.ends
        }
        for (let k = 0; k < letters.length; k++) {
          const unit = table[letters.charCodeAt(k)] as number
          if (unit <= EXPAND) continue
          if (isArabicLetter(unit)) arabic = true
          units[n] = unit
          at[n] = i
          ends[n++] = end
        }
        visible = true
        marks = 0
      } else if (to === DROP && dropped < 0) dropped = i
      i = end - 1
    }
    scratch?.settle(arrays, n + 1)
    units[n] = 0
    at[n] = raw.length
    ends[n] = raw.length
    if (!visible) issues.push({ code: 'empty-text', message: 'the text has no visible character' })
    else if (!arabic) issues.push({ code: 'no-arabic', message: 'the text has no Arabic letter' })
    if (controls > 0) issues.push({ code: 'control-characters', message: `${controls} control characters: is this a text?` })
    if (surrogate >= 0)
      issues.push({ code: 'lone-surrogate', message: 'half of a surrogate pair', span: { start: surrogate, end: surrogate + 1 } })
    if (dropped >= 0)
      issues.push({ code: 'bidi-controls', message: 'invisible characters were skipped', span: { start: dropped, end: dropped + 1 } })
    if (longestMarks > MARK_RUN) issues.push({ code: 'mark-run', message: `${longestMarks} combining marks in a row` })
    if (entity >= 0)
      issues.push({
        code: 'html-entities',
        message: 'HTML entities were read as their characters',
        span: { start: entity, end: entity + 1 },
      })
    return { raw, units, length: n, at, ends, issues }
  }
}

/** The limit, or one unit less where it would cut a surrogate pair. */
function wholeLength(text: string, limit: number): number {
  const [last, next] = [text.charCodeAt(limit - 1), text.charCodeAt(limit)]
  return last >= 0xd800 && last <= 0xdbff && next >= 0xdc00 && next <= 0xdfff ? limit - 1 : limit
}

interface Entity {
  readonly code: number
  readonly end: number
}

/** The character of an HTML entity that starts at `start`, if one does: `&quot;`, `&#1593;`, `&#x639;`, and those written twice, `&amp;quot;`. */
function readEntity(raw: string, start: number): Entity | null {
  let found = readOnce(raw, start)
  while (found?.code === AMPERSAND) {
    const inner = readOnce(raw, found.end - 1)
    if (!inner) break
    found = inner
  }
  return found
}

/** The entity whose name begins behind `start`. */
function readOnce(raw: string, start: number): Entity | null {
  const limit = Math.min(raw.length, start + ENTITY_LENGTH + 2)
  let end = start + 1
  while (end < limit && raw.charCodeAt(end) !== SEMICOLON) end++
  if (end >= limit) return null
  const name = raw.slice(start + 1, end)
  if (name.charCodeAt(0) !== HASH) return Object.hasOwn(ENTITIES, name) ? { code: ENTITIES[name] as number, end: end + 1 } : null
  const digits = name.slice(1)
  const code = /^x[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : /^\d+$/.test(digits) ? Number(digits) : Number.NaN
  return code > 0 && code <= 0x10ffff ? { code, end: end + 1 } : null
}

/** The search form of a text as a string, whole: what tables, look-ups and `normalize` use. */
export function foldString(fold: Fold, text: string): string {
  const { units, length } = fold(text, text.length)
  let out = ''
  for (let i = 0; i < length; i += 4096) out += String.fromCharCode(...units.subarray(i, Math.min(length, i + 4096)))
  return out
}
