import { Class, PLACES } from '../../lexicon/classes.ts'
import type { Entry } from '../../lexicon/lexicon.ts'
import { byLexicon } from '../../lexicon/memory.ts'
import { Part } from '../../token/cuts.ts'
import { Kind } from '../../token/token.ts'
import type { Candidate, Finder, MentionKind, Source } from '../finder.ts'
import { stemKey } from './attributes.ts'
import { boundsOf } from './bounds.ts'
import { Decoder } from './decode.ts'
import { isBegin, KINDS, kindOfLabel, LABELS, OUTSIDE } from './labels.ts'
import { decodeModel, type Model } from './model.ts'

/** A finder that reads context by a trained model, and weighs what the others found by it. */
export interface Tagger extends Finder {
  /** The candidates of all finders for one text, right after `find`, scored by what the model says of the same words. */
  weigh(source: Source, candidates: readonly Candidate[]): Candidate[]
}

/** How the tagger is set. */
export interface TaggerOptions {
  /** What is taken off the score of «no name», so that more names are found. One is the weight that makes a label e times as likely. */
  readonly bias?: number
}

/** What is best over two held-out tenths, for the model alone and for the whole reader. */
export const BIAS = 0.3
/** What a tagged token counts in `select`: less than a token of a table or of a pattern. */
const TOKEN: Readonly<Record<string, number>> = { person: 0.66, place: 0.55, organization: 0.55 }
/** How much more likely than «no name» the labels of a name must be, by token. A kind that the tables know well needs more. */
const LEAST = { person: 0.6, single: 2, ordinary: 3.5, place: 1, organization: 3 }
/** A pattern's person, or a listed place of one word, whose words come no nearer to a name than this is none. */
const DOUBT = { person: -1, place: 0 }
/** The same for a run of words that the tables know for names in part only: «بيان صادر». */
const MORE_DOUBT = -0.3
/** A run that counts less than this a token has such words, or is one word. */
const SURE_TOKEN = 0.95
/** What it is worth that pattern and model read the same person, and what it costs that they differ. */
const AGREED = 0.3
const DIFFER = 0.75
const LONGEST = 16
/** Classes of the first word of each kind, and those among them that name a thing whole. */
const CLASSES: Readonly<Record<string, number>> = {
  person: Class.person | Class.name,
  place: PLACES,
  organization: Class.organization | Class.orgHead,
}
const LISTED = PLACES | Class.person | Class.organization

/** Makes a tagger of a model file. The file is read when first needed. */
export function createTagger(file: string, { bias = BIAS }: TaggerOptions = {}): Tagger {
  let model: Model | null = null
  const decoderOf = byLexicon(lexicon => {
    model ??= decodeModel(file)
    return new Decoder(model, lexicon, Math.round(bias * model.scale))
  })
  return {
    name: 'tagger',
    find(source, emit) {
      const decoder = decoderOf(source.lexicon)
      const { tokens } = source
      decoder.run(tokens, source.hits)
      const { labels } = decoder
      const { scale, clusters } = model as Model
      for (let i = 0; i < tokens.size; i++) {
        const label = labels[i] as number
        if (label === OUTSIDE || !isBegin(label)) continue
        let to = i + 1
        while (to < tokens.size && labels[to] === label + 1) to++
        if (to - i <= LONGEST && tokens.kind[i] !== Kind.punctuation) {
          const kind = KINDS[kindOfLabel(label)] as MentionKind
          for (const { from, to: end, skip } of kind === 'person' ? boundsOf(source, i, to) : [{ from: i, to, skip: -1 }]) {
            const candidate = candidateOf(source, clusters, from, end, kind)
            if (surenessOf(decoder, from, end) >= leastOf(candidate, source) * scale) emit(skip > 0 ? { ...candidate, skip } : candidate)
          }
        }
        i = to - 1
      }
    },
    weigh(source, candidates) {
      const decoder = decoderOf(source.lexicon)
      const { scale } = model as Model
      return candidates.flatMap(candidate => weighed(decoder, scale, candidate) ?? [])
    },
  }
}

