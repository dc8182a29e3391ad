import { stemKey } from '../src/find/tagger/attributes.ts'
import { type Clusters, createClusters } from '../src/find/tagger/clusters.ts'
import { Decoder } from '../src/find/tagger/decode.ts'
import { decodeModel, encodeModel, type Model } from '../src/find/tagger/model.ts'
import { stemOf } from '../src/find/tagger/stem.ts'
import type { Compiled } from '../src/lexicon/compile.ts'
import { Lexicon } from '../src/lexicon/lexicon.ts'
import { createFold } from '../src/text/fold.ts'
import { createTokenize } from '../src/token/tokenize.ts'
import { Words } from '../src/token/words.ts'
import { goldNames, labelledNames, Score, type Tagged } from './corpus.ts'
import { type CrfOptions, type Example, trainCrf } from './crf.ts'
import { documentLabels, documentsOf, partOf, parts } from './documents.ts'
import { Attributes } from './examples.ts'
import { exchange } from './exchange.ts'
import { pack, type StemTable, stemTable } from './pack.ts'
import { readStream } from './stream.ts'
import { readTypes } from './types.ts'

/** What a model may learn from, apart from letters: rows of the ablation table. */
export interface Steps {
  readonly tables: boolean
  readonly clusters: boolean
  readonly types: boolean
  readonly agreement: boolean
}

export const ALL: Steps = { tables: true, clusters: true, agreement: true, types: true }

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
const EPOCHS = 20
/** Sentences that count as one article, and parts into which a corpus falls when labels are wanted of a model that has not seen them. */
const DOCUMENT = 16
const PARTS = 4
const GUESS_EPOCHS = 8
const BIAS = 0.5

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

  constructor(
    data: Compiled,
    private readonly news: readonly string[],
    seed: number,
    private readonly log: (text: string) => void,
  ) {
    this.lexicon = new Lexicon(this.words, [data])
    this.crf = { epochs: EPOCHS, rate: 0.05, decay: 0.003, seed, drop: 0 }
    const stream = readStream(news, this.fold, this.tokenize, this.lexicon, LEAST)
    log(`${stream.ids.length} tokens, ${stream.stems.length} stems`)
    const { first } = stream
    this.stems = stream.stems.slice(first)
    this.keys = this.stems.map(stemKey)
    this.lists = CLASSES.map(([classes, rounds]) => exchange(stream.ids, stream.stems.length, classes, rounds, log).subarray(first))
  }

  /** Trains on a corpus: the text of a model file. */
  train(corpus: readonly Tagged[], steps = ALL): string {
    const lists = steps.clusters ? this.lists : []
    let file = this.step(corpus, stemTable(steps.clusters ? this.keys : [], lists), steps)
    for (let round = 0; steps.types && round < TYPE_ROUNDS; round++) {
      const model = decodeModel(file)
      const types = readTypes(this.news, model, this.lexicon, this.fold, this.tokenize, this.placeOf(model.clusters), this.stems.length)
      this.log('news labelled')
      file = this.step(corpus, stemTable(this.keys, [...lists, types]), steps)
    }
    return file
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

  /** One model over given classes of stems. */
  private step(corpus: readonly Tagged[], table: StemTable, steps: Steps): string {
    const clusters = createClusters(table.keys, table.ids, table.ways)
    const attributes = new Attributes(this.lexicon, clusters, steps.tables)
    const documents = documentsOf(corpus, DOCUMENT)
    const tokens = documents.map(document => this.tokenize(this.fold(document.text)))
    const gold = documents.map((document, n) => documentLabels(document, tokens[n] as (typeof tokens)[number]))
    const plain = documents.map((_, n) =>
      attributes.examples(tokens[n] as (typeof tokens)[number], gold[n] as Uint8Array, steps.agreement ? 0.75 : 1),
    )
    const examples: Example[] = plain.flat()
    if (steps.agreement) {
      const size = Math.ceil(documents.length / PARTS)
      for (let from = 0; from < documents.length; from += size) {
        const guess = trainCrf(
          plain.flatMap((list, n) => (n >= from && n < from + size ? [] : list)),
          attributes.size,
          attributes.edge,
          { ...this.crf, epochs: GUESS_EPOCHS },
        )
        const model: Model = decodeModel(encodeModel(pack(guess, attributes.keys, table, SCALE, MOST_WEIGHTS)))
        const decoder = new Decoder(model, this.lexicon, Math.round(BIAS * model.scale), false)
        for (let n = from; n < Math.min(documents.length, from + size); n++) {
          const text = tokens[n] as (typeof tokens)[number]
          decoder.run(text, this.lexicon.scan(text))
          examples.push(...attributes.examples(text, gold[n] as Uint8Array, 0.5, decoder.labels.slice(0, text.size)))
        }
      }
    }
    const weights = trainCrf(examples, attributes.size, attributes.edge, this.crf)
    this.log(`${examples.length} sentences, ${attributes.size} attributes`)
    return encodeModel(pack(weights, attributes.keys, table, SCALE, MOST_WEIGHTS))
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
