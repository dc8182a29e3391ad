import { Command } from 'commander'
import { type ArchiveFlags, archiveOf, type PoolFlags, poolOf, settingsOf, withArchiveFlags, withPoolFlags } from '../flags.ts'
import { run } from '../run.ts'

interface WorkOptions extends ArchiveFlags, PoolFlags {
  readonly redis: string
  readonly queue: string
  readonly out: string
  readonly drain?: boolean
}

/** `khabar work`. */
export const workCommand = (): Command =>
  withPoolFlags(
    withArchiveFlags(
      new Command('work')
        .description('read what «khabar enqueue» put into a queue; run it on as many machines as there are')
        .requiredOption('--redis <url>', 'server of the queue, such as redis://host:6379')
        .option('--queue <name>', 'name of the queue', 'khabar')
        .requiredOption('--out <folder>', 'where each job writes its part')
        .option('--drain', 'stop when nothing is left; else it waits for more'),
    ),
    'one for each processor',
  )
    .addHelpText(
      'after',
      `
Ends after the jobs in hand on SIGTERM or SIGINT. Whatever ends it otherwise, others take its jobs. Needs bullmq and ioredis.

Exit codes: 0 it ended as it was told, 2 wrong usage.

Example:
  khabar work --redis redis://queue:6379 --out /data/parts --drain`,
    )
    .action((options: WorkOptions) =>
      run(async () => {
        const { work } = await import('../../batch/queue/index.ts')
        const stop = new AbortController()
        for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
        let last = ''
        const onError = ({ message }: Error): void => {
          // a server that is away tells it many times
          if (message !== last) process.stderr.write(`khabar: ${message}\n`)
          last = message
        }
        const { redis, queue, out, drain } = options
        await work(settingsOf(options), {
          ...archiveOf(options),
          ...poolOf(options),
          redis,
          queue,
          out,
          drain: drain === true,
          signal: stop.signal,
          onError,
        })
        return 0
      }),
    )
