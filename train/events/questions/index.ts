import type { Question } from '../question.ts'
import { participant, role } from './cast.ts'
import { count } from './count.ts'
import { date } from './date.ts'

/** Every question that a table of weights answers. */
export const QUESTIONS: readonly Question[] = [count, date, participant, role]
