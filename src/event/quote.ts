import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import { COLON, DOT, QUOTE, QUOTE_CLOSE, QUOTE_OPEN } from '../text/chars.ts'
import type { Evidence, Span } from '../text/span.ts'
import { Kind, markAt, rawSpan, sentenceOf } from '../token/token.ts'
import type { Argument, ArgumentSource } from './argument.ts'
import { quoteTitle } from './choose.ts'
import type { Layout } from './layout.ts'
import { type Filling, fillSlots, type Match } from './match.ts'

/** Words that the text gives as somebody's own, or as what somebody said. */
export interface Quote extends Span {
  text: string
  /** Between quotation marks, or behind «X:» in a headline. Otherwise reported: «قال إن …» (he said that …). */
  direct: boolean
  /** The entity that speaks; null where the text names none. */
  speaker: string | null
  /** The words that name the speaker; null where a pronoun carries on the one before: «وأضاف». */
  named: Evidence | null
  /** The verb of saying, or «بحسب» with its name. */
  verb: Evidence
}

/** A shorter quotation is a name, or a word held at arm's length: «ما يسمى "الدولة"». */
const FEWEST_WORDS = 4
const MOST_TOKENS = 400
/** How far before a quotation its verb may stand, and how far behind. */
const BEFORE = 30
const BEHIND = 8
/** How far behind a verb the conjunction may stand that begins what was said: «قال وزير الخارجية الفرنسي جان إيف لودريان إن …». */
const THAT_REACH = 18
/** A verb without a subject carries on the speaker of this many sentences before. */
const CARRIED = 3

/** A stretch between quotation marks: tokens of its words. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** A verb of saying with who speaks. */
interface Speech {
  readonly from: number
  readonly to: number
  readonly by: string
  readonly speaker: Argument | null
  readonly carried: string | null
}

/** The quotations of a text, in order. `sentences`: the readings of each. */
export function quotesOf(
  sentences: readonly (readonly Match[] | undefined)[],
  layout: Layout,
  source: ArgumentSource,
  args: (sentence: number) => readonly Argument[],
): Quote[] {
  const { tokens } = source
  const quotes: Quote[] = []
  const stretches = stretchesOf(source)
  let [known, at] = ['', -CARRIED]
  let next = 0
  for (let sentence = 0; sentence < layout.count; sentence++) {
    const from = tokens.sentences[sentence] as number
    const to = tokens.sentences[sentence + 1] as number
    const carried = sentence - at < CARRIED ? known : ''
    const speeches = speechesOf(sentences[sentence], from, to, stretches, source, args(sentence), carried)
    const used = new Set<Speech>()
    const add = (begin: number, end: number, direct: boolean, speech: Speech): void => {
      used.add(speech)
      quotes.push(quoteOf(begin, end, direct, speech, source))
      const speaker = quotes[quotes.length - 1]?.speaker
      if (speaker) [known, at] = [speaker, sentence]
    }
    for (; next < stretches.length && (stretches[next] as Stretch).from < to; next++) {
      const stretch = stretches[next] as Stretch
      const speech = speechOf(stretch, speeches, sentence, source, args)
      if (speech) add(stretch.from, stretch.to, true, speech)
    }
    const headline = sentence < layout.title ? headlineQuote(layout, source, args(sentence), to) : null
    if (headline) add(headline.from, headline.to, true, headline.speech)
    for (const speech of speeches) {
      if (used.has(speech)) continue
      const that = thatBehind(speech, speeches, to, source)
      if (that >= 0) add(that, withoutDot(to, source), false, speech)
    }
  }
  return quotes.sort((a, b) => Number(b.in === 'title') - Number(a.in === 'title') || a.start - b.start)
}

/** The verbs of saying in a sentence, outside quotations, with their subjects. */
function speechesOf(
  matches: readonly Match[] | undefined,
  from: number,
  to: number,
  stretches: readonly Stretch[],
  source: ArgumentSource,
  args: readonly Argument[],
  carried: string,
): Speech[] {
  const speeches: Speech[] = []
  for (const match of matches ?? []) {
    const { frame, trigger } = match
    if (!isSaying(match) || stretches.some(s => s.from <= trigger.from && trigger.from < s.to)) continue
    // «لم يعلن» (did not announce), «دون أن يوضح» (without making clear)
    if (hasWord(trigger.from - 1, h => isThat(h) || isNegation(h), source)) continue
    // who speaks is named before what is said begins
    let end = trigger.to
    while (end < to && !isThatAt(end, source) && markAt(source.tokens, end) !== COLON && !stretches.some(s => s.from === end + 1)) end++
    const fillings: Filling[] = []
    fillSlots(match, args, from, end, fillings)
    const speaker = fillings.find(f => f.slot === 'agent')?.argument ?? null
    if (speaker || carried)
      speeches.push({ from: trigger.from, to: trigger.to, by: frame.row.by, speaker, carried: speaker ? null : carried })
  }
  return speeches
}

/** A finite verb of saying in its own sense: no «وصفه» (described him), no «سيحمل» (will carry) without the words that make it one. */
const isSaying = ({ frame, hit, weight }: Match): boolean =>
  frame.type === 'statement' && frame.sense !== '' && hit.entry.form.includes('.') && hit.cut.suffix === 0 && weight >= frame.weight

