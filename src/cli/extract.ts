import { type Context, createReader, explain, type Reading } from '../index.ts'
import { readArticles } from './articles.ts'
import { cardOf } from './card.ts'
import { layOut, type Paper } from './layout.ts'
import { type PaperOptions, paperOf } from './terminal.ts'

/** The options of `khabar extract`. */
export interface ExtractOptions extends PaperOptions {
  readonly mentions?: boolean
  readonly explain?: boolean
  readonly card?: boolean
  readonly json?: boolean
  readonly published?: string
  readonly title?: string
  readonly country?: string
}

/**
 * Reads the articles of the files and prints a line, or a card, for each. Returns the exit code: 1 if something could not be read.
 * Throws `UsageError` where `--shape` asks for a package that is not there.
 */
export async function extract(files: readonly string[], options: ExtractOptions): Promise<number> {
  const reader = createReader()
  const given: Context = {
    ...(options.title !== undefined ? { title: options.title } : {}),
    ...(options.published !== undefined ? { publishedAt: options.published } : {}),
    ...(options.country !== undefined ? { country: options.country } : {}),
  }
  const pretty = options.card || options.explain || (!options.json && process.stdout.isTTY === true)
  const paper = pretty ? await paperOf(options, process.stdout, process.env) : null
  let code = 0
  for (const file of files.length > 0 ? files : ['-']) {
    try {
      for await (const input of readArticles(file)) {
        const named = input.id !== undefined ? { id: input.id } : {}
        let reading: Reading
        if ('error' in input) {
          process.stderr.write(`khabar: ${input.error}\n`)
          code = 1
          reading = { ...named, events: [], entities: [], quotes: [], mentions: [], issues: [{ code: 'bad-record', message: input.error }] }
        } else {
          reading = { ...named, ...reader.read(input.text, { ...input.context, ...given }) }
        }
        process.stdout.write(`${paper ? toCard(reading, paper, options.explain === true) : toLine(reading, options.mentions === true)}\n`)
      }
    } catch (error) {
      process.stderr.write(`khabar: ${file}: ${(error as Error).message}\n`)
      code = 1
    }
  }
  return code
}

function toCard(reading: Reading, paper: Paper, explained: boolean): string {
  return `${layOut(cardOf(reading, paper.language), paper)}${explained ? `\n\n${explain(reading)}` : ''}\n`
}

function toLine(reading: Reading, mentions: boolean): string {
  if (mentions) return JSON.stringify(reading)
  const { mentions: _left, ...rest } = reading
  return JSON.stringify(rest)
}
