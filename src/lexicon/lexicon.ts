import { QUOTE } from '../text/chars.ts'
import { bitsOf, type Clitic, type Cut, type Cuts, createCuts, Part } from '../token/cuts.ts'
import { Flag, type Tokens } from '../token/token.ts'
import type { Words } from '../token/words.ts'
import { CELL, LINE, LINE_CODE, nameFromAscii, nameToAscii, textFromAscii } from './ascii.ts'
import { Class, classOf, GRAMMAR } from './classes.ts'
import type { Compiled } from './compile.ts'
import { Edges } from './edges.ts'
import { alternatives, readTable } from './table.ts'

/** A row of a table, as the program sees it. */
export interface Row {
  /** Numbers the row among those of all tables. */
  readonly number: number
  /** `data/orgs/armed.tsv:14` */
  readonly by: string
  readonly table: string
  readonly cells: Readonly<Record<string, string>>
}

/** A name of the lexicon: one way to write what a row tells of. */
export interface Entry {
  readonly row: Row
  readonly class: Class
  /** `m`, `plural`, `past.3fs` …: which form of the row this is. */
  readonly form: string
  readonly weak: boolean
}

/** A place in the trie of names. Most are passed and never read: their entries are made when a text comes to one. */
class Node {
  /** Whether words lead on from here. */
  leads = false
  /** The lines of the tables that end here and are not read yet. */
  private lines: { readonly index: Index; readonly start: number }[] | null = null
  private read: Entry[] = []

  constructor(readonly id: number) {}

  add(index: Index, start: number): void {
    this.lines ??= []
    this.lines.push({ index, start })
  }

  /** What ends here. */
  get entries(): readonly Entry[] {
    if (this.lines) {
      for (const { index, start } of this.lines) index.read(start, this.read)
      this.lines = null
    }
    return this.read
  }

  get isEmpty(): boolean {
    return !this.leads && this.lines === null && this.read.length === 0
  }
}

/** Gives the node to which a word leads, made where there is none. */
type Step = (from: Node, word: string) => Node

/** A name of the lexicon that begins at some token: how many tokens it covers, and what is taken off the first. It knows no place, so that a word keeps its own. */
export interface Hit {
  readonly length: number
  readonly cut: Cut
  readonly entry: Entry
}

/** All hits of a text, by the token at which they begin. */
export interface Hits {
  /** The hits that begin at token `i`. */
  readonly at: readonly (readonly Hit[])[]
  /** The classes of the hits that begin at token `i`, as bits. */
  readonly classes: readonly number[]
}

/** What can be told of a word by itself. */
export interface WordFacts {
  /** It begins with the article, by its letters: «الوزير», «للوزير», «والوزير». */
  readonly definite: boolean
  /** It, or what remains without its particles, stands in the table of ordinary words. */
  readonly common: boolean
  /** It is a finite verb and nothing more usual: from the table of ordinary words. */
  readonly verb: boolean
}

/** What a word is as the beginning of names. */
interface Start {
  /** The names that it is by itself, and their classes as bits. */
  readonly hits: readonly Hit[]
  readonly classes: number
  /** The longer names that it may begin. */
  /** Null for most words. */
  readonly longer: readonly Longer[] | null
}

/** The names that a word may begin once something is taken off it. */
interface Longer {
  readonly cut: Cut
  readonly node: Node
}

const NOTHING: Start = { hits: [], classes: 0, longer: null }

/** Columns whose cells are words of the program, which compares them again and again. */
const CODES = new Set([
  'kind',
  'role',
  'type',
  'keyword',
  'id',
  'unit',
  'form',
  'side',
  'relation',
  'tense',
  'takes',
  'origin',
  'meaning',
  'tail',
  'keep',
  'value',
])

/** The class of the target that begins at `at`: the letter behind its row number. */
const classAt = (text: string, at: number): number => classOf(text.charCodeAt(text.indexOf(' ', at) + 1))
const EVERY_CLASS = -1
const CELL_CODE = CELL.charCodeAt(0)

/** One compiled set of tables: sorted lines, and a lazy look-up by first word. */
class Index {
  private readonly rowStarts: readonly number[]
  private readonly tables: { path: string; first: number; columns: string[] }[]
  private readonly rows = new Map<number, Row>()
  private readonly atoms = new Map<string, string>()
  /** Where the lines stand that begin with two letters. */
  private readonly parts = new Map<number, { readonly from: number; readonly to: number }>()

