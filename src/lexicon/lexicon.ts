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
  readonly classes: Int32Array
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
  readonly longer: readonly { readonly cut: Cut; readonly next: Map<number, Node> }[]
}

const NOTHING: Start = { hits: [], classes: 0, longer: [] }

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
  expand(word: string, node: Node, follower: (word: string) => number): void {
    const text = this.data.aliases
    for (let line = this.lowerBound(word); line + 1 < this.lineStarts.length; line++) {
      const start = this.lineStarts[line] as number
      const tab = text.indexOf('\t', start)
      const after = text.charCodeAt(start + word.length)
      if (!text.startsWith(word, start) || (after !== 0x20 && after !== 0x09)) break
      let at = node
      if (start + word.length < tab) {
        for (const next of text.slice(start + word.length + 1, tab).split(' ')) {
          const id = follower(next)
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
  /** The letters of one particle: `Part.in` -> «ب», `Part.the` -> «ال». */
  readonly particle: (part: number) => string
  private readonly quote: number
  private readonly indexes: readonly Index[]
  private readonly starts: (Start | undefined)[] = []
  private readonly known: (WordFacts | undefined)[] = []
  private readonly stemIds: (Int32Array | undefined)[] = []
  /** Words that stand behind another in some name: most words do not, and end the search for longer names at once. */
  private follows = new Uint8Array(1 << 12)
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
    this.particle = part => clitics.find(c => c.side !== 'suffix' && bitsOf(c.parts) === part && c.rest.length === 0)?.form ?? ''
  }

  /** All rows of the tables whose path matches. */
  *rowsOf(path: RegExp): Generator<Row> {
    for (const index of this.indexes) yield* index.rowsOf(path)
  }

  /** Every name of the lexicon in a text, longest reading or not: who uses them chooses. Allocates for names of several words only. */
  scan(tokens: Tokens): Hits {
    const { size, word } = tokens
    const at = new Array<readonly Hit[]>(size)
    const classes = new Int32Array(size + 1)
    for (let i = 0; i < size; i++) {
      const start = this.starts[word[i] as number] ?? this.startOf(word[i] as number)
      at[i] = start.hits
      classes[i] = start.classes
      if (start.longer.length === 0 || i + 1 === size || (this.follows[word[i + 1] as number] !== 1 && word[i + 1] !== this.quote)) continue
      let more: Hit[] | null = null
      for (const { cut, next } of start.longer) more = this.follow(tokens, i, cut, next, more)
      if (!more) continue
      let mask = start.classes
      for (const hit of more) mask |= hit.entry.class
      at[i] = [...start.hits, ...more]
      classes[i] = mask
    }
    return { at, classes }
  }

  /** Names of more than one word: quotes inside are passed over, «تنظيم "الدولة الإسلامية"». */
  private follow(tokens: Tokens, from: number, cut: Cut, next: Map<number, Node>, found: Hit[] | null): Hit[] | null {
    let at = next
    let quotes = 0
    let out = found
    for (let k = from + 1; k < tokens.size && ((tokens.flags[k] as number) & Flag.first) === 0; k++) {
      const node = at.get(tokens.word[k] as number)
      if (!node) {
        if (tokens.word[k] !== this.quote) break
        quotes++
        continue
      }
      at = node.next
      const to = quotes % 2 === 1 && tokens.word[k + 1] === this.quote ? k + 2 : k + 1
      for (const entry of node.entries) {
        out ??= []
        out.push({ length: to - from, cut, entry })
      }
      if (at.size === 0) break
    }
    return out
  }

  /** What can be told of a word by itself; remembered. */
  facts(word: number): WordFacts {
    return (this.known[word] ??= this.factsOf(word))
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
    return (this.stemIds[word] ??= Int32Array.from(new Set(this.cuts(word).map(c => this.words.id(c.stem)))))
  }

  /** The names that a single folded word has, attached particles not taken off. */
  lookUp(word: string): readonly Entry[] {
    return this.node(word)?.entries ?? []
  }

  private startOf(word: number): Start {
    const hits: Hit[] = []
    const longer: { cut: Cut; next: Map<number, Node> }[] = []
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
      if (cut.suffix === 0 && node.next.size > 0) longer.push({ cut, next: node.next })
    }
    const start = hits.length + longer.length > 0 ? { hits, classes, longer } : NOTHING
    this.starts[word] = start
    return start
  }

  private node(word: string): Node | null {
    let node = this.nodes.get(word)
    if (node === undefined) {
      const fresh: Node = { entries: [], next: new Map() }
      for (const index of this.indexes) index.expand(word, fresh, id => this.follower(id))
      node = fresh.entries.length > 0 || fresh.next.size > 0 ? fresh : null
      this.nodes.set(word, node)
    }
    return node
  }

  /** The id of a word that stands behind another in a name. */
  private follower(word: string): number {
    const id = this.words.id(word)
    if (id >= this.follows.length) {
      const wider = new Uint8Array(Math.max(id + 1, this.follows.length * 2))
      wider.set(this.follows)
      this.follows = wider
    }
    this.follows[id] = 1
    return id
  }
}
