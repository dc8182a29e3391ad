/** Calendar arithmetic: civil days of the Gregorian calendar (proleptic, ISO 8601), and the Umm al-Qura calendar. */
import { gregorianToHijri, hijriToGregorian } from '@tabby_ai/hijri-converter'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { getISODay } from 'date-fns/getISODay'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'

/** A civil day. It is a `Date` at local noon, so that no change of clocks can move it to another day. */
export type Day = Date

/** A day of the Hijri calendar. */
export interface HijriDay {
  year: number
  month: number
  day: number
}

/** Day `d` of month `m` of year `y`, or null where the month has no such day. */
export function day(y: number, m: number, d: number): Day | null {
  if (m < 1 || m > 12 || d < 1 || d > 31) return null
  const date = new Date(2000, 0, 1, 12)
  date.setFullYear(y, m - 1, d)
  return date.getMonth() === m - 1 ? date : null
}

export const yearOf = (date: Day): number => date.getFullYear()
export const monthOf = (date: Day): number => date.getMonth() + 1
export const dayOf = (date: Day): number => date.getDate()
/** 1 is Monday. */
export const weekdayOf = (date: Day): number => getISODay(date)
export const plusDays = (date: Day, n: number): Day => addDays(date, n)
/** `n` months later; the 31st becomes the last day of a shorter month. */
export const plusMonths = (date: Day, n: number): Day => addMonths(date, n)
export const daysBetween = (from: Day, to: Day): number => differenceInCalendarDays(to, from)
/** The Monday of the week of a day. */
export const mondayOf = (date: Day): Day => noon(startOfISOWeek(date))
export const monthLength = (y: number, m: number): number => getDaysInMonth(day(y, m, 1) as Day)
export const firstOf = (y: number, m: number): Day => day(y, m, 1) as Day
export const lastOf = (y: number, m: number): Day => day(y, m, monthLength(y, m)) as Day

function noon(date: Date): Day {
  date.setHours(12)
  return date
}

const pad = (n: number, width = 2): string => String(Math.abs(n)).padStart(width, '0')
export const isoYear = (y: number): string => (y < 0 ? `-${pad(y, 4)}` : pad(y, 4))
export const isoMonth = (y: number, m: number): string => `${isoYear(y)}-${pad(m)}`
export const isoDay = (date: Day): string => `${isoMonth(yearOf(date), monthOf(date))}-${pad(dayOf(date))}`
export const isoClock = (h: number, m: number, s: number | null = null): string => `T${pad(h)}:${pad(m)}${s === null ? '' : `:${pad(s)}`}`

/** The day and, if told, the minute of an ISO 8601 date or instant; null if it is none. */
export function parseIso(text: string): { day: Day; minutes: number | null } | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/.exec(text.trim())
  if (!found) return null
  const date = day(Number(found[1]), Number(found[2]), Number(found[3]))
  if (!date) return null
  const minutes = found[4] === undefined ? null : Number(found[4]) * 60 + Number(found[5])
  return minutes !== null && (minutes >= 24 * 60 || Number(found[5]) > 59) ? null : { day: date, minutes }
}

// ---- Hijri

/** Years that the official tables hold. */
const OFFICIAL = { first: 1343, last: 1500 } as const

/** The Gregorian day of a Hijri one, by the official tables and outside them by the arithmetic calendar; null where the month has no such day. */
export function fromHijri({ year, month, day: d }: HijriDay): Day | null {
  if (month < 1 || month > 12 || d < 1 || d > 30) return null
  if (year >= OFFICIAL.first && year <= OFFICIAL.last) {
    if (d === 30 && hijriMonthLength(year, month) < 30) return null
    const found = hijriToGregorian({ year, month, day: d })
    return day(found.year, found.month, found.day)
  }
  return plusDays(firstOf(622, 7), 18 + tabular(year, month, d))
}

/** Days since 1 Muharram 1, by the cycle of 30 years with 11 leap years (Reingold and Dershowitz, Calendrical Calculations, ch. 7). */
const tabular = (year: number, month: number, d: number): number =>
  354 * (year - 1) + Math.floor((3 + 11 * year) / 30) + 29 * (month - 1) + Math.floor(month / 2) + d - 1

export function hijriMonthLength(year: number, month: number): number {
  if (year === OFFICIAL.last && month === 12) return 30 // the tables end with it
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }
  return daysBetween(fromHijri({ year, month, day: 1 }) as Day, fromHijri(next) as Day)
}

/** The Hijri day of a Gregorian one; null outside the official tables. */
export function toHijri(date: Day): HijriDay | null {
  try {
    return gregorianToHijri({ year: yearOf(date), month: monthOf(date), day: dayOf(date) })
  } catch {
    return null // before 1924 or after 2077
  }
}
