import type { TitleContent } from '../find/name/title.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { Found } from '../resolve/mention.ts'
import { COLON, DOT } from '../text/chars.ts'
import { Part } from '../token/cuts.ts'
import { markAt } from '../token/token.ts'
import { type Argument, OF } from './argument.ts'
import type { Role } from './frame.ts'
import type { Layout } from './layout.ts'
import { type Filling, fillSlots, isRole, type Match } from './match.ts'
import type { Player, Players } from './player.ts'
import type { BuildSource } from './source.ts'
import { numberOf, type Trait } from './trait.ts'

/** The article around a main event. */
export interface Story {
  readonly type: string
  readonly layout: Layout
  args(sentence: number): readonly Argument[]
  /** The readings of each sentence; a list may be missing. */
  readonly matches: readonly (readonly Match[] | undefined)[]
  /** What the frames of the main event say. */
  readonly fillings: readonly Filling[]
  /** The speaker of a headline «X: …». */
  readonly quoted: Argument | null
}

/** How often an article names someone, and how. */
interface Tally {
  mentions: number
  /** In headline and first sentences. */
  early: number
  /** Within the post of another: «وزير خارجية فرنسا». */
  owned: number
  /** In what someone says. */
  reported: number
  /** In sentences that tell what was before. */
  background: number
  /** As an argument of the first sentences; of those as a genitive, and as a place. */
  stands: number
  genitives: number
  places: number
  /** Whether a sentence below the headline has named it. */
  met: boolean
}

/** Sentences below the headline in which it matters how someone stands. */
const NEAR = 7
/** Readings below this tell nothing of who acts. */
const LEAST = 0.3
/** Sentences below the headline: mentions up to the first are early ones, a first mention up to the others is early, or late. */
const FIRST = 3
const EARLY = 5
const LATE = 10
/** How many tokens of the lead are its opening, and reach to its middle. */
const OPENING = 9
const MIDWAY = 20

/** What is told of someone else, by what of them. */
const OTHERS: readonly (readonly [Trait, readonly Trait[]])[] = [
  ['other-agent', ['headline-agent', 'lead-agent']],
  ['other-patient', ['headline-patient', 'lead-patient']],
  ['other-participant', ['headline-participant', 'lead-participant']],
  ['other-says', ['says', 'quoted']],
]
const ORDER: readonly Trait[] = ['first-of-all', 'second-of-all', 'third-of-all']
const ORDER_OF_KIND: readonly Trait[] = ['first-of-kind', 'second-of-kind']
/** Prepositions that say nothing by themselves, by their rows in `data/words/function.tsv`. */
const GOVERNORS: Readonly<Record<string, Trait>> = { to: 'mark-to', from: 'mark-from', on: 'mark-on' }

/** The role that a frame, or a rule, first gave to a player: a chair stays one. */
export interface Told {
  readonly role: Role
  readonly by: string
}

/** Finds the traits of all players of a story. Returns what frames say of them. */
export function readStanding(players: Players, story: Story, source: BuildSource): Map<Player, Told> {
  return new Standing(players, story, source).read()
}

class Standing {
  private readonly tallies = new Map<Player, Tally>()
  private readonly told = new Map<Player, Told>()
  /** By sentence the token where reported speech begins. */
  private readonly that: number[] = []

  constructor(
    private readonly players: Players,
    private readonly story: Story,
    private readonly source: BuildSource,
  ) {
    for (const player of players.list) {
      const none = { mentions: 0, early: 0, owned: 0, reported: 0, background: 0, stands: 0, genitives: 0, places: 0, met: false }
      this.tallies.set(player, none)
    }
  }

  read(): Map<Player, Told> {
    const { story, players } = this
    const { layout, matches, fillings, quoted } = story
    this.readMentions()
    const last = Math.min(layout.count, layout.title + NEAR)
    for (let sentence = 0; sentence < last; sentence++) {
      const args = story.args(sentence)
      const here = matches[sentence] ?? []
      this.readArguments(sentence, args, here)
      this.readOthers(sentence, args, here)
    }
    for (const filling of fillings) this.fill(filling)
    const speaker = quoted ? players.of(quoted.found) : undefined
    if (speaker) {
      speaker.traits.set('quoted')
      if (!this.told.has(speaker)) this.told.set(speaker, { role: 'agent', by: 'headline-quote' })
    }
    this.compare()
    return this.told
  }

