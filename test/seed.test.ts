/** The two articles about one meeting: the facts that they state. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explain, read } from '../src/index.ts'
import { ROOT } from './support/source.ts'

const SHARED = join(ROOT, '../shared')
const CHECK = join(SHARED, 'eval/check-seed.mjs')
const ARTICLE = join(SHARED, 'samples/marrakech-2022.txt')

test.skipIf(!existsSync(CHECK) || !existsSync(ARTICLE))(
  'every fact of the article in ../shared (skipped where that folder is absent)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'khabar-seed-'))
    const reading = read(readFileSync(ARTICLE, 'utf8'))
    try {
      const path = join(folder, 'reading.json')
      writeFileSync(path, JSON.stringify(reading))
      const out = run(path)
      expect(
        out.split('\n').filter(line => line.startsWith('NO')),
        explain(reading),
      ).toEqual([])
      expect(out).toContain('SEED 28 of 28')
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

function run(path: string): string {
  try {
    return execFileSync(process.execPath, [CHECK, path], { encoding: 'utf8' })
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout)
  }
}

describe('data/sample/marrakesh.txt', () => {
  const text = readFileSync(join(ROOT, 'data/sample/marrakesh.txt'), 'utf8')
  const reading = read(text)
  const [main, ...others] = reading.events
  const entity = (name: string) => reading.entities.find(e => [e.name, ...e.aliases].includes(name))
  const actor = (name: string) => main?.participants.find(p => [p.name, ...p.aliases].includes(name))
  const told = explain(reading)
  const coalition = entity('التحالف الدولي ضد «داعش»') ?? entity('التحالف الدولي ضد داعش')
  const group = entity('داعش') ?? entity('«داعش»')

  test.each<[string, unknown, unknown]>([
    ['the main event is a meeting', main?.type, 'meeting'],
    ['it is planned', main?.status, 'planned'],
    ['it is named', main?.title?.replace(/[«»]/g, ''), 'اجتماع التحالف الدولي ضد داعش'],
    ['on the eleventh of May 2022', main?.date?.start, '2022-05-11'],
    ['a single day', main?.date?.end, null],
    ['to the day', main?.date?.precision, 'day'],
    ['nothing of the date is implied', main?.date?.implied, []],
    ['in Marrakesh, a city of Morocco', main?.places.map(p => [p.name, p.kind, p.country]), [['مراكش', 'city', 'MA']]],
    ['Bourita chairs it', actor('ناصر بوريطة')?.role, 'chair'],
    ['Blinken chairs it', actor('أنتوني بلينكن')?.role, 'chair'],
    [
      'the coalition takes part',
      main?.participants.some(p => p.entity === coalition?.id && p.role === 'participant' && p.kind === 'organization'),
      true,
    ],
    ['the group that it is against takes no part', main?.participants.some(p => p.entity === group?.id), false],
    ['delegations of more than 80 countries', main?.counts.map(c => [c.comparator, c.value, c.unit]), [['>', 80, 'countries']]],
    ['it is about the danger of the group’s move', main?.topic?.text.includes('خطر') || main?.topic?.text.includes('مواجهة'), true],
    ['the foreign minister of Morocco', entity('ناصر بوريطة')?.posts?.map(p => [p.title, p.affiliation]), [['وزير الخارجية', 'المغرب']]],
    ['his counterpart of the United States', entity('أنتوني بلينكن')?.posts?.map(p => p.title), ['وزير الخارجية']],
    ['that state by its id', entity('أنتوني بلينكن')?.posts?.[0]?.affiliationId, 'country:US'],
    ['«بوريطة» alone is the same person', entity('ناصر بوريطة')?.mentions.length, 2],
    ['«بلينكن» alone is the same person', entity('أنتوني بلينكن')?.mentions.length, 2],
    ['no third person', reading.entities.filter(e => e.kind === 'person').length, 2],
    ['the coalition was founded in 2014', coalition?.founded?.start, '2014'],
    ['the United States lead it', coalition?.leader, 'country:US'],
    [
      '«داعش» and «الدولة الإسلامية» are one',
      group !== undefined &&
        group === (entity('الدولة الإسلامية') ?? entity('تنظيم «الدولة الإسلامية»') ?? entity('تنظيم الدولة الإسلامية')),
      true,
    ],
    ['the group is an organization', group?.kind, 'organization'],
    ['the founding is an event of 2014', others.some(e => e.type === 'launch' && e.date?.start === '2014'), true],
    ['the main event is surer than any other', others.every(e => e.confidence <= (main?.confidence ?? 0)), true],
    ['Syria and Iraq are known', [entity('سوريا')?.country, entity('العراق')?.country], ['SY', 'IQ']],
    ['Marrakesh stands on the map', Math.round(entity('مراكش')?.latitude ?? 0), 32],
    ['nothing is wrong with the text', reading.issues, []],
  ])('%s', (_fact, actual, expected) => {
    expect(actual, told).toEqual(expected)
  })
})
