const DAY = 86_400_000

/** Days since 1970 of the first and the last day that an ISO 8601 date means: of a month its first and last. NaN for what is no date. */
export function daysOf(start: string, end: string | null = null): [first: number, last: number] {
  return [firstDay(start), lastDay(end ?? start)]
}

/** Days since 1970 of an ISO 8601 date; of a month or year the first. NaN for what is no date. */
export function firstDay(date: string): number {
  const [year, month = 1, day = 1] = numbers(date)
  return Date.UTC(year, month - 1, day) / DAY
}

function lastDay(date: string): number {
  const [year, month, day] = numbers(date)
  if (day !== undefined) return Date.UTC(year, (month as number) - 1, day) / DAY
  return (month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1)) / DAY - 1
}

const numbers = (date: string): [number, number?, number?] => {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(date) ?? []
  return [Number(year ?? Number.NaN), ...(month ? [Number(month)] : []), ...(day ? [Number(day)] : [])] as [number, number?, number?]
}
