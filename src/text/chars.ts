/**
 * Characters by name, and the table that folds one to another. The only file that spells characters by number.
 * Code points and classes: Unicode 15.1, blocks Arabic, Arabic Presentation Forms-A and -B, General Punctuation.
 */
export const TAB = 0x09
export const NEWLINE = 0x0a
export const SPACE = 0x20
export const QUOTE = 0x22
export const HASH = 0x23
export const PERCENT = 0x25
export const AMPERSAND = 0x26
export const APOSTROPHE = 0x27
export const OPEN_PAREN = 0x28
export const CLOSE_PAREN = 0x29
export const PLUS = 0x2b
export const COMMA = 0x2c
export const HYPHEN = 0x2d
export const DOT = 0x2e
export const SLASH = 0x2f
export const ZERO = 0x30
export const NINE = 0x39
export const COLON = 0x3a
export const SEMICOLON = 0x3b
export const QUESTION = 0x3f
export const EXCLAMATION = 0x21
export const AT = 0x40
export const LOWER_A = 0x61
export const LOWER_Z = 0x7a
export const UNDERSCORE = 0x5f
/** « and », which folding makes one. */
export const QUOTE_OPEN = 0xab
export const QUOTE_CLOSE = 0xbb
export const ARABIC_COMMA = 0x060c
export const ARABIC_SEMICOLON = 0x061b
export const ARABIC_QUESTION = 0x061f
export const HAMZA = 0x0621
export const ALEF_MADDA = 0x0622
export const ALEF_HAMZA_ABOVE = 0x0623
export const WAW_HAMZA = 0x0624
export const ALEF_HAMZA_BELOW = 0x0625
export const YEH_HAMZA = 0x0626
export const ALEF = 0x0627
export const BEH = 0x0628
export const TEH_MARBUTA = 0x0629
export const TEH = 0x062a
export const TATWEEL = 0x0640
export const LAM = 0x0644
export const NOON = 0x0646
export const HEH = 0x0647
export const WAW = 0x0648
export const ALEF_MAKSURA = 0x0649
export const YEH = 0x064a
export const FATHATAN = 0x064b
export const ELLIPSIS = 0x2026
/** What stands for what cannot be shown. */
export const REPLACEMENT = String.fromCharCode(0xfffd)
export const LEFT_TO_RIGHT_MARK = 0x200e
export const RIGHT_TO_LEFT_EMBEDDING = 0x202b
export const POP_DIRECTION = 0x202c
/** The blanks, other than the common one, that wink-nlp keeps as they are. */
export const WINK_BLANKS = String.fromCharCode(0xa0, 0x2002, 0x2003, 0x2004, 0x2005, 0x2009, 0x200a, 0x202f, 0x205f)

/** What folding does with a character, where it is not simply replaced. */
export const DROP = 0 // invisible: skipped, belongs to no word
export const MARK = 1 // harakat, tatweel: skipped, belongs to the letter before it
/** Longest run of combining marks on one letter that counts as writing. */
export const MARK_RUN = 30
export const EXPAND = 2 // a ligature or compatibility character of more than one letter

/** Public names of the folding steps; `normalize` switches them one by one. */
export type FoldClass =
  | 'marks'
  | 'tatweel'
  | 'alef'
  | 'yeh'
  | 'tehMarbuta'
  | 'hamza'
  | 'digits'
  | 'presentationForms'
  | 'persian'
  | 'invisible'
  | 'spaces'
  | 'quotes'
  | 'dashes'
  | 'case'

type Pair = readonly [from: number, to: number]
const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)
const all = (codes: number[], to: number): Pair[] => codes.map(c => [c, to] as const)