  /** `first`: the number of its first row among those of all sets; `classes`: what it is to look up, as bits. */
  constructor(
    private readonly data: Compiled,
    private readonly first: number,
    private readonly classes: number,
  ) {
    this.rowStarts = lineStartsOf(data.rows)
    this.tables = data.tables
      .split(LINE)
      .filter(Boolean)
      .map(line => {
        const [path = '', first = '0', ...columns] = line.split(CELL)
        return { path, first: Number(first), columns }
      })
  }

  /** Adds to `node` every name whose first word is `folded`. */
  expand(folded: string, node: Node, step: Step): void {
    const text = this.data.aliases
    const word = nameToAscii(folded)
    for (let start = this.lowerBound(word); start < text.length; start = endOfLine(text, start) + 1) {
      const after = text.charCodeAt(start + word.length)
      if ((after !== 0x20 && after !== CELL_CODE) || !text.startsWith(word, start)) break
      if (!this.isWanted(start)) continue
      let at = node
      if (after === 0x20)
        for (const next of text.slice(start + word.length + 1, text.indexOf(CELL, start)).split(' ')) at = step(at, nameFromAscii(next))
      at.add(this, start)
    }
  }

  /** Adds the entries of the line that starts at `start`. */
  read(start: number, entries: Entry[]): void {
    const text = this.data.aliases
    for (const target of text.slice(text.indexOf(CELL, start) + 1, endOfLine(text, start)).split(';')) {
      if ((classAt(target, 0) & this.classes) !== 0) entries.push(this.entry(target))
    }
  }

  /** Whether a line has a target of the classes that are looked up. */
  private isWanted(start: number): boolean {
    if (this.classes === EVERY_CLASS) return true
    const text = this.data.aliases
    const end = endOfLine(text, start)
    for (let at = text.indexOf(CELL, start) + 1; at > 0 && at < end; at = text.indexOf(';', at) + 1)
      if ((classAt(text, at) & this.classes) !== 0) return true
    return false
  }

  private entry(target: string): Entry {
    const space = target.indexOf(' ')
    const weak = target.endsWith('~')
    return {
      row: this.row(Number(target.slice(0, space))),
      class: classOf(target.charCodeAt(space + 1)),
      form: this.atom(target.slice(space + 2, weak ? -1 : undefined)),
      weak,
    }
  }

  /** The same string as the engine keeps it for the literals of the program: two such strings are compared by their addresses. */
  private atom(text: string): string {
    let atom = this.atoms.get(text)
    if (atom === undefined) {
      atom = Object.keys({ [text]: true })[0] as string
      this.atoms.set(text, atom)
    }
    return atom
  }

  row(number: number): Row {
    let row = this.rows.get(number)
    if (!row) {
      let t = this.tables.length - 1
      while ((this.tables[t]?.first as number) > number) t--
      const { path, columns } = this.tables[t] as { path: string; columns: string[] }
      const [line, ...cells] = this.line(number).split(CELL).map(textFromAscii)
      const named: Record<string, string> = {}
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c] as string
        named[column] = CODES.has(column) ? this.atom(cells[c] ?? '') : (cells[c] ?? '')
      }
      row = { number: this.first + number, by: `${path}:${line}`, table: path, cells: named }
      this.rows.set(number, row)
    }
    return row
  }

  private line(number: number): string {
    return this.data.rows.slice(this.rowStarts[number], (this.rowStarts[number + 1] as number) - 1)
  }

  /** How many rows there are. */
  get size(): number {
    return this.rowStarts.length - 1
  }

  /** All rows of the tables whose path matches; with `cell`, in ASCII, those that have this cell. */
  *rowsOf(path: RegExp, cell = ''): Generator<Row> {
    const count = this.size
    for (const [i, table] of this.tables.entries()) {
      if (!path.test(table.path)) continue
      const end = this.tables[i + 1]?.first ?? count
      for (let n = table.first; n < end; n++) if (cell === '' || this.line(n).includes(CELL + cell + CELL)) yield this.row(n)
    }
  }

  /** Where the first line begins that does not sort before `word`. */
  private lowerBound(word: string): number {
    if (word.length < 2) return this.search(word, 0, this.data.aliases.length)
    // words with the same two letters are sought in the same part
    const key = (word.charCodeAt(0) << 16) | word.charCodeAt(1)
    let part = this.parts.get(key)
    if (!part) {
      const first = word.slice(0, 1)
      const from = this.search(word.slice(0, 2), 0, this.data.aliases.length)
      part = { from, to: this.search(first + String.fromCharCode(word.charCodeAt(1) + 1), from, this.data.aliases.length) }
      this.parts.set(key, part)
    }
    return word.length === 2 ? part.from : this.search(word, part.from, part.to)
  }

  private search(word: string, from: number, to: number): number {
    const text = this.data.aliases
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >> 1
      let start = middle
      while (start > low && text.charCodeAt(start - 1) !== LINE_CODE) start--
      if (before(text, start, word)) low = endOfLine(text, middle) + 1
      else high = start
    }
    return low
  }
}

