/** A browser without a window, where one is installed: Debian's `chromium`, or the program that `KHABAR_CHROMIUM` names. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of the browser, or null. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const paths = [env.KHABAR_CHROMIUM ?? '', ...NAMES.flatMap(name => folders.map(folder => join(folder, name)))]
  return paths.find(path => path !== '' && isProgram(path)) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Starts it; in a container there is no sandbox to be had. */
export const openBrowser = (path: string): Promise<Browser> => chromium.launch({ executablePath: path, args: ['--no-sandbox'] })
