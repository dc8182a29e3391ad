import type { Entity, Post } from '../resolve/entity.ts'
import { addForm, addPost, createRecord, type EntityRecord, SINGLE, widen } from './entity-record.ts'
import { wellFormed } from './iri.ts'
import { type GraphTables, readGraphTables } from './tables.ts'
import type { WordForms } from './words.ts'

/** Ids of persons whom a text names by a post alone: «وزير الخارجية المغربي». */
export const POST_ONLY = 'person:post-'

/** The entities of all articles, by number. */
export class EntityBook {
  readonly records: EntityRecord[] = []
  private readonly byKey = new Map<string, number>()
  private readonly tables: GraphTables = readGraphTables()
  private readonly bodies: ReadonlySet<string>

  constructor(private readonly words: WordForms) {
    this.bodies = new Set(this.tables.bodies.flatMap(word => words.words(word)))
  }

  /** Adds the entities of an article that was published on a day ('' unknown). Gives their numbers by the ids of the reading. */
  add(entities: readonly Entity[], article: string, day: string): ReadonlyMap<string, number> {
    const numbers = new Map<string, number>()
    for (const entity of entities) {
      const number = this.number(entity.id, entity.kind, this.isLocal(entity) ? article : null)
      numbers.set(entity.id, number)
      this.tell(this.records[number] as EntityRecord, entity, day)
    }
    for (const entity of entities) {
      const record = this.records[numbers.get(entity.id) as number] as EntityRecord
      for (const one of SINGLE) {
        const id = entity[one]
        if (id && record[one] < 0) record[one] = this.of(id, numbers)
      }
      for (const member of entity.members ?? []) record.members.add(this.of(member, numbers))
      for (const post of entity.posts ?? []) this.addPost(record, post, day, numbers)
    }
    return numbers
  }

  /** The number of an entity that an event names. A country that the text names by its capital or adjective has no entity of its own: it is made. */
  of(id: string, numbers: ReadonlyMap<string, number>): number {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const number = this.number(id, id.startsWith('country:') ? 'place' : kindOf(id), null)
    const record = this.records[number] as EntityRecord
    if (record.forms.size === 0) this.tellCountry(record, id)
    return number
  }

  /**
   * Whether an id means something within its article only: groups («المحتجون»), posts without a name («الوزير»), first or last names alone («روجرز»),
   * and bodies of a state that is not told («وزارة الخارجية», «الشرطة»).
   */
  private isLocal({ id, kind, name, country }: Entity): boolean {
    if (kind === 'group' || id.startsWith(POST_ONLY)) return true
    if (isListed(id)) return false
    if (kind === 'person') return !id.includes('-')
    return kind === 'organization' && !country && this.bodies.has(this.words.words(name)[0] ?? '')
  }

  /** Adds the countries in which entities lie: each has a name of its own. */
  addCountries(): void {
    for (const country of new Set(this.records.map(r => r.country))) if (country !== '') this.of(`country:${country}`, NONE)
  }

  private number(id: string, kind: Entity['kind'], article: string | null): number {
    const key = article === null ? id : `${id}\n${article}`
    let number = this.byKey.get(key)
    if (number === undefined) {
      number = this.records.length
      this.records.push(createRecord(id, article, kind, isListed(id)))
      this.byKey.set(key, number)
    }
    return number
  }

  private tell(record: EntityRecord, entity: Entity, day: string): void {
    record.articles++
    widen(record, day, day)
    addForm(record, wellFormed(entity.name))
    for (const alias of entity.aliases) addForm(record, wellFormed(alias))
    record.ids = { ...record.ids, ...entity.ids }
    record.country ||= entity.country ?? ''
    record.latitude ??= entity.latitude ?? null
    record.longitude ??= entity.longitude ?? null
    record.founded ??= entity.founded ?? null
    if (entity.id.startsWith('country:')) record.placeKind = 'country'
  }

  private tellCountry(record: EntityRecord, id: string): void {
    const iso = id.slice(id.indexOf(':') + 1)
    const facts = id.startsWith('country:') ? this.tables.countries.get(iso) : undefined
    addForm(record, facts?.name || iso)
    if (!facts) return
    record.placeKind = 'country'
    record.country = iso
    record.ids = { iso3166: iso, ...(facts.wikidata ? { wikidata: facts.wikidata } : {}) }
    record.latitude = facts.latitude
    record.longitude = facts.longitude
  }

  private addPost(record: EntityRecord, post: Post, day: string, numbers: ReadonlyMap<string, number>): void {
    const title = wellFormed(post.title)
    const affiliation = post.affiliation === null ? null : wellFormed(post.affiliation)
    const affiliationId = post.affiliationId === undefined ? -1 : this.of(post.affiliationId, numbers)
    if (affiliationId >= 0) (this.records[affiliationId] as EntityRecord).acts = true
    const told = new Set(affiliation === null ? [] : [this.words.name(post.evidence.text)])
    const key = `${this.words.name(title)}|${affiliationId < 0 ? (affiliation ?? '') : affiliationId}`
    addPost(record, key, { title, affiliation, affiliationId, told, from: day, to: day })
  }
}

const NONE: ReadonlyMap<string, number> = new Map()

/** Ids of tables are written in ASCII, ids made of words are Arabic. */
const isListed = (id: string): boolean => /^[!-~]+$/.test(id)

const kindOf = (id: string): Entity['kind'] => {
  const kind = id.slice(0, id.indexOf(':'))
  return kind === 'person' || kind === 'organization' || kind === 'group' ? kind : 'place'
}
