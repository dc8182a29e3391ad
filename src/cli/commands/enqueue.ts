import { Command } from 'commander'
import { type ArchiveFlags, archiveOf, settingsOf, withArchiveFlags } from '../flags.ts'
import { run } from '../run.ts'

interface EnqueueOptions extends ArchiveFlags {
  readonly redis: string
  readonly queue: string
}

/** `khabar enqueue`. */
export const enqueueCommand = (): Command =>
  withArchiveFlags(
    new Command('enqueue')
      .description(
        'put the articles of archives into a queue, by reference, for the machines that run «khabar work»; twice is as good as once',
      )
      .argument('<ARCHIVE...>', 'JSON Lines or plain text, also gzipped: files, folders or patterns that all machines see by the same path')
      .requiredOption('--redis <url>', 'server of the queue, such as redis://host:6379')
      .option('--queue <name>', 'name of the queue', 'khabar'),
  )
    .addHelpText(
      'after',
      `
Give the same options of reading to «khabar work» and «khabar merge». Needs bullmq and ioredis.

Exit codes: 0 all is in the queue, 2 wrong usage.

Examples:
  khabar enqueue /data/news --redis redis://queue:6379
  khabar enqueue '/data/news/*.jsonl.gz' --text body --redis redis://queue:6379`,
    )
    .action((archives: string[], options: EnqueueOptions) =>
      run(async () => {
        const { enqueue } = await import('../../batch/queue/index.ts')
        const { jobs, records } = await enqueue(archives, settingsOf(options), {
          ...archiveOf(options),
          redis: options.redis,
          queue: options.queue,
        })
        process.stdout.write(`${records} records in ${jobs} jobs\n`)
        return 0
      }),
    )
