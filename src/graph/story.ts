import BM25Vectorizer from 'wink-nlp/utilities/bm25-vectorizer.js'
import similarity from 'wink-nlp/utilities/similarity.js'
import type { Told } from './told.ts'

/** The words of every article as a vector, for telling how near two stories are. */
export interface Stories {
  /** Adds the words of the next article. */
  learn(words: readonly string[]): void
  /** Cosine of the BM25 vectors of two articles, by number: 0 … 1. */
  similarity(a: number, b: number): number
  /** The words of an article that tell it best from others, the best first. */
  marks(article: number, most: number): string[]
}

/** Added inside the logarithm of the inverse frequency, so that it tells something in an archive of three articles too. */
const DAMPING = 4

/** Makes stories without articles. All are learned before the first comparison. */
export function createStories(): Stories {
  const vectorizer = BM25Vectorizer({ k: DAMPING, k1: 1.2, b: 0.75, norm: 'none' })
  const bag = (article: number): Record<string, number> => vectorizer.doc(article).out() as unknown as Record<string, number>
  return {
    learn: words => vectorizer.learn([...words]),
    similarity: (a, b) => similarity.bow.cosine(bag(a), bag(b)),
    marks(article, most) {
      const words = bag(article)
      return Object.keys(words)
        .sort((x, y) => (words[y] as number) - (words[x] as number) || (x < y ? -1 : 1))
        .slice(0, most)
    },
  }
}

/** The words by which stories are compared: of headline, names, and the words that tell the events. */
export function storyWords({ title, entities, events }: Told, words: (text: string) => string[]): string[] {
  const list = title ? words(title) : []
  for (const { name } of entities) list.push(...words(name))
  for (const { triggers, topic, title: phrase, counts } of events.slice(0, MOST_EVENTS)) {
    for (const { text } of triggers) list.push(...words(text))
    for (const { value } of counts) list.push(String(value))
    if (topic) list.push(...words(topic.text))
    if (phrase) list.push(...words(phrase))
  }
  return list
}

const MOST_EVENTS = 8
