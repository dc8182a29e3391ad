import { QUOTE } from '../text/chars.ts'
import { bitsOf, type Clitic, createCuts, type Cut, type Cuts, Part } from '../token/cuts.ts'
import { Flag, type Tokens } from '../token/token.ts'
import type { Words } from '../token/words.ts'
import { Class, classOf, GRAMMAR } from './classes.ts'
import type { Compiled } from './compile.ts'
import { alternatives, readTable } from './table.ts'

/** A row of a table, as the program sees it. */
export interface Row {
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

/** A place in the trie of names: what ends here, and which words lead on. */
interface Node {
  readonly entries: Entry[]
  readonly next: Map<number, Node>
}

/** Entries that make a hit: an ordinary word (`Class.common`) makes none, it is asked for by `facts`. */
const named = (entries: readonly Entry[]): readonly Entry[] => entries.filter(e => e.class !== Class.common)

/** A name of the lexicon in a text: tokens `[from, to)`, attached particles taken off as `cut` says. */
export interface Hit {
  readonly from: number
  readonly to: number
  readonly cut: Cut
  readonly entry: Entry
}

/** All hits of a text, by the token at which they begin. */
export interface Hits {
  readonly all: readonly Hit[]
  /** Hits that begin at token `i`: `all[first[i]] … all[first[i + 1] - 1]`. */
  readonly first: Int32Array
  /** The classes of the hits that begin at token `i`, as bits. */
  readonly classes: Int32Array
}

/** What can be told of a word by itself. */
export interface WordFacts {
  /** It begins with the article, by its letters: «الوزير», «للوزير», «والوزير». */
  readonly definite: boolean
  /** It, or what remains without its particles, stands in the table of ordinary words. */
  readonly common: boolean
}

const NOTHING: readonly Start[] = []

/** A word of a text as the beginning of a name. */
interface Start {
  readonly cut: Cut
  readonly named: readonly Entry[]
  readonly next: Map<number, Node>
}

/** One compiled set of tables: sorted lines, and a lazy look-up by first word. */
class Index {
  private readonly lineStarts: Int32Array
  private readonly rowStarts: Int32Array
  private readonly tables: { path: string; first: number; columns: string[] }[]
  private readonly rows = new Map<number, Row>()

  constructor(private readonly data: Compiled) {
    this.lineStarts = lineStartsOf(data.aliases)
    this.rowStarts = lineStartsOf(data.rows)
    this.tables = data.tables.split('\n').filter(Boolean).map(line => {
      const [path = '', first = '0', ...columns] = line.split('\t')
      return { path, first: Number(first), columns }
    })
  }

  /** Adds to `node` every name whose first word is `word`. */
  expand(word: string, node: Node, words: Words): void {
    const text = this.data.aliases
    for (let line = this.lowerBound(word); line + 1 < this.lineStarts.length; line++) {
      const start = this.lineStarts[line] as number
      const tab = text.indexOf('\t', start)
      const after = text.charCodeAt(start + word.length)
      if (!text.startsWith(word, start) || (after !== 0x20 && after !== 0x09)) break
      let at = node
      if (start + word.length < tab) {
        for (const next of text.slice(start + word.length + 1, tab).split(' ')) {
          const id = words.id(next)
          let child = at.next.get(id)
          if (!child) {
            child = { entries: [], next: new Map() }
            at.next.set(id, child)
          }
          at = child
        }
      }
      for (const target of text.slice(tab + 1, (this.lineStarts[line + 1] as number) - 1).split(';')) at.entries.push(this.entry(target))
    }
  }

  private entry(target: string): Entry {
    const space = target.indexOf(' ')
    const weak = target.endsWith('~')
    return { row: this.row(Number(target.slice(0, space))), class: classOf(target.charCodeAt(space + 1)), form: target.slice(space + 2, weak ? -1 : undefined), weak }
  }

  row(number: number): Row {
    let row = this.rows.get(number)
    if (!row) {
      let t = this.tables.length - 1
      while ((this.tables[t]?.first as number) > number) t--
      const { path, columns } = this.tables[t] as { path: string; columns: string[] }
      const [line, ...cells] = this.data.rows.slice(this.rowStarts[number], (this.rowStarts[number + 1] as number) - 1).split('\t')
      row = { by: `${path}:${line}`, table: path, cells: Object.fromEntries(columns.map((c, i) => [c, cells[i] ?? ''])) }
      this.rows.set(number, row)
    }
    return row
  }

  /** All rows of the tables whose path matches. */
  *rowsOf(path: RegExp): Generator<Row> {
    const count = this.rowStarts.length - 1
    for (const [i, table] of this.tables.entries()) {
      if (!path.test(table.path)) continue
      const end = this.tables[i + 1]?.first ?? count
      for (let n = table.first; n < end; n++) yield this.row(n)
    }
  }

