import { CAST_FEATURES, participantWeights, roleWeights } from '../../../src/event/cast.ts'
import type { Player } from '../../../src/event/player.ts'
import { sameThing } from '../../../test/support/match.ts'
import type { Annotation, Question } from '../question.ts'

const ROLES = ['chair', 'organizer', 'participant', 'agent', 'patient'] as const

/** The participant of an annotation that a player is: each participant is given to one player. */
function createPairing(): (player: Player, annotation: Annotation) => { role: string } | null {
  const taken = new WeakSet<object>()
  return ({ entity, also, form }, { event }) => {
    const names = [form, ...[...(entity ? [entity] : []), ...also].flatMap(e => [e.name, ...e.forms, e.listed].filter(name => name !== ''))]
    const kind = entity?.kind === 'place' ? 'country' : (entity?.kind ?? 'group')
    const country = entity?.country ?? null
    const own = event?.participants.find(p => !taken.has(p) && sameThing(p, { names, kind, country }))
    if (own) taken.add(own)
    return own ?? null
  }
}

const pairedFor = { participant: createPairing(), role: createPairing() }

export const participant: Question = {
  name: 'participant',
  features: CAST_FEATURES,
  classes: ['yes'],
  kind: 'classes',
  l2: 20,
  weightsOf: participantWeights,
  label: (player, annotation) => (pairedFor.participant(player as Player, annotation) ? 0 : -1),
}

export const role: Question = {
  name: 'role',
  features: CAST_FEATURES,
  classes: ROLES,
  kind: 'classes',
  l2: 20,
  weightsOf: roleWeights,
  label: (player, annotation) => {
    const own = pairedFor.role(player as Player, annotation)
    return own ? ROLES.indexOf(own.role as (typeof ROLES)[number]) : null
  },
}
