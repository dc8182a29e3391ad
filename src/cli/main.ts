#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { COMMANDS } from './commands.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

const program = new Command('khabar').description('Reads Arabic news and answers with structured events.').version(version).exitOverride()
// addCommand does not hand exitOverride down
for (const command of COMMANDS) program.addCommand(command().exitOverride())

process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  const { exitCode, code } = error as { exitCode?: number; code?: string }
  if (code === undefined) throw error
  process.exitCode = exitCode === 0 ? 0 : 2
}
