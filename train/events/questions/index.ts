import type { Question } from '../question.ts'

/** Every question that a table of weights answers. */
export const QUESTIONS: readonly Question[] = []
