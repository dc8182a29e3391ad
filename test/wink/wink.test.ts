import { describe, expect, test } from 'vitest'
import winkNLP, { type Document, type ItemCustomEntity, type ItemEntity } from 'wink-nlp'
import bm25Vectorizer from 'wink-nlp/utilities/bm25-vectorizer'
import similarity from 'wink-nlp/utilities/similarity'
import { createReader } from '../../src/index.ts'
import { arabicModel, arabicWink, asWink } from '../../src/wink/index.ts'

const reader = createReader()
const nlp = arabicWink(winkNLP, { reader })
const { its, as } = nlp

const TEXT =
  'قال وزير الخارجية المغربي ناصر بوريطة، أمس الأربعاء، إن بلاده ستقدم 50 مليون دولار للأردن.\n\nوزار بوريطة مدينة العقبة وبالرباط التقى نظيره.'
const details = (doc: Document): unknown[] => (doc.entities().out(its.detail) as unknown as object[]).map(d => ({ ...d }))

describe('what the README of wink-nlp shows', () => {
  const text = 'مرحبا   أيها الأردن🌎! كيف أنتم؟'
  const doc = nlp.readDoc(text)

  test('text, sentences, entities, tokens', () => {
    expect(doc.out()).toBe(text)
    expect(doc.sentences().out()).toEqual(['مرحبا   أيها الأردن🌎!', 'كيف أنتم؟'])
    expect(details(doc)).toEqual([
      { value: 'الأردن', type: 'PLACE' },
      { value: '🌎', type: 'EMOJI' },
    ])
    expect(doc.tokens().out()).toEqual(['مرحبا', 'أيها', 'الأردن', '🌎', '!', 'كيف', 'أنتم', '؟'])
    expect(doc.tokens().out(its.type, as.freqTable)).toEqual([
      ['word', 5],
      ['punctuation', 2],
      ['emoji', 1],
    ])
  })

  test('bag of words, bigrams, unique, set', () => {
    const tokens = nlp.readDoc('زار الملك الأردن، ثم زار الملك مصر').tokens()
    expect({ ...(tokens.out(its.normal, as.bow) as object) }).toEqual({ زار: 2, الملك: 2, الاردن: 1, '،': 1, ثم: 1, مصر: 1 })
    expect((tokens.out(its.normal, as.bigrams) as unknown[])[0]).toEqual(['زار', 'الملك'])
    expect(tokens.out(its.normal, as.unique)).toHaveLength(6)
    expect(tokens.out(its.normal, as.set)).toBeInstanceOf(Set)
  })

  test('filters, each, parents', () => {
    const read = nlp.readDoc(TEXT)
    const nouns = read.tokens().filter(t => t.out(its.type) === 'word' && t.out(its.stopWordFlag) === false)
    expect(nouns.out()).not.toContain('و')
    const entity = read.tokens().itemAt(4).parentEntity()
    expect(entity?.out(its.type)).toBe('PERSON')
    expect(entity?.parentSentence().index()).toBe(0)
    expect(read.sentences().itemAt(1).entities().out()).toContain('العقبة')
    expect(read.tokens().itemAt(0).parentDocument().out()).toBe(TEXT)
  })

  test('markup of entities, tokens and sentences', () => {
    const read = nlp.readDoc('زار ناصر بوريطة الأردن. ثم عاد.')
    read.tokens().itemAt(0).markup() // wink-nlp wants marks in the order of the text
    read
      .entities()
      .filter(e => e.out(its.type) === 'PLACE')
      .each((e: ItemEntity) => e.markup('<b>', '</b>'))
    read.sentences().itemAt(1).markup('<p>', '</p>')
    expect(read.out(its.markedUpText)).toBe('<mark>زار</mark> ناصر بوريطة <b>الأردن</b>. <p>ثم عاد.</p>')
  })

  test('statistics and the importance of sentences', () => {
    const stats = nlp.readDoc(TEXT).out(its.readabilityStats) as unknown as { numOfSentences: number; numOfTokens: number }
    expect(stats.numOfSentences).toBe(2)
    expect(stats.numOfTokens).toBe(nlp.readDoc(TEXT).tokens().length())
    expect(nlp.readDoc(TEXT).out(its.sentenceWiseImportance)).toHaveLength(2)
  })

  test('BM25 and similarity over folded words', () => {
    const bm25 = bm25Vectorizer()
    const texts = ['زار الوزير مدينة فاس', 'قصف الجيش المدينة', 'فاز الفريق بالكأس']
    for (const one of texts) bm25.learn(nlp.readDoc(one).tokens().out(its.normal))
    expect(bm25.vectorOf(['مدينه']).filter(n => n > 0)).toHaveLength(1)
    const bow = (one: string) => nlp.readDoc(one).tokens().out(its.normal, as.bow) as unknown as Record<string, number>
    expect(similarity.bow.cosine(bow('زيارةٌ إلى فاس'), bow('زياره الى فاس'))).toBeCloseTo(1)
  })
})

