import { createFold } from '../text/fold.ts'
import { createTokenize } from '../token/tokenize.ts'
import { Words } from '../token/words.ts'
import { CELL, LINE, nameToAscii, textToAscii } from './ascii.ts'
import { Class, classLetter, GRAMMAR, TABLES, type TableSpec } from './classes.ts'
import { type Conjugate, createConjugate } from './conjugate.ts'
import { readStanza, type StanzaLine } from './stanza.ts'
import { alternatives, DataError, readTable, type Table } from './table.ts'

/**
 * The tables in compiled form, in ASCII (`ascii.ts`): names as `nameToAscii` writes them, all else as `textToAscii` does.
 * Lines end with `LINE`, cells with `CELL`.
 * `aliases`: lines `folded words CELL target …`, sorted, so that all names with one first word stand together; a target is `row class form`, `~` behind it if weak.
 * `rows`: one line a row, in the order of the numbers that targets name: `line CELL cell CELL …`.
 * `tables`: one line a table: `path CELL first row CELL column …`.
 * `grammar`: the tables of particles and inflection as they stand, as JSON by path.
 */
export interface Compiled {
  readonly aliases: string
  readonly rows: string
  readonly tables: string
  readonly grammar: string
}

/** One name of one row, before folding. */
interface Alias {
  readonly text: string
  readonly class: Class
  readonly form: string
  readonly weak: boolean
}

/** Compiles tables and event files, given by path. Throws `DataError` at the first bad row. */
export function compile(files: ReadonlyMap<string, string>): Record<string, string> & Compiled {
  const grammar = GRAMMAR.map(path => readTable(path, required(files, path)))
  const [, conjugation, inflection] = grammar as [Table, Table, Table]
  const conjugate = createConjugate(conjugation)
  const accusative = createAccusative(inflection)
  const index = new AliasIndex()
  const rows: string[] = []
  const tables: string[] = []
  const paths = [...files.keys()].sort()
  for (const path of paths) {
    if ((GRAMMAR as readonly string[]).includes(path)) continue
    const content = files.get(path) as string
    if (path.endsWith('.txt')) {
      compileStanza(path, content)
      continue
    }
    const spec = TABLES.find(t => t.path.test(path))
    if (!spec) throw new DataError(path, 1, 1, 'no table of this name is known to src/lexicon/classes.ts')
    const table = readTable(path, content)
    const columns = spec.keep[0] === '*' ? table.columns : spec.keep
    for (const column of [...Object.keys(spec.names), ...Object.keys(spec.inflect ?? {}), ...columns])
      if (!table.columns.includes(column)) throw new DataError(path, 1, 1, `column «${column}» is missing`)
    tables.push([path, rows.length, ...columns].join(CELL))
    for (const row of table.rows) {
      const foreign = spec.native !== undefined && !spec.native.values.has(row.cells[spec.native.column] ?? '')
      for (const alias of aliasesOf(row.cells, spec, inflection)) index.add(alias, rows.length, path, row.line, foreign)
      const cells = columns.map(c => textToAscii(c === 'name' ? (row.cells[c] as string).replace(/^~/, '') : (row.cells[c] as string)))
      rows.push([row.line, ...cells].join(CELL))
    }
  }
  index.addVariants()
  return {
    aliases: index.lines(),
    rows: rows.join(LINE),
    tables: tables.join(LINE),
    grammar: textToAscii(JSON.stringify(Object.fromEntries(GRAMMAR.map(path => [path, required(files, path)])))),
  }

  function compileStanza(path: string, content: string): void {
    const stanza = readStanza(path, content)
    const type = stanza.lines.find(l => l.keyword === 'event')?.words[0] ?? ''
    tables.push([path, rows.length, 'type', 'keyword', 'attributes'].join(CELL))
    for (const line of stanza.lines) {
      if (line.keyword === 'roles' || line.keyword === 'title') continue
      if (line.keyword !== 'event')
        for (const alias of triggersOf(line, conjugate, accusative)) index.add(alias, rows.length, path, line.line)
      const attributes =
        line.keyword === 'frame'
          ? ''
          : Object.entries(line.attributes)
              .map(([k, v]) => `${k}=${v}`)
              .join(' ')
      rows.push([line.line, line.keyword === 'status' ? (line.words[0] ?? '') : type, line.keyword, textToAscii(attributes)].join(CELL))
    }
  }
}

