import labels from 'khabar:labels'

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
