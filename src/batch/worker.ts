import { createReader } from '../index.ts'
import { createTask } from './task.ts'

/** What piscina runs in each thread. */
export default createTask(createReader)
