import { describe, expect, test } from 'vitest'
import { readStanza } from '../../src/lexicon/stanza.ts'
import { DataError } from '../../src/lexicon/table.ts'

const read = (...lines: string[]) => readStanza('data/events/x.txt', lines.join('\n'))

describe('an event file', () => {
  const stanza = read(
    '# source: own',
    'event    attack   ace=Conflict.Attack',
    'roles    agent patient',
    '',
    'verb     قصف استهدف/يستهدف ~هاجم   subject=agent object=patient weight=0.9   # a note',
    'noun     قصف|القصف                 of=patient',
    'phrase   شن غارة على   object=patient',
    'title    رئيس الوزراء',
    'status   planned سوف',
    'frame    برئاسة=chair على_يد=agent',
    'example  قصفت طائرات مطار بغداد',
    '         agent=طائرات  patient=مطار بغداد',
    '         date=أمس',
    'example  هجوم على بغداد',
    'not      هجوم حاد على قرار الوزير',
  )

  test('has its lines with words and attributes', () => {
    expect(stanza.lines).toEqual([
      { line: 2, keyword: 'event', words: ['attack'], attributes: { ace: 'Conflict.Attack' } },
      { line: 3, keyword: 'roles', words: ['agent', 'patient'], attributes: {} },
      {
        line: 5,
        keyword: 'verb',
        words: ['قصف', 'استهدف/يستهدف', '~هاجم'],
        attributes: { subject: 'agent', object: 'patient', weight: '0.9' },
      },
      { line: 6, keyword: 'noun', words: ['قصف|القصف'], attributes: { of: 'patient' } },
      { line: 7, keyword: 'phrase', words: ['شن_غارة_على'], attributes: { object: 'patient' } },
      { line: 8, keyword: 'title', words: ['رئيس_الوزراء'], attributes: {} },
      { line: 9, keyword: 'status', words: ['planned', 'سوف'], attributes: {} },
      { line: 10, keyword: 'frame', words: [], attributes: { برئاسة: 'chair', على_يد: 'agent' } },
    ])
  })

  test('has its examples', () => {
    expect(stanza.examples).toEqual([
      { line: 11, text: 'قصفت طائرات مطار بغداد', expected: 'agent=طائرات  patient=مطار بغداد date=أمس' },
      { line: 14, text: 'هجوم على بغداد', expected: '' },
      { line: 15, text: 'هجوم حاد على قرار الوزير', expected: null },
    ])
  })

  test.each([
    ['an unknown keyword', ['event x', 'werb قصف'], 'data/events/x.txt:2:1: unknown keyword «werb»'],
    ['an attribute twice', ['verb قصف of=a of=b'], 'data/events/x.txt:1:15: «of» is given twice'],
    ['an expectation without example', ['event x', '  agent=a'], 'data/events/x.txt:2:1: an expectation that follows no example'],
    ['an expectation behind «not»', ['not قصف', '  agent=a'], 'data/events/x.txt:2:1: an expectation that follows no example'],
  ])('%s', (_, lines, message) => {
    expect(() => read(...lines)).toThrow(DataError)
    expect(() => read(...lines)).toThrow(message)
  })
})