function endOfLine(text: string, from: number): number {
  let end = from
  while (end < text.length && text.charCodeAt(end) !== LINE_CODE) end++
  return end
}

/** Whether the line at `start` sorts before every line that begins with `word`. */
function before(text: string, start: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) {
    const a = text.charCodeAt(start + k)
    const b = word.charCodeAt(k)
    if (a !== b) return a < b
  }
  return false
}

function lineStartsOf(text: string): number[] {
  const starts: number[] = []
  if (text.length > 0) for (let at = 0; at >= 0; at = text.indexOf(LINE, at)) starts.push(at === 0 ? 0 : ++at)
  starts.push(text.length + 1)
  return starts
}

/** The tables of particles and inflection as they stand, by path. */
export function grammarOf(data: Compiled): Record<string, string> {
  return JSON.parse(textFromAscii(data.grammar)) as Record<string, string>
}

/** The particles that `data/words/clitics.tsv` lists. */
export function readClitics(data: Compiled): Clitic[] {
  const grammar = grammarOf(data)
  return readTable(GRAMMAR[0], grammar[GRAMMAR[0]] ?? '').rows.map(({ cells }) => ({
    form: cells.form ?? '',
    side: cells.side as Clitic['side'],
    parts: cells.parts ?? '',
    rest: alternatives(cells.rest ?? '').map(a => a.text),
  }))
}

/** The names of all tables, looked up in a text. */
export class Lexicon {
  readonly cuts: Cuts
  /** The particles that a prefix of letters stands for, as bits: «ولل» -> and + to. */
  readonly partsOf: (prefix: string) => number
  /** The letters of one particle: `Part.in` -> «ب», `Part.the` -> «ال». */
  readonly particle: (part: number) => string
  /** How many rows all tables have. */
  readonly rowCount: number
  private readonly quote: number
  private readonly indexes: readonly Index[]
  private readonly starts: (Start | undefined)[] = []
  private readonly known: (WordFacts | undefined)[] = []
  private readonly stemIds: (Int32Array | undefined)[] = []
  /** Words that stand behind another in some name: most words do not, and end the search for longer names at once. */
  private follows = new Uint8Array(1 << 12)
  /** The node of each word that begins names, null where it begins none. */
  private readonly firsts = new Map<string, Node | null>()
  private readonly nodes: Node[] = []
  private readonly edges = new Edges()

  /** `data`: the compiled tables of khabar, then those that a user adds; `classes`: what is to be looked up, as bits. */
  constructor(
    readonly words: Words,
    data: readonly Compiled[],
    classes: number = EVERY_CLASS,
  ) {
    this.quote = words.id(String.fromCharCode(QUOTE))
    let rows = 0
    this.indexes = data.map(tables => {
      const index = new Index(tables, rows, classes)
      rows += index.size
      return index
    })
    this.rowCount = rows
    const clitics = readClitics(data[0] as Compiled)
    this.cuts = createCuts(words, clitics)
    const prefixes = new Map(clitics.filter(c => c.side === 'prefix').map(c => [c.form, bitsOf(c.parts)]))
    this.partsOf = prefix => prefixes.get(prefix) ?? 0
    const forms = new Map<number, string>()
    for (const { side, parts, rest, form } of clitics)
      if (side !== 'suffix' && rest.length === 0 && !forms.has(bitsOf(parts))) forms.set(bitsOf(parts), form)
    this.particle = part => forms.get(part) ?? ''
  }

  /** All rows of the tables whose path matches; with `cell` those that have this cell. */
  *rowsOf(path: RegExp, cell = ''): Generator<Row> {
    for (const index of this.indexes) yield* index.rowsOf(path, cell)
  }

  /** Every name of the lexicon in a text, longest reading or not: who uses them chooses. Allocates for names of several words only. */
  scan(tokens: Tokens): Hits {
    const { size, word } = tokens
    const at = new Array<readonly Hit[]>(size)
    const classes = new Array<number>(size + 1)
    classes[size] = 0
    for (let i = 0; i < size; i++) {
      const id = word[i] as number
      const start = this.starts[id] ?? this.startOf(id)
      at[i] = start.hits
      classes[i] = start.classes
      const { longer } = start
      if (!longer || i + 1 === size) continue
      const next = word[i + 1] as number
      if (this.follows[next] !== 1 && next !== this.quote) continue
      let more: Hit[] | null = null
      for (let k = 0; k < longer.length; k++) {
        const { cut, node } = longer[k] as Longer
        more = this.follow(tokens, i, cut, node, more)
      }
      if (!more) continue
      let mask = start.classes
      for (let k = 0; k < more.length; k++) mask |= (more[k] as Hit).entry.class
      at[i] = start.hits.concat(more)
      classes[i] = mask
    }
    return { at, classes }
  }

