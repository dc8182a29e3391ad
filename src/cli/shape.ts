import type { Bidi } from 'bidi-js'

/** Gives a text in the letters and the order in which a terminal shall show it, from left to right. */
export type Shape = (text: string, direction: 'rtl' | 'ltr') => string

/** What `arabic-reshaper` gives. */
interface Reshaper {
  convertArabic(text: string): string
}

/** Loads what joins letters (`arabic-reshaper`) and what orders them. Null if `arabic-reshaper` is not installed. */
export async function loadShape(): Promise<Shape | null> {
  let reshaper: Reshaper
  try {
    // @ts-expect-error: the package has no declarations
    reshaper = ((await import('arabic-reshaper')) as { default: Reshaper }).default
  } catch {
    return null
  }
  // its declarations speak of a module in a module, which it is not
  const bidi = ((await import('bidi-js')) as unknown as { default: () => Bidi }).default()
  return (text, direction) => {
    const joined = reshaper.convertArabic(text)
    return bidi.getReorderedString(joined, bidi.getEmbeddingLevels(joined, direction)).replace(/\p{Cf}/gu, '')
  }
}
