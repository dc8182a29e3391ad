/** The graph of readings: what is one, what is not, how it is named. */
import { describe, expect, test } from 'vitest'
import { createGraph, type GraphEvent, graph, type Told } from '../../src/graph/index.ts'
import { fixtureGraph, fixtureReadings, tell } from '../support/graphs.ts'

const names = (readings: readonly Told[]): string[] => graph(readings).entities.map(e => e.iri)
const mainOf = (events: readonly GraphEvent[], article: string): string | undefined =>
  events.find(e => e.main && e.articles.some(a => a.endsWith(`:${article}`)))?.iri

describe('one graph', () => {
  const whole = fixtureGraph({ provenance: true })

  test('has every article, and entities and events that are told', () => {
    expect(whole.articles.length).toBe(fixtureReadings().length)
    expect(whole.entities.length).toBeGreaterThan(100)
    expect(whole.events.length).toBeGreaterThan(40)
  })

  test('IRIs are unique, and everything that is pointed to is there', () => {
    const iris = [...whole.articles, ...whole.entities, ...whole.events, ...whole.mentions].map(thing => thing.iri)
    expect(new Set(iris).size).toBe(iris.length)
    const known = new Set(iris)
    const pointed = [
      ...whole.events.flatMap(e => [...e.articles, ...e.places.map(p => p.entity), ...e.participants.map(p => p.entity)]),
      ...whole.entities.flatMap(e => [
        ...e.members,
        ...[e.leader, e.headquarters, e.spokesperson].filter(iri => iri !== null),
        ...e.posts.flatMap(p => p.affiliationIri ?? []),
      ]),
      ...whole.entities.flatMap(e => (e.country ? [`${whole.base}country:${e.country}`] : [])),
      ...whole.mentions.flatMap(m => [m.article, m.of]),
    ]
    expect(pointed.length).toBeGreaterThan(300)
    expect(pointed.filter(iri => !known.has(iri))).toEqual([])
  })

  test('the same readings give the same graph, as a list, a stream, or one by one', async () => {
    const readings = fixtureReadings()
    async function* stream(): AsyncGenerator<Told> {
      yield* readings
    }
    const list = graph(readings)
    expect(await graph(stream())).toEqual(list)
    const builder = createGraph()
    for (const told of readings) builder.add(told)
    expect(builder.finish()).toEqual(list)
  })

  test('the order of the articles changes no entity and no main event', () => {
    const readings = fixtureReadings()
    const turned = graph([...readings].reverse())
    const iris = (g: typeof turned): string[] => g.entities.map(e => e.iri).sort()
    expect(iris(turned)).toEqual(iris(graph(readings)))
    expect(turned.events.filter(e => e.main).length).toBe(graph(readings).events.filter(e => e.main).length)
  })

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole)
  })
})

describe('entities', () => {
  const bourita = tell('a', 'زار وزير الخارجية المغربي ناصر بوريطة مدريد يوم 3 مارس 2023.', { publishedAt: '2023-03-04' })

  test('a listed entity is one in all articles, with the forms of all', () => {
    const other = tell('b', 'قال بوريطة إن زيارة مدريد ناجحة.', { publishedAt: '2023-03-05' })
    const { entities } = graph([bourita, other])
    expect(entities.filter(e => e.iri === 'urn:khabar:person:nasser-bourita')).toHaveLength(1)
    expect(entities.find(e => e.iri === 'urn:khabar:person:nasser-bourita')).toMatchObject({
      name: 'ناصر بوريطة',
      aliases: ['بوريطة'],
      articles: 2,
      posts: [{ title: 'وزير الخارجية', affiliation: 'المغرب', affiliationIri: 'urn:khabar:country:MA', statedFrom: '2023-03-04' }],
    })
  })

  test('a post without a name is who holds it in those weeks', () => {
    const post = tell('b', 'استقبل وزير الخارجية المغربي في الرباط وفدا أوروبيا أمس.', { publishedAt: '2023-03-10' })
    expect(names([post]).some(iri => iri.includes('person:post-'))).toBe(true)
    expect(names([bourita, post]).some(iri => iri.includes('person:post-'))).toBe(false)
    const years = { ...post, publishedAt: '2026-03-10' }
    expect(names([bourita, years]).some(iri => iri.includes('person:post-'))).toBe(true)
  })

  test('a post that two hold is nobody’s', () => {
    const second = tell('c', 'قال وزير الخارجية المغربي محمد بن عيسى إن المباحثات مستمرة.', { publishedAt: '2023-03-06' })
    const post = tell('b', 'استقبل وزير الخارجية المغربي في الرباط وفدا أوروبيا أمس.', { publishedAt: '2023-03-10' })
    expect(names([bourita, second, post]).some(iri => iri.includes('person:post-'))).toBe(true)
  })

  test('groups, bare posts and bodies of an unnamed state are of their article only', () => {
    const one = tell('x', 'قتل ثلاثة محتجين برصاص الشرطة أمس، وقالت وزارة الداخلية إن المحتجين رشقوا الشرطة بالحجارة.', {
      publishedAt: '2023-03-10',
    })
    const two = { ...one, id: 'y', publishedAt: '2023-08-10' }
    const iris = names([one, two])
    const local = iris.filter(iri => /\/[xy]$/.test(iri))
    expect(local.length).toBeGreaterThanOrEqual(2)
    expect(local.filter(iri => iri.endsWith('/x')).length).toBe(local.filter(iri => iri.endsWith('/y')).length)
    expect(iris.filter(iri => /(?:group|الشرطه|الداخليه)/.test(iri) && !/\/[xy]$/.test(iri))).toEqual([])
  })

  test('a country that is only meant has a name', () => {
    const { entities } = graph([tell('x', 'التقى الوزير في الرباط نظيره الإسباني أمس.', { publishedAt: '2023-03-10' })])
    for (const { iri, name } of entities) expect(name, iri).toMatch(/\p{Script=Arabic}/u)
  })
})

