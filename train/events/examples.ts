import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readStanza } from '../../src/lexicon/stanza.ts'
import type { Annotation } from './question.ts'

/** An example beside an event file as an article with as much of an annotation as it gives. */
export interface ExampleArticle {
  readonly id: string
  readonly text: string
  readonly publishedAt: string
  readonly annotation: Annotation
}

const FOLDER = 'data/events'
/** A Thursday: relative dates have a value. */
const PUBLISHED = '2024-05-16'
const DATE = /(?:^|\s)date=(.*?)(?=\s+\w+=|$)/

/** The examples of the event files that say a date: the only thing that is taken from them. */
export function datedExamples(): ExampleArticle[] {
  return readdirSync(FOLDER)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .flatMap(file => {
      const { examples } = readStanza(`${FOLDER}/${file}`, readFileSync(join(FOLDER, file), 'utf8'))
      return examples.flatMap(({ line, text, expected }) => {
        const date = DATE.exec(expected ?? '')?.[1]?.trim()
        if (!date) return []
        const id = `${file}:${line}`
        const event = {
          type: file.replace('.txt', ''),
          status: '',
          triggers: [],
          date: { start: '', end: null, text: date },
          places: [],
          participants: [],
          counts: [],
        }
        return [{ id, text, publishedAt: PUBLISHED, annotation: { id, event, alternativeTypes: [], persons: [] } }]
      })
    })
}
