import { type SameSource, scoreOf, THRESHOLD } from './same.ts'
import type { Stories } from './story.ts'
import type { Telling } from './telling.ts'

/** Tellings of one event. */
export interface Cluster {
  /** In the order of the input. */
  readonly tellings: Telling[]
  readonly articles: Set<number>
}

/** Of a block the latest clusters are compared, so that no day full of one country's news makes the work quadratic. */
const MOST_COMPARED = 40
/** Tellings of a cluster that a new one is compared with: the first and the latest. */
const MOST_FACES = 3
/** How far below the threshold the least similar face may be: a chain of likenesses is no likeness. */
const DOUBT = 2
/** Words of a main event's article by which others are found that tell the same story. */
const MARKS = 4

/** Gathers tellings of one event. Near-linear: only tellings that share a day and an actor, a place or a telling word are compared. */
export function merge(tellings: readonly Telling[], source: SameSource & { readonly stories: Stories }): Cluster[] {
  const clusters: Cluster[] = []
  const blocks = new Map<string, number[]>()
  const seen: number[] = []
  const marks = new Map<number, string[]>()
  const marksOf = (article: number): string[] => {
    const known = marks.get(article) ?? source.stories.marks(article, MARKS)
    marks.set(article, known)
    return known
  }
  tellings.forEach((telling, turn) => {
    const signs = [
      ...telling.participants.map(p => `e${p.entity}`),
      ...telling.places.map(p => `e${p.entity}`),
      ...(telling.main ? marksOf(telling.article).map(word => `w${word}`) : []),
    ]
    const days = daysOf(telling, source.published)
    let best = -1
    let most = THRESHOLD
    for (const day of new Set(days.flatMap(d => [d - 1, d, d + 1])))
      for (const sign of signs) {
        const block = blocks.get(`${day} ${sign}`)
        if (!block) continue
        for (let i = block.length - 1; i >= Math.max(0, block.length - MOST_COMPARED); i--) {
          const number = block[i] as number
          if (seen[number] === turn) continue
          seen[number] = turn
          const score = scoreWith(clusters[number] as Cluster, telling, source)
          if (score > most) [best, most] = [number, score]
        }
      }
    if (best < 0) {
      best = clusters.length
      clusters.push({ tellings: [], articles: new Set() })
    }
    const cluster = clusters[best] as Cluster
    cluster.tellings.push(telling)
    cluster.articles.add(telling.article)
    for (const day of days)
      for (const sign of signs) {
        const key = `${day} ${sign}`
        const block = blocks.get(key)
        if (!block) blocks.set(key, [best])
        else if (block[block.length - 1] !== best) block.push(best)
      }
  })
  return clusters
}

/** The days under which a telling is looked for: its own, if it tells one, and that of its article. */
function daysOf({ first, last, article }: Telling, published: readonly number[]): number[] {
  const own = first === last ? [first] : []
  const issue = published[article] as number
  return Number.isNaN(issue) ? (own.length > 0 ? own : [0]) : own[0] === issue ? own : [...own, issue]
}

/** The score of a telling with the most similar face of a cluster; minus infinity if any face is too little like it. */
function scoreWith({ tellings, articles }: Cluster, telling: Telling, source: SameSource): number {
  // one article tells an event once: what it tells twice was two events to the reader
  if (articles.has(telling.article)) return Number.NEGATIVE_INFINITY
  const faces = tellings.length <= MOST_FACES ? tellings : [tellings[0] as Telling, ...tellings.slice(1 - MOST_FACES)]
  let best = Number.NEGATIVE_INFINITY
  for (const face of faces) {
    const score = scoreOf(face, telling, source, THRESHOLD - DOUBT)
    if (score < THRESHOLD - DOUBT) return Number.NEGATIVE_INFINITY
    best = Math.max(best, score)
  }
  return best
}
