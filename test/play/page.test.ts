/** The playground in a browser, opened from disk as a reader would open it. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { savePage, servePage } from '../../src/cli/play.ts'
import { read } from '../../src/index.ts'
import { LANGUAGES, type Language, labelsOf } from '../../src/labels.ts'
import { findBrowser, openBrowser } from '../support/browser.ts'
import { ROOT } from '../support/source.ts'

const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env
const run = promisify(execFile)
const program = findBrowser()
const sample = await readFile(join(ROOT, 'data/sample/marrakesh.txt'), 'utf8')
const BLINKEN = 'أنتوني بلينكن'
const ARTICLE = 'زار الرئيس التونسي الجزائر أمس، والتقى وزير الخارجية أحمد عطاف.'

let folder: string
let saved: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-page-'))
  saved = join(folder, 'saved')
  const tsup = join(ROOT, 'node_modules/tsup/dist/cli-default.js')
  await run(process.execPath, [tsup, '--config', 'data/page.ts', '--out-dir', join(folder, 'built')], {
    cwd: ROOT,
    env: { ...env, NODE_ENV: 'production' },
  })
  await savePage(saved, join(folder, 'built'))
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the folder', () => {
  test('has no address of another machine', async () => {
    for (const name of ['index.html', 'style.css']) {
      const text = await readFile(join(saved, name), 'utf8')
      expect(
        [...text.matchAll(/(?:src|href|url)[=(]"?([^")\s>]+)/g)].map(([, path = '']) => path).filter(path => /^(?:\w+:|\/)/.test(path)),
      ).toEqual([])
    }
    expect(await readFile(join(saved, 'index.html'), 'utf8')).toContain("default-src 'self'")
  })

  test('names whose work is in it', async () => {
    const notices = await readFile(join(saved, 'LICENSES.txt'), 'utf8')
    for (const name of ['d3-force', 'd3-geo', 'topojson-client', 'world-atlas', 'noto-naskh-arabic', 'ibm-plex-sans-arabic'])
      expect(notices).toContain(name)
  })

  test('says in English what its tables say in English, before they are read', async () => {
    const words = labelsOf('en')
    const page = await readFile(join(saved, 'index.html'), 'utf8')
    const shown = [...page.matchAll(/data-words="([\w.-]+)">([^<]*)</g)].filter(([, , text]) => text !== '')
    expect(shown.length).toBeGreaterThan(10)
    expect(shown.filter(([, id = '', text]) => words(id) !== text).map(([, id]) => id)).toEqual([])
  })
})

describe('khabar play', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await servePage(join(folder, 'built'))
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    address = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  })
  afterAll(() => new Promise(done => server.close(done)))

  test('serves the page and its data, with a policy', async () => {
    const page = await fetch(`${address}/`)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/)
    expect(await page.text()).toContain('app.js')
    expect(await (await fetch(`${address}/tables.js`)).text()).toMatch(/^khabarTables = \{/)
    expect((await fetch(`${address}/fonts/naskh-arabic-400.woff2`)).headers.get('content-type')).toBe('font/woff2')
  })

  test('and nothing else', async () => {
    for (const path of ['/cli.js', '/..%2fcli.js', '/fonts', '/%2e%2e/package.json', '/%'])
      expect((await fetch(address + path)).status, path).toBe(404)
    expect((await fetch(address, { method: 'POST' })).status).toBe(404)
  })
})

describe.skipIf(!program)('in Chromium (apt-get install chromium)', { timeout: 60_000 }, () => {
  let browser: Browser
  let page: Page
  const problems: string[] = []
  const asked: string[] = []

  const open = async (language: Language = 'ar', marks = false): Promise<void> => {
    await page?.close()
    page = await browser.newPage({ viewport: { width: 1360, height: 900 } })
    page.on('pageerror', error => problems.push(String(error)))
    page.on('console', message => message.type() === 'error' && problems.push(message.text()))
    page.on('request', request => request.url().startsWith('file:') || asked.push(request.url()))
    if (marks) await page.addInitScript('delete window.Highlight')
    await page.goto(`${pathToFileURL(join(saved, 'index.html'))}#${language}`)
    await page.waitForFunction(() => document.querySelector('#export pre') !== null)
  }
  const shownIn = (name: string): Promise<string[]> =>
    page.evaluate(style => [...(CSS.highlights.get(style) ?? [])].map(range => String(range)), name)
  const card = () => page.locator('#card').textContent()

  beforeAll(async () => {
    browser = await openBrowser(program as string)
    await open()
  }, 60_000)
  afterAll(() => browser?.close())

  test('shows the card of what is pasted, at every key', async () => {
    const field = page.locator('#text')
    await field.fill('')
    expect(await card()).toContain(labelsOf('ar')('part.none'))
    await page.locator('#published').fill('2021-03-02')
    await field.fill(ARTICLE)
    expect(await card()).toContain('زيارة')
    expect(await card()).toContain('2021-03-01')
    await field.press('End')
    await field.pressSequentially(' وقتل 3 أشخاص.')
    expect(await page.locator('#took').textContent()).toContain(String(ARTICLE.length + 14))
  })

  test('reads what the library reads', async () => {
    await page.locator('#sample').click()
    const { events } = read(sample, { publishedAt: '2022-05-09' })
    const main = events[0]
    for (const name of main?.participants.map(p => p.name) ?? []) expect(await card()).toContain(name)
    expect(await card()).toContain(main?.date?.start)
    await page.waitForFunction(id => document.querySelector('#export pre')?.textContent?.includes(id), main?.id ?? '')
    expect(JSON.parse((await page.locator('#export pre').textContent()) ?? '').events).toEqual(JSON.parse(JSON.stringify(events)))
  })

  test('Blinken: his span, the rule, the row', async () => {
    await page.locator('#names').getByRole('button', { name: BLINKEN }).click()
    expect(await shownIn('chosen')).toEqual([BLINKEN])
    const why = await page.locator('#why').textContent()
    expect(why).toContain(BLINKEN)
    expect(why).toContain('data/people/persons.tsv:')
    expect(why).toContain('antony-blinken')
    const start = sample.indexOf(BLINKEN)
    expect(why).toContain(String(start))
    await page.locator('#names').getByRole('button', { name: BLINKEN }).click()
    expect(await shownIn('chosen')).toEqual(['بلينكن']) // his next mention
  })

  test('a click in the text explains what stands there', async () => {
    const box = await page.evaluate(() => {
      const [range] = CSS.highlights.get('place') ?? []
      const { x, y, width, height } = (range as Range).getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })
    await page.mouse.click(box.x, box.y)
    expect(await page.locator('#why').textContent()).toContain('مراكش')
  })

  test('highlights are the names of the text', async () => {
    const persons = read(sample)
      .mentions.filter(m => m.kind === 'person')
      .map(m => m.text)
    expect(await shownIn('person')).toEqual(persons)
    expect(await shownIn('time')).toContain('يوم 11 مايو 2022')
  })

  test('graph and map, and the tables that say the same', async () => {
    await page.locator('#actors .table').scrollIntoViewIfNeeded()
    expect(await page.locator('#actors svg .node').count()).toBeGreaterThan(4)
    expect(await page.locator('#actors tbody tr').count()).toBe(await page.locator('#actors svg .tie').count())
    const spots = await page.locator('#map svg .spot').count()
    expect(spots).toBeGreaterThan(2)
    expect(await page.locator('#map tbody tr').count()).toBe(spots)
    expect(await page.locator('#timeline > ol > li').count()).toBe(read(sample).events.length)
    await page.locator('#map tbody button').first().click()
    expect(await page.locator('#why').textContent()).toContain('مراكش')
  })

  test('every format can be copied', async () => {
    const names = await page.locator('#export .format').allTextContents()
    expect(names).toEqual(expect.arrayContaining(['reading', 'jsonld', 'turtle', 'nquads']))
    for (const name of names) {
      await page.locator('#export').getByRole('button', { name, exact: true }).click()
      expect((await page.locator('#export pre').textContent())?.length, name).toBeGreaterThan(20)
    }
    await page.locator('#export').getByRole('button', { name: 'reading', exact: true }).click()
  })

  test.each(LANGUAGES)('speaks %s', async language => {
    await page.locator(`[data-language=${language}]`).click()
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('#h-card').textContent()).toBe(labelsOf(language)('page.card'))
    expect(await card()).toContain(labelsOf(language)('type.meeting'))
    expect(await page.locator('#text').evaluate(field => getComputedStyle(field).direction)).toBe('rtl')
  })

  test.each(['light', 'dark'] as const)('no barrier that axe finds, %s', async colorScheme => {
    await page.emulateMedia({ colorScheme })
    await page.locator('#names').getByRole('button', { name: BLINKEN }).click()
    const axe = await readFile(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8')
    await page.evaluate(axe)
    const found = await page.evaluate(async () => {
      const { violations } = await (
        globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }
      ).axe.run({ preload: false })
      return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
    })
    expect(found).toEqual([])
  })

  test('is used with the keyboard alone', async () => {
    await page.locator('[data-language=en]').click()
    await page.locator('#card .claim').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#why blockquote').count()).toBe(1)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('claim')
    for (const selector of ['#actors .table', '#export pre']) expect(await page.locator(selector).getAttribute('tabindex')).toBe('0')
  })

  test.each([false, true])('letters stay joined under highlights (marks: %s)', async marks => {
    await open('ar', marks)
    expect(await page.locator('#sheet mark').count()).toBe(marks ? await page.locator('#sheet mark').count() : 0)
    if (marks) expect(await page.locator('#sheet mark.person').first().textContent()).toBe('ناصر بوريطة')
    const [shown, plain] = await page.evaluate(() => {
      const sheet = document.getElementById('sheet') as HTMLElement
      const widths = (element: HTMLElement): number[] => {
        const range = document.createRange()
        range.selectNodeContents(element)
        const lines = new Map<number, [number, number]>()
        for (const { left, right, bottom } of range.getClientRects()) {
          const line = lines.get(Math.round(bottom)) ?? [left, right]
          lines.set(Math.round(bottom), [Math.min(line[0], left), Math.max(line[1], right)])
        }
        return [...lines.values()].map(([left, right]) => Math.round((right - left) * 10) / 10)
      }
      const before = widths(sheet)
      const copy = sheet.cloneNode() as HTMLElement
      copy.textContent = sheet.textContent
      sheet.replaceWith(copy)
      return [before, widths(copy)]
    })
    expect(shown?.length).toBeGreaterThan(5)
    // a letter that does not join takes another form, pixels wider or narrower; edges of elements are rounded to parts of one
    expect(shown?.map((width, i) => Math.abs(width - (plain?.[i] ?? 0))).filter(difference => difference > 0.5)).toEqual([])
    expect(shown?.length).toBe(plain?.length)
  })

  test('the words of the field lie on those of the sheet', async () => {
    await open()
    const styles = await page.evaluate(() =>
      ['sheet', 'text'].map(id => {
        const element = document.getElementById(id) as HTMLElement
        const { font, padding, lineHeight, letterSpacing, whiteSpace, overflowWrap, width, height } = getComputedStyle(element)
        return { font, padding, lineHeight, letterSpacing, whiteSpace, overflowWrap, width, height }
      }),
    )
    expect(styles[0]).toEqual(styles[1])
  })

  test('asked nobody for anything, and complained of nothing', () => {
    expect({ asked, problems }).toEqual({ asked: [], problems: [] })
  })
})

interface Violation {
  id: string
  impact: string
  nodes: { target: string[] }[]
}
