import { UsageError } from '../batch/usage.ts'
import type { Language } from '../labels.ts'
import type { Paper } from './layout.ts'
import { loadShape } from './shape.ts'

/** What the command line says of the card. */
export interface PaperOptions {
  /** Arabic on a terminal, English in a pipe, unless it is given. */
  readonly language?: Language
  /** Whether khabar joins and reorders letters: `auto` decides by terminal. */
  readonly shape?: (typeof SHAPES)[number]
}

/** What is written to, as `process.stdout` is. */
export type Stream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'hasColors'>
type Env = Readonly<Record<string, string | undefined>>

export const SHAPES = ['auto', 'always', 'never'] as const
/** Columns where letters are ordered by khabar, but there is no terminal. */
const USUAL = 80

/**
 * Terminals that neither join Arabic letters nor put them in order. Of the others, some do both (GNOME Terminal and its kin, Konsole, mlterm,
 * Terminal.app, PuTTY), and those that are not known are left alone: a text that is reordered twice is worse than one that is not.
 */
const PLAIN: readonly ((env: Env) => boolean)[] = [
  env => /^(?:linux|alacritty|st(?:-|$))/.test(env.TERM ?? ''),
  env => env.XTERM_VERSION !== undefined,
  env => env.ALACRITTY_WINDOW_ID !== undefined,
  env => env.WT_SESSION !== undefined, // Windows Terminal
  env => env.TERM_PROGRAM === 'vscode' || env.TERM_PROGRAM === 'Hyper', // xterm.js
]

/** Whether `--shape auto` shapes in this terminal. */
export const needsShape = (env: Env): boolean => PLAIN.some(is => is(env))

/** How cards are shown on a stream. Throws `UsageError` where `--shape` asks for a package that is not there. */
export async function paperOf({ language, shape = 'auto' }: PaperOptions, stream: Stream, env: Env, load = loadShape): Promise<Paper> {
  const isTerminal = stream.isTTY === true
  const loaded = shape === 'always' || (shape === 'auto' && isTerminal && needsShape(env)) ? await load() : null
  if (shape === 'always' && !loaded)
    throw new UsageError('--shape needs the package arabic-reshaper, which is not installed: npm install arabic-reshaper')
  return {
    language: language ?? (isTerminal ? 'ar' : 'en'),
    width: isTerminal ? (stream.columns ?? USUAL) : loaded ? USUAL : null,
    color: isTerminal && stream.hasColors(16),
    shape: loaded,
  }
}
