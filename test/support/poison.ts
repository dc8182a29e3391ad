/** A worker that does what a text says: what a defect of the reader would do, an article does here by a word. */
import { createTask } from '../../src/batch/task.ts'
import { createReader } from '../../src/index.ts'

/** What articles can do, by their title. */
const POISON: Readonly<Record<string, () => void>> = {
  loop: () => {
    for (;;);
  },
  memory: () => {
    const kept: unknown[] = []
    for (;;) kept.push(new Array(1000).fill(kept.length))
  },
  throw: () => {
    throw new Error('poison')
  },
  exit: () => process.exit(3),
}

export default createTask(options => {
  const reader = createReader(options)
  return {
    ...reader,
    read: (text, context) => {
      POISON[context?.title ?? '']?.()
      return reader.read(text, context)
    },
  }
})
