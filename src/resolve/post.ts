import type { Candidate } from '../find/finder.ts'
import type { TitleContent } from '../find/name/title.ts'
import { ARABIC_COMMA, COMMA, HYPHEN, OPEN_PAREN } from '../text/chars.ts'
import { markAt, rawSpan, type Tokens } from '../token/token.ts'
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
export function resolvePosts(found: readonly Found[], tokens: Tokens, countryName: (iso: string) => string): PostBook {
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
    for (let k = n + 1; k < found.length && k < n + NEIGHBOURS; k++) {
      const other = found[k] as Found
      if (other.kind === 'person') break
      if (other.kind === 'title' && other.from >= title.to) {
        const { person } = other.content as TitleContent
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
        ? (before(found, n, tokens) ?? chained(n))
        : undefined
    if (holder) holders.set(title, holder)
    if (content.row && holder) last = content
    const meant: TitleContent | null = content.row
      ? content
      : last && { ...last, country: content.country, of: null, person: content.person }
    if (!holder?.entity || !meant?.row || content.plural || !isPost(meant)) continue
    // «حكم فرانكو» (his rule): a doubtful word is a post only of something
    if (title.entry?.weak && !meant.of && !meant.country) continue
    const body = meant.of ? (beginningAt(found, n, meant.of[0], 'organization') ?? beginningAt(found, n, meant.of[0], 'place')) : null
    if (isBare(meant)) ranked.add(holder.entity)
    addPost(holder.entity, title, content, meant, body?.entity ?? null, tokens, countryName)
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

/** A rank, or a word without anything that it belongs to: «الملك», «المدير». */
const isBare = ({ row, words, of, country }: TitleContent): boolean =>
  row?.cells.kind === 'rank' || (words[1] - words[0] === 1 && of === null && country === '')

/** Whether a title is a post by the guide: posts and ranks, not honorifics, not epithets. */
function isPost({ row, of, country }: TitleContent): boolean {
  const kind = row?.cells.kind
  return (
    kind === 'post' ||
    kind === 'rank' ||
    (kind === 'occupation' && (of !== null || (country !== '' && (row?.cells.takes ?? '').includes('org'))))
  )
}

function addPost(
  person: EntityBuilder,
  title: Found,
  content: TitleContent,
  meant: TitleContent,
  body: EntityBuilder | null,
  tokens: Tokens,
  countryName: (iso: string) => string,
): void {
  const own = content.row !== null
  const [from, to] = meant.words
  const words = rawSpan(tokens, from, to, own ? title.skip : 0)
  const text = tokens.text.raw.slice(words.start, words.end)
  const span = rawSpan(tokens, title.from, title.to, title.skip)
  const affiliation = body
    ? body.listed || body.name
    : meant.of
      ? tokens.text.raw.slice(...range(tokens, meant.of))
      : meant.country
        ? countryName(meant.country)
        : null
  if (person.posts.some(p => p.title === text && p.affiliation === affiliation)) return
  const affiliationId = body?.id ?? (meant.country ? `country:${meant.country}` : undefined)
  const post = {
    title: text,
    affiliation,
    ...(affiliationId ? { affiliationId } : {}),
    evidence: { ...span, text: tokens.text.raw.slice(span.start, span.end), by: title.by },
  }
  if (isBare(meant)) RANKS.add(post)
  person.posts.push(post)
}

function range(tokens: Tokens, [from, to]: readonly [number, number]): [number, number] {
  const { start, end } = rawSpan(tokens, from, to)
  return [start, end]
}

/** The person right before a title in apposition: «أحمد الشيخو، رئيس المكتب الإعلامي». */
function before(found: readonly Found[], index: number, tokens: Tokens): Found | undefined {
  const title = found[index] as Candidate
  for (let k = index - 1; k >= 0 && k >= index - 3; k--) {
    const person = found[k] as Found
    if (person.kind !== 'person') continue
    const gap = title.from - person.to
    if (gap < 0 || gap > 2 || title.skip > 0) return undefined
    if (gap === 0) return person
    const mark = markAt(tokens, person.to)
    return gap === 1 && (mark === ARABIC_COMMA || mark === COMMA || mark === OPEN_PAREN || mark === HYPHEN) ? person : undefined
  }
  return undefined
}
