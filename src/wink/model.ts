import type { Model } from 'wink-nlp'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Mention, Reader } from '../reader.ts'
import { WINK_BLANKS } from '../text/chars.ts'
import { createFold, type Fold, foldString } from '../text/fold.ts'
import { fill, Memory } from './document.ts'
import { entitiesOf, lazyArray } from './entities.ts'
import { Lexemes } from './lexemes.ts'
import { patternMachine, toPatternToken } from './patterns.ts'
import { piecesOf } from './pieces.ts'
import { blanksBefore, type RawDocument, TOKEN_SIZE } from './raw.ts'

/** Lexemes after which a new store is begun. */
const MOST_LEXEMES = 1 << 16
/** Distance from the number of a raw word to that of its normal form. */
const NORMAL = 1 << 24
const EMPTY_MACHINE = '[100,0,{"0":{}},{},{},{}]'
/** A reader of news does about so many Arabic words a minute. */
const WORDS_A_MINUTE = 180

/** A text that goes in beside wink-nlp's own tokenizer. */
interface Pending {
  readonly text: string
  /** The mentions, where they have been read before. */
  readonly mentions?: readonly Mention[]
}

/** What stands behind one `nlp`. */
export class Instance {
  /** The text that the next `readDoc('')` is about. */
  pending: Pending | null = null
  private memory: Memory | null = null
  private readonly words: string[] = []
  private fold: Fold | null = null

  constructor(private readonly reader: Reader) {}

  /** The lexicon, for patterns. */
  get lexicon(): Lexicon {
    return this.reader.view('').lexicon
  }

  get folding(): Fold {
    this.fold ??= createFold()
    return this.fold
  }

  /** The parts of a language model that wink-nlp asks for when it loads. wink-nlp's own tokenizer only cuts at blanks. */
  core(): object {
    const { words } = this
    const layout = { isContraction: [0, 1, 0], lemma: [0, -1, 0], isSpellingMapped: [0, 1, 0], normal: [1, -1, 0], pos: [0, 1, 0] }
    // no word is ever new to wink-nlp's store, so that it stays empty
    const hash = new Proxy(Object.create(null) as Record<string, number>, { get: (_, word) => words.push(word as string) - 1 })
    const value = (id: number): string | undefined => (id < NORMAL ? words[id] : foldString(this.folding, words[id - NORMAL] ?? ''))
    const list = new Proxy([], { get: (_, id) => value(Number(id)) })
    return {
      features: { lexeme: { hash, list, intrinsicSize: Number.MAX_SAFE_INTEGER, index: 0 }, posClusters: { list: [] } },
      packing: { size: 0, efSize: 0, efList: [], layout, config: {} },
      lexicon: [0, NORMAL],
      xpansions: [],
      pos: { hash: {}, list: [] },
      tcat: { hash: { unk: 0, word: 1 }, list: [] },
      trex: { rtc: [], ltc: [], helpers: { splitter: [`([ ${WINK_BLANKS}]+|[^\\S ${WINK_BLANKS}]+|\\^)`, ''] } },
      preserve: { prefix: {}, suffix: {} },
    }
  }

  /** Puts khabar's tokens, sentences and entities in the place of wink-nlp's. */
  fill(raw: RawDocument): void {
    if (raw.cache instanceof Lexemes) return
    const { text, mentions } = this.pending ?? { text: this.textOf(raw), mentions: undefined }
    this.pending = null
    this.words.length = 0
    const view = this.reader.view(text)
    if (this.memory?.lexicon !== view.lexicon || this.memory.lexemes.size > MOST_LEXEMES) this.memory = this.createMemory(view.lexicon)
    const { lexemes } = this.memory
    fill(raw, text, view.tokens, this.memory)
    if (!raw.currPipe.ner) return
    const entities = lazyArray(() => entitiesOf(raw, lexemes, mentions ?? view.mentions()))
    // wink-nlp sets what its own machine found; there is nothing that it could find
    Object.defineProperty(raw, 'entities', { get: () => entities, set: () => {}, enumerable: true, configurable: true })
  }

  private createMemory(lexicon: Lexicon): Memory {
    return new Memory(lexicon, new Lexemes(text => lexicon.lookUp(foldString(this.folding, text)).length > 0))
  }

  /** The text from wink-nlp's raw tokens. */
  private textOf(raw: RawDocument): string {
    let text = ''
    for (let k = 0; k * TOKEN_SIZE < raw.tokens.length; k++)
      text += blanksBefore(raw, k) + (this.words[raw.tokens[k * TOKEN_SIZE] as number] ?? '')
    return text
  }
}

/** A language model for `winkNLP(model)`; `watch` is told of every instance that is made with it. */
export function createModel(reader: Reader, watch: (instance: Instance) => void = () => {}): Model {
  // wink-nlp calls `core` and then the others at once
  let instance = new Instance(reader)
  const fillLater = (of: Instance) => (_: unknown, raw: RawDocument) => of.fill(raw)
  const model = {
    core: () => {
      instance = new Instance(reader)
      watch(instance)
      return instance.core()
    },
    sbd: () => ({ machines: [EMPTY_MACHINE], transformers: [], setter: fillLater(instance) }),
    ner: () => ({ machines: [EMPTY_MACHINE], transformers: [] }),
    negation: () => ({ machines: [EMPTY_MACHINE], setter: fillLater(instance) }),
    sa: () => ({ machines: [EMPTY_MACHINE], setter: fillLater(instance) }),
    pos: () => {
      const of = instance
      // what custom patterns run over: wink-nlp made it of its own tokens
      let overTokens: number[] = []
      const updater = (_: unknown, _cache: unknown, _tags: unknown, tokens: number[]): void => {
        overTokens = tokens
      }
      const setter = (raw: RawDocument): void => {
        of.fill(raw)
        overTokens.length = raw.numOfTokens
        overTokens.fill(0)
      }
      return { machines: [EMPTY_MACHINE], transformers: [], setter, updater }
    },
    metaCER: () => ({ machines: patternMachine(), transformers: [toPatternToken] }),
    featureFn: () => ({}),
    addons: { stem: (value: string) => stem(value, instance), lemmatize: (value: string) => value, readabilityStats },
  }
  return model as unknown as Model
}

/** What remains of a word without particles, article and pronoun. */
function stem(value: string, { lexicon, folding }: Instance): string {
  const folded = foldString(folding, value).trim()
  return folded === '' || !/^\p{Script=Arabic}+$/u.test(folded)
    ? folded
    : (piecesOf(lexicon.words.id(folded), false, lexicon).find(p => !p.stop)?.lemma ?? folded)
}

/** As for English, as far as it can be told: there is no reading ease of Arabic here, and no sentiment. */
function readabilityStats(raw: RawDocument): object {
  const lexemes = raw.cache as Lexemes
  let words = 0
  for (let k = 0; k < raw.numOfTokens; k++) if (lexemes.property(raw.tokens[k * TOKEN_SIZE] as number, 'tokenType') === 'word') words++
  const minutes = words / WORDS_A_MINUTE
  return {
    fres: Number.NaN,
    sentiment: 0,
    numOfTokens: raw.numOfTokens,
    numOfWords: words,
    numOfComplexWords: 0,
    complexWords: {},
    numOfSentences: raw.sentences.length,
    readingTimeMins: Math.floor(minutes),
    readingTimeSecs: Math.round((minutes - Math.floor(minutes)) * 60),
  }
}