/** A candidate at the score that the model leaves it, or null where the model is sure that it is none. */
function weighed(decoder: Decoder, scale: number, candidate: Candidate): Candidate | null {
  const { kind, by, entry, score } = candidate
  if (by === 'tagger' || (kind !== 'person' && kind !== 'place')) return candidate
  const how = comparison(decoder.labels, candidate)
  const doubt = by === 'person-name-words' && score < (candidate.to - candidate.from) * SURE_TOKEN ? MORE_DOUBT : DOUBT[kind]
  const isDoubted = how === 'none' && margin(decoder, candidate) < doubt * scale
  if (kind === 'place') return isDoubted && isSmall(candidate) ? null : candidate
  // a person of the tables stays one whatever the model says, and does not lose to a pattern that it agrees with
  if (entry && how !== 'same') return candidate
  if (how === 'none') return isDoubted ? null : candidate
  return { ...candidate, score: how === 'same' ? score + AGREED : score * DIFFER }
}

/** A place of one word that can be another word too: «حجة» (a city, a pretext). Countries are known better than the model knows them. */
const isSmall = ({ from, to, entry }: Candidate): boolean => to - from === 1 && entry !== undefined && (entry.class & Class.country) === 0

/** How much the labels of a name surpass «no name», a token. */
function surenessOf({ scores, labels }: Decoder, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += (scores[i * LABELS + (labels[i] as number)] as number) - (scores[i * LABELS] as number)
  return sum / (to - from)
}

function leastOf({ kind, from, to, entry }: Candidate, { lexicon, tokens }: Source): number {
  if (kind === 'person' && to - from === 1) return lexicon.facts(tokens.word[from] as number).common ? LEAST.ordinary : LEAST.single
  if (kind === 'person') return LEAST.person
  if (kind === 'organization') return LEAST.organization
  // what the tables hold and yet do not take for a place here is none
  return entry ? Number.POSITIVE_INFINITY : LEAST.place
}

/** Whether the labels hold the same name as a person, no name at all in its words, or another. */
function comparison(labels: Uint8Array, { from, to }: Candidate): 'same' | 'none' | 'other' {
  const first = labels[from] as number
  let none = true
  let same = first !== OUTSIDE && isBegin(first) && KINDS[kindOfLabel(first)] === 'person' && labels[to] !== first + 1
  for (let i = from; i < to; i++) {
    if (labels[i] !== OUTSIDE) none = false
    if (i > from && labels[i] !== first + 1) same = false
  }
  return none ? 'none' : same ? 'same' : 'other'
}

/** How near the words come to a name, at most. */
function margin({ scores }: Decoder, { from, to }: Candidate): number {
  let most = Number.NEGATIVE_INFINITY
  for (let i = from; i < to; i++)
    for (let y = 1; y < LABELS; y++) most = Math.max(most, (scores[i * LABELS + y] as number) - (scores[i * LABELS] as number))
  return most
}

/** A tagged name as a candidate: with the rows of the tables that have this name, where some do. */
function candidateOf(source: Source, clusters: Model['clusters'], from: number, to: number, kind: MentionKind): Candidate {
  const wanted = CLASSES[kind] as number
  const entries: Entry[] = []
  let skip = -1
  for (const { cut, entry, length } of source.hits.at[from] ?? []) {
    if ((entry.class & wanted) === 0 || cut.suffix > 0 || (cut.parts & (Part.the | Part.will)) !== 0) continue
    if (skip < 0 || cut.prefix < skip) {
      skip = cut.prefix
      entries.length = 0
    }
    if (length === to - from && cut.prefix === skip && (entry.class & LISTED) !== 0) entries.push(entry)
  }
  if (skip < 0) skip = skipOf(source, clusters, source.tokens.word[from] as number)
  const [entry] = entries
  const content = entry ? { entries } : kind === 'person' ? undefined : { kind: kind === 'place' ? 'other' : '', country: '' }
  return { kind, from, to, skip, drop: 0, score: (to - from) * (TOKEN[kind] as number), by: 'tagger', entry, content }
}

/** Units of particles before a tagged name that no table has: those without which the clusters know the word. */
function skipOf({ lexicon }: Source, clusters: Model['clusters'], word: number): number {
  if (clusters.at(stemKey(lexicon.words.text(word))) >= 0) return 0
  for (const cut of lexicon.cuts(word))
    if (cut.prefix > 0 && cut.suffix === 0 && (cut.parts & (Part.the | Part.will)) === 0 && clusters.at(stemKey(cut.stem)) >= 0)
      return cut.prefix
  return 0
}