/** Stretches between quotation marks, each within its paragraph and of several words. */
function stretchesOf({ tokens }: ArgumentSource): Stretch[] {
  const { size, kind, blocks, text } = tokens
  const stretches: Stretch[] = []
  let open = -1
  for (let i = 0; i < size; i++) {
    if (markAt(tokens, i) !== QUOTE) continue
    const sign = text.raw.charCodeAt(text.at[tokens.start[i] as number] as number)
    const isSame = open >= 0 && blocks[sentenceOf(tokens, open)] === blocks[sentenceOf(tokens, i)] && i - open <= MOST_TOKENS
    // «…» tells by itself which end it is, "…" does not
    if (sign === QUOTE_OPEN || (sign !== QUOTE_CLOSE && !isSame)) {
      open = i
      continue
    }
    if (isSame) {
      let words = 0
      for (let k = open + 1; k < i; k++) if (kind[k] === Kind.word) words++
      if (words >= FEWEST_WORDS) stretches.push({ from: open + 1, to: i })
    }
    open = -1
  }
  return stretches
}

/** Who says a stretch: the nearest verb before it in its sentence, else one right behind it, else «بحسب X» behind it. */
function speechOf(
  { from, to }: Stretch,
  speeches: readonly Speech[],
  sentence: number,
  source: ArgumentSource,
  args: (sentence: number) => readonly Argument[],
): Speech | null {
  const { tokens } = source
  const before = speeches.findLast(s => s.to <= from && from - s.to <= BEFORE)
  if (before) return before
  // the marks may close in a later sentence of the paragraph
  const last = Math.min(sentenceOf(tokens, to), tokens.sentenceCount - 1)
  if (last === sentence) {
    const behind = speeches.find(s => s.from > to && s.from - to <= BEHIND)
    if (behind) return behind
  }
  const named = args(last).find(a => a.slot === 'source' && a.from > to && a.from - to <= BEHIND + 2)
  return named ? { from: Math.max(to + 1, named.from - 1), to: named.to, by: 'quote-source', speaker: named, carried: null } : null
}

/** «بلينكن: "سنواصل …"», «بلينكن: سنواصل …» in a headline. */
function headlineQuote(
  layout: Layout,
  source: ArgumentSource,
  titleArgs: readonly Argument[],
  to: number,
): { from: number; to: number; speech: Speech } | null {
  const { tokens } = source
  const speaker = quoteTitle(layout, source, titleArgs)
  if (!speaker) return null
  let colon = speaker.to
  while (colon < to && markAt(tokens, colon) !== COLON) colon++
  let from = colon + 1
  let end = withoutDot(to, source)
  if (markAt(tokens, from) === QUOTE && markAt(tokens, end - 1) === QUOTE) [from, end] = [from + 1, end - 1]
  if (end - from < FEWEST_WORDS) return null
  return { from, to: end, speech: { from: speaker.from, to: speaker.to, by: 'headline-quote', speaker, carried: null } }
}

/** Where what was said begins behind a verb, with «أن» itself, or -1. A later verb of saying takes it for its own. */
function thatBehind(speech: Speech, speeches: readonly Speech[], to: number, source: ArgumentSource): number {
  const later = speeches.find(s => s.from > speech.from)?.from ?? to
  const end = Math.min(later, to, speech.to + THAT_REACH)
  for (let i = speech.to; i < end; i++) if (isThatAt(i, source)) return i
  return -1
}

/** «أن», but for «بعد أن» (after). */
function isThatAt(i: number, source: ArgumentSource): boolean {
  return hasWord(i, isThat, source) && !hasWord(i - 1, isTime, source)
}

function hasWord(i: number, test: (hit: Hit) => boolean, { hits }: ArgumentSource): boolean {
  return i >= 0 && ((hits.classes[i] as number) & Class.word) !== 0 && (hits.at[i] as readonly Hit[]).some(test)
}

const isThat = ({ entry }: Hit): boolean => entry.class === Class.word && entry.row.cells.kind === 'that'
const isNegation = ({ entry }: Hit): boolean => entry.class === Class.word && entry.row.cells.kind === 'negation'
const isTime = ({ entry }: Hit): boolean => entry.class === Class.word && TIME_WORDS.has(entry.row.cells.id ?? '')
/** Rows of `data/words/function.tsv`. */
const TIME_WORDS = new Set(['after', 'before', 'since', 'because', 'without'])

function withoutDot(to: number, { tokens }: ArgumentSource): number {
  return markAt(tokens, to - 1) === DOT ? to - 1 : to
}

function quoteOf(from: number, to: number, direct: boolean, { speaker, carried, ...verb }: Speech, { tokens }: ArgumentSource): Quote {
  const evidence = (begin: number, end: number, by: string): Evidence => {
    const span = rawSpan(tokens, begin, end)
    return { ...span, text: tokens.text.raw.slice(span.start, span.end), by }
  }
  const span = rawSpan(tokens, from, to)
  return {
    ...span,
    text: tokens.text.raw.slice(span.start, span.end),
    direct,
    speaker: speaker?.found.entity?.id ?? carried,
    named: speaker ? evidence(speaker.from, speaker.to, speaker.found.by) : null,
    verb: evidence(verb.from, verb.to, verb.by),
  }
}
