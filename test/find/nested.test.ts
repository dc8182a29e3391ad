import { describe, expect, test } from 'vitest'
import { createReader } from '../../src/index.ts'

const { read } = createReader()
const NAMES = new Set(['person', 'place', 'organization'])
const names = (text: string): string[] =>
  read(text)
    .mentions.filter(m => NAMES.has(m.kind))
    .map(m => `${m.kind} ${text.slice(m.start, m.end)}`)

describe('a name that holds a name', () => {
  test.each([
    ['أعلنت جامعة محمد الخامس فتح باب التسجيل.', 'جامعة محمد الخامس'],
    ['زار الوفد مستشفى الملك فيصل التخصصي مساء أمس.', 'مستشفى الملك فيصل التخصصي'],
    ['نقل المصابون إلى مستشفى الأمير سلطان.', 'مستشفى الأمير سلطان'],
    ['نقل المصابون إلى مستشفى الدكتور سليمان فقيه.', 'مستشفى الدكتور سليمان فقيه'],
    ['هبطت الطائرة في مطار الملك خالد الدولي.', 'مطار الملك خالد الدولي'],
    ['أغلقت الشرطة شارع الشهيد محمد القحطاني.', 'شارع الشهيد محمد القحطاني'],
    ['نظم مركز برتران كوستيلو ندوة عن المناخ.', 'مركز برتران كوستيلو'],
  ])('%s', (text, name) => {
    const found = names(text)
    // a hospital is an organization or a place, by what the sentence says of it
    expect(found.map(n => n.slice(n.indexOf(' ') + 1))).toContain(name)
    expect(found.filter(n => n.startsWith('person'))).toEqual([])
  })

  test.each([
    ['قال مدير المستشفى الدكتور سليمان فقيه إن المصابين بخير.', 'person سليمان فقيه'],
    ['وقال مكتب الأمير محمد بن سلمان إن الزيارة تأجلت.', 'person محمد بن سلمان'],
    ['وأدلى رئيس الجامعة الدكتور محمد الخطيب بتصريح.', 'person محمد الخطيب'],
  ])('is none beside a title: %s', (text, name) => {
    expect(names(text)).toContain(name)
  })
})
