import data from 'khabar:data'
import { Company } from './event/company.ts'
import type { Event, Participant, Place } from './event/event.ts'
import { attributesOf, createFrames } from './event/frame.ts'
import { assemble, type Grammar } from './event/index.ts'
import type { Quote } from './event/quote.ts'
import type { BuildSource } from './event/source.ts'
import type { Candidate, MentionKind, Source } from './find/finder.ts'
import { FINDERS, find } from './find/index.ts'
import { currencyIn } from './find/number/types.ts'
import { select } from './find/select.ts'
import { createTagger, type Tagger } from './find/tagger/index.ts'
import { type Compiled, compile } from './lexicon/compile.ts'
import { grammarOf, Lexicon } from './lexicon/lexicon.ts'
import type { Context } from './resolve/context.ts'
import { type Entity, toEntity } from './resolve/entity.ts'
import { resolve } from './resolve/index.ts'
import type { Found } from './resolve/mention.ts'
import { type Sentence, showTokens } from './sentences.ts'
import { foldTable } from './text/chars.ts'
import { createFold, createFoldArrays, foldString } from './text/fold.ts'
import type { Issue } from './text/issue.ts'
import { Scratch } from './text/scratch.ts'
import type { Evidence } from './text/span.ts'
import { rawSpan, type Tokens } from './token/token.ts'
import { createTokenArrays, createTokenize, unitTable } from './token/tokenize.ts'
import { Words } from './token/words.ts'

/** A name, time, amount or word of the text that tells something. */
export interface Mention extends Evidence {
  kind: MentionKind
  /** ISO 8601 / EDTF for times, a JSON number or an interval `(80,)` for amounts, an ISO 3166-1 code for nationalities. */
  value?: string | number
  /** Money and measures: `USD`, `km`. */
  unit?: string
  /** Id of the entity that it names. */
  entity?: string
}

/** Everything that was read from one text. `events[0]` is the main event. */
export interface Reading {
  id?: string
  events: Event[]
  entities: Entity[]
  /** Who said what, in the order of the text, those of the headline first. */
  quotes: Quote[]
  mentions: Mention[]
  issues: Issue[]
}

/** The main event with its entities in place of their ids. */
export type ExtractedEvent = Omit<Event, 'places' | 'participants'> & {
  places: (Omit<Place, 'entity'> & { entity: Entity })[]
  participants: (Omit<Participant, 'entity'> & { entity: Entity })[]
}

/** What `createReader` can be given. */
export interface ReaderOptions {
  /** Your own tables, in the format of `data/`: `{ 'data/orgs/mine.tsv': '…' }`. They add to khabar's own. */
  readonly extend?: Readonly<Record<string, string>>
  /** Longest text in characters; what lies beyond is not read and told as an issue. Default 1,000,000. */
  readonly limit?: number
  /** Whether a trained model looks for names that no table holds. Default true; `khabar/small` has no model. */
  readonly tagger?: boolean
}

/** A reader: the two functions of khabar over one set of tables. */
export interface Reader {
  /** Reads a text whole. Never throws because of the text. */
  read(text: string, context?: Context): Reading
  /** The main event of a text with its entities in place, or null if it tells none. */
  extractEvent(text: string, context?: Context): ExtractedEvent | null
  /** Sentences and tokens of a text, each word with its possible cuts, the likeliest first. */
  tokenize(text: string): Sentence[]
  /** @internal What `khabar/wink` shows. */
  view(text: string): View
}

/** @internal The tokens of a text, and its mentions when asked for: no event is built. */
export interface View {
  readonly tokens: Tokens
  readonly lexicon: Lexicon
  mentions(): Mention[]
}

/** Distinct words after which the word store starts anew, so that an archive does not fill the memory. */
const MOST_WORDS = 1 << 18
const OPTIONS = new Set(['extend', 'limit', 'tagger'])
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** What a reader keeps between texts. */
interface Engine {
  readonly words: Words
  readonly lexicon: Lexicon
  readonly grammar: Grammar
  /** The tokens of a text. */
  tokenize(text: string, limit: number): Tokens
  /** The same in arrays that the next call uses again: for who keeps nothing of them. */
  tokenizeOnce(text: string, limit: number): Tokens
}

