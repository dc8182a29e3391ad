import { Decoder } from '../src/find/tagger/decode.ts'
import { LABELS } from '../src/find/tagger/labels.ts'
import type { Model } from '../src/find/tagger/model.ts'
import type { Lexicon } from '../src/lexicon/lexicon.ts'
import type { Tokens } from '../src/token/token.ts'
import { bestLabels } from './chain.ts'
import type { Example } from './crf.ts'
import type { Attributes } from './examples.ts'
import type { Net } from './net.ts'

/** Models that label raw text together. */
export interface Teachers {
  readonly model: Model
  readonly nets: readonly Net[]
  readonly attributes: Attributes
  readonly lexicon: Lexicon
  /** What is taken off the score of «no name». */
  readonly bias: number
}

/** Raw texts as examples of such a weight, with the labels that a linear model and nets find best together: half the scores of each. */
export function lessonOf(texts: readonly Tokens[], teachers: Teachers, weight: number): Example[] {
  const { model, nets, attributes, lexicon, bias } = teachers
  const decoder = new Decoder(model, lexicon, Math.round(bias * model.scale))
  const share = 0.5 / nets.length
  const step = Float64Array.from(
    model.steps,
    (s, n) => (0.5 * s) / model.scale + nets.reduce((sum, net) => sum + share * (net.step[n] as number), 0),
  )
  const list: Example[] = []
  for (const tokens of texts) {
    decoder.run(tokens, lexicon.scan(tokens))
    let at = 0
    for (const example of attributes.examples(tokens, new Uint8Array(tokens.size), weight, decoder.labels.slice(0, tokens.size))) {
      const score = Float64Array.from(
        { length: example.length * LABELS },
        (_, n) => (0.5 * (decoder.scores[at + n] as number)) / model.scale,
      )
      for (const net of nets) {
        net.read(example)
        for (let n = 0; n < score.length; n++) score[n] = (score[n] as number) + share * (net.score[n] as number)
      }
      list.push({ ...example, labels: bestLabels(example.length, score, step) })
      at += score.length
    }
  }
  return list
}
