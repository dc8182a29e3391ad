import type { TriggerContent } from '../find/trigger.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { Found } from '../resolve/mention.ts'
import { QUOTE } from '../text/chars.ts'
import { markAt } from '../token/token.ts'
import { type ArgumentSource, firstFrom } from './argument.ts'

/** How far behind a word of background, or a gathering, a name still belongs to it, in tokens. */
const BACKGROUND_REACH = 8
const GATHERING_REACH = 6
/** Rows of `data/words/function.tsv`. */
const BACKGROUND = new Set(['after', 'since', 'before'])
const GATHERINGS = new Set(['meeting', 'conference', 'visit'])

/** Reads a sentence from its begin, and tells in what clause each token stands. Ask for tokens in ascending order. */
export class Asides {
  /** Between quotation marks. */
  quoted = false
  /** Behind «أن»: what somebody says. */
  content = false
  /** Behind «التي». */
  relative = false
  /** The sentence begins with «كان». */
  past = false
  private behind = Number.NEGATIVE_INFINITY
  private gathered = Number.NEGATIVE_INFINITY
  private at: number
  private next: number

  constructor(
    private readonly start: number,
    private readonly source: ArgumentSource & { readonly found: readonly Found[] },
  ) {
    this.at = start
    this.next = firstFrom(source.found, start)
  }

  /** Whether «بعد», «منذ» or «قبل» stands shortly before a token: what follows is background. */
  isBackground = (token: number): boolean => token - this.behind <= BACKGROUND_REACH
  /** Whether a meeting, conference or visit is named shortly before: «خلال مؤتمر صحفي في الخرطوم». */
  isGathering = (token: number): boolean => token - this.gathered <= GATHERING_REACH

  /** Reads on to a token. */
  moveTo(token: number): void {
    const { tokens, hits, found } = this.source
    for (; this.at < token; this.at++) {
      if (markAt(tokens, this.at) === QUOTE) this.quoted = !this.quoted
      if (((hits.classes[this.at] as number) & Class.word) !== 0) this.readWord(hits.at[this.at] as readonly Hit[])
    }
    for (; this.next < found.length && (found[this.next] as Found).from < token; this.next++) {
      const f = found[this.next] as Found
      if (f.kind === 'trigger' && (f.content as TriggerContent).hits.some(isGatheringWord)) this.gathered = f.from
    }
  }

  private readWord(hits: readonly Hit[]): void {
    for (const { entry, cut } of hits) {
      if (entry.class !== Class.word || cut.suffix > 0) continue
      const { id = '', kind } = entry.row.cells
      if (id === 'that') this.content = true
      else if (kind === 'relative') this.relative = true
      else if (kind === 'copula' && this.at === this.start) this.past = true
      else if (BACKGROUND.has(id)) this.behind = this.at
    }
  }
}

const isGatheringWord = ({ entry }: Hit): boolean => GATHERINGS.has(entry.row.cells.type ?? '')
