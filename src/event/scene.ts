import { Class } from '../lexicon/classes.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { byLexicon } from '../lexicon/memory.ts'
import type { EntityBuilder } from '../resolve/entity.ts'
import type { Found } from '../resolve/mention.ts'
import { CLOSE_PAREN, COLON, HYPHEN, OPEN_PAREN } from '../text/chars.ts'
import { markAt } from '../token/token.ts'
import { type Argument, type ArgumentSource, firstFrom, OF } from './argument.ts'
import { Asides } from './aside.ts'
import { type Draft, fillingsOf } from './draft.ts'
import { EVENT_TYPES } from './event.ts'
import type { Layout } from './layout.ts'
import { isRole } from './match.ts'
import type { BuildSource } from './source.ts'
import { readWeights, type Weights } from './weights.ts'

/** What is asked of a place: a site (venue, town, region), a land (country), an area beyond countries or a water. */
const GROUPS = ['site', 'land', 'area'] as const

/** What may speak for or against a place to be the scene, each by itself and with the group. */
const CUES = [
  // where it is named
  'title',
  'lead',
  'second',
  'early',
  'late',
  // by which preposition
  'title-in',
  'lead-in',
  'second-in',
  'early-in',
  'late-in',
  'title-of',
  'title-bare',
  'lead-of',
  'lead-bare',
  'from',
  'to',
  'on',
  'between',
  'against',
  'other-marker',
  // what surrounds it
  'inner',
  'only-inner',
  'joined',
  'heads-title',
  'colon',
  'dateline',
  'described',
  'within',
  'chained',
  'chain-head',
  // what kind of clause it stands in
  'quoted',
  'content',
  'relative',
  'background',
  'was',
  'gathering',
  'clean-title',
  'clean-lead',
  'clean-second',
  'clean-early',
  'clean-late',
  // what the frames say
  'frame-place',
  'frame-below',
  'frame-actor',
  'frame-patient',
  'beside-trigger',
  'near-trigger',
  'trigger-sentence',
  // what it is among the places of the article
  'capital',
  'capital-of-told',
  'again',
  'often',
  'anchor',
  'holds-anchor',
  'with-anchor',
  'away-from-anchor',
  'holds-told',
  'holds-scene',
  'first-of-kind',
  'rival-in-title',
  'rival-in-lead',
  'only-land',
  'home',
  'abroad',
  'many-lands',
  'one-sentence',
  'only-place',
] as const
type Cue = (typeof CUES)[number]

const LEVELS = ['venue', 'city', 'region', 'country', 'other'] as const

/** The features of the question, in the order of their numbers. */
export const SCENE_FEATURES: readonly string[] = [
  ...CUES,
  ...GROUPS.flatMap(group => CUES.map(cue => `${group} ${cue}`)),
  ...LEVELS.map(level => `level ${level}`),
  ...EVENT_TYPES.flatMap(type => [`type ${type}`, ...GROUPS.map(group => `type ${type} ${group}`)]),
]
const NUMBERS: ReadonlyMap<string, number> = new Map(SCENE_FEATURES.map((name, n) => [name, n]))
const number = (name: string): number => NUMBERS.get(name) as number

/** The scorer of the question whether a place is the scene of the main event. */
export const sceneWeights: (lexicon: Lexicon) => Weights = byLexicon(lexicon => readWeights(lexicon, 'scene', SCENE_FEATURES))

/** A place that may be the scene, with all that is told of it. */
export interface Candidate {
  readonly entity: EntityBuilder
  readonly group: (typeof GROUPS)[number]
  readonly cues: Set<Cue>
  mentions: number
  /** Of these, how many are part of a title. */
  inner: number
}

/** Sentences below the headline in which places are looked for, and how many places at most. */
const REACH = 12
const MOST_CANDIDATES = 48
const EARLY = 5
/** Tokens between a trigger and a place that it may belong to. */
const BESIDE = 3
const NEAR = 8
const OFTEN = 4
const MANY_LANDS = 4
/** How far behind a place of a dateline its mark stands. */
const DATELINE = 6

/** The places that the article names, with what speaks for each to be the scene of its main event. */
export function sceneCandidates(
  draft: Draft,
  args: (sentence: number) => readonly Argument[],
  source: BuildSource,
  layout: Layout,
): Candidate[] {
  const candidates = new Map<EntityBuilder, Candidate>()
  const triggers = new Map(draft.tellings.map(t => [t.sentence, t.matches.map(m => m.trigger).sort((a, b) => a.from - b.from)]))
  const end = Math.min(layout.count, layout.title + REACH)
  for (let sentence = 0; sentence < end; sentence++)
    readSentence(sentence, args(sentence), triggers.get(sentence) ?? [], candidates, source, layout)
  for (const { argument, slot } of fillingsOf(draft)) {
    const { entity, from } = argument.found
    const candidate = entity ? candidates.get(entity) : undefined
    if (!candidate) continue
    const below = (source.tokens.sentence[from] as number) >= layout.lead
    if (slot === 'place') candidate.cues.add(below ? 'frame-below' : 'frame-place')
    else if (slot === 'patient') candidate.cues.add('frame-patient')
    else if (isRole(slot)) candidate.cues.add('frame-actor')
  }
  const all = [...candidates.values()]
  compare(all, source)
  if (layout.count === 1) for (const { cues } of all) cues.add('one-sentence')
  if (all.length === 1) all[0]?.cues.add('only-place')
  return all
}

