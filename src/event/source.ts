import type { Found } from '../resolve/mention.ts'
import type { Registry } from '../resolve/registry.ts'
import type { ArgumentSource } from './argument.ts'

/** What events are built with. */
export interface BuildSource extends ArgumentSource {
  readonly found: readonly Found[]
  readonly registry: Registry
  /** The country whose capital a place is, or ''. */
  capitalOf(placeId: string): string
  countryName(iso: string): string
  /** Whether events of a type have a scene: a saying has none. */
  hasScene(type: string): boolean
  /** Whether all who take part in an event of a type do so on a par, as in talks: nobody acts on another. */
  hasPeers(type: string): boolean
  readonly publishedAt: string
}
