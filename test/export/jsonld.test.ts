/** JSON-LD as schema.org types it: the expected nodes are checked against `schema-dts` when the tests are compiled. */
import type { City, Country, Event, NewsArticle, Organization, OrganizationRole, Person, QuantitativeValue, Role } from 'schema-dts'
import { describe, expect, test } from 'vitest'
import { exporters } from '../../src/export/index.ts'
import { graph } from '../../src/graph/index.ts'
import { tell } from '../support/graphs.ts'

/** A node as schema.org allows it, without the string that schema-dts takes for any thing. */
type Node<T> = Extract<T, { '@type': unknown }>

const meeting = graph([
  tell(
    'a',
    'التقى وزير الخارجية المغربي ناصر بوريطة نظيره الإسباني خوسيه مانويل ألباريس في الرباط أمس الثلاثاء، بحضور أكثر من 20 دبلوماسيا.',
    { title: 'بوريطة يلتقي ألباريس', publishedAt: '2023-02-01' },
    { url: 'https://news.example/a', source: 'وكالة المثال' },
  ),
])
const { '@context': context, '@graph': nodes } = JSON.parse([...exporters.jsonld.write(meeting)].join('')) as {
  '@context': unknown
  '@graph': { '@id': string; '@type': string | string[] }[]
}
const nodeOf = (id: string) => nodes.find(n => n['@id'] === id)
const event = meeting.events[0]?.iri ?? ''
const person = 'urn:khabar:person:nasser-bourita'

describe('nodes that schema-dts accepts', () => {
  test('the event', () => {
    const schema: Node<Event> = {
      '@type': 'Event',
      additionalType: 'urn:khabar:type:meeting',
      startDate: '2023-01-31',
      location: 'urn:khabar:place:gn:2538475',
      attendee: [person, 'urn:khabar:person:jose-manuel-albares'],
      subjectOf: { '@id': 'urn:khabar:article:a' },
    }
    expect(nodeOf(event)).toEqual({
      '@id': event,
      ...schema,
      'khabar:status': 'occurred',
      'khabar:confidence': expect.any(Number),
      'khabar:participantCount': `${event}/count/participants-min-20`,
    })
  })

  test('the count', () => {
    const schema: Node<QuantitativeValue> = {
      '@type': 'QuantitativeValue',
      minValue: 20,
      unitText: 'participants',
      description: 'أكثر من 20 دبلوماسيا',
    }
    expect(nodeOf(`${event}/count/participants-min-20`)).toEqual({ '@id': `${event}/count/participants-min-20`, ...schema })
  })

  test('the person and the post', () => {
    const post = `${person}/post/وزير%20الخارجية,%20المغرب`
    const schema: Node<Person> = {
      '@type': 'Person',
      name: 'ناصر بوريطة',
      alternateName: 'بوريطة',
      jobTitle: 'وزير الخارجية',
      affiliation: 'urn:khabar:country:MA',
    }
    expect(nodeOf(person)).toEqual({ '@id': person, ...schema, worksFor: post })
    const role: Node<OrganizationRole> = { '@type': 'OrganizationRole' }
    expect(nodeOf(post)).toEqual({
      '@id': post,
      ...role,
      roleName: { '@value': 'وزير الخارجية', '@language': 'ar' },
      worksFor: 'urn:khabar:country:MA',
      'khabar:affiliationName': { '@value': 'المغرب', '@language': 'ar' },
      'khabar:statedFrom': '2023-02-01',
      'khabar:statedTo': '2023-02-01',
    })
  })

  test('the places', () => {
    const city: Node<City> = {
      '@type': 'City',
      name: 'الرباط',
      sameAs: 'https://sws.geonames.org/2538475/',
      containedInPlace: 'urn:khabar:country:MA',
      latitude: 34.0133,
      longitude: -6.8325,
    }
    expect(nodeOf('urn:khabar:place:gn:2538475')).toEqual({ '@id': 'urn:khabar:place:gn:2538475', ...city })
    const country: Node<Country> = {
      '@type': 'Country',
      name: 'المغرب',
      sameAs: 'http://www.wikidata.org/entity/Q1028',
      identifier: 'MA',
      latitude: 29.93,
      longitude: -8.95,
    }
    // it acts through its minister: a body too
    expect(nodeOf('urn:khabar:country:MA')).toEqual({ '@id': 'urn:khabar:country:MA', ...country, '@type': ['Country', 'Organization'] })
  })

  test('the article and who published it', () => {
    const publisher = 'urn:khabar:publisher:وكالة%20المثال'
    const article: Node<NewsArticle> = {
      '@type': 'NewsArticle',
      inLanguage: 'ar',
      headline: 'بوريطة يلتقي ألباريس',
      datePublished: '2023-02-01',
      url: 'https://news.example/a',
      publisher,
    }
    expect(nodeOf('urn:khabar:article:a')).toEqual({ '@id': 'urn:khabar:article:a', ...article })
    const organization: Node<Organization> = { '@type': 'Organization' }
    expect(nodeOf(publisher)).toEqual({ '@id': publisher, ...organization, name: { '@value': 'وكالة المثال' } })
  })
})

test('who is no plain participant stands inside a Role', () => {
  const arrest = graph([tell('b', 'اعتقلت الشرطة التونسية الوزير السابق نبيل عمار أمس.', { publishedAt: '2023-02-01' })])
  const text = [...exporters.jsonld.write(arrest)].join('')
  const all = (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph']
  const roles = all.filter(n => n['@type'] === 'Role')
  expect(roles.length).toBeGreaterThan(0)
  for (const role of roles) {
    const { roleName, attendee } = role as Role & { roleName: string; attendee: string }
    expect(['agent', 'patient', 'chair']).toContain(roleName)
    expect(all.some(n => n['@id'] === attendee)).toBe(true)
  }
  expect(text).not.toMatch(/"(?:participant|isBasedOn|additionalProperty)"/)
})

test('the context is in the file, and nothing in it names a place to fetch from', () => {
  expect(typeof context).toBe('object')
  expect(JSON.stringify(context)).not.toMatch(/"@(?:import|context)"/)
})
