import type { Source } from '../find/finder.ts'
import type { TitleContent } from '../find/name/title.ts'
import { Class, PLACES } from '../lexicon/classes.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import { ALEF, ARABIC_COMMA, CLOSE_PAREN, COMMA, HASH, HYPHEN, OPEN_PAREN, QUOTE } from '../text/chars.ts'
import { Part, PREPOSITIONS } from '../token/cuts.ts'
import { Kind, markAt, rawSpan, type Tokens } from '../token/token.ts'
import type { EntityBuilder } from './entity.ts'
import type { Found } from './mention.ts'

/** Posts that were stated, so that the post alone finds its holder later: «الوزير المغربي». */
export class PostBook {
  private readonly holders = new Map<string, EntityBuilder>()

  /** Remembers who holds the post of a title. */
  remember(content: TitleContent, person: EntityBuilder): void {
    for (const key of keysOf(content)) if (!this.holders.has(key)) this.holders.set(key, person)
  }

  /** Who holds the post that a title without name states, if the text says so. */
  holder(content: TitleContent): EntityBuilder | null {
    const [exact = ''] = keysOf(content)
    return this.holders.get(exact) ?? null
  }
}

const keysOf = ({ row, country, words }: TitleContent): string[] =>
  row ? [`${row.by} ${country} ${words[1] - words[0]}`, ...(country ? [`${row.by}  ${words[1] - words[0]}`] : [])] : []

/** Gives persons the posts that titles before and behind their names state. Titles that name no person get the holder that the text names elsewhere. */
export function resolvePosts(found: readonly Found[], source: Source, countryName: (iso: string) => string): PostBook {
  const { tokens } = source
  const book = new PostBook()
  let last: TitleContent | null = null
  const holders = new Map<Found, Found>()
  const ranked = new Set<EntityBuilder>()
  /** Whose post a title in a chain is: «نائب رئيس الدولة رئيس مجلس الوزراء محمد بن راشد», «X، نائب رئيس الدولة، حاكم دبي». */
  const chained = (n: number): Found | undefined => {
    const title = found[n] as Found
    for (let k = n - 1; k >= 0 && k >= n - NEIGHBOURS; k--) {
      const other = found[k] as Found
      if (other.kind === 'person') break
      if (other.kind === 'title' && isApart(tokens, other.to, title.from)) {
        const holder = holders.get(other)
        if (holder && holder.from < other.from) return holder
        break
      }
    }
    if (isSpokesman(title.content as TitleContent) && !isDefinite(title, source)) return undefined
    for (let k = n + 1; k < found.length && k < n + NEIGHBOURS; k++) {
      const other = found[k] as Found
      if (other.kind === 'person') break
      if (other.kind === 'title' && other.from >= title.to) {
        const { person } = other.content as TitleContent
        if (other.skip > 0) return undefined // «مستشار | للرئيس الصيني شي جين بينغ»
        return person && isApart(tokens, title.to, other.from) ? beginningAt(found, k, person[0], 'person') : undefined
      }
    }
    return undefined
  }
  for (let n = 0; n < found.length; n++) {
    const title = found[n] as Found
    if (title.kind !== 'title') continue
    const content = title.content as TitleContent
    // «نظيره الإسباني» without a name is nobody whom the text names
    const holder = content.person
      ? beginningAt(found, n, content.person[0], 'person')
      : content.row
        ? (before(found, n, source) ?? chained(n) ?? after(found, n, source))
        : undefined
    // «المتحدث باسم وزير الخارجية أحمد أبو زيد»: the name is that of the spokesman
    if (content.person && isSpokenFor(found, n, source)) continue
    if (holder) holders.set(title, holder)
    if (content.row && holder && !isSpokesman(content)) last = content
    const meant: TitleContent | null = content.row
      ? content
      : last && { ...last, country: content.country, of: null, person: content.person }
    // «تعيين محمد علي سفيرا»: what looks like a dual before a genitive is an accusative behind a name
    const plural = content.plural && !(holder && holder.to === title.from && endsInAlef(title, source))
    if (!holder?.entity || !meant?.row || plural || !isPost(meant)) continue
    // «حكم فرانكو» (his rule): a doubtful word is a post only of something
    if (title.entry?.weak && !meant.of && !meant.country) continue
    const body = meant.of ? (beginningAt(found, n, meant.of[0], 'organization') ?? beginningAt(found, n, meant.of[0], 'place')) : null
    if (isBare(meant)) ranked.add(holder.entity)
    addPost(holder.entity, title, content, meant, body?.entity ?? null, source, countryName)
    book.remember(meant, holder.entity)
  }
  for (const person of ranked) dropRanks(person)
  for (const title of found) if (title.kind === 'title' && !title.entity) title.entity = book.holder(title.content as TitleContent)
  return book
}

