import { Command, Option } from 'commander'
import { LANGUAGES } from '../../labels.ts'
import { type ExtractOptions, extract } from '../extract.ts'
import { SHAPES, UsageError } from '../terminal.ts'

/** `khabar extract`. */
export const extractCommand = (): Command =>
  new Command('extract')
    .description('read articles: JSON Lines {id, title?, text, publishedAt?}, or plain text; without FILE, standard input')
    .argument('[FILE...]', 'files to read; - is standard input')
    .option('--mentions', 'add every mention to the output')
    .option('--json', 'print JSON Lines, also on a terminal')
    .option('--card', 'print a readable card, also into a pipe')
    .option('--explain', 'print the card and, for each claim, the words and the rule behind it')
    .option('--published <date>', 'publication date, ISO 8601: relative dates are resolved against it')
    .option('--title <text>', 'headline, where it is not part of the text')
    .option('--country <code>', 'ISO 3166-1 code of the country where the article was written')
    .addOption(new Option('--language <code>', 'language of the card: Arabic on a terminal, English in a pipe').choices(LANGUAGES))
    .addOption(
      new Option('--shape [when]', 'join and order the letters of the card, for terminals that do neither (needs arabic-reshaper)')
        .choices(SHAPES)
        .preset('always')
        .default('auto'),
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 all was read, 1 something could not be read, 2 wrong usage.

Examples:
  khabar extract article.txt
  khabar extract --card --language fr article.txt
  khabar extract --published 2022-05-09 --explain article.txt
  khabar extract archive.jsonl > readings.ndjson
  cat archive.jsonl | khabar extract --mentions > readings.ndjson`,
    )
    .action(async (files: string[], options: ExtractOptions, command: Command) => {
      try {
        process.exitCode = await extract(files, options)
      } catch (error) {
        if (error instanceof UsageError) command.error(`khabar: ${error.message}`, { exitCode: 2 })
        throw error
      }
    })
