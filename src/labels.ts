import labels from 'khabar:labels'
import type { Count } from './event/event.ts'

/** The languages of the card and of the playground. */
export const LANGUAGES = ['ar', 'en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** Gives the word of an id of `data/labels/`: `type.meeting`, `role.chair`. */
export type Labels = (id: string) => string

/** The words of a language. An id that no table has is its own word: a unit that a user's table adds. */
export function labelsOf(language: Language): Labels {
  const words = labels[language]
  return id => words[id] ?? id.slice(id.indexOf('.') + 1)
}

/** In which direction a language is written. */
export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr')

/** A word of the tables with its places filled: `{n} characters`. */
export function phrase(words: Labels, id: string, values: Readonly<Record<string, string | number>>): string {
  return words(id).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

const COMPARATORS = { '=': 'comparator.equal', '>': 'comparator.more', '<': 'comparator.less', '~': 'comparator.about' } as const

/** A count of an event in words: `>80 countries`. */
export function countPhrase({ comparator, value, unit }: Count, words: Labels, write: (value: number) => string = String): string {
  return phrase(words, 'card.count', {
    value: phrase(words, COMPARATORS[comparator], { value: write(value) }),
    unit: words(`unit.${unit}`),
  })
}
