import data from 'khabar:data'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Candidate, Source } from '../../src/find/finder.ts'
import { find } from '../../src/find/index.ts'
import { createTagger } from '../../src/find/tagger/index.ts'
import { LABELS, POSITIONS } from '../../src/find/tagger/labels.ts'
import { decodeModel, encodeModel, type ModelParts } from '../../src/find/tagger/model.ts'
import type { Compiled } from '../../src/lexicon/compile.ts'
import { Lexicon } from '../../src/lexicon/lexicon.ts'
import { rawSpan } from '../../src/token/token.ts'
import { createTokenize } from '../../src/token/tokenize.ts'
import { Words } from '../../src/token/words.ts'
import { ROOT } from '../support/source.ts'
import { fold } from '../support/text.ts'

const file = readFileSync(join(ROOT, 'data/model/tagger.txt'), 'utf8')
const words = new Words()
const lexicon = new Lexicon(words, [data() as unknown as Compiled])
const tokenize = createTokenize(words)
const tagger = createTagger(file)

function sourceOf(text: string): Source {
  const tokens = tokenize(fold(text))
  return { tokens, hits: lexicon.scan(tokens), lexicon }
}

function tag(text: string): Candidate[] {
  const found: Candidate[] = []
  tagger.find(sourceOf(text), candidate => found.push(candidate))
  return found
}

function shown(text: string): string[] {
  const { tokens } = sourceOf(text)
  return tag(text).map(({ kind, from, to, skip, drop }) => {
    const { start, end } = rawSpan(tokens, from, to, skip, drop)
    return `${kind} ${text.slice(start, end)}`
  })
}

describe('a model file', () => {
  const parts: ModelParts = {
    scale: 32,
    steps: Int16Array.from({ length: (LABELS + 1) * LABELS }, (_, n) => n * 7 - 150),
    ways: 2,
    stemKeys: Int32Array.of(3, 200, 40_000),
    stemIds: Uint16Array.of(1, 2, 300, 4, 5, 999),
    keys: Int32Array.of(0, 77, 268_435_455),
    weights: Int8Array.from({ length: 3 * POSITIONS * LABELS }, (_, n) => (n % 3 === 0 ? (n % 255) - 127 : 0)),
  }

  test('is read as it was written', () => {
    const model = decodeModel(encodeModel(parts))
    expect(model.scale).toBe(parts.scale)
    expect(model.steps).toEqual(parts.steps)
    parts.stemKeys.forEach((key, n) => {
      const at = model.clusters.at(key)
      expect([0, 1].map(way => model.clusters.id(at, way))).toEqual([...parts.stemIds.subarray(n * 2, n * 2 + 2)])
    })
    expect(model.clusters.at(4)).toBe(-1)
    parts.keys.forEach((key, n) => {
      const at = model.at(key)
      let row = model.first[at] as number
      for (let p = 0; p < POSITIONS; p++) {
        const from = (n * POSITIONS + p) * LABELS
        const wanted = parts.weights.subarray(from, from + LABELS)
        const has = (((model.positions[at] as number) >> p) & 1) !== 0
        expect([...model.rows.subarray(row * LABELS, (row + 1) * LABELS)].map(w => (has ? w : 0))).toEqual([...wanted])
        if (has) row++
      }
    })
    expect(model.at(78)).toBe(-1)
  })

  test('that is none is told at once when it is needed', () => {
    expect(() => decodeModel('a table')).toThrow(TypeError)
    expect(() => createTagger('a table')).not.toThrow()
  })

  test('is small, and written by this program', () => {
    expect(file.length).toBeLessThan(1_600_000)
    expect(file.startsWith('khabar-tagger 1\n')).toBe(true)
  })
})

describe('the tagger', () => {
  test('finds persons that no table holds', () => {
    expect(shown('وقال المدرب الفرنسي برتران كوستيلو إن فريقه جاهز للمباراة.')).toContain('person برتران كوستيلو')
    expect(shown('والتقى الوزير في باريس نظيره الهولندي فيم دكسترهاوس أمس.')).toContain('person فيم دكسترهاوس')
  })

  test('finds nothing in a sentence without names', () => {
    expect(tag('وقال إن الأسعار ارتفعت كثيرا خلال الأشهر الماضية بسبب قلة الأمطار.')).toEqual([])
    expect(tag('')).toEqual([])
    expect(tag('... !!! 12 34')).toEqual([])
  })

  test('says the same of the same text, whatever it read before', () => {
    const text = 'استقبل الرئيس في القصر السفير يوهانس برغمان، وقال برغمان إن بلاده مستعدة.'
    const first = tag(text)
    tag('خبر آخر عن بلدة دورنهايم وشركة زيلتاك.\n'.repeat(50))
    expect(tag(text)).toEqual(first)
    expect(first.length).toBeGreaterThan(0)
  })

  test('counts less than tables and patterns, and tells rows where a table has the name', () => {
    for (const { from, to, score, by, entry } of tag('قال محمد بوريطة في الرباط إن المغرب سيشارك مع فرنسا في القمة.')) {
      expect(score).toBeLessThan(to - from)
      expect(by).toBe('tagger')
      if (entry) expect(entry.row.by).toMatch(/^data\/.+:\d+$/)
    }
  })

  test('takes a long text without an end in one go', () => {
    const text = 'كوستيلو '.repeat(20_000)
    expect(() => tag(text)).not.toThrow()
  })
})

describe('what the others found', () => {
  const weighed = (text: string): [before: Candidate[], after: Candidate[]] => {
    const source = sourceOf(text)
    const before = find(source)
    tagger.find(source, () => {})
    return [before, tagger.weigh(source, before)]
  }

  test('is left alone where it is no person of a pattern and no place of one word', () => {
    const [before, after] = weighed('اجتمع وزير الخارجية الفرنسي في القاهرة مع الأمين العام للأمم المتحدة في 12 مايو 2021.')
    const rest = (list: Candidate[]): Candidate[] => list.filter(c => c.kind !== 'person')
    expect(rest(after)).toEqual(rest(before))
  })

  test('is no place where the model reads an ordinary word', () => {
    const places = (list: Candidate[]): number => list.filter(c => c.kind === 'place').length
    const [before, after] = weighed('يقود الشاب سيارته نحو الجنوب مسرعا.')
    expect(places(before)).toBe(1)
    expect(places(after)).toBe(0)
    const [country, same] = weighed('عاد المسافرون إلى الأردن والمغرب سالمين.')
    expect(places(same)).toBe(places(country))
  })

  test('counts more where pattern and model agree', () => {
    const [before, after] = weighed('وقال المدير التنفيذي سامر الحلبي إن الشركة ستفتح فرعا جديدا.')
    const best = (list: Candidate[]): number => Math.max(...list.filter(c => c.kind === 'person').map(c => c.score))
    expect(best(after)).toBeGreaterThan(best(before))
  })
})
