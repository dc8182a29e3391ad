import type { TitleContent } from '../find/name/title.ts'
import { Class } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { EntityBuilder } from '../resolve/entity.ts'
import type { Found } from '../resolve/mention.ts'
import { textOf, wordsOf } from '../resolve/registry.ts'
import { ALEF, ARABIC_COMMA, COMMA, LAM } from '../text/chars.ts'
import { markAt } from '../token/token.ts'
import { firstFrom, isPeople } from './argument.ts'
import type { Layout } from './layout.ts'
import type { BuildSource } from './source.ts'
import { type Trait, Traits } from './trait.ts'

/** Someone whom an article names, and who may take part in its main event. */
export interface Player {
  /** Null for a group or a post without a name, until the event takes it in. */
  entity: EntityBuilder | null
  /** Other entities that are the same: «بلجيكا» beside «المنتخب البلجيكي». */
  readonly also: EntityBuilder[]
  /** ISO code of the country that it is, or that it belongs to, or ''. */
  country: string
  /** Its first mention, and the words of it. */
  readonly found: Found
  readonly form: string
  readonly traits: Traits
}

/** Sentences below the headline in which groups are looked for. */
const GROUP_SENTENCES = 4
/** Among how many bodies it is looked for the same under another name. */
const MOST_BODIES = 40

const KINDS: Readonly<Record<string, Trait>> = {
  armed: 'armed',
  media: 'media',
  party: 'party',
  club: 'club',
  team: 'club',
  military: 'force',
  police: 'force',
  government: 'government',
  ministry: 'government',
  parliament: 'government',
  council: 'government',
  court: 'court',
  company: 'company',
  bank: 'company',
  fund: 'company',
  igo: 'league',
  coalition: 'league',
  union: 'league',
  federation: 'league',
  ngo: 'league',
}
const CROWDS: Readonly<Record<string, Trait>> = { crowd: 'crowd', victim: 'victims', official: 'officials', armed: 'fighters' }

/** Everyone whom an article names, in the order of the first mentions. `type`: that of the main event. */
export class Players {
  readonly list: Player[] = []
  private readonly byKey = new Map<unknown, Player>()
  /** Posts whose holder the text names, by what tells posts apart. */
  private readonly holders = new Map<string, EntityBuilder>()

  constructor(
    private readonly source: BuildSource,
    private readonly layout: Layout,
    private readonly type: string,
  ) {
    for (let n = 0; n < source.found.length; n++) this.meet(n)
    this.join()
  }

  /** Whom a mention names. */
  of(f: Found): Player | undefined {
    const key = this.keyOf(f)
    return key === null ? undefined : this.byKey.get(key)
  }

  country(code: string): Player | undefined {
    return this.byKey.get(`country:${code}`)
  }

  /** What tells apart whom mentions name: an entity, a country, a kind of people, a post; null where nobody is named. */
  private keyOf(f: Found): unknown {
    const { source } = this
    const { entity } = f
    if (f.kind === 'place') {
      if (!entity) return null
      if (entity.placeKind === 'country') return `country:${entity.country}`
      const country = source.capitalOf(entity.id)
      return country ? `country:${country}` : null
    }
    if (f.kind === 'person' || f.kind === 'organization') return entity
    if (f.kind === 'group') return f.entry ? `group:${f.entry.row.by}` : null
    if (f.kind === 'nationality') return `people:${f.entry?.row.by ?? ''}`
    if (f.kind !== 'title') return null
    const { person } = f.content as TitleContent
    if (person) return null
    const post = postOf(f)
    return entity ?? this.holders.get(post) ?? post
  }

