import { stemKey } from '../src/find/tagger/attributes.ts'
import { type Clusters, createClusters } from '../src/find/tagger/clusters.ts'
import { Decoder } from '../src/find/tagger/decode.ts'
import { BIAS } from '../src/find/tagger/index.ts'
import { decodeModel, encodeModel, type Model } from '../src/find/tagger/model.ts'
import { stemOf } from '../src/find/tagger/stem.ts'
import type { Compiled } from '../src/lexicon/compile.ts'
import { Lexicon } from '../src/lexicon/lexicon.ts'
import { createFold } from '../src/text/fold.ts'
import type { Tokens } from '../src/token/token.ts'
import { createTokenize } from '../src/token/tokenize.ts'
import { Words } from '../src/token/words.ts'
import { goldNames, labelledNames, Score, type Tagged } from './corpus.ts'
import { type CrfOptions, type Example, trainCrf } from './crf.ts'
import { documentLabels, documentsOf, partOf, parts } from './documents.ts'
import { Attributes } from './examples.ts'
import { exchange } from './exchange.ts'
import { lessonOf } from './lesson.ts'
import { Net } from './net.ts'
import { pack, type StemTable, stemTable } from './pack.ts'
import { readStream, type Stream } from './stream.ts'
import { readTypes } from './types.ts'
import { vectorsOf } from './vectors.ts'

/** What a model may learn from, apart from letters: rows of the ablation table. */
export interface Steps {
  readonly tables: boolean
  readonly clusters: boolean
  readonly types: boolean
  readonly agreement: boolean
  readonly lesson: boolean
}

export const ALL: Steps = { tables: true, clusters: true, agreement: true, types: true, lesson: true }

/** Times that a stem must occur in the news to get classes. */
const LEAST = 4
const CLASSES: readonly [classes: number, rounds: number][] = [
  [64, 10],
  [256, 8],
  [1000, 3],
]
/** Times that all news are labelled, each time by the model before. */
const TYPE_ROUNDS = 2
const SCALE = 32
const MOST_WEIGHTS = 400_000
const EPOCHS = 10
/** Sentences that count as one article, and parts into which a corpus falls when labels are wanted of a model that has not seen them. */
const DOCUMENT = 16
const PARTS = 4
const GUESS_EPOCHS = 8
/** What «no name» loses where a model labels sentences that it has not seen. */
const GUESS_BIAS = 0.5
/** Numbers of a stem's vector, and how many frequent neighbours they tell of. */
const VECTOR = 64
const NEIGHBOURS = 4000
/** Nets that label the lesson, every so manieth article of the news that is in it, what its sentences count, what «no name» loses
 * in them, and how often they are learnt. */
const NETS = 2
const EACH = 24
const LESSON_WEIGHT = 0.3
const LESSON_BIAS = 0.3
const LESSON_EPOCHS = 5

/** What a model is fitted to: sentences as they are, and with the labels that others find in their text. */
interface Stage {
  readonly attributes: Attributes
  readonly table: StemTable
  readonly plain: readonly Example[]
  readonly agreed: readonly Example[]
}

/** Trains models over one lexicon and one archive of news. */
export class Trainer {
  private readonly words = new Words()
  private readonly fold = createFold()
  private readonly lexicon: Lexicon
  private readonly tokenize = createTokenize(this.words)
  private readonly stems: readonly string[]
  private readonly keys: readonly number[]
  private readonly lists: Int32Array[]
  private readonly crf: CrfOptions
  private readonly stream: Stream
  private vectors: Float32Array | null = null

  constructor(
    data: Compiled,
    private readonly news: readonly string[],
    seed: number,
    private readonly log: (text: string) => void,
  ) {
    this.lexicon = new Lexicon(this.words, [data])
    this.crf = { epochs: EPOCHS, rate: 0.05, decay: 0.003, seed }
    this.stream = readStream(news, this.fold, this.tokenize, this.lexicon, LEAST)
    const { ids, stems, first } = this.stream
    log(`${ids.length} tokens, ${stems.length} stems`)
    this.stems = stems.slice(first)
    this.keys = this.stems.map(stemKey)
    this.lists = CLASSES.map(([classes, rounds]) => exchange(ids, stems.length, classes, rounds, log).subarray(first))
  }

  /** Trains on a corpus: the text of a model file. */
  train(corpus: readonly Tagged[], steps = ALL): string {
    const lists = steps.clusters ? this.lists : []
    let stage = this.prepare(corpus, stemTable(steps.clusters ? this.keys : [], lists), steps)
    let file = this.fit(stage)
    for (let round = 0; steps.types && round < TYPE_ROUNDS; round++) {
      const model = decodeModel(file)
      const types = readTypes(this.news, model, this.lexicon, this.fold, this.tokenize, this.placeOf(model.clusters), this.stems.length)
      this.log('news labelled')
      stage = this.prepare(corpus, stemTable(this.keys, [...lists, types]), steps)
      file = this.fit(stage)
    }
    return steps.lesson ? this.fit(stage, this.teach(stage, file)) : file
  }