  private readMentions(): void {
    const { players, source, story } = this
    const adjectives = new Set<string>()
    /** Countries of the bodies and posts of headline and first sentence. */
    const bodies = new Set<string>()
    let title: Found | null = null
    for (const f of source.found) {
      const sentence = (source.tokens.sentence[f.from] as number) - story.layout.title
      if (f.kind === 'title') title = f
      else if (f.kind === 'nationality') adjectives.add(f.entry?.row.cells.id ?? '')
      const post = title?.content as TitleContent | undefined
      if (f.kind === 'title' && post?.country && sentence < 1) bodies.add(post.country)
      const player = players.of(f)
      if (!player) continue
      const owned = title !== null && f.kind !== 'title' && f.kind !== 'person' && f.from >= title.from && f.to <= title.to
      if (f.kind === 'person' && post?.person?.[0] === f.from) {
        player.traits.set('with-post')
        if (post.modifier === 'former') player.traits.set('former')
        player.country ||= post.country
      } else if (f.kind === 'organization' && player.country && sentence < 1) bodies.add(player.country)
      this.readMention(player, f, sentence, owned)
    }
    for (const { found, traits, country } of players.list) {
      if (found.kind === 'place') {
        if (bodies.has(country)) traits.set('its-body')
        if (adjectives.has(country)) traits.set('adjective')
      } else if (country && players.country(country)?.traits.has('headline')) traits.set('its-country')
    }
  }

  private readMention(player: Player, f: Found, sentence: number, owned: boolean): void {
    const { layout } = this.story
    const { traits } = player
    const tally = this.tallies.get(player) as Tally
    tally.mentions++
    if (this.isReported(f)) tally.reported++
    if (sentence >= 0 && this.isWord(this.source.tokens.sentences[sentence + layout.title] as number, 'copula')) {
      // «وكان ...»: a sentence that tells what was before
      tally.background++
      traits.set('background')
    }
    if (sentence < FIRST) tally.early++
    if (owned) {
      tally.owned++
      traits.set('in-post')
    } else if (sentence < 0) traits.set('headline')
    else {
      if (sentence === 0) {
        traits.set('lead')
        const at = f.from - (this.source.tokens.sentences[layout.title] as number)
        if (at < MIDWAY) traits.set(at < OPENING ? 'opening' : 'midway')
      } else if (sentence === 1) traits.set('second')
      else if (!tally.met) traits.set(sentence < EARLY ? 'early' : sentence < LATE ? 'late' : 'last')
      tally.met = true
    }
  }

  /** Whether a mention stands in what someone says: behind «أن», or behind a colon. */
  private isReported({ from }: Found): boolean {
    const sentence = this.source.tokens.sentence[from] as number
    this.that[sentence] ??= this.thatOf(sentence)
    return from > (this.that[sentence] as number)
  }

  private thatOf(sentence: number): number {
    const { tokens } = this.source
    const end = tokens.sentences[sentence + 1] as number
    for (let i = tokens.sentences[sentence] as number; i < end; i++) if (markAt(tokens, i) === COLON || this.isWord(i, 'that')) return i
    return Number.POSITIVE_INFINITY
  }

  private isWord(i: number, kind: string): boolean {
    const { hits } = this.source
    if (((hits.classes[i] as number) & Class.word) === 0) return false
    return (hits.at[i] as readonly Hit[]).some(
      ({ entry, cut }) =>
        entry.class === Class.word && entry.row.cells.kind === kind && (cut.parts & ~(Part.and | Part.so | Part.in)) === 0,
    )
  }

  /** How players stand in a sentence: their order, their prepositions, on which side of the word for the event. */
  private readArguments(sentence: number, args: readonly Argument[], matches: readonly Match[]): void {
    const { layout, type } = this.story
    const trigger = sentence <= layout.title ? matches.find(m => m.frame.type === type)?.trigger : undefined
    let order = 0
    for (const argument of args) {
      const player = this.players.of(argument.found)
      if (!player) continue
      order++
      const { traits } = player
      const tally = this.tallies.get(player) as Tally
      if (sentence === 0 && layout.title > 0) this.readHeadline(player, argument, order)
      if (sentence === layout.title && order <= 2) traits.set(order === 1 ? 'lead-first' : 'lead-second')
      const { found, marker, slot, governor, joined } = argument
      if (found.kind === 'place' && found.entity?.placeKind !== 'country') traits.set('capital')
      if (trigger) traits.set(argument.to <= trigger.from ? 'before-trigger' : 'after-trigger')
      if (joined) traits.set('joined')
      tally.stands++
      if (marker === '') {
        if (!joined) traits.set('bare')
      } else if (marker === OF) {
        traits.set('genitive')
        tally.genitives++
      } else if (slot) {
        traits.set(numberOf(`mark-${slot}`) < 0 ? 'mark-other' : (`mark-${slot}` as Trait))
        if (slot === 'place') tally.places++
      } else traits.set(GOVERNORS[governor] ?? 'mark-other')
    }
  }