/** How many mentions a title with all that belongs to it can hold. */
const NEIGHBOURS = 8

/** The mention of a kind that begins at a token, at or after the title with number `n`. */
function beginningAt(found: readonly Found[], n: number, token: number, kind: Found['kind']): Found | undefined {
  for (let k = n + 1; k < found.length && k < n + NEIGHBOURS; k++) {
    const f = found[k] as Found
    if (f.from === token && f.kind === kind) return f
    if (f.from > token) break
  }
  return undefined
}

/** Whether only a comma stands between two titles of one person. */
function isApart(tokens: Tokens, from: number, to: number): boolean {
  if (from === to) return true
  const mark = markAt(tokens, from)
  return to - from === 1 && (mark === ARABIC_COMMA || mark === COMMA)
}

/** A rank, or a bare word, is no post of who has another: «الفريق ضاحي خلفان، نائب رئيس الشرطة». */
function dropRanks(person: EntityBuilder): void {
  const posts = person.posts.filter(p => !RANKS.has(p))
  if (posts.length > 0 && posts.length < person.posts.length) person.posts.splice(0, person.posts.length, ...posts)
}

const RANKS = new WeakSet<object>()
/** The row of each post's title. */
const ROWS = new WeakMap<object, TitleContent['row']>()

/** A rank, or a word without anything that it belongs to: «الملك», «المدير». */
const isBare = ({ row, words, of, country }: TitleContent): boolean =>
  row?.cells.kind === 'rank' || (words[1] - words[0] === 1 && of === null && country === '')

/** Whether a title is a post by the guide: posts and ranks, not honorifics, not epithets. */
function isPost({ row, of }: TitleContent): boolean {
  const kind = row?.cells.kind
  return (
    kind === 'post' ||
    kind === 'rank' ||
    // «نجم ليفربول»; «النجم» alone is praise
    (kind === 'epithet' && of !== null) ||
    (kind === 'occupation' && of !== null)
  )
}

function addPost(
  person: EntityBuilder,
  title: Found,
  content: TitleContent,
  meant: TitleContent,
  body: EntityBuilder | null,
  source: Source,
  countryName: (iso: string) => string,
): void {
  const { tokens } = source
  const own = content.row !== null
  const [from, to] = meant.words
  const words = rawSpan(tokens, from, to, own ? title.skip : 0)
  const text = tokens.text.raw.slice(words.start, words.end)
  const span = rawSpan(tokens, title.from, title.to, title.skip)
  const affiliation = body
    ? body.listed || body.name
    : meant.of
      ? ofText(meant.of, source)
      : meant.country
        ? countryName(meant.country)
        : null
  // «السفير» and «سفير» of the same, or told again without of what
  const { row } = meant
  if (person.posts.some(p => (p.title === text || ROWS.get(p) === row) && (p.affiliation === affiliation || affiliation === null))) return
  const affiliationId = body?.id ?? (meant.country ? `country:${meant.country}` : undefined)
  const post = {
    title: text,
    affiliation,
    ...(affiliationId ? { affiliationId } : {}),
    evidence: { ...span, text: tokens.text.raw.slice(span.start, span.end), by: title.by },
  }
  if (isBare(meant)) RANKS.add(post)
  ROWS.set(post, row)
  const vague = person.posts.findIndex(p => ROWS.get(p) === row && p.affiliation === null)
  if (vague < 0) person.posts.push(post)
  else person.posts[vague] = post
}

