import { createRequire } from 'node:module'

/** The version of khabar: another may read other things out of a text. */
export function packageVersion(): string {
  return (createRequire(import.meta.url)('khabar/package.json') as { version: string }).version
}