  /** The names that a word is by itself: what `scan` gives at a token where no longer name begins. */
  alone(word: number): readonly Hit[] {
    return (this.starts[word] ?? this.startOf(word)).hits
  }

  /** Names of more than one word: quotes inside are passed over, «تنظيم "الدولة الإسلامية"». */
  private follow({ size, flags, word }: Tokens, from: number, cut: Cut, first: Node, found: Hit[] | null): Hit[] | null {
    let at = first
    let quotes = 0
    let out = found
    for (let k = from + 1; k < size && ((flags[k] as number) & Flag.first) === 0; k++) {
      const id = word[k] as number
      const to = this.edges.get(at.id, id)
      if (to < 0) {
        if (id !== this.quote) break
        quotes++
        continue
      }
      at = this.nodes[to] as Node
      const { entries } = at
      if (entries.length > 0) {
        const end = quotes % 2 === 1 && word[k + 1] === this.quote ? k + 2 : k + 1
        out ??= []
        for (let e = 0; e < entries.length; e++) out.push({ length: end - from, cut, entry: entries[e] as Entry })
      }
      if (!at.leads) break
    }
    return out
  }

  /** What can be told of a word by itself; remembered. */
  facts(word: number): WordFacts {
    let facts = this.known[word]
    if (!facts) {
      facts = this.factsOf(word)
      this.known[word] = facts
    }
    return facts
  }

  private factsOf(word: number): WordFacts {
    let [definite, common, verb] = [false, false, false]
    for (const cut of this.cuts(word)) {
      if ((cut.parts & Part.the) !== 0) definite = true
      for (const { class: of, row } of this.lookUp(cut.stem)) {
        if (of !== Class.common) continue
        common = true
        if (row.cells.kind === 'verb' && (cut.parts & ~(Part.and | Part.so | Part.will)) === 0) verb = true
      }
    }
    return { definite, common, verb }
  }

  /** The ids of all words that may remain of a word when particles are taken off, itself first; remembered. */
  stems(word: number): Int32Array {
    let stems = this.stemIds[word]
    if (!stems) {
      stems = Int32Array.from(new Set(this.cuts(word).map(c => this.words.id(c.stem))))
      this.stemIds[word] = stems
    }
    return stems
  }

  /** The names that a single folded word has, attached particles not taken off. */
  lookUp(word: string): readonly Entry[] {
    return this.node(word)?.entries ?? []
  }

  private startOf(word: number): Start {
    const hits: Hit[] = []
    const longer: Longer[] = []
    let classes = 0
    for (const cut of this.cuts(word)) {
      const node = this.node(cut.stem)
      if (!node) continue
      for (const entry of node.entries) {
        // an ordinary word makes no hit, it is asked for by `facts`
        if (entry.class === Class.common) continue
        hits.push({ length: 1, cut, entry })
        classes |= entry.class
      }
      if (cut.suffix === 0 && node.leads) longer.push({ cut, node })
    }
    const start = hits.length + longer.length > 0 ? { hits, classes, longer: longer.length > 0 ? longer : null } : NOTHING
    this.starts[word] = start
    return start
  }

  private node(word: string): Node | null {
    let node = this.firsts.get(word)
    if (node === undefined) {
      const fresh = this.createNode()
      for (const index of this.indexes) index.expand(word, fresh, this.step)
      node = fresh.isEmpty ? null : fresh
      this.firsts.set(word, node)
    }
    return node
  }

  private createNode(): Node {
    const node = new Node(this.nodes.length)
    this.nodes.push(node)
    return node
  }

  private readonly step: Step = (from, word) => {
    const id = this.words.id(word)
    if (id >= this.follows.length) {
      const wider = new Uint8Array(Math.max(id + 1, this.follows.length * 2))
      wider.set(this.follows)
      this.follows = wider
    }
    this.follows[id] = 1
    const known = this.edges.get(from.id, id)
    if (known >= 0) return this.nodes[known] as Node
    const node = this.createNode()
    this.edges.add(from.id, id, node.id)
    from.leads = true
    return node
  }
}
