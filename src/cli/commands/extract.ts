import { Command, Option } from 'commander'
import { FORMATS } from '../../batch/formats.ts'
import { LANGUAGES } from '../../labels.ts'
import { type ExtractOptions, extract } from '../extract.ts'
import { positive } from '../number.ts'
import { run } from '../run.ts'
import { SHAPES } from '../terminal.ts'

/** `khabar extract`. */
export const extractCommand = (): Command =>
  new Command('extract')
    .description(
      'read articles: JSON Lines {id, title?, text, publishedAt?}, CSV, TSV or plain text, also gzipped; without FILE, standard input',
    )
    .argument('[FILE...]', 'files, folders or patterns to read; - is standard input')
    .option('--mentions', 'add every mention to the output')
    .option('--json', 'print JSON Lines, also on a terminal')
    .option('--card', 'print a readable card, also into a pipe')
    .option('--explain', 'print the card and, for each claim, the words and the rule behind it')
    .option('--published <date>', 'publication date, ISO 8601: relative dates are resolved against it')
    .option('--country <code>', 'ISO 3166-1 code of the country where the article was written')
    .addOption(new Option('--language <code>', 'language of the card: Arabic on a terminal, English in a pipe').choices(LANGUAGES))
    .addOption(
      new Option('--shape [when]', 'join and order the letters of the card, for terminals that do neither (needs arabic-reshaper)')
        .choices(SHAPES)
        .preset('always')
        .default('auto'),
    )
    .option('--id <field>', 'field that holds the id (default: id)')
    .option('--title <field>', 'field that holds the headline (default: title); for plain text, the headline itself')
    .option('--text <field>', 'field that holds the text (default: text)')
    .option('--date <field>', 'field that holds the publication date (default: publishedAt)')
    .option('--carry <fields>', 'fields of the article that go into its line, for khabar export: title,publishedAt,url,source,text')
    .option('--format <name>', `${FORMATS.map(({ name }) => name).join(', ')}; without it the ending of the file tells, or its first byte`)
    .option('--encoding <name>', 'such as windows-1256; without it UTF-8 and windows-1256 are told apart')
    .option('--no-tagger', 'read without the trained model of names: faster, finds less')
    .option('--out <folder>', 'write parts there, and dead.ndjson; the same command goes on after an interruption')
    .option('--part-size <n>', 'articles in a part (default: 1000)', positive('--part-size'))
    .option('--workers <n>', 'threads (default: with --out, one for each processor; else none); needs piscina', positive('--workers'))
    .option('--time-limit <s>', 'seconds that an article may take in a worker (default: 30)', positive('--time-limit'))
    .option('--memory <mb>', 'megabytes that a worker may take (default: 512)', positive('--memory'))
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
