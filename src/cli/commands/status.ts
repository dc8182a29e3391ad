import { Command } from 'commander'
import { run } from '../run.ts'

interface StatusOptions {
  readonly redis: string
  readonly queue: string
  readonly json?: boolean
}

/** `khabar status`. */
export const statusCommand = (): Command =>
  new Command('status')
    .description('tell how far a queue is, in jobs')
    .requiredOption('--redis <url>', 'server of the queue, such as redis://host:6379')
    .option('--queue <name>', 'name of the queue', 'khabar')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Needs bullmq and ioredis.

Exit codes: 0 no job failed, 1 some did, 2 wrong usage.

Example:
  khabar status --redis redis://queue:6379`,
    )
    .action(({ redis, queue, json }: StatusOptions) =>
      run(async () => {
        const { status } = await import('../../batch/queue/index.ts')
        const { reasons, ...counts } = await status({ redis, queue })
        const line = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
        const why = Object.entries(reasons).map(([reason, count]) => `${count} failed: ${reason}`)
        process.stdout.write(`${json ? JSON.stringify({ ...counts, reasons }) : [line.join(', '), ...why].join('\n')}\n`)
        return counts.failed > 0 ? 1 : 0
      }),
    )
