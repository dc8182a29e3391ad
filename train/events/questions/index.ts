import type { Question } from '../question.ts'
import { participant, role } from './cast.ts'
import { confidence } from './confidence.ts'
import { count } from './count.ts'
import { date } from './date.ts'
import { scene } from './scene.ts'
import { status } from './status.ts'
import { type } from './type.ts'

/** Every question that a table of weights answers. */
export const QUESTIONS: readonly Question[] = [confidence, count, date, participant, role, scene, status, type]
