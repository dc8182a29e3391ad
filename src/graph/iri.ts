import { isForbiddenInIri, REPLACEMENT } from '../text/chars.ts'

/** IRIs of a graph unless a base is given. */
export const DEFAULT_BASE = 'urn:khabar:'

/** Half of a surrogate pair: no text that leaves the program may hold one. */
const LONE = /\p{Cs}/gu

/** A string without halves of surrogate pairs. */
export const wellFormed = (text: string): string => text.replace(LONE, REPLACEMENT)

/** An id as a part of an IRI: Arabic letters stay, what RFC 3987 forbids is percent-encoded. Different ids stay different. */
export function iriPart(id: string): string {
  let plain = true
  for (let i = 0; i < id.length && plain; i++) plain = !isForbiddenInIri(id.charCodeAt(i))
  if (plain) return id
  let part = ''
  for (const character of wellFormed(id))
    part += isForbiddenInIri(character.codePointAt(0) as number) ? encodeURIComponent(character) : character
  return part
}

/** Throws `TypeError` if a base cannot begin an IRI. */
export function checkBase(base: unknown): asserts base is string {
  if (typeof base !== 'string' || !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(base))
    throw new TypeError('graph: option «base» must be the beginning of an IRI, such as https://example.org/news/')
}