  /** Makes a player of a mention, if it names someone for the first time. */
  private meet(n: number): void {
    const { source, layout } = this
    const { found, tokens } = source
    const f = found[n] as Found
    const sentence = tokens.sentence[f.from] as number
    if (f.kind === 'title' && !f.entity && !(f.content as TitleContent).person) {
      // «رئيس وزراء أرمينيا، سيرغ سركيسيان»: the name stands behind a comma
      const next = found[firstFrom(found, f.to)]
      if (next?.kind === 'person' && next.entity && next.from - f.to === 1 && isComma(markAt(tokens, f.to)))
        this.holders.set(postOf(f), next.entity)
    }
    const key = this.keyOf(f)
    if (key === null || key === undefined) return
    const known = this.byKey.get(key)
    if (known) {
      if (f.kind === 'place' && f.entity?.placeKind === 'country' && known.entity?.placeKind !== 'country') known.entity = f.entity
      return
    }
    if (f.kind === 'group' && (sentence >= layout.title + GROUP_SENTENCES || !isActing(f, source))) return
    if (f.kind === 'nationality' && (sentence >= layout.title + GROUP_SENTENCES || !isPeople(f, found[n - 1], source))) return
    if (
      f.kind === 'title' &&
      typeof key === 'string' &&
      (sentence >= layout.lead || !isSpecific(f, source) || (f.content as TitleContent).plural)
    )
      return
    const player: Player = {
      entity: f.kind === 'title' && typeof key !== 'string' ? (key as EntityBuilder) : f.entity,
      country: f.kind === 'place' || f.kind === 'organization' ? (f.entity?.country ?? '') : '',
      also: [],
      found: f,
      form: textOf(f, tokens).text,
      traits: new Traits(),
    }
    this.byKey.set(key, player)
    this.list.push(player)
    if (f.kind === 'person') player.traits.set('person')
    else if (f.kind === 'place') player.traits.set('country')
    else if (f.kind === 'title') player.traits.set(player.entity ? 'person' : 'post')
    else if (f.kind === 'group' || f.kind === 'nationality') {
      player.traits.set('group')
      if (f.kind === 'nationality') player.traits.set('people')
      const crowd = CROWDS[f.entry?.row.cells.kind ?? '']
      if (crowd) player.traits.set(crowd)
      if (f.entry?.form === 'singular') player.traits.set('one')
      if (source.lexicon.facts(tokens.word[f.from] as number).definite) player.traits.set('definite')
      const before = found[n - 1]
      if (before && before.to === f.from && (before.kind === 'number' || before.kind === 'quantity')) player.traits.set('counted')
    } else {
      player.traits.set('organization')
      const kind = KINDS[f.entity?.orgKind ?? '']
      if (kind) player.traits.set(kind)
    }
  }

  /** Makes one of the players that a text names in more than one way: «المنتخب البلجيكي» and «بلجيكا», «قوات النظام السوري» and «النظام السوري». */
  private join(): void {
    const bodies = this.list.filter(p => p.found.kind === 'organization').slice(0, MOST_BODIES)
    const words = bodies.map(p => this.wordsOf(p.found))
    for (let n = bodies.length - 1; n >= 0; n--) {
      const body = bodies[n] as Player
      let into: Player | undefined
      if (this.type === 'sport' && body.country && body.traits.has('club')) {
        const country = this.byKey.get(`country:${body.country}`)
        if (country && body.entity?.orgKind === 'team') into = country
      }
      for (let k = 0; k < n && !into; k++) {
        const other = bodies[k] as Player
        if (body.country && other.country && body.country !== other.country) continue
        if (isSame(words[n] as string[], words[k] as string[])) into = other
      }
      if (into) this.merge(body, into)
    }
  }

  private wordsOf(f: Found): string[] {
    const { tokens, lexicon } = this.source
    return wordsOf(f, tokens, lexicon.words)
  }

  private merge(from: Player, into: Player): void {
    if (from.entity) {
      into.also.push(from.entity, ...from.also)
      this.byKey.set(from.entity, into)
    }
    if (!into.country) into.country = from.country
    for (const [key, player] of this.byKey) if (player === from) this.byKey.set(key, into)
    this.list.splice(this.list.indexOf(from), 1)
  }
}

/** Whether one name is the other, shortened: its first words or, behind a head noun, all others. */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0 || short.length === long.length) return false
  const starts = short.every((word, n) => word === long[n])
  const ends = long.length - short.length === 1 && short.every((word, n) => bare(word) === bare(long[n + 1] as string))
  return starts || ends
}

const THE = String.fromCharCode(ALEF, LAM)
const ARTICLE = 2
const bare = (word: string): string => (word.startsWith(THE) ? word.slice(ARTICLE) : word)

const postOf = (title: Found): string => {
  const { row, country } = title.content as TitleContent
  return `post:${row?.by ?? ''}:${country}`
}

const isComma = (mark: number): boolean => mark === COMMA || mark === ARABIC_COMMA

/** Kinds of groups that are units of counting rather than people. */
const UNITS = new Set(['countries'])

/** Whether a group noun means people who act or suffer here: not «دول», not an adjective («اجتماع عسكري»), not a word that is usually another. */
export function isActing(group: Found, { tokens, hits }: BuildSource): boolean {
  const { entry, from } = group
  if (!entry || entry.weak || UNITS.has(entry.row.cells.unit ?? '')) return false
  if (entry.form !== 'singular') return true
  const before = from - 1
  return (
    before < 0 ||
    tokens.sentence[before] !== tokens.sentence[from] ||
    ((hits.classes[before] as number) & Class.trigger) === 0 ||
    (hits.at[before] as readonly Hit[]).some(h => h.entry.form.includes('.'))
  )
}

/** Whether a post without a name can mean one person only: it tells of which country or body, or is definite. */
export function isSpecific(title: Found, { tokens, lexicon }: BuildSource): boolean {
  const { country, of } = title.content as TitleContent
  return country !== '' || of !== null || lexicon.facts(tokens.word[title.from] as number).definite
}