const MARK_CODES = [
  ...range(0x0610, 0x061a),
  ...range(0x064b, 0x065f),
  0x0670,
  ...range(0x06d6, 0x06dc),
  ...range(0x06df, 0x06e4),
  0x06e7,
  0x06e8,
  ...range(0x06ea, 0x06ed),
  ...range(0x0898, 0x089f),
  ...range(0x08ca, 0x08e1),
  ...range(0x08e3, 0x08ff),
  ...range(0x0300, 0x036f),
  ...range(0xfe00, 0xfe0f),
  ...range(0xfe20, 0xfe2f),
]
const INVISIBLE_CODES = [
  0x00ad,
  0x034f,
  0x061c,
  0x180e,
  ...range(0x200b, 0x200f),
  ...range(0x202a, 0x202e),
  ...range(0x2060, 0x206f),
  0xfeff,
]
const SPACE_CODES = [TAB, 0x0b, 0x0c, 0x0d, 0xa0, 0x1680, ...range(0x2000, 0x200a), 0x202f, 0x205f, 0x3000]

/** The single-character steps, by class. Compatibility characters are taken from Unicode's own decompositions in `foldTable`. */
const PAIRS: Readonly<Record<Exclude<FoldClass, 'presentationForms' | 'case'>, Pair[]>> = {
  marks: all(MARK_CODES, MARK),
  tatweel: [[TATWEEL, MARK]],
  alef: all([ALEF_MADDA, ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW, 0x0671, 0x0672, 0x0673, 0x0675], ALEF),
  yeh: [[ALEF_MAKSURA, YEH]],
  tehMarbuta: all([TEH_MARBUTA, 0x06c3], HEH),
  hamza: [
    [WAW_HAMZA, WAW],
    [YEH_HAMZA, YEH],
  ],
  digits: [
    ...range(0x0660, 0x0669).map(c => [c, c - 0x0660 + ZERO] as const),
    ...range(0x06f0, 0x06f9).map(c => [c, c - 0x06f0 + ZERO] as const),
    [0x066a, PERCENT],
    [0x066b, DOT],
    [0x066c, COMMA],
  ],
  persian: [
    ...all([0x06cc, 0x06d0, 0x06d2, 0x06cd], YEH),
    ...all([0x06a9, 0x06aa, 0x06af, 0x06ad, 0x063b], 0x0643), // kaf, and gaf as Moroccans and Iraqis write it
    [0x067e, BEH], // peh
    [0x0686, 0x062c], // tcheh -> jeem
    [0x0698, 0x062c], // jeh -> jeem
    [0x06a4, 0x0641], // veh -> feh
    [0x06a8, 0x0642], // Tunisian gaf -> qaf
    ...all([0x06be, 0x06c1, 0x06d5, 0x06c0], HEH),
    ...all([0x06c6, 0x06c7, 0x06cb], WAW),
  ],
  invisible: all(INVISIBLE_CODES, DROP),
  spaces: [...all(SPACE_CODES, SPACE), ...all([0x85, 0x2028, 0x2029], NEWLINE)],
  quotes: [
    ...all([0xab, 0xbb, ...range(0x201c, 0x201f), 0x2033, 0x2036, 0x2039, 0x203a, 0x301d, 0x301e, 0xff02], QUOTE),
    ...all([0x60, 0xb4, ...range(0x2018, 0x201b), 0x2032, 0x2035, 0xff07], APOSTROPHE),
  ],
  dashes: all([...range(0x2010, 0x2015), 0x2212, 0x06d4], HYPHEN),
}

/** Every class, in the order in which `foldTable` applies it. */
export const FOLD_CLASSES: readonly FoldClass[] = [
  'marks',
  'tatweel',
  'alef',
  'yeh',
  'tehMarbuta',
  'hamza',
  'digits',
  'presentationForms',
  'persian',
  'invisible',
  'spaces',
  'quotes',
  'dashes',
  'case',
]

const COMPATIBILITY = [
  ...range(0xfb50, 0xfdff),
  ...range(0xfe70, 0xfefe),
  ...range(0xff01, 0xff5e),
  0xb2,
  0xb3,
  0xb5,
  0xb9,
  0xba,
  ...range(0xbc, 0xbe),
]
const isArabicPresentation = (code: number): boolean => (code >= 0xfb50 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefe)

