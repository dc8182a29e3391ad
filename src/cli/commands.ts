import type { Command } from 'commander'
import { exportCommand } from './commands/export.ts'
import { extractCommand } from './commands/extract.ts'
import { queryCommand } from './commands/query.ts'

/** The commands of `khabar`, one file each in `commands/`. What is heavy is imported when the command runs. */
export const COMMANDS: readonly (() => Command)[] = [extractCommand, exportCommand, queryCommand]
