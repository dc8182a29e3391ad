import type { TimeContent, TimeExpression } from '../find/time/types.ts'
import type { DateValue } from '../resolve/date.ts'
import type { Found } from '../resolve/mention.ts'

/** Whether a time phrase speaks of the future by itself, whatever the day of publication: «الأسبوع المقبل», «غدا». */
export function isAhead(found: Found): boolean {
  const content = found.content as TimeContent | undefined
  return content?.type === 'time' && looksAhead(content.expression)
}

function looksAhead(expression: TimeExpression): boolean {
  switch (expression.type) {
    case 'calendar':
    case 'season':
    case 'feast':
      return (expression.shift?.by ?? 0) > 0
    case 'period':
      return expression.shift.by > 0
    case 'offset':
      return expression.sign > 0 && expression.from === 'now'
    case 'within':
    case 'daypart':
      return looksAhead(expression.of)
    case 'clock':
      return expression.of !== null && looksAhead(expression.of)
    default:
      return false
  }
}

/** Whether a date lies after the day of publication, as far as its precision tells. */
export function isAfter({ start }: DateValue, publishedAt: string): boolean {
  return publishedAt !== '' && start.slice(0, 10) > publishedAt.slice(0, Math.min(start.length, 10))
}

/** How many days the last month of a quarter has, by its number. */
const LAST_DAY: Readonly<Record<string, string>> = { '03': '31', '06': '30', '09': '30', '12': '31' }

/** The date of an event as days where it is narrower or wider than one: «السبت من الساعة 8» has no clock, «الربع الأول» is a stretch of days. */
export function dayOf(date: DateValue): DateValue {
  const { start, end, precision } = date
  if (precision === 'quarter' && end) return { ...date, start: `${start}-01`, end: `${end}-${LAST_DAY[end.slice(5)] ?? ''}` }
  if (precision !== 'minute') return date
  return {
    ...date,
    start: start.slice(0, 10),
    end: end && end.slice(0, 10) !== start.slice(0, 10) ? end.slice(0, 10) : null,
    precision: 'day',
  }
}