/** Adds what one sentence tells of places. */
function readSentence(
  sentence: number,
  args: readonly Argument[],
  triggers: readonly Found[],
  candidates: Map<EntityBuilder, Candidate>,
  source: BuildSource,
  layout: Layout,
): void {
  const { tokens, found } = source
  const start = tokens.sentences[sentence] as number
  const end = tokens.sentences[sentence + 1] as number
  const zone = zoneOf(sentence - layout.title)
  const asides = new Asides(start, source)
  let k = 0
  let t = 0
  for (let n = firstFrom(found, start); n < found.length; n++) {
    const f = found[n] as Found
    if (f.from >= end) break
    const { entity } = f
    if (f.kind !== 'place' || entity?.kind !== 'place') continue
    let candidate = candidates.get(entity)
    if (!candidate) {
      if (candidates.size >= MOST_CANDIDATES) continue
      candidate = candidateOf(entity)
      candidates.set(entity, candidate)
    }
    const { cues } = candidate
    candidate.mentions++
    cues.add(zone)
    if (zone === 'title' && f.from - start <= 1) cues.add('heads-title')
    if (markAt(tokens, f.to) === COLON) cues.add('colon')
    if (f.from > start && ((source.hits.classes[f.from - 1] as number) & Class.placeHead) !== 0) cues.add('described')
    while (t < triggers.length && (triggers[t] as Found).from < f.from) t++
    addTriggers(cues, f, triggers[t - 1], triggers[t])
    asides.moveTo(f.from)
    const isAside = addClause(cues, f, asides)
    while (k < args.length && (args[k] as Argument).found.from < f.from) k++
    const argument = args[k]
    if (argument?.found !== f) {
      cues.add('inner')
      candidate.inner++
    } else if (isDateline(argument, start, end, source)) cues.add('dateline')
    else {
      addChain(cues, args[k - 1], argument, args[k + 1])
      addMarker(cues, argument, zone, isAside, source)
    }
  }
}

type Zone = 'title' | 'lead' | 'second' | 'early' | 'late'

/** The part of the article that a sentence belongs to, by its number below the headline. */
function zoneOf(below: number): Zone {
  if (below < 0) return 'title'
  if (below < 2) return below === 0 ? 'lead' : 'second'
  return below < EARLY ? 'early' : 'late'
}

function candidateOf(entity: EntityBuilder): Candidate {
  const { placeKind, country } = entity
  const group = placeKind === 'country' ? 'land' : placeKind === 'other' || (placeKind === 'region' && !country) ? 'area' : 'site'
  return { entity, group, cues: new Set(), mentions: 0, inner: 0 }
}

/** Adds what clause a place stands in. Returns whether it is the content of a saying, background, or a remark. */
function addClause(cues: Set<Cue>, { from }: Found, asides: Asides): boolean {
  const background = asides.isBackground(from)
  if (asides.content) cues.add('content')
  if (asides.quoted) cues.add('quoted')
  if (asides.relative) cues.add('relative')
  if (asides.past) cues.add('was')
  if (background) cues.add('background')
  if (asides.isGathering(from)) cues.add('gathering')
  return asides.content || asides.quoted || asides.relative || asides.past || background
}

/** «بلدة حمورية في الغوطة»: places one behind another tell of one spot. */
function addChain(cues: Set<Cue>, before: Argument | undefined, argument: Argument, next: Argument | undefined): void {
  const follows = (a: Argument, b: Argument): boolean =>
    a.found.kind === 'place' && b.found.kind === 'place' && !b.joined && b.from - a.to <= BESIDE
  if (argument.joined) cues.add('joined')
  if (before && follows(before, argument)) cues.add('chained')
  if (next && follows(argument, next)) cues.add('chain-head')
}

/** Adds by which preposition a place is named. */
function addMarker(cues: Set<Cue>, { marker, slot }: Argument, zone: Zone, isAside: boolean, source: BuildSource): void {
  if (slot === 'place') {
    cues.add(`${zone}-in`)
    if (!isAside) cues.add(`clean-${zone}`)
  } else if (marker !== '' && marker !== OF) cues.add(markerCue(marker, source))
  else if (zone === 'title' || zone === 'lead') cues.add(marker === OF ? `${zone}-of` : `${zone}-bare`)
}