/** The letters of a compatibility character, marks and blanks at its ends left out: U+FDF2 -> alef lam lam heh. */
export function expansion(code: number): string {
  const text = String.fromCharCode(code).normalize('NFKC')
  return isArabicPresentation(code) ? text.trim() : text
}

/**
 * The replacement of every UTF-16 unit under the given classes: `DROP`, `MARK`, `EXPAND` or a unit.
 * 128 KB; built on demand, once a reader.
 */
export function foldTable(classes: ReadonlySet<FoldClass> = new Set(FOLD_CLASSES)): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let c = 0; c < 0x10000; c++) table[c] = c
  table[0] = SPACE
  table[1] = SPACE
  table[2] = SPACE
  for (const name of Object.keys(PAIRS) as (keyof typeof PAIRS)[])
    if (classes.has(name)) for (const [from, to] of PAIRS[name]) table[from] = to
  if (classes.has('case')) {
    for (let c = 0x41; c <= 0x5a; c++) table[c] = c + 0x20
    for (let c = 0xc0; c <= 0x24f; c++) {
      const base = String.fromCharCode(c).normalize('NFD').toLowerCase().charCodeAt(0)
      table[c] = base
    }
  }
  if (classes.has('presentationForms')) {
    for (const c of COMPATIBILITY) {
      const text = expansion(c)
      if (text.length === 1) table[c] = table[text.charCodeAt(0)] as number
      else if (text.length > 1) table[c] = EXPAND
    }
  }
  return table
}

/** Whether a folded unit is a letter of an Arabic word. */
export const isArabicLetter = (code: number): boolean =>
  (code >= 0x0620 && code <= 0x064a) || (code >= 0x066e && code <= 0x06d3) || (code >= 0x0750 && code <= 0x077f)

/** Whether a folded unit is a Latin, Greek or Cyrillic letter. */
export const isOtherLetter = (code: number): boolean =>
  (code >= LOWER_A && code <= LOWER_Z) || (code >= 0xdf && code <= 0x24f) || (code >= 0x370 && code <= 0x52f)

export const isDigit = (code: number): boolean => code >= ZERO && code <= NINE

/** Named HTML entities that archives leave behind, as the characters that they stand for. */
export const ENTITIES: Readonly<Record<string, number>> = {
  amp: AMPERSAND,
  lt: 0x3c,
  gt: 0x3e,
  quot: QUOTE,
  apos: APOSTROPHE,
  nbsp: 0xa0,
  laquo: 0xab,
  raquo: 0xbb,
  ldquo: 0x201c,
  rdquo: 0x201d,
  lsquo: 0x2018,
  rsquo: 0x2019,
  ndash: 0x2013,
  mdash: 0x2014,
  hellip: ELLIPSIS,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  shy: 0xad,
}

/** ASCII that may stand in a segment of an IRI unescaped; `%`, `/`, `#` and `?` are left out so that every id stays one segment. */
const IRI_ASCII = /[\w\-.~:@!$&'()*+,;=]/

/** Whether a code point must be percent-encoded in a segment of an IRI (RFC 3987): of what is not ASCII, controls, direction marks, surrogates, private use. */
export const isForbiddenInIri = (code: number): boolean =>
  code < 0x80
    ? !IRI_ASCII.test(String.fromCharCode(code))
    : code < 0xa0 ||
      (code >= 0x200b && code <= 0x200f) ||
      (code >= 0x2028 && code <= 0x202e) ||
      (code >= 0x2060 && code <= 0x206f) ||
      (code >= 0xd800 && code <= 0xf8ff) ||
      (code >= 0xfdd0 && code <= 0xfdef) ||
      (code >= 0xfff0 && code <= 0xffff) ||
      code >= 0xe0000
