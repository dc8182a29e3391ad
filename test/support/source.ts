/** Reads the program's own sources: what each file imports, and what it says outside comments. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the project, with a separator at the end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Import {
  /** As written: `./fold.ts`, `date-fns`. */
  specifier: string
  line: number
}

export interface Source {
  /** From the root of the project, with `/`. */
  path: string
  /** The text with every comment turned into blanks; positions and lines stay. */
  code: string
  imports: Import[]
}

/** Every TypeScript file below a folder, in the order of paths. */
export function readSources(folder: string): Source[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  const paths = entries.map(entry => posix.join(folder, entry.replaceAll(sep, '/'))).filter(path => /\.[mc]?ts$/.test(path))
  return paths.sort().map(path => parseSource(path, readFileSync(join(ROOT, path), 'utf8')))
}

export function parseSource(path: string, text: string): Source {
  const code = blankComments(text)
  return { path, code, imports: findImports(code) }
}

/** The file of the project that a relative import means, or null for a package. */
export function target(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null
}

/** Lines (from 1) on which a pattern is found. */
export function linesWith(code: string, pattern: RegExp): number[] {
  return code.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []))
}

/** The first ring of files that import each other, in order, or null. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (node: string): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node]
    if (done.has(node)) return null
    path.push(node)
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next)
      if (cycle) return cycle
    }
    path.pop()
    done.add(node)
    return null
  }
  for (const node of graph.keys()) {
    const cycle = visit(node)
    if (cycle) return cycle
  }
  return null
}

// ---- imports

const IMPORTS = [
  /\b(?:import|export)\b[^'"`;=()]*?\bfrom\s*(['"])([^'"\n]+)\1/g, // import … from 'x', export … from 'x'
  /\bimport\s*(['"])([^'"\n]+)\1/g, // import 'x'
  /\bimport\s*\(\s*(['"`])([^'"`\n]+)\1/g, // import('x'), also in types
  /\bnew\s+URL\(\s*(['"])(\.[^'"\n]+\.ts)\1\s*,\s*import\.meta\.url/g, // a worker
]

function findImports(code: string): Import[] {
  const found = IMPORTS.flatMap(pattern => [...code.matchAll(pattern)])
  return found
    .sort((a, b) => a.index - b.index)
    .map(match => ({ specifier: match[2] ?? '', line: code.slice(0, match.index + match[0].length).split('\n').length }))
}

// ---- comments

/** One token that may hold or hide a comment sign. A template is read piecewise: see `blankComments`. */
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"|[`{}]|\/|[\w$]+|[^\s]/g
const TEMPLATE_PART = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y
const REGEX_LITERAL = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y
/** After these a slash divides; after anything else it begins a regular expression. */
const OPERAND = /^(?:[\w$]+|[)\]}'"`].*|'[\s\S]*|"[\s\S]*)$/
const KEYWORD = /^(?:return|typeof|case|in|of|do|else|void|delete|throw|new|yield|await|instanceof)$/

function blankComments(text: string): string {
  const blanks: [start: number, end: number][] = []
  const templates: number[] = [] // depth of braces at which each open `${` closes
  let depth = 0
  let last = ''
  let at = 0
  const template = (from: number): number => {
    TEMPLATE_PART.lastIndex = from
    const part = TEMPLATE_PART.exec(text)?.[0] ?? ''
    if (part.endsWith('${')) templates.push(depth)
    last = part.endsWith('${') ? '${' : '`'
    return from + part.length
  }
  while (at < text.length) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (!match) break
    const token = match[0]
    at = match.index + token.length
    if (token.startsWith('//') || token.startsWith('/*')) {
      blanks.push([match.index, at])
      continue
    }
    if (token === '`') {
      at = template(at)
      continue
    }
    if (token === '}' && templates.at(-1) === depth) {
      templates.pop()
      at = template(at)
      continue
    }
    if (token === '{') depth++
    if (token === '}') depth--
    if (token === '/' && (!OPERAND.test(last) || KEYWORD.test(last))) {
      REGEX_LITERAL.lastIndex = match.index
      at = match.index + (REGEX_LITERAL.exec(text)?.[0].length ?? 1)
      last = ')'
      continue
    }
    last = token
  }
  let code = ''
  let from = 0
  for (const [start, end] of blanks) {
    code += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    from = end
  }
  return code + text.slice(from)
}