/** The words of what a post is of, without the preposition: «للجمارك الجزائرية» is of «الجمارك الجزائرية». */
function ofText([from, to]: readonly [number, number], { tokens, lexicon }: Source): string {
  const { start, end } = rawSpan(tokens, from, to)
  const text = tokens.text.raw.slice(start, end)
  const [alef = '', lam = ''] = lexicon.particle(Part.the)
  const preposition = lexicon.particle(Part.to)
  return text.startsWith(preposition + lam) ? alef + text.slice(preposition.length) : text
}

/** The person right before a title in apposition: «أحمد الشيخو، رئيس المكتب الإعلامي», «محمد علي (27 عاما)، مدير», «علي حسن، وهو رئيس». */
function before(found: readonly Found[], index: number, source: Source): Found | undefined {
  const { tokens } = source
  const title = found[index] as Found
  if (title.skip > 0) return undefined
  for (let k = index - 1; k >= 0 && k >= index - 4; k--) {
    const person = found[k] as Found
    if (person.kind !== 'person') continue
    if (tokens.sentence[person.from] !== tokens.sentence[title.from]) return undefined
    return isApposed(person.to, title.from, source) ? person : undefined
  }
  return undefined
}

/** Longest aside in brackets between a name and its title: «(27 عاما)». */
const LONGEST_ASIDE = 6

function isApposed(from: number, to: number, source: Source): boolean {
  const { tokens } = source
  let at = from
  if (markAt(tokens, at) === OPEN_PAREN && to - at > 1) {
    let close = at + 1
    while (close < to && close - at < LONGEST_ASIDE && markAt(tokens, close) !== CLOSE_PAREN) close++
    if (markAt(tokens, close) !== CLOSE_PAREN) return false
    at = close + 1
  }
  if (at === to) return true
  const mark = markAt(tokens, at)
  if (mark === ARABIC_COMMA || mark === COMMA || mark === OPEN_PAREN || mark === HYPHEN) at++
  if (at < to && wordOf(at, source) === 'he') at++
  return at === to
}

/** How far behind a title its holder's name may stand, in tokens: «مدير مكتب الطوارئ في مقاطعة موريس، جيف بول». */
const REACH = 9
/** Kinds of function words that tell where, or of what, a post is. */
const SEATS = new Set(['place', 'about', 'preposition'])

/** The person behind a title and what says where it is held: «مبعوث الأمم المتحدة الخاص إلى اليمن مارتن غريفيث», «حارس ليفربول، الألماني لوريس كاريوس». */
function after(found: readonly Found[], index: number, source: Source): Found | undefined {
  const { tokens } = source
  const title = found[index] as Found
  const content = title.content as TitleContent
  if (content.plural || (isSpokesman(content) && content.of === null && content.country === '')) return undefined
  for (let k = index + 1; k < found.length && k < index + NEIGHBOURS; k++) {
    const other = found[k] as Found
    if (other.from < title.to) continue
    if (other.from - title.to > REACH || tokens.sentence[other.from] !== tokens.sentence[title.from]) return undefined
    if (other.kind === 'title' && !isHonorific(other)) return undefined
    if (other.kind !== 'person') continue
    return other.skip === 0 && leadsTo(content, title.to, other.from, found, index, source) ? other : undefined
  }
  return undefined
}

const isHonorific = ({ content }: Found): boolean => /honorific|rank/.test((content as TitleContent).row?.cells.kind ?? '')

