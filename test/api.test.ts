/** The public functions: what they give, what they refuse. */
import { describe, expect, test } from 'vitest'
import * as khabar from '../src/index.ts'
import { createReader, type Event, explain, extractEvent, normalize, read, tokenize } from '../src/index.ts'

const TEXT =
  'التقى وزير الخارجية المغربي ناصر بوريطة نظيره الإسباني خوسيه مانويل ألباريس في الرباط أمس الثلاثاء. وأكد بوريطة أن العلاقات بين البلدين متينة.'
const CONTEXT = { publishedAt: '2023-02-01' }
const MARKET = 'لا شيء يضاهي طعم القهوة في الصباح.'

/** Every span of a reading, wherever it stands. */
function spansOf(value: unknown): { start: number; end: number; text?: string; in?: string }[] {
  if (value === null || typeof value !== 'object') return []
  const own = 'start' in value && typeof value.start === 'number' ? [value as { start: number; end: number }] : []
  return [...own, ...Object.values(value).flatMap(spansOf)]
}

const STATUSES = ['occurred', 'ongoing', 'planned', 'cancelled', 'possible', 'denied']

test('the public names', () => {
  expect(Object.keys(khabar).sort()).toEqual(['DataError', 'createReader', 'explain', 'extractEvent', 'normalize', 'read', 'tokenize'])
})

