/** What a source file exports, and the fields of the types among it, by reading the source. */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { ROOT } from './source.ts'

const DECLARED = /^export (?:abstract )?(?:async )?(?:interface|function|class|type|const) (\w+)/gm
const LISTED = /^export (?:type )?\{([^}]*)\}(?: from '([^']+)')?/gm
const IMPORTED = /^import (?:type )?\{([^}]*)\} from '([^']+)'/gm

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
/** `a, type B as C` as pairs of the name there and the name here. */
const names = (list: string): [there: string, here: string][] =>
  list
    .split(',')
    .map(one => one.trim().replace(/^type /, ''))
    .filter(Boolean)
    .map(one => {
      const [there = '', here = there] = one.split(' as ')
      return [there, here]
    })

/** Every name that a file exports, each once. */
export function exportsOf(path: string): string[] {
  const source = read(path)
  const declared = [...source.matchAll(DECLARED)].map(([, name = '']) => name)
  const listed = [...source.matchAll(LISTED)].flatMap(([, list = '']) => names(list).map(([, here]) => here))
  return [...new Set([...declared, ...listed])]
}

/** The fields and methods of an interface that a file exports; none for anything else. Those marked `@internal` are left out. */
export function fieldsOf(path: string, name: string): string[] {
  const source = read(path)
  const begin = new RegExp(`^(?:export )?interface ${name}\\b`, 'm').exec(source)
  if (!begin) {
    for (const [, list = '', from] of [...source.matchAll(LISTED), ...source.matchAll(IMPORTED)]) {
      const found = names(list).find(([, here]) => here === name)
      if (found && from) return fieldsOf(posix.join(posix.dirname(path), from), found[0])
    }
    return []
  }
  const body = source.slice(begin.index, source.indexOf('\n}', begin.index))
  const fields = [...body.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?^ {2}(?:readonly )?(\w+)\??(?:\(|:)/gm)]
  return fields.filter(([, comment = '']) => !comment.includes('@internal')).map(([, , field = '']) => field)
}
