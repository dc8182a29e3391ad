/** The fenced blocks of a Markdown file, and a way to run those that are programs. */
export interface Block {
  language: string
  code: string
  /** Of the first line of the code, from 1. */
  line: number
}

export interface Check {
  line: number
  actual: unknown
  /** What stands behind the arrow. */
  expected: string
}

export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  let open: { language: string; line: number; lines: string[] } | null = null
  markdown.split('\n').forEach((text, index) => {
    const fence = /^```(\S*)/.exec(text)
    if (fence && !open) open = { language: fence[1] ?? '', line: index + 2, lines: [] }
    else if (fence && open) {
      blocks.push({ language: open.language, line: open.line, code: open.lines.join('\n') })
      open = null
    } else open?.lines.push(text)
  })
  return blocks
}

/** A block that imports khabar is a program that a reader of the page can run. */
export const isProgram = ({ language, code }: Block): boolean => /^(?:js|mjs|ts)$/.test(language) && /from 'khabar(?:\/[a-z]+)?'/.test(code)

const IMPORT = /^import\s+(?:type\s+)?(.+?)\s+from\s+'([^']+)';?$/
const ARROW = /^(\s*)(.*?);?\s*\/\/ -> (.*)$/
const DECLARATION = /^(?:const|let)\s+(\w+|\{[^}]*\}|\[[^\]]*\])\s*=/

/** Runs a program block. `load` gives the module of an import. Returns what stood before each `// -> value`. */
export async function runBlock({ code, line }: Block, load: (specifier: string) => Promise<unknown>): Promise<Check[]> {
  const checks: Check[] = []
  const lines = code.split('\n').map((text, index) => rewrite(text, line + index))
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>
  const check = (at: number, actual: unknown, expected: string): void => {
    checks.push({ line: at, actual, expected })
  }
  await new AsyncFunction('__load', '__check', lines.join('\n'))(load, check)
  return checks
}

function rewrite(text: string, line: number): string {
  const imported = IMPORT.exec(text)
  if (imported) {
    const [, what = '', from] = imported
    const names = what.startsWith('{') ? what.replaceAll(' as ', ': ') : `{ default: ${what} }`
    return `const ${names} = await __load(${JSON.stringify(from)})`
  }
  const arrow = ARROW.exec(text)
  if (!arrow) return text
  const [, indent = '', statement = '', expected = ''] = arrow
  const declared = DECLARATION.exec(statement)
  const told = declared ? `(${declared[1]})` : (/^console\.log\((.*)\)$/.exec(statement)?.[1] ?? statement)
  return `${indent}${declared ? `${statement}; ` : ''}__check(${line}, ${told}, ${JSON.stringify(expected)})`
}

/** The value behind an arrow: a literal of JavaScript; words that are none are themselves. An ellipsis leaves the rest open. */
export function arrowValue(expected: string): { value: unknown; open: boolean } {
  const open = /,?\s*(?:…|\.\.\.)\s*(?=[}\]]*$)/.test(expected)
  const literal = expected.replace(/,?\s*(?:…|\.\.\.)\s*(?=[}\]]*$)/g, '')
  try {
    return { value: new Function(`return (${literal})`)() as unknown, open }
  } catch {
    return { value: expected, open }
  }
}
