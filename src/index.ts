import model from 'khabar:model'
import { type ExtractedEvent, makeReader, type Reader, type ReaderOptions, type Reading } from './reader.ts'
import type { Context } from './resolve/context.ts'
import type { Sentence } from './sentences.ts'

/** Makes a reader. Throws `TypeError` naming a wrong option, `DataError` for a bad row of `extend`. */
export function createReader(options: ReaderOptions = {}): Reader {
  return makeReader(options, model)
}

let shared: Reader | undefined
const reader = (): Reader => {
  shared ??= createReader()
  return shared
}

/** Reads an Arabic news text whole: events, entities, mentions, issues. Never throws because of the text. */
export function read(text: string, context?: Context): Reading {
  return reader().read(text, context)
}

/** The main event of an Arabic news text with its entities in place, or null if it tells none. */
export function extractEvent(text: string, context?: Context): ExtractedEvent | null {
  return reader().extractEvent(text, context)
}

/** Sentences and tokens of a text, each word with its possible cuts, the likeliest first: «وبلينكن» as و + بلينكن. */
export function tokenize(text: string): Sentence[] {
  return reader().tokenize(text)
}

export type { Count, Event, EventType, Participant, Place } from './event/event.ts'
export type { Quote } from './event/quote.ts'
export { explain } from './explain.ts'
export { DataError } from './lexicon/table.ts'
export type { Mention } from './reader.ts'
export type { DateValue } from './resolve/date.ts'
export type { Entity, Post } from './resolve/entity.ts'
export type { Sentence, Token, TokenCut } from './sentences.ts'
export type { Issue, IssueCode } from './text/issue.ts'
export { type NormalizeOptions, normalize } from './text/normalize.ts'
export type { Evidence, Span } from './text/span.ts'
export type { Context, ExtractedEvent, Reader, ReaderOptions, Reading }
