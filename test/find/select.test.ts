import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate, MentionKind } from '../../src/find/finder.ts'
import { schedule, select } from '../../src/find/select.ts'

const candidate = (kind: MentionKind, from: number, to: number, score: number, by = 'rule'): Candidate => ({
  kind,
  from,
  to,
  skip: 0,
  drop: 0,
  score,
  by,
})
const overlap = (a: Candidate, b: Candidate): boolean => a.from < b.to && b.from < a.to
const sum = (list: readonly Candidate[]): number => list.reduce((total, c) => total + c.score, 0)
const shown = (list: readonly Candidate[]): string[] => list.map(c => `${c.kind} ${c.from}–${c.to}`)

/** The best sum of candidates that do not overlap, by trying all sets. */
function best(list: readonly Candidate[]): number {
  const [first, ...rest] = list
  if (!first) return 0
  return Math.max(best(rest), first.score + best(rest.filter(c => !overlap(c, first))))
}

const FIRST: readonly MentionKind[] = [
  'person',
  'place',
  'organization',
  'date',
  'time',
  'datetime',
  'duration',
  'set',
  'number',
  'ordinal',
  'percent',
  'money',
  'quantity',
]
const OTHERS: readonly MentionKind[] = ['title', 'nationality', 'trigger', 'group']

const anyCandidate = (kinds: readonly MentionKind[]): fc.Arbitrary<Candidate> =>
  fc
    .tuple(
      fc.constantFrom(...kinds),
      fc.nat(12),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 24 }),
      fc.constantFrom('a', 'b', 'c'),
    )
    .map(([kind, from, length, quarters, by]) => candidate(kind, from, from + length, quarters / 4, by)) // quarters: sums are exact

describe('schedule', () => {
  test('keeps what does not overlap', () => {
    expect(shown(schedule([candidate('person', 2, 4, 1), candidate('place', 0, 2, 1)]))).toEqual(['place 0–2', 'person 2–4'])
  })

  test('of two that overlap keeps the higher', () => {
    expect(shown(schedule([candidate('person', 0, 2, 1), candidate('place', 1, 3, 2)]))).toEqual(['place 1–3'])
  })

  test('two that are together worth more beat one', () => {
    expect(
      shown(
        schedule([
          candidate('person', 0, 2, 2),
          candidate('place', 1, 4, 3),
          candidate('date', 4, 5, 0.5),
          candidate('person', 3, 5, 1.75),
        ]),
      ),
    ).toEqual(['person 0–2', 'person 3–5'])
  })

  test('of equal sums keeps the longer', () => {
    expect(shown(schedule([candidate('person', 0, 1, 1), candidate('place', 0, 2, 1)]))).toEqual(['place 0–2'])
    expect(shown(schedule([candidate('place', 0, 2, 1), candidate('person', 0, 1, 1)]))).toEqual(['place 0–2'])
  })

  test('nothing of nothing, one of one', () => {
    expect(schedule([])).toEqual([])
    expect(schedule([candidate('place', 0, 1, 1)])).toHaveLength(1)
  })

  test('is optimal', () => {
    fc.assert(
      fc.property(fc.array(anyCandidate(FIRST), { maxLength: 11 }), list => {
        const chosen = schedule(list)
        for (const [i, a] of chosen.entries()) for (const b of chosen.slice(i + 1)) expect(overlap(a, b)).toBe(false)
        expect(chosen.every(c => list.includes(c))).toBe(true)
        expect(sum(chosen)).toBe(best(list))
      }),
      { numRuns: 500 },
    )
  })

  test('is linear after sorting: 100,000 candidates', () => {
    const many = Array.from({ length: 100_000 }, (_, i) =>
      candidate('place', (i * 7919) % 50_000, ((i * 7919) % 50_000) + 1 + (i % 5), 1 + (i % 3)),
    )
    expect(schedule(many).length).toBeGreaterThan(10_000)
  })
})

describe('select', () => {
  test('names, times and amounts exclude one another', () => {
    const movement = candidate('organization', 0, 3, 3)
    expect(select([candidate('date', 1, 3, 2), movement, candidate('number', 1, 2, 1)])).toEqual([movement])
  })

  test('titles, nationalities and triggers lie beside names', () => {
    const all = [
      candidate('title', 0, 3, 3),
      candidate('nationality', 2, 3, 1),
      candidate('trigger', 3, 4, 1),
      candidate('person', 2, 5, 3),
    ]
    expect(shown(select(all))).toEqual(['title 0–3', 'person 2–5'])
    expect(shown(select(all.slice(0, 3)))).toEqual(['title 0–3', 'nationality 2–3', 'trigger 3–4'])
  })

  test('a name that covers them whole takes their place', () => {
    expect(shown(select([candidate('organization', 0, 2, 2), candidate('title', 0, 2, 2)]))).toEqual(['organization 0–2'])
    expect(shown(select([candidate('organization', 0, 2, 2), candidate('title', 0, 3, 2)]))).toEqual(['title 0–3', 'organization 0–2'])
  })

  test('a group is what names and titles leave', () => {
    expect(shown(select([candidate('title', 0, 2, 1), candidate('group', 1, 3, 5), candidate('group', 3, 4, 1)]))).toEqual([
      'title 0–2',
      'group 3–4',
    ])
    expect(shown(select([candidate('person', 0, 2, 1), candidate('group', 1, 3, 5)]))).toEqual(['person 0–2'])
  })

  test('a name that was not chosen takes nobody’s place', () => {
    expect(shown(select([candidate('organization', 0, 2, 1), candidate('person', 1, 4, 3), candidate('title', 0, 1, 1)]))).toEqual([
      'title 0–1',
      'person 1–4',
    ])
  })

  test('the order of candidates does not matter', () => {
    const lists = fc.array(anyCandidate([...FIRST, ...OTHERS]), { maxLength: 20 })
    fc.assert(
      fc.property(
        lists.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(select(shuffled)).toEqual(select(list))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('each layer by itself is optimal, and only names take from the others', () => {
    fc.assert(
      fc.property(fc.array(anyCandidate([...FIRST, ...OTHERS]), { maxLength: 14 }), list => {
        const chosen = select(list)
        const of = (all: readonly Candidate[], kinds: readonly MentionKind[]) => all.filter(c => kinds.includes(c.kind))
        const names = of(chosen, FIRST)
        expect(sum(names)).toBe(best(of(list, FIRST)))
        for (const kind of OTHERS) {
          const kept = of(chosen, [kind])
          const dropped = schedule(of(list, [kind])).filter(c => !kept.includes(c))
          expect(sum(kept) + sum(dropped)).toBe(best(of(list, [kind])))
          const covered = (c: Candidate) =>
            kind === 'group'
              ? [...names, ...of(chosen, ['title'])].some(n => overlap(n, c))
              : names.some(n => n.from <= c.from && n.to >= c.to)
          expect(dropped.every(covered)).toBe(true)
          expect(kept.some(covered)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the result is in the order of the text', () => {
    fc.assert(
      fc.property(fc.array(anyCandidate([...FIRST, ...OTHERS]), { maxLength: 20 }), list => {
        const froms = select(list).map(c => c.from)
        expect(froms).toEqual([...froms].sort((a, b) => a - b))
      }),
    )
  })
})