describe('tokens', () => {
  const shown = (text: string, f: unknown = its.value): unknown =>
    nlp
      .readDoc(text)
      .tokens()
      .out(f as typeof its.value)

  test.each([
    ['وبالرباط', ['و', 'ب', 'الرباط']],
    ['للأردن', ['ل', 'لأردن'], ['لل', 'أردن']],
    ['وزيارته', ['و', 'زيارت', 'ه']],
    ['ستقدم', ['س', 'تقدم']],
    ['لل', ['لل']],
    ['و', ['و']],
    ['COVID-19', ['COVID-19']],
  ])('%s', (text, ...cuts) => {
    expect(cuts).toContainEqual(shown(text))
  })

  test('its.normal is the folded form, made whole; its.value is what stands there', () => {
    expect(shown('قَالَ أحـــمد للوزيرة ٥٠', its.normal)).toEqual(['قال', 'احمد', 'ل', 'الوزيره', '50'])
    expect(shown('قَالَ أحـــمد ٥٠')).toEqual(['قَالَ', 'أحـــمد', '٥٠'])
    expect(shown('زيارته', its.normal)).toEqual(['زياره', 'ه'])
    expect(shown('وبالوزارة', its.lemma)).toEqual(['و', 'ب', 'وزاره'])
    expect(shown('والوزارة', its.stem)).toEqual(['و', 'وزاره'])
  })

  test('tags, as far as the tables know them', () => {
    const tags = (text: string): string => (shown(text, its.pos) as string[]).join(' ')
    expect(tags('قال محمد في الرباط إن 3 رجال، سيزورون المدينة المغربية')).toBe(
      'VERB PROPN ADP PROPN CCONJ NUM NOUN PUNCT PART VERB NOUN ADJ',
    )
    expect(tags('وبلاده')).toBe('CCONJ NOUN PRON')
    expect(tags('خلغمشط')).toBe('X')
  })

  test('shape, case, prefix, suffix, blanks, id', () => {
    expect(shown('محمدية BBC Google 2022 ١٢', its.shape)).toEqual(['xxxx', 'XXX', 'Xxxxx', 'dddd', 'dd'])
    expect(shown('محمد BBC Google', its.case)).toEqual(['other', 'upperCase', 'titleCase'])
    expect(shown('المدينة', its.prefix)).toEqual(['ال'])
    expect(shown('المدينة', its.suffix)).toEqual(['ينة'])
    expect(shown('في\u00a0مصر\t\nفي', its.precedingSpaces)).toEqual(['', '\u00a0', '\t\n'])
    const [first, , last] = shown('في مصر في', its.uniqueId) as number[]
    expect(first).toBe(last)
  })

  test('no invisible joiner is put in', () => {
    const all = JSON.stringify([nlp.readDoc(TEXT).tokens().out(), nlp.readDoc(TEXT).tokens().out(its.normal), nlp.readDoc(TEXT).out()])
    expect(all).not.toContain('\u2060')
  })

  test('what is a lexeme', () => {
    const doc = nlp.readDoc('زار الملك')
    expect([doc.isOOV('المغرب'), doc.isOOV('خلغمشط')]).toEqual([false, true])
    expect([Boolean(doc.isLexeme('زار')), Boolean(doc.isLexeme('غخلظمشط'))]).toEqual([true, false])
  })
})

describe('sentences and entities are those of khabar', () => {
  test('sentences', () => {
    const expected = reader.tokenize(TEXT).map(s => TEXT.slice(s.start, s.end))
    expect(nlp.readDoc(TEXT).sentences().out()).toEqual(expected)
  })

  test('types, each name once', () => {
    expect(details(nlp.readDoc(TEXT))).toEqual([
      { value: 'وزير الخارجية المغربي', type: 'TITLE' },
      { value: 'ناصر بوريطة', type: 'PERSON' },
      { value: 'أمس الأربعاء', type: 'DATE' },
      { value: '50 مليون دولار', type: 'MONEY' },
      { value: 'أردن', type: 'PLACE' },
      { value: 'بوريطة', type: 'PERSON' },
      { value: 'العقبة', type: 'PLACE' },
      { value: 'الرباط', type: 'PLACE' },
      { value: 'نظيره', type: 'TITLE' },
    ])
  })

  test('addresses are entities too', () => {
    const types = nlp.readDoc('راسلونا على info@example.org أو https://example.org/ar').entities().out(its.type)
    expect(types).toEqual(['EMAIL', 'URL'])
  })

  test('asWink shows a reading that is there', () => {
    const reading = reader.read(TEXT, { title: 'لقاء في الرباط' })
    expect(details(asWink(reading, TEXT))).toEqual(details(nlp.readDoc(TEXT)))
    expect(nlp.asWink(reading, TEXT).out()).toBe(TEXT)
    expect(() => asWink(reading, `${TEXT.slice(9)} وغيره`)).toThrow(/asWink: the reading is of another text/)
  })

  test('without «ner» there are none', () => {
    const doc = arabicWink(winkNLP, { reader, pipe: ['pos'] }).readDoc(TEXT)
    expect(doc.entities().length()).toBe(0)
    expect(doc.sentences().length()).toBe(2)
  })
})

