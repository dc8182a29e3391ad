/** The examples that stand beside the rules in data/events/*.txt. */
import { afterAll, describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../src/event/event.ts'
import { judge, type Outcome, readExample, readExamples } from './support/examples.ts'

/** Per file, how many examples must give their type as the main event, and how many claims below them (roles, dates …) must hold. */
const FLOORS: Readonly<Record<string, readonly [types: number, claims: number]>> = {
  accident: [6, 13],
  agreement: [7, 19],
  aid: [6, 17],
  appointment: [6, 13],
  arrest: [7, 22],
  attack: [8, 21],
  clash: [6, 15],
  conference: [6, 13],
  death: [5, 11],
  decision: [7, 16],
  departure: [6, 16],
  disaster: [5, 13],
  discovery: [6, 10],
  economy: [7, 18],
  election: [7, 10],
  launch: [7, 16],
  meeting: [6, 20],
  movement: [6, 18],
  other: [2, 4],
  protest: [5, 13],
  sport: [6, 22],
  statement: [8, 19],
  trial: [6, 12],
  visit: [6, 21],
}

const examples = readExamples()
const positive = examples.filter(e => e.expected !== null)
const negative = examples.filter(e => e.expected === null)
const outcomes = positive.map(e => judge(e, readExample(e)))
const headlines = positive.map(e => judge(e, readExample(e, 'title')))
const others = negative.map(e => judge(e, readExample(e)))

const wrongOf = ({ example, main, claims }: Outcome): string[] => [
  ...(main ? [] : [`${example.by}\ttype\t«${example.text}»`]),
  ...claims.filter(c => !c.right).map(c => `${example.by}\t${c.value}\tread: ${c.told || 'nothing'}`),
]
const rate = (list: readonly boolean[]): string => `${list.filter(Boolean).length}/${list.length}`

test('every type has examples, and sentences that are none', () => {
  for (const type of EVENT_TYPES) {
    expect(positive.filter(e => e.type === type).length, type).toBeGreaterThanOrEqual(5)
    expect(negative.filter(e => e.type === type).length, type).toBeGreaterThanOrEqual(2)
  }
})

test('an example tells its type and status first', () => {
  for (const { by, type, expected } of positive) {
    const slots = expected?.map(c => c.slot)
    expect(slots?.slice(0, 2), by).toEqual(['type', 'status'])
    expect(expected?.[0]?.value, by).toBe(type)
  }
})

describe('examples', () => {
  test.each(EVENT_TYPES)('%s', type => {
    const mine = outcomes.filter(o => o.example.type === type)
    const [types, claims] = FLOORS[type] ?? [0, 0]
    const wrong = mine.flatMap(wrongOf).join('\n')
    expect(mine.filter(o => o.main).length, wrong).toBeGreaterThanOrEqual(types)
    expect(mine.flatMap(o => o.claims).filter(c => c.right).length, wrong).toBeGreaterThanOrEqual(claims)
  })

  test('as headlines they give the same types', () => {
    const lost = headlines.filter((h, i) => outcomes[i]?.main && !h.main).map(h => `${h.example.by} «${h.example.text}»`)
    expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(Math.floor(positive.length / 20))
  })
})

describe('sentences that are none', () => {
  test('most do not give the type as the main event', () => {
    const wrong = others.filter(o => !o.main).map(o => `${o.example.by} «${o.example.text}»`)
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(NOT_YET)
  })
})

/** Sentences that still give the type that they must not give. */
const NOT_YET = 24

afterAll(() => {
  const slots = [...new Set(outcomes.flatMap(o => o.claims.map(c => c.slot)))]
  const rows = EVENT_TYPES.map(type => {
    const mine = outcomes.filter(o => o.example.type === type)
    return `${type.padEnd(12)} type ${rate(mine.map(o => o.main))}, claims ${rate(mine.flatMap(o => o.claims.map(c => c.right)))}, not ${rate(others.filter(o => o.example.type === type).map(o => o.main))}`
  })
  const bySlot = slots.map(slot => `${slot} ${rate(outcomes.flatMap(o => o.claims.filter(c => c.slot === slot).map(c => c.right)))}`)
  const all = `all: type ${rate(outcomes.map(o => o.main))}, among the events ${rate(outcomes.map(o => o.any))}, headline ${rate(headlines.map(o => o.main))}, not ${rate(others.map(o => o.main))}; ${bySlot.join(', ')}`
  console.info([all, ...rows].join('\n'))
  if (process.env.KHABAR_EXAMPLES)
    console.info(
      [...outcomes.flatMap(wrongOf), ...others.filter(o => !o.main).map(o => `${o.example.by}\tnot\t«${o.example.text}»`)].join('\n'),
    )
})
