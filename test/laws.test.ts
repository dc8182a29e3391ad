import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createReader, normalize, type Reading, read, type Span, tokenize } from '../src/index.ts'
import { foldTable } from '../src/text/chars.ts'
import { createFold, foldString } from '../src/text/fold.ts'
import { createTokenize } from '../src/token/tokenize.ts'
import { Words } from '../src/token/words.ts'
import { ORG_COLUMNS, tsv } from './support/tables.ts'
import { fold, folded, wrongOffsets } from './support/text.ts'
import { anyText, anyUnits, mixture } from './support/texts.ts'

/** Folding without HTML entities: a text may spell an entity in pieces, and then it is one only after the first time. */
const plain = createFold(foldTable(), false)
const plainly = (text: string): string => foldString(plain, text)

describe('folding', () => {
  test('offsets never go back and lie in the text', () => {
    fc.assert(
      fc.property(anyText, text => void expect(wrongOffsets(fold(text))).toBeNull()),
      { numRuns: 1000 },
    )
  })

  test('twice is once', () => {
    fc.assert(
      fc.property(anyText, text => void expect(plainly(plainly(text))).toBe(plainly(text))),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(
        anyText.filter(text => !/[&＆]/.test(text)),
        text => void expect(folded(folded(text))).toBe(folded(text)),
      ),
      { numRuns: 300 },
    )
  })

  test('of every character, twice is once', () => {
    for (let c = 0; c < 0x10000; c++) {
      const once = plainly(String.fromCharCode(c))
      if (plainly(once) !== once) throw new Error(`U+${c.toString(16)} folds to «${once}», then to «${plainly(once)}»`)
    }
  })

  test('of two texts is that of one and the other', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => void expect(plainly(a + b)).toBe(plainly(a) + plainly(b))),
      { numRuns: 500 },
    )
  })

  test('does not see composition', () => {
    fc.assert(
      fc.property(
        mixture.map(text => text.replace(/[^\n -ɏ\u0600-\u06ff]/g, '')),
        text => void expect(plainly(text.normalize('NFD'))).toBe(plainly(text.normalize('NFC'))),
      ),
      { numRuns: 300 },
    )
  })

  test('is what normalize does', () => {
    fc.assert(
      fc.property(anyText, text => void expect(normalize(text, { hashtags: false })).toBe(folded(text))),
      { numRuns: 100 },
    )
  })
})

describe('tokens', () => {
  const tokenizer = createTokenize(new Words())

  test('follow one another and leave nothing visible out', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { size, start, end, sentences, sentenceCount, text: f } = tokenizer(fold(text))
        let at = 0
        const blanks = (to: number) => /^[ \n_]*$/.test(String.fromCharCode(...f.units.subarray(at, to)))
        for (let i = 0; i < size; i++) {
          expect((start[i] as number) >= at && blanks(start[i] as number) && (end[i] as number) > (start[i] as number)).toBe(true)
          at = end[i] as number
        }
        expect(blanks(f.length)).toBe(true)
        expect(sentences[0]).toBe(0)
        expect(sentences[sentenceCount]).toBe(size)
        for (let s = 0; s < sentenceCount; s++) expect(sentences[s + 1] as number).toBeGreaterThan(sentences[s] as number)
      }),
      { numRuns: 500 },
    )
  })

  test('are parts of the given text, in order', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const sentence of tokenize(text)) {
          for (const token of sentence.tokens) {
            expect(text.slice(token.start, token.end)).toBe(token.text)
            expect(sentence.start <= token.start && token.end <= sentence.end).toBe(true)
            if (token.kind === 'word') expect(token.cuts.length).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** All spans in a value, with the words that they are said to cover. */
function* spansIn(value: unknown): Generator<Span & { text?: string }> {
  if (value === null || typeof value !== 'object') return
  const { start, end, text, span } = value as { start?: unknown; end?: unknown; text?: unknown; span?: Span }
  if (typeof start === 'number' && typeof end === 'number') yield { ...(value as Span), ...(typeof text === 'string' ? { text } : {}) }
  if (span && typeof text === 'string') yield { ...span, text }
  for (const item of Object.values(value)) yield* spansIn(item)
}

function checkSpans(reading: Reading, text: string, title = ''): void {
  for (const span of spansIn(reading)) {
    const raw = span.in === 'title' ? title : text
    expect(span.start >= 0 && span.start <= span.end && span.end <= raw.length, JSON.stringify(span)).toBe(true)
    if (span.text !== undefined) expect(raw.slice(span.start, span.end)).toBe(span.text)
  }
}

describe('reading', () => {
  test('never throws, and spans cover the words that they tell', () => {
    fc.assert(
      fc.property(mixture, text => checkSpans(read(text, { publishedAt: '2022-05-12' }), text)),
      { numRuns: 400 },
    )
    fc.assert(
      fc.property(anyUnits, text => checkSpans(read(text), text)),
      { numRuns: 400 },
    )
  })

  test('spans of the title are told apart', () => {
    fc.assert(
      fc.property(mixture, mixture, (title, text) => checkSpans(read(text, { title }), text, title)),
      {
        numRuns: 200,
        examples: [
          ['التقى%', '٥ '],
          ['حزب', 'أندورا'],
        ],
      },
    )
  })

  test('what is mentioned exists, what exists is mentioned', () => {
    fc.assert(
      fc.property(mixture, text => {
        const { entities, mentions, events } = read(text)
        const ids = new Set(entities.map(e => e.id))
        expect(ids.size).toBe(entities.length)
        for (const { entity } of mentions) if (entity !== undefined) expect(ids.has(entity), entity).toBe(true)
        for (const e of entities) expect(e.mentions.length).toBeGreaterThan(0)
        for (const { participants } of events) for (const { entity } of participants) expect(entity).not.toBe('')
      }),
      { numRuns: 200 },
    )
  })

  test('the same text gives the same reading, by the same reader and by a fresh one', () => {
    const [one, two] = [createReader(), createReader()]
    fc.assert(
      fc.property(mixture, text => {
        const reading = one.read(text)
        expect(two.read(text)).toEqual(reading)
        expect(one.read(text)).toEqual(reading)
      }),
      { numRuns: 100 },
    )
  })

  test('what was read before does not matter', () => {
    const used = createReader()
    const texts = fc.sample(mixture, { numRuns: 60, seed: 5 })
    for (const text of texts) used.read(text)
    for (const text of texts) expect(used.read(text)).toEqual(createReaderOnce().read(text))
  })

  test('adding a row removes no unrelated mention', () => {
    // names of letters that no other name of the tables has in a row
    const extend = { 'data/orgs/mine.tsv': tsv(ORG_COLUMNS, ['mine', 'زغقضبولة', 'زغقضبولة الثانية', 'other', '', '']) }
    const [without, having] = [createReader(), createReader({ extend })]
    const shown = (reading: Reading) => reading.mentions.map(({ kind, start, end, value }) => ({ kind, start, end, value }))
    fc.assert(
      fc.property(mixture, text => {
        expect(shown(having.read(text))).toEqual(shown(without.read(text)))
        const more = `${text}\nزغقضبولة`
        const found = having.read(more).mentions
        expect(found.at(-1)).toMatchObject({ kind: 'organization', by: 'data/orgs/mine.tsv:2', entity: 'organization:mine' })
        expect(shown(having.read(more)).slice(0, -1)).toEqual(shown(without.read(more)).filter(m => m.start < text.length))
      }),
      { numRuns: 100 },
    )
  })
})

let once: ReturnType<typeof createReader> | undefined
function createReaderOnce(): ReturnType<typeof createReader> {
  once ??= createReader()
  return once
}