describe('read', () => {
  const reading = read(TEXT, CONTEXT)
  const main = reading.events[0] as Event

  test('gives events, entities, quotes, mentions and issues', () => {
    expect(Object.keys(reading).sort()).toEqual(['entities', 'events', 'issues', 'mentions', 'quotes'])
    expect(reading.issues).toEqual([])
  })

  test('gives the main event first', () => {
    expect(main).toMatchObject({
      type: 'meeting',
      status: 'occurred',
      date: { start: '2023-01-31', end: null, precision: 'day', calendar: 'gregorian' },
    })
    expect(main.places).toEqual([expect.objectContaining({ name: 'الرباط', kind: 'city', country: 'MA' })])
    expect(main.participants.map(p => p.name)).toEqual(expect.arrayContaining(['ناصر بوريطة', 'خوسيه مانويل ألباريس']))
  })

  test('has the fields of the contract, and no others', () => {
    for (const event of reading.events) {
      expect(Object.keys(event).sort()).toEqual([
        'confidence',
        'counts',
        'date',
        'evidence',
        'id',
        'participants',
        'places',
        'status',
        'title',
        'topic',
        'triggers',
        'type',
      ])
      expect(STATUSES).toContain(event.status)
      expect(event.confidence).toBeGreaterThanOrEqual(0)
      expect(event.confidence).toBeLessThanOrEqual(1)
      expect(event.triggers.length).toBeGreaterThan(0)
      for (const { role } of event.participants) expect(['chair', 'organizer', 'participant', 'agent', 'patient']).toContain(role)
    }
  })

  test('every span is a span of the text', () => {
    const spans = spansOf(reading)
    expect(spans.length).toBeGreaterThan(10)
    for (const span of spans) {
      expect(span.end).toBeGreaterThan(span.start)
      expect(span.end).toBeLessThanOrEqual(TEXT.length)
      if (span.text !== undefined) expect(TEXT.slice(span.start, span.end)).toBe(span.text)
    }
  })

  test('every claim tells what found it', () => {
    const claims = [...main.triggers, ...main.participants.map(p => p.evidence), ...reading.mentions]
    for (const { by } of claims) expect(by).not.toBe('')
    expect(main.triggers[0]?.by).toMatch(/^data\/events\/meeting\.txt:\d+/)
  })

  test('every id that an event names is an entity', () => {
    const ids = new Set(reading.entities.map(e => e.id))
    for (const { participants, places } of reading.events)
      for (const { entity } of [...participants, ...places]) expect(ids.has(entity) || entity.startsWith('country:'), entity).toBe(true)
    for (const { entity } of reading.mentions) if (entity !== undefined) expect(ids.has(entity), entity).toBe(true)
  })

  test('a short name is the same person, a counterpart has the same post', () => {
    const bourita = reading.entities.find(e => e.name === 'ناصر بوريطة')
    expect(bourita?.mentions.length).toBe(2)
    expect(bourita?.posts?.[0]).toMatchObject({ title: 'وزير الخارجية', affiliation: 'المغرب' })
    expect(reading.entities.find(e => e.name === 'خوسيه مانويل ألباريس')?.posts?.[0]).toMatchObject({
      title: 'وزير الخارجية',
      affiliation: 'إسبانيا',
    })
  })

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
  })

  test('the same text gives the same reading', () => {
    expect(read(TEXT, CONTEXT)).toEqual(reading)
    expect(createReader().read(TEXT, CONTEXT)).toEqual(reading)
  })

  test('ids are stable: the same facts, the same id', () => {
    expect(main.id).toMatch(/^event:/)
    expect(read(`${TEXT}\n`, CONTEXT).events[0]?.id).toBe(main.id)
    expect(read(TEXT, { publishedAt: '2023-02-08' }).events[0]?.id).not.toBe(main.id)
    const ids = reading.events.map(e => e.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('no event in a text without one', () => {
    expect(read(MARKET)).toMatchObject({ events: [] })
  })
})

describe('context', () => {
  test('without a publication date a relative date has no value', () => {
    expect(read(TEXT).events[0]?.date ?? null).toBeNull()
  })

  test('an instant of publication counts as its day', () => {
    expect(read(TEXT, { publishedAt: '2023-02-01T09:30:00Z' }).events[0]?.date?.start).toBe('2023-01-31')
  })

  test('a publication date that is none is told, not thrown', () => {
    const { issues, events } = read(TEXT, { publishedAt: '1 فبراير' })
    expect(issues.map(i => i.code)).toEqual(['invalid-published-at'])
    expect(events[0]?.date ?? null).toBeNull()
  })

  test('spans of the title say so, spans of the text count from the text', () => {
    const title = 'بوريطة يلتقي ألباريس في الرباط'
    const reading = read(TEXT, { ...CONTEXT, title })
    const spans = spansOf(reading)
    expect(spans.some(s => s.in === 'title')).toBe(true)
    expect(spans.some(s => s.in === undefined)).toBe(true)
    for (const { in: where, start, end, text } of spans) {
      const whole = where === 'title' ? title : TEXT
      expect(end).toBeLessThanOrEqual(whole.length)
      if (text !== undefined) expect(whole.slice(start, end)).toBe(text)
    }
    expect(reading.entities.find(e => e.name === 'ناصر بوريطة')?.mentions.length).toBe(3)
  })

  test('a title alone is enough', () => {
    expect(read('', { title: 'مقتل خمسة جنود في هجوم شمال سيناء' }).events[0]?.type).toBe('attack')
  })

  test('an empty title is no title', () => {
    expect(read(TEXT, { ...CONTEXT, title: '' })).toEqual(read(TEXT, CONTEXT))
  })

  test.each([
    ['text', () => read(5 as never)],
    ['text', () => extractEvent(undefined as never)],
    ['text', () => tokenize(null as never)],
    ['context', () => read('', null as never)],
    ['title', () => read('', { title: 5 } as never)],
    ['publishedAt', () => read('', { publishedAt: new Date(0) } as never)],
    ['country', () => read('', { country: 212 } as never)],
  ])('a wrong «%s» is a TypeError that names it', (name, call) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(name)
  })
})

describe('extractEvent', () => {
  test('is the main event with its entities in place', () => {
    const event = extractEvent(TEXT, CONTEXT)
    const main = read(TEXT, CONTEXT).events[0] as Event
    expect(event).toMatchObject({ id: main.id, type: 'meeting', status: 'occurred' })
    expect(event?.places[0]?.entity).toMatchObject({ kind: 'place', name: 'الرباط', country: 'MA' })
    const bourita = event?.participants.find(p => p.name === 'ناصر بوريطة')
    expect(bourita?.entity).toMatchObject({ kind: 'person', posts: [expect.objectContaining({ title: 'وزير الخارجية' })] })
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t'],
    ['another script', 'The ministers met in Rabat.'],
    ['no event', MARKET],
  ])('is null for %s', (_name, text) => {
    expect(extractEvent(text)).toBeNull()
  })
})