describe('custom entities', () => {
  const own = arabicWink(winkNLP, { reader })
  const found = (text: string): unknown[] =>
    (own.readDoc(text).customEntities().out(its.detail) as unknown as { value: string; type: string }[]).map(d => `${d.type}: ${d.value}`)

  test('types, tags, alternatives, attached particles, any spelling', () => {
    const learned = own.learnCustomEntities([
      { name: 'aid', patterns: ['[ستقدم|يمنح] [MONEY] [|ل] [PLACE]'] },
      { name: 'visit', patterns: ['[زار|وصل] PERSON', 'زيارةُ [PERSON]'] },
      { name: 'number of a thing', patterns: ['[NUMBER] [NOUN]'] },
    ])
    expect(learned).toBe(3)
    expect(found(TEXT)).toEqual(['aid: ستقدم 50 مليون دولار للأردن', 'visit: زار بوريطة'])
    expect(found('بدأت زيارة ناصر بوريطة')).toEqual(['visit: زيارة ناصر بوريطة'])
  })

  test('values as they are written', () => {
    own.learnCustomEntities([{ name: 'exact', patterns: ['إلى البيت'] }], { matchValue: true, useEntity: false })
    expect(found('عاد إلى البيت، ثم عاد الى البيت')).toEqual(['exact: إلى البيت'])
    own.learnCustomEntities([{ name: 'folded', patterns: ['إلى البيت'] }], { useEntity: false })
    expect(found('عاد إلى البيت، ثم عاد الى البيت')).toEqual(['folded: إلى البيت', 'folded: الى البيت'])
  })

  test('a part of an entity, and none over entities', () => {
    own.learnCustomEntities([{ name: 'ministry', patterns: ['وزير الخارجية'], mark: [1, 1] } as never], { useEntity: false })
    expect(found(TEXT)).toEqual(['ministry: الخارجية'])
    own.learnCustomEntities([{ name: 'ministry', patterns: ['وزير الخارجية'] }])
    expect(found(TEXT)).toEqual([])
  })

  test('an escaped name is a word', () => {
    own.learnCustomEntities([{ name: 'word', patterns: ['^PERSON'] }])
    expect(found('قال person ناصر بوريطة')).toEqual(['word: person'])
  })

  test('markup of a custom entity', () => {
    own.learnCustomEntities([{ name: 'visit', patterns: ['[زار] [PERSON]'] }])
    const doc = own.readDoc('زار ناصر بوريطة فاس')
    doc.customEntities().each((e: ItemCustomEntity) => e.markup())
    expect(doc.out(its.markedUpText)).toBe('<mark>زار ناصر بوريطة</mark> فاس')
    expect(doc.tokens().itemAt(1).parentCustomEntity()?.out(its.type)).toBe('visit')
  })

  test('wink-nlp tells of wrong examples', () => {
    expect(() => own.learnCustomEntities([{ name: '', patterns: ['زار'] }])).toThrow(/name should be a string/)
    expect(() => own.learnCustomEntities([{ name: 'a', patterns: [''] }])).toThrow(/each pattern should be a string/)
    expect(() => own.learnCustomEntities('a' as never)).toThrow(/examples should be an array/)
  })
})

describe('ways in', () => {
  test('the model alone', () => {
    const plain = winkNLP(arabicModel(reader))
    const doc = plain.readDoc(`  ${TEXT}\u200f `)
    expect(doc.out()).toBe(`${TEXT}\u200f`)
    expect(doc.tokens().out()).toEqual(nlp.readDoc(TEXT).tokens().out())
    expect(details(doc)).toEqual(details(nlp.readDoc(TEXT)))
    plain.learnCustomEntities([{ name: 'city', patterns: ['مدينة PLACE'] }])
    expect(plain.readDoc(TEXT).customEntities().out()).toEqual(['مدينة العقبة'])
  })

  test('without arguments', () => {
    expect(arabicWink().readDoc('في مصر').entities().out()).toEqual(['مصر'])
  })

  test('wrong arguments are named', () => {
    expect(() => arabicWink('x' as never)).toThrow(/«winkNLP»/)
    expect(() => arabicWink(winkNLP, { pipes: [] } as never)).toThrow(/unknown option «pipes»/)
    expect(() => arabicWink(winkNLP, { pipe: ['nothing'] })).toThrow(/invalid pipe annotation/)
    expect(() => nlp.readDoc(5 as never)).toThrow(/valid Javascript string/)
  })

  test('tables of your own', () => {
    const extend = {
      'data/orgs/mine.tsv':
        '# source: own\n# licence: MIT\nid\tname\taliases\tkind\tcountry\twikidata\nmine\tمؤسسة خلغمشط\t\tcompany\t\t\n',
    }
    const mine = arabicWink(winkNLP, { reader: createReader({ extend }) })
    expect(details(mine.readDoc('أعلنت مؤسسة خلغمشط ذلك'))).toEqual([{ value: 'مؤسسة خلغمشط', type: 'ORGANIZATION' }])
  })
})
