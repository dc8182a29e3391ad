import type { Lexicon, Row } from '../lexicon/lexicon.ts'
import { day, dayOf, monthLength, monthOf, toHijri, weekdayOf, yearOf } from './date-calendar.ts'

/** How `formatDate` writes. */
export interface FormatDateOptions {
  /** Whose names of the months: Egypt and the Gulf (the default), the Levant and Iraq, Morocco, Algeria and Tunisia. */
  readonly months?: 'egypt' | 'levant' | 'morocco' | 'algeria'
  /** Writes the weekday first. */
  readonly weekday?: boolean
  readonly calendar?: 'gregorian' | 'hijri'
  /** `latin`: 11, the default; `arabic`: ١١. */
  readonly digits?: 'latin' | 'arabic'
}

/** Where the digits of the Arabic script begin. */
const ARABIC_ZERO = 0x660
const OPTIONS: Readonly<Record<keyof FormatDateOptions, readonly unknown[]>> = {
  months: ['egypt', 'levant', 'morocco', 'algeria'],
  weekday: [true, false],
  calendar: ['gregorian', 'hijri'],
  digits: ['latin', 'arabic'],
}

/** A function that writes dates with the names of `data/dates/`. */
export function createFormat(lexicon: Lexicon): (date: string, options: FormatDateOptions) => string {
  const rows = (table: RegExp): Row[] => [...lexicon.rowsOf(table)]
  const first = (cell: string | undefined): string => (cell ?? '').split('|')[0]?.replace('~', '') ?? ''

  return (text, options) => {
    for (const [name, value] of Object.entries(options)) {
      const known = OPTIONS[name as keyof FormatDateOptions]
      if (!known) throw new TypeError(`unknown option «${name}»`)
      if (value !== undefined && !known.includes(value)) throw new TypeError(`the option «${name}» cannot be «${String(value)}»`)
    }
    const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
    const [year, month, dayNumber] = found ? found.slice(1).map(part => (part === undefined ? null : Number(part))) : []
    const date = year === undefined || year === null ? null : day(year, month ?? 1, dayNumber ?? 1)
    if (!found || !date || (month && monthLength(year as number, month) < (dayNumber ?? 1)))
      throw new TypeError(`«${text}» is no date of the form 2022-05-11, 2022-05 or 2022`)
    const { calendar = 'gregorian', months = 'egypt', weekday = false, digits = 'latin' } = options
    const hijri = calendar === 'hijri' ? toHijri(date) : null
    if (calendar === 'hijri' && (!hijri || !dayNumber)) throw new TypeError(`«${text}» has no day in the Umm al-Qura calendar`)
    const shown = hijri ?? { year: yearOf(date), month: monthOf(date), day: dayOf(date) }
    const name = rows(/^data\/dates\/months\.tsv$/).find(row => row.cells.calendar === calendar && Number(row.cells.month) === shown.month)
    const parts = [String(shown.year)]
    if (month) parts.unshift(calendar === 'gregorian' && months !== 'egypt' ? first(name?.cells[months]) : first(name?.cells.forms))
    if (dayNumber) parts.unshift(String(shown.day))
    if (dayNumber && weekday)
      parts.unshift(first(rows(/^data\/dates\/weekdays\.tsv$/).find(row => Number(row.cells.day) === weekdayOf(date))?.cells.forms))
    const out = parts.join(' ')
    return digits === 'latin' ? out : [...out].map(c => (c >= '0' && c <= '9' ? String.fromCharCode(ARABIC_ZERO + Number(c)) : c)).join('')
  }
}