describe('createReader', () => {
  const HEAD = '# source: own\n# licence: MIT\nid\tname\taliases\tkind\tcountry\twikidata\n'
  const table = `${HEAD}test-laimoun\tائتلاف ليمون\t\tcompany\tMA\t\n`

  test('reads as the shared reader does', () => {
    expect(createReader({}).read(TEXT, CONTEXT)).toEqual(read(TEXT, CONTEXT))
  })

  test('knows the words of the user, and only there', () => {
    const text = 'أعلن ائتلاف ليمون إطلاق خدمة جديدة في فاس.'
    const mine = createReader({ extend: { 'data/orgs/mine.tsv': table } })
    expect(mine.read(text).entities.find(e => e.name === 'ائتلاف ليمون')).toMatchObject({ kind: 'organization', country: 'MA' })
    expect(mine.read(text).mentions.find(m => m.text === 'ائتلاف ليمون')?.by).toMatch(/^data\/orgs\/mine\.tsv:4/)
    expect(read(text).mentions.every(m => !m.by.includes('mine.tsv'))).toBe(true)
  })

  test('takes an event type of the user’s own words', () => {
    const mine = createReader({ extend: { 'data/events/visit.txt': 'event    visit\nverb     زقزق/يزقزق   subject=agent place=place\n' } })
    expect(mine.read('زقزق الوزير في وجدة.').events[0]?.type).toBe('visit')
  })

  test('a bad row is told with its place', () => {
    expect(() => createReader({ extend: { 'data/orgs/mine.tsv': `${HEAD}only-one-cell\n` } })).toThrow(/^data\/orgs\/mine\.tsv:4:1: /)
  })

  test('reads no further than the limit', () => {
    const { issues, mentions } = createReader({ limit: 40 }).read(TEXT, CONTEXT)
    expect(issues.map(i => i.code)).toContain('truncated')
    for (const { end } of mentions) expect(end).toBeLessThanOrEqual(40)
  })

  test.each([
    ['options', null],
    ['speed', { speed: 5 }],
    ['limit', { limit: 0 }],
    ['limit', { limit: 1.5 }],
    ['limit', { limit: '10' }],
    ['extend', { extend: 5 }],
    ['extend', { extend: null }],
    ['data/orgs/mine.tsv', { extend: { 'data/orgs/mine.tsv': 5 } }],
  ])('a wrong «%s» is a TypeError that names it', (name, options) => {
    expect(() => createReader(options as never)).toThrow(TypeError)
    expect(() => createReader(options as never)).toThrow(name)
  })
})

describe('explain', () => {
  const reading = read(TEXT, CONTEXT)

  test('tells of each claim the words and the rule', () => {
    const text = explain(reading)
    expect(text).toMatch(/^main event: meeting, occurred, confidence [\d.]+\n/)
    expect(text).toContain('«التقى»  text 0–5  by data/events/meeting.txt:')
    expect(text).toMatch(/ {2}date {9}2023-01-31 \(day, gregorian, implied: .*\)\n {4}«أمس الثلاثاء»/)
    expect(text).toMatch(/ {2}post {9}وزير الخارجية · المغرب\n {4}«وزير الخارجية المغربي».* by data\//)
  })

  test('marks what stands in the title', () => {
    expect(explain(read('', { title: TEXT }))).toContain('«التقى»  title 0–5')
  })

  test('is the same for the same reading', () => {
    expect(explain(read(TEXT, CONTEXT))).toBe(explain(reading))
  })

  test('tells issues, and nothing of nothing', () => {
    expect(explain(read(''))).toMatch(/^issue empty-text: /)
  })
})

describe('tokenize and normalize', () => {
  test('tokenize gives sentences of words with their cuts', () => {
    const [first, second, ...rest] = tokenize('زار بلينكن مراكش. ثم عاد وبلينكن صامت.')
    expect(rest).toEqual([])
    expect(first?.tokens.length).toBeGreaterThanOrEqual(3)
    expect(second?.tokens.length).toBeGreaterThanOrEqual(3)
  })

  test('normalize is a feature of its own', () => {
    expect(normalize('مُحَمَّــد')).toBe('محمد')
  })
})
