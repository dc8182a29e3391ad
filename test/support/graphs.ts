/** Graphs for the tests of exporters: of the articles of test/fixtures, and one with everything that is hard to write. */
import { type Graph, type GraphOptions, graph, type Told } from '../../src/graph/index.ts'
import { type Context, read } from '../../src/index.ts'
import { readArticles } from './articles.ts'

/** A reading with its article, as `khabar export` makes it. */
export const tell = (id: string, text: string, context: Context = {}, more: Partial<Told> = {}): Told => ({
  id,
  text,
  ...(context.title ? { title: context.title } : {}),
  ...(context.publishedAt ? { publishedAt: context.publishedAt } : {}),
  ...read(text, context),
  ...more,
})

let told: Told[] | null = null
export const fixtureReadings = (): Told[] => {
  told ??= readArticles().map(({ name, text, context }) =>
    tell(name, text, context, { url: `https://news.example/${name}`, source: 'وكالة المثال' }),
  )
  return told
}

const graphs = new Map<string, Graph>()
export function fixtureGraph(options: GraphOptions = {}): Graph {
  const key = JSON.stringify(options)
  const known = graphs.get(key) ?? graph(fixtureReadings(), options)
  graphs.set(key, known)
  return known
}

/** Emoji before the names, quotes, backslashes, a lone surrogate, control characters, blanks in ids. */
export const HARD_TITLE = '😀 "لقاء" في الرباط'
export const HARD_TEXT =
  '😀😀 التقى وزير الخارجية المغربي ناصر بوريطة نظيره الإسباني خوسيه مانويل ألباريس 👍🏽 في الرباط أمس الثلاثاء.\nوقتل ثلاثة أشخاص في انفجار «C:\\temp» وسط بغداد أمس.'
export const hardGraph = (options: GraphOptions = {}): Graph =>
  graph(
    [
      tell('رقم 1/أ?#%', HARD_TEXT, { title: HARD_TITLE, publishedAt: '2023-02-01' }),
      tell(
        '\ud800',
        `${HARD_TEXT}\u0007`,
        { title: `${HARD_TITLE} \ud83d`, publishedAt: '2023-02-01T10:00:00Z' },
        { source: 'a "b"\\ \ud800' },
      ),
      tell('', 'لا خبر هنا.'),
    ],
    { provenance: true, ...options },
  )
