import { type EntityBook, POST_ONLY } from './entity-book.ts'
import { absorb, type EntityRecord } from './entity-record.ts'
import type { WordForms } from './words.ts'

/** Days between two statements of one post within which it is held by the same person. */
const TERM = 60

/** Finds entities of different articles that are one, by name, alias and post. Gives for each number the number of the one that stands for it. */
export function identify({ records }: EntityBook, words: WordForms): Int32Array {
  const same = Int32Array.from(records, (_, n) => n)
  const names = indexNames(records, words)
  const holders = indexPosts(records)
  records.forEach((record, n) => {
    if (record.listed) return
    const other = byName(n, records, names, words) ?? byPost(record, holders, records, words)
    if (other !== undefined && other !== n) same[n] = other
  })
  for (let n = 0; n < same.length; n++) {
    const end = endOf(same, n)
    same[n] = end
    if (end !== n) absorb(records[end] as EntityRecord, records[n] as EntityRecord)
  }
  return same
}

/** The last of a chain; a ring ends at its smallest number. */
function endOf(same: Int32Array, n: number): number {
  let end = n
  let least = n
  for (let steps = 0; same[end] !== end; steps++) {
    end = same[end] as number
    least = Math.min(least, end)
    if (steps > 8) {
      same[least] = least
      return least
    }
  }
  return end
}

/** Persons and organizations by kind and folded name of two words or more. */
function indexNames(records: readonly EntityRecord[], words: WordForms): ReadonlyMap<string, Set<number>> {
  const names = new Map<string, Set<number>>()
  records.forEach((record, n) => {
    if (record.article !== null || (record.kind !== 'person' && record.kind !== 'organization')) return
    for (const form of record.forms.keys()) {
      const name = words.name(form)
      if (!name.includes(' ')) continue
      const key = `${record.kind} ${name}`
      const known = names.get(key)
      if (known) known.add(n)
      else names.set(key, new Set([n]))
    }
  })
  return names
}

/** The one other entity that bears a name of this one: a listed one before others. */
function byName(
  n: number,
  records: readonly EntityRecord[],
  names: ReadonlyMap<string, Set<number>>,
  words: WordForms,
): number | undefined {
  const record = records[n] as EntityRecord
  if (record.article !== null) return undefined
  for (const form of record.forms.keys()) {
    const all = names.get(`${record.kind} ${words.name(form)}`)
    if (!all) continue
    const others = [...all].filter(k => k !== n && agree(record, records[k] as EntityRecord))
    const listed = others.filter(k => records[k]?.listed)
    if (listed.length === 1) return listed[0]
    // «محمد علي»: a name that several listed people bear tells none of them
    if (listed.length === 0 && others.length > 0) return Math.min(n, ...others)
  }
  return undefined
}

/** Two countries contradict each other. */
const agree = (a: EntityRecord, b: EntityRecord): boolean => a.country === '' || b.country === '' || a.country === b.country

/** Persons by the words of a post with its affiliation. */
function indexPosts(records: readonly EntityRecord[]): ReadonlyMap<string, { holder: number; from: string; to: string }[]> {
  const holders = new Map<string, { holder: number; from: string; to: string }[]>()
  records.forEach((record, holder) => {
    if (record.article !== null) return
    for (const { told, from, to } of record.posts.values())
      for (const words of told) {
        const known = holders.get(words)
        if (known) known.push({ holder, from, to })
        else holders.set(words, [{ holder, from, to }])
      }
  })
  return holders
}

/**
 * Who holds the post of a person without a full name: «وزير الخارجية المغربي», or «روجرز» with a post that a «مايكل روجرز» holds.
 * Only if the articles of those weeks name one holder.
 */
function byPost(
  record: EntityRecord,
  holders: ReadonlyMap<string, { holder: number; from: string; to: string }[]>,
  records: readonly EntityRecord[],
  words: WordForms,
): number | undefined {
  if (record.article === null || record.kind !== 'person') return undefined
  const isPostOnly = record.id.startsWith(POST_ONLY)
  const told = isPostOnly ? [...record.forms.keys()].map(words.name) : [...record.posts.values()].flatMap(post => [...post.told])
  const found = new Set<number>()
  for (const post of told)
    for (const { holder, from, to } of holders.get(post) ?? []) {
      if (!isNear(record, from, to)) continue
      if (isPostOnly || sharesName(record, records[holder] as EntityRecord, words)) found.add(holder)
    }
  return found.size === 1 ? [...found][0] : undefined
}

function isNear(record: EntityRecord, from: string, to: string): boolean {
  if (record.from === '' || from === '') return record.from === from
  const day = Date.parse(record.from) / DAY
  return day >= Date.parse(from) / DAY - TERM && day <= Date.parse(to) / DAY + TERM
}

const DAY = 86_400_000

function sharesName(short: EntityRecord, full: EntityRecord, words: WordForms): boolean {
  const parts = new Set([...full.forms.keys()].flatMap(form => words.name(form).split(' ')))
  return [...short.forms.keys()].every(form => parts.has(words.name(form)))
}