/** Makes a reader, with the text of a model of names or without. Throws `TypeError` naming a wrong option, `DataError` for a bad row of `extend`. */
export function makeReader(options: ReaderOptions, model: (() => string) | null): Reader {
  checkOptions(options)
  const limit = options.limit ?? 1_000_000
  const characters = foldTable()
  const own = data() as unknown as Compiled
  const tables: Compiled[] = [own]
  if (options.extend) tables.push(compile(new Map(Object.entries({ ...grammarOf(own), ...options.extend }))))
  // the model is read when the first text comes
  let tagger: Tagger | null | undefined
  const candidates = (source: Source): Candidate[] => {
    if (tagger === undefined) tagger = model === null || options.tagger === false ? null : createTagger(model())
    return tagger ? tagger.weigh(source, find(source, [...FINDERS, tagger])) : find(source)
  }
  let engine: Engine | null = null
  let facts: Facts | null = null

  const ready = (): Engine => {
    if (!engine || engine.words.size > MOST_WORDS) engine = createEngine(tables, characters)
    facts ??= readFacts(engine.lexicon)
    return engine
  }

  const read = (text: string, context: Context = {}): Reading => {
    checkContext(text, context)
    const { tokenizeOnce, lexicon, grammar } = ready()
    const titled = context.title !== undefined && context.title !== ''
    const tokens = tokenizeOnce(titled ? `${context.title}\n${text}` : text, limit)
    const issues: Issue[] = [...tokens.text.issues]
    const published = context.publishedAt ?? ''
    if (published !== '' && !ISO_DATE.test(published))
      issues.push({ code: 'invalid-published-at', message: `«${published}» is no ISO 8601 date` })
    const known: Context = ISO_DATE.test(published) ? context : { ...context, publishedAt: '' }
    const source = { tokens, hits: lexicon.scan(tokens), lexicon }
    const { countryName, capitalOf, hasScene, hasPeers } = facts as Facts
    const resolution = resolve(source, select(candidates(source)), known, countryName)
    issues.push(...resolution.issues)
    const build: BuildSource = {
      ...source,
      found: resolution.found,
      registry: resolution.registry,
      capitalOf,
      countryName,
      hasScene,
      hasPeers,
      publishedAt: known.publishedAt ?? '',
      partsOf: lexicon.partsOf,
      particle: lexicon.particle,
    }
    const { events, quotes } = assemble(build, grammar, titled)
    const entities = resolution.registry
      .all()
      .filter(e => e.spans.length > 0)
      .map(toEntity)
    const reading: Reading = {
      events,
      entities,
      quotes,
      mentions: resolution.found.map(f => toMention(f, tokens, context.country)),
      issues,
    }
    if (titled) shiftTitle(reading, (context.title as string).length + 1)
    return reading
  }

  return {
    read,
    tokenize(text) {
      checkContext(text, {})
      const { tokenizeOnce, lexicon } = ready()
      return showTokens(tokenizeOnce(text, limit), lexicon)
    },
    view(text) {
      const { tokenize, lexicon } = ready()
      const { countryName } = facts as Facts
      const tokens = tokenize(text, limit)
      const mentions = (): Mention[] => {
        const source = { tokens, hits: lexicon.scan(tokens), lexicon }
        return resolve(source, select(candidates(source)), { publishedAt: '' }, countryName).found.map(f => toMention(f, tokens))
      }
      return { tokens, lexicon, mentions }
    },
    extractEvent(text, context) {
      const { events, entities } = read(text, context)
      const [main] = events
      if (!main) return null
      const byId = new Map(entities.map(e => [e.id, e]))
      const inPlace = <T extends { entity: string }>(things: readonly T[]): (Omit<T, 'entity'> & { entity: Entity })[] =>
        things.map(t => ({ ...t, entity: byId.get(t.entity) ?? placeholder(t.entity) }))
      return { ...main, places: inPlace(main.places), participants: inPlace(main.participants) }
    },
  }
}

