import type { Command } from 'commander'
import { extractCommand } from './commands/extract.ts'

/** The commands of `khabar`, one file each in `commands/`. What is heavy is imported when the command runs. */
export const COMMANDS: readonly (() => Command)[] = [extractCommand]