function required(files: ReadonlyMap<string, string>, path: string): string {
  const content = files.get(path)
  if (content === undefined) throw new DataError(path, 1, 1, 'this table is missing')
  return content
}

/** All names of a row of a table. */
function* aliasesOf(cells: Readonly<Record<string, string>>, spec: TableSpec, inflection: Table): Generator<Alias> {
  const allWeak = spec.weakColumn === true && cells.weak === 'yes'
  for (const [column, form] of Object.entries(spec.names))
    for (const { text, weak } of alternatives(cells[column] ?? '')) yield { text, class: spec.class, form, weak: weak || allWeak }
  for (const [column, how] of Object.entries(spec.inflect ?? {})) {
    for (const { text, weak } of alternatives(cells[column] ?? '')) {
      const base = { class: how.class ?? spec.class, weak: weak || allWeak }
      yield { ...base, text, form: how.as === 'nisba' ? 'm' : 'plural' }
      for (const ending of inflection.rows) {
        if (ending.cells.class !== how.as) continue
        const { ending: cut = '', replacement = '', form = '' } = ending.cells
        if (cut === '' ? text.includes(' ') : !text.endsWith(cut) || text.length - cut.length < 2) continue
        yield { ...base, text: text.slice(0, text.length - cut.length) + replacement, form }
      }
    }
  }
}

/** Makes the indefinite object of a noun: اجتماع -> اجتماعا; null where it is written like the noun, or where there are two words. */
function createAccusative(inflection: Table): (noun: string) => string | null {
  const row = inflection.rows.find(r => r.cells.class === 'accusative')
  const without = (row?.cells.ending ?? '').split('|').filter(Boolean)
  return noun => (!row || noun.includes(' ') || without.some(e => noun.endsWith(e)) ? null : noun + row.cells.replacement)
}

/** All forms of a line of an event file. */
function* triggersOf(line: StanzaLine, conjugate: Conjugate, accusative: (noun: string) => string | null): Generator<Alias> {
  if (line.keyword === 'frame') {
    for (const [words, role] of Object.entries(line.attributes))
      yield { text: words.replaceAll('_', ' '), class: Class.frame, form: role, weak: false }
    return
  }
  const isStatus = line.keyword === 'status'
  const words = isStatus ? line.words.slice(1) : line.words
  const kind = isStatus ? Class.status : Class.trigger
  for (const word of words) {
    for (const { text: spelled, weak } of alternatives(word)) {
      const text = spelled.replaceAll('_', ' ')
      const isVerb = line.keyword === 'verb' || line.keyword === 'support' || (isStatus && text.includes('/'))
      if (!isVerb) {
        yield { text, class: kind, form: line.keyword, weak }
        const object = line.keyword === 'noun' ? accusative(text) : null
        if (object) yield { text: object, class: kind, form: line.keyword, weak }
      } else {
        const [head = '', ...tail] = text.split(' ')
        for (const form of conjugate(head)) yield { text: [form.text, ...tail].join(' '), class: kind, form: form.form, weak }
      }
    }
  }
}

/** Collects names in their search form: the same fold and the same tokens as texts. */
class AliasIndex {
  private readonly words = new Words()
  private readonly fold = createFold()
  private readonly tokenize = createTokenize(this.words)
  /** Names that may be spelt in another way. */
  private readonly spelt: { readonly key: string; readonly target: string; readonly foreign: boolean; readonly proper: boolean }[] = []
  private readonly varied = new Set<string>()
  /** Names of two words: «نصر الله», which may be written as one. */
  private readonly pairs = new Set<string>()
  private readonly targets = new Map<string, Set<string>>()
  /** عبد: written with the next word or apart, as are أبو and أبا. The words come from the tables, by their shape in `joined`. */
  private readonly joinable = new Set(JOINABLE.map(codes => String.fromCharCode(...codes)))