  /** Scores a model on a corpus of which so many sentences are read as one text. */
  score(file: string, corpus: readonly Tagged[], length: number): Score {
    const score = new Score()
    const model = decodeModel(file)
    const decoder = new Decoder(model, this.lexicon, Math.round(BIAS * model.scale))
    for (const document of documentsOf(corpus, length)) {
      const tokens = this.tokenize(this.fold(document.text))
      decoder.run(tokens, this.lexicon.scan(tokens))
      for (const [sentence, from, to, shift] of parts(document, tokens))
        score.add(goldNames(sentence), labelledNames(sentence, partOf(tokens, from, to, shift), decoder.labels.subarray(from, to)))
    }
    return score
  }

  /** The examples of a corpus over given classes of stems. */
  private prepare(corpus: readonly Tagged[], table: StemTable, steps: Steps): Stage {
    const clusters = createClusters(table.keys, table.ids, table.ways)
    const attributes = new Attributes(this.lexicon, clusters, steps.tables)
    const documents = documentsOf(corpus, DOCUMENT)
    const texts = documents.map(document => this.tokenize(this.fold(document.text)))
    const gold = documents.map((document, n) => documentLabels(document, texts[n] as Tokens))
    const plain = texts.map((tokens, n) => attributes.examples(tokens, gold[n] as Uint8Array, steps.agreement ? 0.75 : 1))
    const agreed: Example[] = []
    const size = Math.ceil(texts.length / PARTS)
    for (let from = 0; steps.agreement && from < texts.length; from += size) {
      const others = plain.flatMap((list, n) => (n >= from && n < from + size ? [] : list))
      const guess = trainCrf(others, attributes.size, attributes.edge, { ...this.crf, epochs: GUESS_EPOCHS })
      const model: Model = decodeModel(encodeModel(pack(guess, attributes.keys, table, SCALE, MOST_WEIGHTS)))
      const decoder = new Decoder(model, this.lexicon, Math.round(GUESS_BIAS * model.scale), false)
      for (let n = from; n < Math.min(texts.length, from + size); n++) {
        const tokens = texts[n] as Tokens
        decoder.run(tokens, this.lexicon.scan(tokens))
        agreed.push(...attributes.examples(tokens, gold[n] as Uint8Array, 0.5, decoder.labels.slice(0, tokens.size)))
      }
    }
    return { attributes, table, plain: plain.flat(), agreed }
  }

  /** The model that examples and a lesson teach: the text of its file. */
  private fit({ attributes, table, plain, agreed }: Stage, lesson: readonly Example[] = []): string {
    const examples = [...plain, ...agreed, ...lesson]
    const epochs = lesson.length > 0 ? LESSON_EPOCHS : EPOCHS
    const weights = trainCrf(examples, attributes.size, attributes.edge, { ...this.crf, epochs })
    this.log(`${examples.length} sentences, ${attributes.size} attributes`)
    return encodeModel(pack(weights, attributes.keys, table, SCALE, MOST_WEIGHTS))
  }

  /** A lesson of raw news, labelled by the model of a stage and by nets that learn from the same examples. */
  private teach({ attributes, agreed }: Stage, file: string): Example[] {
    const model = decodeModel(file)
    const { ids, stems, first } = this.stream
    this.vectors ??= vectorsOf(ids, stems.length, NEIGHBOURS, VECTOR, this.crf.seed).subarray(first * VECTOR)
    const vectors = { size: VECTOR, numbers: this.vectors, placeOf: this.placeOf(model.clusters) }
    const examples = agreed.map(example => ({ ...example, weight: 1 }))
    const nets = Array.from({ length: NETS }, (_, n) => new Net(attributes.size, vectors, this.crf.seed + n))
    for (const net of nets) net.train(examples)
    this.log(`${NETS} nets trained`)
    const texts = this.news.filter((_, n) => n % EACH === 0).map(text => this.tokenize(this.fold(text)))
    return lessonOf(texts, { model, nets, attributes, lexicon: this.lexicon, bias: LESSON_BIAS }, LESSON_WEIGHT)
  }

  /** The place of a word's stem among the stems, or -1; remembered. */
  private placeOf(clusters: Clusters): (word: number) => number {
    const places = new Map(this.keys.map((key, n) => [key, n]))
    const known: number[] = []
    const find = (word: number): number =>
      places.get(stemKey(stemOf(this.lexicon.cuts, word, this.words.text(word), stem => clusters.at(stemKey(stem)) >= 0))) ?? -1
    return word => (known[word] ??= find(word))
  }
}
