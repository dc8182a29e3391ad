import { readFileSync } from 'node:fs'
import { beginOf, isBegin, kindOfLabel, OUTSIDE } from '../src/find/tagger/labels.ts'
import { Kind, type Tokens } from '../src/token/token.ts'

/** A sentence of a corpus as it stands in its file. */
export interface Tagged {
  readonly id: string
  readonly tokens: readonly string[]
  readonly tags: readonly string[]
  readonly text: string
}

const TYPES = ['PER', 'LOC', 'ORG']

export const readCorpus = (path: string): Tagged[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Tagged)

/** `[start, end)` of each token of a corpus in its text. */
export function place({ tokens, text }: Tagged): [number, number][] {
  let at = 0
  return tokens.map(token => {
    const start = text.indexOf(token, at)
    at = start + token.length
    return [start, at]
  })
}

/** The labels of khabar's tokens, from those of the corpus. Punctuation at the borders of a name is outside. */
export function labelsOf(sentence: Tagged, tokens: Tokens): Uint8Array {
  const labels = new Uint8Array(tokens.size)
  const spans = place(sentence)
  let s = 0
  let seen = -1
  let open = -1 // kind of the name that goes on
  for (let i = 0; i < tokens.size; i++) {
    const at = tokens.text.at[tokens.start[i] as number] as number
    while (s + 1 < spans.length && at >= (spans[s] as [number, number])[1]) s++
    const [bio, type = ''] = (sentence.tags[s] as string).split('-')
    const kind = TYPES.indexOf(type)
    if (kind < 0) {
      open = -1
      continue
    }
    const begins = (bio === 'B' && s !== seen) || open !== kind
    labels[i] = begins ? beginOf(kind) : beginOf(kind) + 1
    open = kind
    seen = s
  }
  for (let i = 0; i < tokens.size; i++) {
    if (tokens.kind[i] !== Kind.punctuation || labels[i] === OUTSIDE) continue
    const label = labels[i] as number
    const next = labels[i + 1] ?? 0
    const ends = next !== beginOf(kindOfLabel(label)) + 1
    if (isBegin(label)) {
      labels[i] = OUTSIDE
      if (!ends) labels[i + 1] = label
    } else if (ends) labels[i] = OUTSIDE
  }
  return labels
}

/** The names of a corpus, and those of labels, as `first-last-TYPE` in tokens of the corpus. */
export function goldNames({ tags }: Tagged): string[] {
  const names: string[] = []
  let from = -1
  let type = ''
  const close = (end: number): void => {
    if (from >= 0 && TYPES.includes(type)) names.push(`${from}-${end}-${type}`)
    from = -1
  }
  tags.forEach((tag, i) => {
    const [bio, of = ''] = tag.split('-')
    if (from >= 0 && (bio !== 'I' || of !== type)) close(i - 1)
    if (bio === 'B' || (bio === 'I' && from < 0)) {
      from = i
      type = of
    }
  })
  close(tags.length - 1)
  return names
}

export function labelledNames(sentence: Tagged, tokens: Tokens, labels: ArrayLike<number>): string[] {
  const spans = place(sentence)
  const names = new Set<string>()
  for (let i = 0; i < tokens.size; i++) {
    const label = labels[i] as number
    if (!isBegin(label)) continue
    let to = i + 1
    while (to < tokens.size && labels[to] === label + 1) to++
    const start = tokens.text.at[tokens.start[i] as number] as number
    const end = tokens.text.ends[(tokens.end[to - 1] as number) - 1] as number
    let first = -1
    let last = -1
    spans.forEach(([s, e], k) => {
      if (s >= end || start >= e) return
      if (first < 0) first = k
      last = k
    })
    if (first >= 0) names.add(`${first}-${last}-${TYPES[kindOfLabel(label)]}`)
  }
  return [...names]
}

/** Precision, recall and F1 by kind. */
export class Score {
  private readonly counts: Record<string, [hit: number, gold: number, found: number]> = {
    PER: [0, 0, 0],
    LOC: [0, 0, 0],
    ORG: [0, 0, 0],
    all: [0, 0, 0],
  }

  add(gold: readonly string[], found: readonly string[]): void {
    for (const [list, at] of [
      [gold, 1],
      [found, 2],
    ] as const)
      for (const name of list)
        for (const k of [name.slice(-3), 'all']) (this.counts[k] as number[])[at] = ((this.counts[k] as number[])[at] as number) + 1
    for (const name of gold)
      if (found.includes(name))
        for (const k of [name.slice(-3), 'all']) (this.counts[k] as number[])[0] = ((this.counts[k] as number[])[0] as number) + 1
  }

  f1(kind = 'all'): number {
    const [hit, gold, found] = this.counts[kind] as [number, number, number]
    return hit === 0 ? 0 : (200 * hit) / (gold + found)
  }

  toString(): string {
    return ['PER', 'LOC', 'ORG', 'all']
      .map(k => {
        const [hit, gold, found] = this.counts[k] as [number, number, number]
        return `${k} ${((100 * hit) / Math.max(1, found)).toFixed(1)}/${((100 * hit) / Math.max(1, gold)).toFixed(1)}/${this.f1(k).toFixed(1)}`
      })
      .join('  ')
  }
}
