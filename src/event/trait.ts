/** What an article tells of someone whom it names: what the weights of `data/events/weights/participant.tsv` and `role.tsv` bear on. */
export const TRAITS = [
  // what it is
  'person',
  'country',
  'group',
  'post',
  'organization',
  'armed',
  'media',
  'party',
  'club',
  'force',
  'government',
  'court',
  'company',
  'league',
  'crowd',
  'victims',
  'officials',
  'fighters',
  'people',
  'one',
  'counted',
  'definite',
  // where the article names it
  'headline',
  'headline-first',
  'headline-second',
  'headline-bare',
  'headline-end',
  'headline-colon',
  'lead',
  'lead-first',
  'lead-second',
  'second',
  'early',
  'late',
  'last',
  'not-in-lead',
  'first-of-all',
  'second-of-all',
  'third-of-all',
  'opening',
  'midway',
  'first-of-kind',
  'second-of-kind',
  // how often
  'once',
  'twice',
  'often',
  'most',
  'next-most',
  'twice-early',
  'background',
  'only-background',
  // what the words of the main event say of it
  'headline-agent',
  'headline-patient',
  'headline-participant',
  'headline-chair',
  'headline-organizer',
  'headline-place',
  'headline-topic',
  'lead-agent',
  'lead-patient',
  'lead-participant',
  'lead-chair',
  'lead-organizer',
  'lead-place',
  'lead-topic',
  'body-agent',
  'body-patient',
  'body-participant',
  'body-chair',
  'body-organizer',
  'by-list',
  'quoted',
  // what words of other events say
  'acts',
  'suffers',
  'joins',
  'says',
  'says-below',
  'addressed',
  'reported',
  'only-reported',
  'before-trigger',
  'after-trigger',
  // how it stands in a sentence
  'bare',
  'genitive',
  'mark-participant',
  'mark-agent',
  'mark-patient',
  'mark-topic',
  'mark-place',
  'mark-organizer',
  'mark-chair',
  'mark-source',
  'mark-to',
  'mark-from',
  'mark-on',
  'mark-other',
  'only-genitive',
  'only-place',
  'with-post',
  'joined',
  'in-post',
  'former',
  'only-in-post',
  'capital',
  'adjective',
  'its-body',
  'its-country',
  'scene',
  // what is told of someone else
  'other-agent',
  'other-patient',
  'other-participant',
  'other-says',
  'agent-before',
  'says-before',
] as const
export type Trait = (typeof TRAITS)[number]

const NUMBER = new Map<string, number>(TRAITS.map((name, n) => [name, n]))

/** The number of a trait, or -1 where there is no such trait. */
export const numberOf = (name: string): number => NUMBER.get(name) ?? -1

/** The traits of one player, by number. */
export class Traits {
  private readonly marks = new Uint8Array(TRAITS.length)

  set(trait: Trait): void {
    this.marks[numberOf(trait)] = 1
  }

  has(trait: Trait): boolean {
    return this.marks[numberOf(trait)] === 1
  }

  hasNumber(n: number): boolean {
    return this.marks[n] === 1
  }
}
