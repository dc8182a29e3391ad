import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import type { ArchiveOptions } from '../batch/archive.ts'
import { carriedFields, OWN_FIELDS } from '../batch/article.ts'
import { checkEncoding } from '../batch/encoding.ts'
import { FORMATS, formatNamed } from '../batch/formats.ts'
import type { PoolOptions } from '../batch/pool.ts'
import type { Settings } from '../batch/settings.ts'

/** What commands that read archives are told about them, and about what to write. */
export interface ArchiveFlags {
  readonly mentions?: boolean
  readonly published?: string
  readonly country?: string
  readonly id?: string
  readonly title?: string
  readonly text?: string
  readonly date?: string
  readonly carry?: string
  readonly format?: string
  readonly encoding?: string
  readonly tagger?: boolean
}

/** What they are told about worker threads. */
export interface PoolFlags {
  readonly workers?: number
  readonly timeLimit?: number
  readonly memory?: number
}

/** Adds the options of archives to a command. */
export const withArchiveFlags = (command: Command): Command =>
  command
    .option('--mentions', 'add every mention to the output')
    .option('--published <date>', 'publication date, ISO 8601: relative dates are resolved against it')
    .option('--country <code>', 'ISO 3166-1 code of the country where the article was written')
    .option('--id <field>', 'field that holds the id (default: id)')
    .option('--title <field>', 'field that holds the headline (default: title); for plain text, the headline itself')
    .option('--text <field>', 'field that holds the text (default: text)')
    .option('--date <field>', 'field that holds the publication date (default: publishedAt)')
    .option('--carry <fields>', 'fields of the article that go into its line, for khabar export: title,publishedAt,url,source,text')
    .option('--format <name>', `${FORMATS.map(({ name }) => name).join(', ')}; without it the ending of the file tells, or its first byte`)
    .option('--encoding <name>', 'such as windows-1256; without it UTF-8 and windows-1256 are told apart')
    .option('--no-tagger', 'read without the trained model of names: faster, finds less')

/** Adds the options of worker threads; `many` tells how many there are without them. */
export const withPoolFlags = (command: Command, many: string): Command =>
  command
    .option('--workers <n>', `threads (default: ${many}); needs piscina`, positive('--workers'))
    .option('--time-limit <s>', 'seconds that an article may take in a worker (default: 30)', positive('--time-limit'))
    .option('--memory <mb>', 'megabytes that a worker may take (default: 512)', positive('--memory'))

/** Throws `UsageError` for a format or an encoding that there is not. */
export function archiveOf({ format, encoding }: ArchiveFlags): Pick<ArchiveOptions, 'format' | 'encoding'> {
  if (format !== undefined) formatNamed(format)
  if (encoding !== undefined) checkEncoding(encoding)
  return { ...(format !== undefined ? { format } : {}), ...(encoding !== undefined ? { encoding } : {}) }
}

export function settingsOf(flags: ArchiveFlags): Settings {
  return {
    fields: {
      id: flags.id ?? OWN_FIELDS.id,
      title: flags.title ?? OWN_FIELDS.title,
      text: flags.text ?? OWN_FIELDS.text,
      date: flags.date ?? OWN_FIELDS.date,
      ...(flags.carry !== undefined ? { carry: carriedFields(flags.carry) } : {}),
    },
    context: {
      ...(flags.published !== undefined ? { publishedAt: flags.published } : {}),
      ...(flags.country !== undefined ? { country: flags.country } : {}),
    },
    ...(flags.title !== undefined ? { title: flags.title } : {}),
    mentions: flags.mentions === true,
    tagger: flags.tagger !== false,
  }
}

export const poolOf = ({ workers = availableParallelism(), timeLimit = 30, memory = 512 }: PoolFlags): PoolOptions => ({
  workers,
  timeLimit,
  memoryLimit: memory,
})

/** Reads an option that is a whole number from 1. */
export const positive =
  (option: string) =>
  (value: string): number => {
    const number = Number(value)
    if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError(`${option} must be a whole number from 1.`)
    return number
  }
