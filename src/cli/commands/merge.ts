import { Command } from 'commander'
import { type ArchiveFlags, archiveOf, settingsOf, withArchiveFlags } from '../flags.ts'
import { run } from '../run.ts'

interface MergeOptions extends ArchiveFlags {
  readonly parts: string
  readonly out: string
}

/** `khabar merge`. */
export const mergeCommand = (): Command =>
  withArchiveFlags(
    new Command('merge')
      .description('put what «khabar work» wrote together, in the order of the archives; the same folder as «khabar extract --out» makes')
      .argument('<ARCHIVE...>', 'the archives that were queued, in the same order')
      .requiredOption('--parts <folder>', 'where the workers wrote')
      .requiredOption('--out <folder>', 'folder of the whole'),
  )
    .addHelpText(
      'after',
      `
Each record of the archives is expected once, by its id. The server of the queue is not asked.

Exit codes: 0 all was read, 1 records could not be read (dead.ndjson) or jobs are not done (then nothing is written), 2 wrong usage.

Example:
  khabar merge /data/news --parts /data/parts --out /data/readings`,
    )
    .action((archives: string[], options: MergeOptions) =>
      run(async () => {
        const { merge } = await import('../../batch/queue/index.ts')
        const { tally, missing } = await merge(archives, settingsOf(options), {
          ...archiveOf(options),
          parts: options.parts,
          out: options.out,
        })
        for (const one of missing) process.stderr.write(`khabar: not done: ${one}\n`)
        if (missing.length === 0) process.stdout.write(`${tally.articles} articles read, ${tally.dead} not\n`)
        return missing.length > 0 || tally.dead > 0 ? 1 : 0
      }),
    )