  private readHeadline({ traits }: Player, argument: Argument, order: number): void {
    const { tokens } = this.source
    if (order <= 2) traits.set(order === 1 ? 'headline-first' : 'headline-second')
    if (argument.marker === '') traits.set('headline-bare')
    if (argument.to === tokens.sentences[1]) traits.set('headline-end')
    // «فرنسا: إضراب ...», «اليمن.. المبعوث الأممي ...»: the scene, or who speaks
    const mark = markAt(tokens, argument.to)
    if (mark === COLON || mark === DOT) traits.set('headline-colon')
  }

  /** What words of other events say of players. */
  private readOthers(sentence: number, args: readonly Argument[], matches: readonly Match[]): void {
    const { layout, type } = this.story
    const { sentences } = this.source.tokens
    const fillings: Filling[] = []
    for (const match of matches) {
      if (match.frame.type === type || match.weight < LEAST) continue
      const saying = match.frame.type === 'statement'
      fillings.length = 0
      fillSlots(match, args, sentences[sentence] as number, sentences[sentence + 1] as number, fillings)
      for (const { argument, slot } of fillings) {
        const traits = this.players.of(argument.found)?.traits
        if (!traits) continue
        if (slot === 'agent') traits.set(!saying ? 'acts' : sentence <= layout.title + 1 ? 'says' : 'says-below')
        else if (slot === 'patient') traits.set(saying ? 'addressed' : 'suffers')
        else if (slot === 'participant' && !saying) traits.set('joins')
        else if (slot === 'place' && !saying) traits.set('scene')
      }
    }
  }

  /** What words of the main event say of a player. */
  private fill({ argument, slot, by }: Filling): void {
    const player = this.players.of(argument.found)
    if (!player) return
    const { layout } = this.story
    const sentence = this.source.tokens.sentence[argument.found.from] as number
    const trait = `${sentence < layout.title ? 'headline' : sentence < layout.lead ? 'lead' : 'body'}-${slot}`
    if (numberOf(trait) >= 0) player.traits.set(trait as Trait)
    if (argument.joined) player.traits.set('by-list')
    if (isRole(slot) && (!this.told.has(player) || slot === 'chair')) this.told.set(player, { role: slot, by })
  }

  /** What players are beside one another: who is named most, who first, what is told of someone else. */
  private compare(): void {
    const { list } = this.players
    const counts = [...new Set([...this.tallies.values()].map(t => t.mentions))].sort((a, b) => b - a)
    const told = OTHERS.map(([, traits]) => list.filter(p => traits.some(t => p.traits.has(t))).length)
    const ofKind = new Map<string, number>()
    let order = 0
    let agentBefore = false
    let saysBefore = false
    for (const player of list) {
      const { traits, found } = player
      const tally = this.tallies.get(player) as Tally
      readTally(traits, tally)
      if (tally.mentions > 1 && tally.mentions === counts[0]) traits.set('most')
      else if (tally.mentions > 1 && tally.mentions === counts[1]) traits.set('next-most')
      for (const [n, [other, own]] of OTHERS.entries()) {
        if ((told[n] as number) > (own.some(t => traits.has(t)) ? 1 : 0)) traits.set(other)
      }
      if (agentBefore) traits.set('agent-before')
      if (saysBefore) traits.set('says-before')
      agentBefore ||= traits.has('headline-agent') || traits.has('lead-agent')
      saysBefore ||= traits.has('says')
      if (traits.has('only-in-post')) continue
      const all = ORDER[order++]
      if (all) traits.set(all)
      const number = ofKind.get(found.kind) ?? 0
      ofKind.set(found.kind, number + 1)
      const own = ORDER_OF_KIND[number]
      if (own) traits.set(own)
    }
  }
}

function readTally(traits: Player['traits'], { mentions, early, owned, reported, background, stands, genitives, places }: Tally): void {
  traits.set(mentions === 1 ? 'once' : mentions === 2 ? 'twice' : 'often')
  if (early > 1) traits.set('twice-early')
  if (!traits.has('headline') && !traits.has('lead')) traits.set('not-in-lead')
  if (stands > 0 && genitives === stands) traits.set('only-genitive')
  if (stands > 0 && places === stands) traits.set('only-place')
  if (owned === mentions) traits.set('only-in-post')
  if (reported > 0) traits.set('reported')
  if (reported === mentions) traits.set('only-reported')
  if (background === mentions) traits.set('only-background')
}
