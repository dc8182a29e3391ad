import { Command } from 'commander'
import { positive } from '../flags.ts'
import type { PlayOptions } from '../play.ts'
import { run } from '../run.ts'

/** `khabar play`. */
export const playCommand = (): Command =>
  new Command('play')
    .description('show the playground in your browser: paste an article, and see what is read out of it')
    .option('--port <number>', 'port of this machine on which the page is served', positive('--port'), 8080)
    .option('--save <folder>', 'write the page into this folder instead, to open it from disk')
    .addHelpText(
      'after',
      `
The page is served to this machine only, and sends nothing anywhere. Ctrl-C ends it.

Examples:
  khabar play
  khabar play --port 3000
  khabar play --save khabar-page    # then open khabar-page/index.html`,
    )
    .action((options: PlayOptions) => run(async () => (await import('../play.ts')).play(options)))
