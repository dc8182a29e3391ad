import winkNLP, { type CerConfig, type CustomEntityExample, type Document, type ItsHelpers, type Model, type WinkMethods } from 'wink-nlp'
import { createReader, type Reader, type Reading } from '../index.ts'
import { createModel, type Instance } from './model.ts'
import { preparePattern } from './patterns.ts'

export type { EntityType } from './entities.ts'
export type { Tag } from './tags.ts'

/** What `arabicWink` can be given. */
export interface WinkOptions {
  /** A reader with your own tables: `createReader({ extend })`. */
  readonly reader?: Reader
  /** The steps of wink-nlp; default all. Sentences are always found, tags wherever custom entities are. */
  readonly pipe?: readonly string[]
}

/** wink-nlp for Arabic. */
export interface ArabicWink extends WinkMethods {
  /** A document of a text that has been read already: its entities are those of the reading. */
  asWink(reading: Reading, text: string): Document
}

const OPTIONS = new Set(['reader', 'pipe'])
let shared: Reader | undefined
const sharedReader = (): Reader => {
  shared ??= createReader()
  return shared
}

/**
 * The Arabic language model for `winkNLP(model)`. The pipe must have `sbd` in it, and `pos` for custom entities, whose patterns are written with particles
 * apart; `out()` gives a text without the blanks at its ends, as in every language of wink-nlp. `arabicWink` takes care of all that.
 */
export function arabicModel(reader?: Reader): Model {
  return createModel(reader ?? sharedReader())
}

/** wink-nlp with the Arabic model: `const nlp = arabicWink(winkNLP)`. Documents are exact, patterns are folded and cut as texts are. */
export function arabicWink(wink: typeof winkNLP = winkNLP, options: WinkOptions = {}): ArabicWink {
  if (typeof wink !== 'function') throw new TypeError('arabicWink: «winkNLP» must be the function of wink-nlp')
  for (const key of Object.keys(options)) if (!OPTIONS.has(key)) throw new TypeError(`arabicWink: unknown option «${key}»`)
  let made: Instance | null = null
  const model = createModel(options.reader ?? sharedReader(), instance => {
    made = instance
  })
  const nlp = wink(model, pipeOf(options.pipe))
  const instance = made as unknown as Instance

  const document = (text: string, mentions?: Reading['mentions']): Document => {
    instance.pending = mentions ? { text, mentions } : { text }
    try {
      return exact(nlp.readDoc(''), text, nlp.its)
    } finally {
      instance.pending = null
    }
  }

  return {
    ...nlp,
    readDoc: text => (typeof text === 'string' ? document(text) : nlp.readDoc(text)),
    asWink(reading, text) {
      const wrong = reading.mentions.find(m => m.in === undefined && text.slice(m.start, m.end) !== m.text)
      if (wrong) throw new TypeError(`asWink: the reading is of another text: no «${wrong.text}» at ${wrong.start}`)
      return document(text, reading.mentions)
    },
    learnCustomEntities: (examples, config) => nlp.learnCustomEntities(prepare(examples, config, instance), config),
  }
}

let plain: ArabicWink | undefined

/** A wink-nlp document of a Reading that is already there. The `its` and `as` of any `arabicWink()` go with it. */
export function asWink(reading: Reading, text: string): Document {
  plain ??= arabicWink()
  return plain.asWink(reading, text)
}

function pipeOf(pipe: readonly string[] | undefined): string[] | undefined {
  if (!pipe) return undefined
  return [...new Set([...pipe, 'sbd', ...(pipe.includes('cer') ? ['pos'] : [])])]
}

/** wink-nlp trims what a document gives; this one gives back the whole text. */
function exact(doc: Document, text: string, its: ItsHelpers): Document {
  const head = text.slice(0, text.length - text.trimStart().length)
  const tail = text.slice(Math.max(head.length, text.trimEnd().length))
  if (head === '' && tail === '') return doc
  const { out } = doc
  const formed = new Set<unknown>([its.normal, its.stem])
  doc.out = ((f: never) => {
    const result: unknown = out(f)
    return typeof result === 'string' && !formed.has(f) ? head + result + tail : result
  }) as Document['out']
  return doc
}

function prepare(examples: CustomEntityExample[], config: CerConfig | undefined, { lexicon, folding }: Instance): CustomEntityExample[] {
  if (!Array.isArray(examples)) return examples // wink-nlp says what is wrong
  const one = (pattern: unknown): unknown[] =>
    typeof pattern === 'string' && pattern !== '' ? preparePattern(pattern, config?.matchValue === true, lexicon, folding) : [pattern]
  return examples.map(example =>
    Array.isArray(example?.patterns) ? { ...example, patterns: example.patterns.flatMap(one) as string[] } : example,
  )
}