function createEngine(tables: readonly Compiled[], characters: Uint16Array): Engine {
  const words = new Words()
  const lexicon = new Lexicon(words, tables)
  const units = unitTable()
  const fold = createFold(characters)
  const tokenize = createTokenize(words, undefined, units)
  const foldOnce = createFold(characters, true, new Scratch(createFoldArrays))
  const splitOnce = createTokenize(words, new Scratch(createTokenArrays), units)
  const foldWord = createFold(characters, true, new Scratch(createFoldArrays))
  return {
    words,
    lexicon,
    grammar: { frames: createFrames(word => foldString(foldWord, word), words, lexicon.rowCount), company: new Company(lexicon) },
    tokenize: (text, limit) => tokenize(fold(text, limit)),
    tokenizeOnce: (text, limit) => splitOnce(foldOnce(text, limit)),
  }
}

/** What the tables say once for all texts. */
interface Facts {
  countryName(iso: string): string
  capitalOf(placeId: string): string
  hasScene(type: string): boolean
  hasPeers(type: string): boolean
}

function readFacts(lexicon: Lexicon): Facts {
  const names = new Map<string, string>()
  const capitals = new Map<string, string>()
  for (const { cells } of lexicon.rowsOf(/\/countries\.tsv$/)) {
    names.set(cells.id ?? '', cells.name ?? '')
    if (cells.capital) capitals.set(`place:${cells.capital}`, cells.id ?? '')
  }
  const said = new Set<string>()
  for (const row of lexicon.rowsOf(/\/events\/[^/]+\.txt$/, 'event'))
    for (const [key, value] of attributesOf(row)) said.add(`${row.cells.type} ${key}=${value}`)
  return {
    hasScene: type => !said.has(`${type} scene=no`),
    hasPeers: type => said.has(`${type} peers=yes`),
    countryName: iso => names.get(iso) ?? iso,
    capitalOf: id => capitals.get(id) ?? '',
  }
}

function toMention(f: Found, tokens: Tokens, country?: string): Mention {
  const { start, end } = rawSpan(tokens, f.from, f.to, f.skip, f.drop)
  const mention: Mention = { kind: f.kind, start, end, text: tokens.text.raw.slice(start, end), by: f.by }
  if (f.value !== null) mention.value = f.value
  const unit = currencyIn((f.content as { currency?: string | null } | undefined)?.currency ?? null, country)
  if (unit) mention.unit = unit
  if (f.entity) mention.entity = f.entity.id
  return mention
}

/** A country that the text names only by its capital or adjective has no entity of its own: it is made for the event. */
const placeholder = (id: string): Entity => ({ id, kind: 'place', name: id.slice(id.indexOf(':') + 1), aliases: [], ids: {}, mentions: [] })

/** Spans were found in title and text together: makes them those of the title, or those of the text. */
function shiftTitle(reading: Reading, by: number): void {
  const seen = new Set<object>()
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || seen.has(value)) return
    seen.add(value)
    if (Array.isArray(value)) {
      for (const item of value) visit(item)
      return
    }
    const span = value as { start?: unknown; end?: unknown; in?: string }
    if (typeof span.start === 'number' && typeof span.end === 'number') {
      if (span.start < by) span.in = 'title'
      else {
        span.start -= by
        span.end -= by
      }
    }
    for (const item of Object.values(value)) visit(item)
  }
  visit(reading)
}

function checkOptions(options: ReaderOptions): void {
  if (options === null || typeof options !== 'object') throw new TypeError('createReader: options must be an object')
  for (const key of Object.keys(options)) if (!OPTIONS.has(key)) throw new TypeError(`createReader: unknown option «${key}»`)
  const { extend, limit, tagger } = options
  if (tagger !== undefined && typeof tagger !== 'boolean') throw new TypeError('createReader: option «tagger» must be true or false')
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1))
    throw new TypeError('createReader: option «limit» must be a positive integer')
  if (extend !== undefined && (extend === null || typeof extend !== 'object'))
    throw new TypeError('createReader: option «extend» must be an object of tables by path')
  for (const [path, content] of Object.entries(extend ?? {}))
    if (typeof content !== 'string') throw new TypeError(`createReader: option «extend»: the table «${path}» must be a string`)
}

function checkContext(text: string, context: Context): void {
  if (typeof text !== 'string') throw new TypeError('read: «text» must be a string')
  if (context === null || typeof context !== 'object') throw new TypeError('read: «context» must be an object')
  for (const key of ['title', 'publishedAt', 'country'] as const)
    if (context[key] !== undefined && typeof context[key] !== 'string')
      throw new TypeError(`read: context option «${key}» must be a string`)
}
