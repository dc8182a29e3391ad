import type { TriggerContent } from '../find/trigger.ts'
import type { Hit } from '../lexicon/lexicon.ts'
import type { Found } from '../resolve/mention.ts'
import { sentenceOf, type Tokens } from '../token/token.ts'
import { type Argument, OF } from './argument.ts'
import type { Company } from './company.ts'
import type { Frame, Frames, Role, Slot } from './frame.ts'

/** A word of the text read as an event of one type. */
export interface Match {
  readonly trigger: Found
  readonly hit: Hit
  readonly frame: Frame
  readonly sentence: number
  /** How much speaks for this reading: the frame's weight, less where a word that it needs is missing. */
  readonly weight: number
}

/** An argument in a role of an event, with the frame or rule that put it there. */
export interface Filling {
  readonly argument: Argument
  readonly slot: Slot
  readonly by: string
}

/** A weight that falls below this is no reading. */
const LEAST = 0.1
/** What remains of a weak word's weight where the words that it needs are missing. */
const WITHOUT = 0.25
const WITH = 0.35

/** How far behind a support verb its noun may stand. */
const SUPPORT_REACH = 12

/** Adds all readings of a trigger in its sentence, the strongest of each type. */
export function readTrigger(trigger: Found, frames: Frames, tokens: Tokens, company: Company, out: Match[]): void {
  const start = out.length
  const sentence = sentenceOf(tokens, trigger.from)
  for (const hit of (trigger.content as TriggerContent).hits) {
    const frame = frames(hit)
    const weight = weigh(frame, hit, trigger, sentence, tokens, company)
    if (weight < LEAST) continue
    let known = start
    while (known < out.length && (out[known] as Match).frame.type !== frame.type) known++
    if (known === out.length || (out[known] as Match).weight < weight) out[known] = { trigger, hit, frame, sentence, weight }
  }
}

function weigh(frame: Frame, hit: Hit, trigger: Found, sentence: number, tokens: Tokens, company: Company): number {
  let { weight } = frame
  if (frame.keyword === 'support') {
    // a support verb counts only with its noun: «عقد ... اجتماعا»
    const end = Math.min(trigger.to + SUPPORT_REACH, tokens.sentences[sentence + 1] as number)
    return company.hasBetween(frame.nouns, sentence, trigger.to, end) ? Math.max(weight * 0.6, 0.5) : 0
  }
  if (frame.with.list.length > 0) weight = company.has(frame.with, sentence) ? Math.min(1, weight + WITH) : weight * WITHOUT
  if (hit.cut.pronoun !== '' && hit.entry.form.includes('.')) weight *= 0.8
  return weight
}

const isVerbForm = ({ entry }: Hit): boolean => entry.form.includes('.')
/** How many tokens may stand between a verb and its subject or object: an adverb, a date. */
const NEAR = 7
const NEAR_LEFT = 4

/**
 * Puts the arguments of a sentence into the slots of a frame.
 * A finite verb: the bare argument right before it (SVO, headlines) or the first behind it (VSO) is the subject, the next bare one the object.
 * A noun: what follows bare is its genitive. Arguments with a preposition go by the frame's own prepositions, then by the common frames.
 * What a list joins («وبلينكن») goes where its head went.
 */
export function fillSlots(match: Match, args: readonly Argument[], from: number, to: number, out: Filling[]): void {
  const { frame, hit, trigger } = match
  const by = frame.row.by
  const put = (argument: Argument, slot: Slot, rule: string): void => {
    if (slot) out.push({ argument, slot, by: rule })
  }
  const finite = isVerbForm(hit)
  let subject = frame.subject
  let object = frame.object
  let last: Slot = ''
  const leftIndex = finite ? leftSubject(args, trigger.from, from) : -1
  if (leftIndex >= 0) {
    for (let k = leftHead(args, leftIndex); k <= leftIndex; k++) put(args[k] as Argument, subject, by)
    subject = ''
  }
  let bare = 0
  let end = trigger.to
  for (const argument of args) {
    if (argument.from < trigger.to || argument.from >= to) continue
    if (argument.joined && (bare > 0 || last)) {
      put(argument, last, `${by} list`)
      end = argument.to
      continue
    }
    last = ''
    if (argument.marker === '' || (argument.marker === OF && argument.from - trigger.to <= 1)) {
      const near = argument.from - end <= NEAR
      if (finite || frame.keyword === 'phrase') {
        if (near && bare === 0 && subject) last = isPassive(frame, args, argument, to) ? frame.passive : subject
        else if (near && object) {
          last = object
          object = ''
        }
      } else if (bare === 0 && argument.from - trigger.to <= 1) last = frame.of || frame.object
      bare++
    } else last = prepositional(frame, argument)
    put(argument, last, by)
    end = argument.to
  }
}

function prepositional(frame: Frame, argument: Argument): Slot {
  const own = frame.prepositions.get(argument.marker)
  if (own) return own
  return argument.slot
}

/** The bare argument that ends right before a verb, or -1. */
function leftSubject(args: readonly Argument[], verb: number, from: number): number {
  for (let k = args.length - 1; k >= 0; k--) {
    const argument = args[k] as Argument
    if (argument.to > verb || argument.from < from) continue
    const head = args[leftHead(args, k)] as Argument
    return verb - argument.to <= NEAR_LEFT && head.marker === '' ? k : -1
  }
  return -1
}

/** The first of a list that ends at `k`. */
function leftHead(args: readonly Argument[], k: number): number {
  let head = k
  while (head > 0 && (args[head] as Argument).joined) head--
  return head
}

/** Whether a verb that may be passive is: it has one bare argument only, and that is acted on («قتل ثلاثة أشخاص»). */
function isPassive(frame: Frame, args: readonly Argument[], only: Argument, to: number): boolean {
  if (!frame.passive) return false
  return !args.some(a => a.from > only.from && a.from < to && a.marker === '' && !a.joined && a.from - only.to <= NEAR)
}

/** The roles that participants have. */
export const isRole = (slot: Slot): slot is Role =>
  slot === 'chair' || slot === 'organizer' || slot === 'participant' || slot === 'agent' || slot === 'patient'