describe('events', () => {
  const blast = 'قتل ثلاثة أشخاص وأصيب خمسة في انفجار سيارة مفخخة وسط بغداد أمس الاثنين.'
  const day = { publishedAt: '2021-07-20' }

  test('one event of two articles is one, with both as sources', () => {
    const { events } = graph([
      tell('a', blast, { ...day, title: 'مقتل ثلاثة في انفجار سيارة مفخخة ببغداد' }),
      tell('b', 'أعلنت الشرطة العراقية ارتفاع حصيلة انفجار السيارة المفخخة الذي وقع في بغداد الاثنين إلى ستة قتلى.', {
        publishedAt: '2021-07-20',
        title: 'ارتفاع حصيلة انفجار بغداد إلى ستة قتلى',
      }),
    ])
    const main = events.find(e => e.main)
    expect(main).toMatchObject({
      type: 'attack',
      date: { start: '2021-07-19' },
      articles: ['urn:khabar:article:a', 'urn:khabar:article:b'],
    })
    expect(main?.counts.map(c => c.value)).toEqual(expect.arrayContaining([3, 6]))
  })

  test('the same kind of event on another day, or elsewhere, is another', () => {
    const { events } = graph([
      tell('a', blast, day),
      tell('b', blast.replace('أمس الاثنين', 'أمس'), { publishedAt: '2021-09-02' }),
      tell('c', blast.replace('بغداد', 'الموصل'), day),
    ])
    expect(new Set(['a', 'b', 'c'].map(id => mainOf(events, id))).size).toBe(3)
  })

  test('events «main» takes the first of each article', () => {
    const readings = fixtureReadings()
    const { events } = graph(readings, { events: 'main' })
    expect(events.length).toBeLessThanOrEqual(readings.length)
    expect(events.every(e => e.main)).toBe(true)
  })

  test('an article that comes twice counts once, and is told', () => {
    const { articles, duplicates } = graph([tell('a', blast, day), tell('a', blast, day)])
    expect(articles.length).toBe(1)
    expect(duplicates).toEqual(['a'])
  })

  test('articles without ids are numbered', () => {
    const { id: _, ...anonymous } = tell('a', blast, day)
    expect(graph([anonymous, anonymous]).articles.map(a => a.iri)).toEqual(['urn:khabar:article:article-1', 'urn:khabar:article:article-2'])
  })
})

describe('mentions', () => {
  test('are kept only where provenance is asked for', () => {
    expect(fixtureGraph().mentions).toEqual([])
    expect(fixtureGraph({ provenance: true }).mentions.length).toBeGreaterThan(300)
  })

  test('without the text of the article, triggers have words and no offsets', () => {
    const { text: _, title: __, ...reading } = tell('a', 'انفجرت سيارة مفخخة في بغداد أمس.', { publishedAt: '2021-07-20' })
    const { mentions } = graph([reading], { provenance: true })
    expect(mentions.length).toBeGreaterThan(0)
    for (const { start, end, exact } of mentions) expect([start, end, exact === '']).toEqual([null, null, false])
  })
})

describe('what is wrong is told', () => {
  test.each([
    ['options', [], null],
    ['base', [], { base: 'no iri' }],
    ['base', [], { base: 5 }],
    ['events', [], { events: 'some' }],
    ['provenance', [], { provenance: 'yes' }],
    ['speed', [], { speed: 5 }],
    ['reading', [null], {}],
    ['events', [{ entities: [] }], {}],
    ['entities', [{ events: [] }], {}],
    ['publishedAt', [{ events: [], entities: [], publishedAt: 5 }], {}],
  ])('a wrong «%s» is a TypeError that names it', (name, readings, options) => {
    expect(() => graph(readings as never, options as never)).toThrow(TypeError)
    expect(() => graph(readings as never, options as never)).toThrow(name)
  })

  test('a finished builder takes no more', () => {
    const builder = createGraph()
    builder.finish()
    expect(() => builder.add({ events: [], entities: [] })).toThrow(TypeError)
  })

  test('nothing makes an empty graph', () => {
    expect(graph([])).toMatchObject({ articles: [], entities: [], events: [], mentions: [] })
  })
})
