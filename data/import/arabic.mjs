/** What an Arabic newspaper could print, out of the names that open data calls Arabic. */

// Letters of Arabic itself. Persian, Urdu, Kurdish and Uyghur names carry others and are dropped.
const arabicName = /^[\u0621-\u063A\u0641-\u064A]+(?:[ -][\u0621-\u063A\u0641-\u064A]+)*$/
const marks = /[\u0610-\u061A\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g

/**
 * @param {string} name
 * @returns {string | undefined} the name without vowel signs, or nothing where it is not written as Arabic
 */
export function cleanName(name) {
  const clean = name.normalize('NFKC').replace(marks, '').replace(/\s+/g, ' ').trim()
  return arabicName.test(clean) ? clean : undefined
}

/**
 * Two spellings that the program does not tell apart have the same key.
 *
 * @param {string} name
 */
export function spellingKey(name) {
  return name
    .normalize('NFKC')
    .replace(marks, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064A')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u0624/g, '\u0648')
    .replace(/\u0626/g, '\u064A')
    .replace(/[\s-]+/g, ' ')
    .trim()
}