/** Whether what stands between a title and a name belongs to the title: no verb, no other clause, one comma at most, right before the name or its adjective. */
function leadsTo(content: TitleContent, from: number, to: number, found: readonly Found[], index: number, source: Source): boolean {
  const { tokens, hits } = source
  if (from === to) return true
  let comma = -1
  let next = index + 1
  for (let i = from; i < to; i++) {
    while (next < found.length && (found[next] as Found).from < i) next++
    const end = comma < 0 ? endOfProper(found, next, i) : i
    if (end > i) {
      i = end - 1
      continue
    }
    if (tokens.kind[i] === Kind.punctuation) {
      const mark = markAt(tokens, i)
      if (mark === QUOTE || mark === HASH) continue
      if ((mark !== ARABIC_COMMA && mark !== COMMA) || comma >= 0) return false
      comma = i
      continue
    }
    if (tokens.kind[i] !== Kind.word) return false
    const classes = hits.classes[i] as number
    if (comma >= 0) {
      if ((classes & (Class.nationality | Class.title)) === 0) return false
      continue
    }
    const word = (hits.at[i] as readonly Hit[]).find(h => h.entry.class === Class.word && h.length === 1 && h.cut.suffix === 0)?.entry.row
    if (word) {
      if (!SEATS.has(word.cells.kind ?? '') && word.cells.id !== 'name-adjective') return false
    } else if (isVerb(tokens.word[i] as number, source)) return false
  }
  if (comma >= 0) return true
  // without a comma only a seat leads on: «وزير التعليم في الحكومة الشرعية محمد علي»
  return isSeat(from, source) && (content.words[1] - content.words[0] > 1 || content.of !== null || content.country !== '')
}

/** Whether a phrase that tells where or of what begins at a token: «في», «بالمحكمة», or an adjective before it, «الخاص إلى اليمن». */
function isSeat(i: number, { hits, lexicon, tokens }: Source): boolean {
  for (let at = i; at < i + 2; at++) {
    const word = (hits.at[at] as readonly Hit[]).find(h => h.entry.class === Class.word && h.length === 1 && h.cut.suffix === 0)?.entry.row
    if (word && SEATS.has(word.cells.kind ?? '')) return true
    // «بالمحكمة», «بتشكيل الحكومة»
    if (
      lexicon
        .cuts(tokens.word[at] as number)
        .some(c => (c.parts & PREPOSITIONS) !== 0 && lexicon.lookUp(c.stem).some(e => (e.class & NOUNS) !== 0))
    )
      return true
    if (!lexicon.facts(tokens.word[at] as number).definite) return false
  }
  return false
}

const NOUNS = PLACES | Class.organization | Class.orgHead | Class.placeHead | Class.common

/** Where a place or organization ends that begins at token `i`, among the mentions from number `n` on; `i` if none does. */
function endOfProper(found: readonly Found[], n: number, i: number): number {
  for (let k = n; k < found.length && (found[k] as Found).from === i; k++) {
    const { kind, to } = found[k] as Found
    if (kind === 'organization' || kind === 'place') return to
  }
  return i
}

/** Whether a word is a verb and no noun: «نزع» in «شؤون نزع السلاح» may be either. */
function isVerb(word: number, { lexicon }: Source): boolean {
  if (!lexicon.facts(word).verb) return false
  return !lexicon.lookUp(lexicon.words.text(word)).some(e => e.class === Class.common && e.row.cells.kind === 'noun')
}

/** The row of a function word that a token is alone, or ''. */
function wordOf(i: number, { hits }: Source): string {
  return (hits.at[i] as readonly Hit[]).find(h => h.entry.class === Class.word && h.length === 1)?.entry.row.cells.id ?? ''
}

const isSpokesman = ({ row }: TitleContent): boolean => row?.cells.id === 'spokesman'

/** Whether a title is the office of a definite spokesman: «المتحدث باسم | الأمين العام»; «متحدث باسم الأمين العام أنطونيو غوتيريش» names whose spokesman he is. */
function isSpokenFor(found: readonly Found[], n: number, source: Source): boolean {
  const title = found[n] as Found
  for (let k = n - 1; k >= 0 && k >= n - 2; k--) {
    const other = found[k] as Found
    if (other.kind === 'title' && other.to === title.from) return isSpokesman(other.content as TitleContent) && isDefinite(other, source)
  }
  return false
}

const isDefinite = ({ from }: Found, { tokens, lexicon }: Source): boolean => lexicon.facts(tokens.word[from] as number).definite

/** Whether the first word of a title ends in alef: «سفيرا», the accusative or a dual before its genitive. */
const endsInAlef = ({ from }: Found, { tokens }: Source): boolean => tokens.text.units[(tokens.end[from] as number) - 1] === ALEF