  add(alias: Alias, row: number, path: string, line: number, foreign = false): void {
    const tokens = this.tokenize(this.fold(alias.text))
    if (tokens.size === 0) throw new DataError(path, line, 1, `a name without a word: «${alias.text}»`)
    const words: string[] = []
    for (let i = 0; i < tokens.size; i++) words.push(this.words.text(tokens.word[i] as number))
    const target = `${row} ${classLetter(alias.class)}${alias.form}${alias.weak ? '~' : ''}`
    const key = words.join(' ')
    this.put(key, target)
    if (foreign || (words.length > 1 && NAMES.has(alias.class))) this.spelt.push({ key, target, foreign, proper: NAMES.has(alias.class) })
    if (alias.class === Class.name && words.length === 2) this.pairs.add(key)
    for (let i = 0; alias.class === Class.person && i + 1 < words.length; i++) {
      // «حسن نصر الله», «حسن نصرالله»
      if (this.pairs.has(`${words[i]} ${words[i + 1]}`))
        this.put([...words.slice(0, i), `${words[i]}${words[i + 1]}`, ...words.slice(i + 2)].join(' '), target)
    }
    if (alias.class === Class.name && words.length === 2) this.put(words.join(''), target)
    for (let i = 0; i + 1 < words.length; i++) {
      if (!this.joinable.has(words[i] as string)) continue
      this.put([...words.slice(0, i), `${words[i]}${words[i + 1]}`, ...words.slice(i + 2)].join(' '), target)
    }
  }

  /** Names in their other regular spellings. A spelling that is another name, or an ordinary word, is left out. */
  addVariants(): void {
    for (const { key, target, foreign, proper } of this.spelt) {
      for (const variant of spellings(key, foreign, proper)) {
        const known = this.targets.get(variant)
        if (known && !this.varied.has(variant)) continue
        this.varied.add(variant)
        this.put(variant, target)
      }
    }
  }

  private put(key: string, target: string): void {
    const known = this.targets.get(key)
    if (known) known.add(target)
    else this.targets.set(key, new Set([target]))
  }

  lines(): string {
    return [...this.targets]
      .map(([key, targets]) => [nameToAscii(key), targets] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, targets]) => `${key}${CELL}${[...targets].join(';')}`)
      .join(LINE)
  }
}

/** Classes of names proper. */
const NAMES: ReadonlySet<Class> = new Set([Class.country, Class.place, Class.area, Class.person, Class.organization])

/**
 * The other regular spellings of a folded name.
 * Foreign g: «غوتيريش» is «جوتيريش» in Cairo; longer names also with ك and ق, and «لوس أنجليس» with غ. Names of lands in longer names:
 * «البنك المركزي في سوريا», «… في سورية».
 */
function* spellings(key: string, foreign: boolean, proper: boolean): Generator<string> {
  if (foreign) {
    if (key.includes(GHAIN)) yield key.replaceAll(GHAIN, JEEM)
    if (key.includes(' ') || key.length >= LONG) {
      if (key.includes(GHAIN)) {
        yield key.replaceAll(GHAIN, KAF)
        yield key.replaceAll(GHAIN, QAF)
      }
      // «جيليان» (Gillian) is no «غليان» (boiling): a word of the name lexicon keeps its ج
      if (proper && key.includes(JEEM)) yield key.replaceAll(JEEM, GHAIN)
    }
  }
  if (!key.includes(' ')) return
  const lands = key
    .split(' ')
    .map(word => (word.length >= LAND && word.endsWith(YA) ? word.slice(0, -1) + HEH : word))
    .join(' ')
  if (lands !== key) yield lands
}

/** A single word of fewer letters has no variant but the one with ج: it would be too often another word. */
const LONG = 6
/** The shortest name of a land: «ليبيا». */
const LAND = 5
const [GHAIN, JEEM, KAF, QAF, HEH, YA] = [[0x063a], [0x062c], [0x0643], [0x0642], [0x0647], [0x064a, 0x0627]].map(codes =>
  String.fromCharCode(...codes),
) as [string, string, string, string, string, string]

/** عبد and ابو, by their letters. */
const JOINABLE = [
  [0x0639, 0x0628, 0x062f],
  [0x0627, 0x0628, 0x0648],
]
