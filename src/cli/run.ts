import { UsageError } from '../batch/usage.ts'

/** Runs a command and sets its exit code: 2, and a word on standard error, where it cannot be done as it was given. */
export async function run(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`khabar: ${error.message}\n`)
    process.exitCode = 2
  }
}
