import { Command, Option } from 'commander'
import { LANGUAGES } from '../../labels.ts'
import { type ExtractOptions, extract } from '../extract.ts'
import { positive, withArchiveFlags, withPoolFlags } from '../flags.ts'
import { run } from '../run.ts'
import { SHAPES } from '../terminal.ts'

/** `khabar extract`. */
export const extractCommand = (): Command =>
  withPoolFlags(
    withArchiveFlags(
      new Command('extract')
        .description(
          'read articles: JSON Lines {id, title?, text, publishedAt?}, CSV, TSV or plain text, also gzipped; without FILE, standard input',
        )
        .argument('[FILE...]', 'files, folders or patterns to read; - is standard input')
        .option('--json', 'print JSON Lines, also on a terminal')
        .option('--card', 'print a readable card, also into a pipe')
        .option('--explain', 'print the card and, for each claim, the words and the rule behind it')
        .addOption(new Option('--language <code>', 'language of the card: Arabic on a terminal, English in a pipe').choices(LANGUAGES))
        .addOption(
          new Option('--shape [when]', 'join and order the letters of the card, for terminals that do neither (needs arabic-reshaper)')
            .choices(SHAPES)
            .preset('always')
            .default('auto'),
        )
        .option('--out <folder>', 'write parts there, and dead.ndjson; the same command goes on after an interruption')
        .option('--part-size <n>', 'articles in a part (default: 1000)', positive('--part-size')),
    ),
    'with --out, one for each processor; else none',
  )
    .addHelpText(
      'after',
      `
One line in, one line out, in the order of the input, with the id. A record that cannot be read is a line with an issue.

Exit codes: 0 all was read, 1 something could not be read (it is told on standard error, or in dead.ndjson), 2 wrong usage.

Examples:
  khabar extract article.txt
  khabar extract --card --language fr article.txt
  khabar extract --published 2022-05-09 --explain article.txt
  khabar extract archive.jsonl > readings.ndjson
  khabar extract --carry title,publishedAt,url archive.jsonl > readings.ndjson
  cat archive.jsonl | khabar extract --mentions > readings.ndjson
  khabar extract news/ --out readings --workers 4
  khabar extract dump.csv.gz --id url --title headline --text body --date day --encoding windows-1256`,
    )
    .action((files: string[], options: ExtractOptions) => run(() => extract(files, options)))