/** Rows of `data/words/function.tsv`. */
const MARKERS: Readonly<Record<string, Cue>> = {
  from: 'from',
  to: 'to',
  on: 'on',
  between: 'between',
  against: 'against',
  behind: 'within',
}

function markerCue(marker: string, { lexicon }: ArgumentSource): Cue {
  for (const entry of lexicon.lookUp(marker)) {
    const cue = entry.class === Class.word ? MARKERS[entry.row.cells.id ?? ''] : undefined
    if (cue) return cue
  }
  return 'other-marker'
}

/** Adds how near the triggers before and behind a place are. */
function addTriggers(cues: Set<Cue>, { from, to }: Found, before: Found | undefined, behind: Found | undefined): void {
  if (!before && !behind) return
  cues.add('trigger-sentence')
  const gap = Math.min(before ? from - before.to : Number.POSITIVE_INFINITY, behind ? behind.from - to : Number.POSITIVE_INFINITY)
  if (gap <= BESIDE) cues.add('beside-trigger')
  else if (gap <= NEAR) cues.add('near-trigger')
}

/** How much the plain rules speak for a place: what finds the place by which the others are measured. */
function strengthOf(cues: ReadonlySet<Cue>): number {
  let strength = 0
  if (cues.has('frame-place')) strength += 0.8
  if (cues.has('frame-below')) strength += 0.5
  if (cues.has('title-in')) strength += 0.8
  else if (cues.has('title-bare') || cues.has('title-of')) strength += 0.5
  if (cues.has('lead-in')) strength += 0.65
  return strength
}

const LIKELY = 0.5

/** Adds what the places of an article are to one another. */
function compare(all: readonly Candidate[], { capitalOf }: BuildSource): void {
  const strengths = new Map(all.map(c => [c, strengthOf(c.cues)]))
  const strength = (c: Candidate): number => strengths.get(c) as number
  const lands = all.filter(c => c.group === 'land')
  const sites = all.filter(c => c.group === 'site')
  const most = (list: readonly Candidate[], of: (c: Candidate) => number): Candidate | null =>
    list.reduce<Candidate | null>((best, c) => (of(c) > (best ? of(best) : 0) ? c : best), null)
  const anchor = most(sites, strength)
  const home = most(lands, c => c.mentions)
  const seen = new Set<string>()
  for (const candidate of all) {
    const { cues, entity, group, mentions } = candidate
    const { country, placeKind } = entity
    if (candidate.inner === mentions) cues.add('only-inner')
    if (mentions > 1) cues.add('again')
    if (mentions >= OFTEN) cues.add('often')
    if (anchor === candidate) cues.add('anchor')
    else if (anchor) {
      const isSame = country !== '' && country === anchor.entity.country
      cues.add(!isSame ? 'away-from-anchor' : group === 'land' ? 'holds-anchor' : 'with-anchor')
    }
    if (group === 'land') {
      const within = sites.filter(c => c.entity.country === country)
      if (within.length > 0) cues.add('holds-told')
      if (within.some(c => strength(c) > LIKELY)) cues.add('holds-scene')
      if (lands.length === 1) cues.add('only-land')
      if (home === candidate) cues.add('home')
    } else if (home && country) cues.add(country === home.entity.country ? 'home' : 'abroad')
    const capital = capitalOf(entity.id)
    if (capital) cues.add('capital')
    if (capital && lands.some(c => c.entity.country === capital)) cues.add('capital-of-told')
    if (lands.length >= MANY_LANDS) cues.add('many-lands')
    if (!seen.has(placeKind)) cues.add('first-of-kind')
    seen.add(placeKind)
    const rivals = (cue: Cue): boolean => !cues.has(cue) && all.some(c => c.entity.placeKind === placeKind && c.cues.has(cue))
    if (rivals('title')) cues.add('rival-in-title')
    if (rivals('lead-in')) cues.add('rival-in-lead')
  }
}

/** Weighs a candidate: what speaks for it to be the scene, as log-odds. */
export function weighScene({ cues, group, entity }: Candidate, type: string, weights: Weights): number {
  weights.begin(entity)
  for (const cue of cues) {
    weights.add(number(cue))
    weights.add(number(`${group} ${cue}`))
  }
  weights.add(number(`level ${entity.placeKind || 'other'}`))
  weights.add(number(`type ${type}`))
  weights.add(number(`type ${type} ${group}`))
  return weights.sums[0] as number
}

/** «الرياض - واس», «دبي، الإمارات (CNN) --»: where the report was written, at the head of a line. */
function isDateline(argument: Argument, start: number, end: number, { tokens, hits }: ArgumentSource): boolean {
  if (argument.from - start > 3 || argument.marker !== '') return false
  for (let i = argument.to; i < Math.min(argument.to + DATELINE, end); i++) {
    const mark = markAt(tokens, i)
    if (mark === HYPHEN || mark === OPEN_PAREN || mark === CLOSE_PAREN) return true
    if (((hits.classes[i] as number) & Class.trigger) !== 0) return false
  }
  return false
}
