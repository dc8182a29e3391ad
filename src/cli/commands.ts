import type { Command } from 'commander'
import { enqueueCommand } from './commands/enqueue.ts'
import { exportCommand } from './commands/export.ts'
import { extractCommand } from './commands/extract.ts'
import { mergeCommand } from './commands/merge.ts'
import { playCommand } from './commands/play.ts'
import { queryCommand } from './commands/query.ts'
import { statusCommand } from './commands/status.ts'
import { workCommand } from './commands/work.ts'

/** The commands of `khabar`, one file each in `commands/`. What is heavy is imported when the command runs. */
export const COMMANDS: readonly (() => Command)[] = [
  extractCommand,
  exportCommand,
  queryCommand,
  enqueueCommand,
  workCommand,
  statusCommand,
  mergeCommand,
  playCommand,
]
