import { byLexicon } from '../lexicon/memory.ts'
import { EVENT_TYPES, typeNumber } from './event.ts'
import type { Role } from './frame.ts'
import { type Player, Players } from './player.ts'
import type { BuildSource } from './source.ts'
import { readStanding, type Story } from './standing.ts'
import { numberOf, TRAITS, type Trait } from './trait.ts'
import { readWeights, type Weights } from './weights.ts'

/** Traits that speak otherwise in events of one type than in those of another. */
const TYPED: readonly Trait[] = [
  'person',
  'country',
  'group',
  'organization',
  'armed',
  'media',
  'club',
  'force',
  'government',
  'headline',
  'lead',
  'not-in-lead',
  'headline-first',
  'lead-first',
  'headline-agent',
  'headline-patient',
  'headline-participant',
  'lead-agent',
  'lead-patient',
  'lead-participant',
  'body-agent',
  'body-patient',
  'says',
  'says-below',
  'quoted',
  'reported',
  'only-reported',
  'acts',
  'suffers',
  'joins',
]

/** Every trait by itself; then each type of event, with the traits that depend on it. */
export const CAST_FEATURES: readonly string[] = [...TRAITS, ...EVENT_TYPES.flatMap(type => [type, ...TYPED.map(t => `${type}:${t}`)])]

const TYPED_NUMBERS = TYPED.map(numberOf)

export const participantWeights = byLexicon(lexicon => readWeights(lexicon, 'participant', CAST_FEATURES))
export const roleWeights = byLexicon(lexicon => readWeights(lexicon, 'role', CAST_FEATURES))

/** Someone who takes part in the main event. */
export interface Member {
  readonly player: Player
  readonly role: Role
  /** The frame or rule that tells of them. */
  readonly by: string
}

/** Log-odds from which someone takes part: to leave out one of three who do is as bad as to take in two of three who do not. */
const LEAST = -0.6

/**
 * Who of those whom an article names takes part in its main event, and how: at most `most`, in the order of the text. The frames alone decide who leads
 * an event, and all roles of a single sentence, where nobody stands out.
 */
export function castOf(story: Story, source: BuildSource, most: number): Member[] {
  const { layout, type } = story
  const players = new Players(source, layout, type)
  const told = readStanding(players, story, source)
  const participant = participantWeights(source.lexicon)
  const roles = roleWeights(source.lexicon)
  const peers = source.hasPeers(type)
  const single = layout.count - layout.title <= 1
  const members: (Member & { weight: number })[] = []
  for (const player of players.list) {
    weigh(player, type, participant)
    weigh(player, type, roles)
    const weight = participant.sums[0] as number
    const frame = told.get(player)
    if (weight <= LEAST && !(single && frame)) continue
    // «اجتماع التحالف ضد داعش»: whom a meeting is against does not attend it
    if (peers && player.traits.has('armed') && (!frame || frame.role === 'patient')) continue
    const likely = roles.classes[roles.best()] as Role
    const usual = peers && (likely === 'agent' || likely === 'patient') ? 'participant' : likely
    const role = frame && (single || frame.role === 'chair') ? frame.role : !peers && suffers(player) ? 'patient' : usual
    members.push({ player, role, by: frame?.by ?? 'salient', weight })
  }
  if (members.length <= most) return members
  const least = members.map(m => m.weight).sort((a, b) => b - a)[most - 1] as number
  return members.filter(m => m.weight >= least).slice(0, most)
}

/** «رحيل الشاعر فلان»: where a frame of the headline, and none other of it, says that something is done to someone, it is. */
const suffers = ({ traits }: Player): boolean => traits.has('headline-patient') && !traits.has('headline-agent')

function weigh(player: Player, type: string, weights: Weights): void {
  const { traits } = player
  weights.begin(player)
  for (let n = 0; n < TRAITS.length; n++) if (traits.hasNumber(n)) weights.add(n)
  const number = typeNumber(type)
  if (number < 0) return
  const first = TRAITS.length + number * (TYPED.length + 1)
  weights.add(first)
  for (let k = 0; k < TYPED.length; k++) if (traits.hasNumber(TYPED_NUMBERS[k] as number)) weights.add(first + 1 + k)
}