  private lowerBound(word: string): number {
    const text = this.data.aliases
    let [low, high] = [0, this.lineStarts.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (before(text, this.lineStarts[middle] as number, word)) low = middle + 1
      else high = middle
    }
    return low
  }
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

function lineStartsOf(text: string): Int32Array {
  const starts: number[] = []
  if (text.length > 0) for (let at = 0; at >= 0; at = text.indexOf('\n', at)) starts.push(at === 0 ? 0 : ++at)
  starts.push(text.length + 1)
  return Int32Array.from(starts)
}

/** The particles that `data/words/clitics.tsv` lists. */
export function readClitics(data: Compiled): Clitic[] {
  const grammar = JSON.parse(data.grammar) as Record<string, string>
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
  /** The letters of one particle: `Part.in` -> «ب». */
  readonly prepositionOf: (part: number) => string
  private readonly quote: number
  private readonly indexes: readonly Index[]
  private readonly starts: (readonly Start[] | undefined)[] = []
  private readonly known: (WordFacts | undefined)[] = []
  private readonly nodes = new Map<string, Node | null>()

  /** `data`: the compiled tables of khabar, then those that a user adds. */
  constructor(
    readonly words: Words,
    data: readonly Compiled[],
  ) {
    this.quote = words.id(String.fromCharCode(QUOTE))
    this.indexes = data.map(d => new Index(d))
    const clitics = readClitics(data[0] as Compiled)
    this.cuts = createCuts(words, clitics)
    const prefixes = new Map(clitics.filter(c => c.side === 'prefix').map(c => [c.form, bitsOf(c.parts)]))
    this.partsOf = prefix => prefixes.get(prefix) ?? 0
    this.prepositionOf = part => clitics.find(c => c.side === 'prefix' && bitsOf(c.parts) === part && c.rest.length === 0)?.form ?? ''
  }

  /** All rows of the tables whose path matches. */
  *rowsOf(path: RegExp): Generator<Row> {
    for (const index of this.indexes) yield* index.rowsOf(path)
  }

  /** Every name of the lexicon in a text, longest reading or not: who uses them chooses. */
  scan(tokens: Tokens): Hits {
    const all: Hit[] = []
    const first = new Int32Array(tokens.size + 1)
    const classes = new Int32Array(tokens.size + 1)
    for (let i = 0; i < tokens.size; i++) {
      first[i] = all.length
      const starts = this.starts[tokens.word[i] as number] ?? this.startsOf(tokens.word[i] as number)
      let mask = 0
      for (const { cut, named: entries, next } of starts) {
        for (const entry of entries) {
          all.push({ from: i, to: i + 1, cut, entry })
          mask |= entry.class
        }
        if (cut.suffix === 0 && next.size > 0) mask |= this.follow(tokens, i, cut, next, all)
      }
      classes[i] = mask
    }
    first[tokens.size] = all.length
    return { all, first, classes }
  }

  /** Names of more than one word: quotes inside are passed over, «تنظيم "الدولة الإسلامية"». Returns the classes found. */
  private follow(tokens: Tokens, from: number, cut: Cut, next: Map<number, Node>, all: Hit[]): number {
    let at = next
    let mask = 0
    let quotes = 0
    for (let k = from + 1; k < tokens.size && ((tokens.flags[k] as number) & Flag.first) === 0; k++) {
      const found = at.get(tokens.word[k] as number)
      if (!found) {
        if (tokens.word[k] !== this.quote) break
        quotes++
        continue
      }
      at = found.next
      const to = quotes % 2 === 1 && tokens.word[k + 1] === this.quote ? k + 2 : k + 1
      for (const entry of found.entries) {
        all.push({ from, to, cut, entry })
        mask |= entry.class
      }
      if (at.size === 0) break
    }
    return mask
  }

  /** What can be told of a word by itself; remembered. */
  facts(word: number): WordFacts {
    return (this.known[word] ??= this.factsOf(word))
  }

  private factsOf(word: number): WordFacts {
    const cuts = this.cuts(word)
    const isCommon = (stem: string): boolean => this.lookUp(stem).some(e => e.class === Class.common)
    return { definite: cuts.some(c => (c.parts & Part.the) !== 0), common: cuts.some(c => isCommon(c.stem)) }
  }

  /** The names that a single folded word has, attached particles not taken off. */
  lookUp(word: string): readonly Entry[] {
    return this.node(word)?.entries ?? []
  }

  private startsOf(word: number): readonly Start[] {
    const starts: Start[] = []
    for (const cut of this.cuts(word)) {
      const node = this.node(cut.stem)
      if (!node) continue
      const entries = named(node.entries)
      if (entries.length > 0 || node.next.size > 0) starts.push({ cut, named: entries, next: node.next })
    }
    const found = starts.length > 0 ? starts : NOTHING
    this.starts[word] = found
    return found
  }

  private node(word: string): Node | null {
    let node = this.nodes.get(word)
    if (node === undefined) {
      const fresh: Node = { entries: [], next: new Map() }
      for (const index of this.indexes) index.expand(word, fresh, this.words)
      node = fresh.entries.length > 0 || fresh.next.size > 0 ? fresh : null
      this.nodes.set(word, node)
    }
    return node
  }
}
