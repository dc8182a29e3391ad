import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createConjugate, regularPresent } from '../../src/lexicon/conjugate.ts'
import { readTable } from '../../src/lexicon/table.ts'
import { ROOT } from '../support/source.ts'

const PATH = 'data/words/conjugation.tsv'
const conjugate = createConjugate(readTable(PATH, readFileSync(join(ROOT, PATH), 'utf8')))

/** Forms of a verb, by person: `3ms 3fs 3md 3fd 3mp 3fp 1p` of the past, `3ms 3fs 3md 3fd 3mp 3fp 1s 1p` of the present. Read by eye. */
const PARADIGMS: readonly (readonly [lemma: string, past: string, present: string])[] = [
  ['كتب', 'كتب كتبت كتبا كتبتا كتبوا كتبن كتبنا', 'يكتب تكتب يكتبان تكتبان يكتبون يكتبن اكتب نكتب'],
  ['أعلن', 'أعلن أعلنت أعلنا أعلنتا أعلنوا أعلنن أعلننا', 'يعلن تعلن يعلنان تعلنان يعلنون يعلنن اعلن نعلن'],
  ['استهدف', 'استهدف استهدفت استهدفا استهدفتا استهدفوا استهدفن استهدفنا', 'يستهدف تستهدف يستهدفان تستهدفان يستهدفون يستهدفن استهدف نستهدف'],
  ['انسحب', 'انسحب انسحبت انسحبا انسحبتا انسحبوا انسحبن انسحبنا', 'ينسحب تنسحب ينسحبان تنسحبان ينسحبون ينسحبن انسحب ننسحب'],
  ['اجتمع', 'اجتمع اجتمعت اجتمعا اجتمعتا اجتمعوا اجتمعن اجتمعنا', 'يجتمع تجتمع يجتمعان تجتمعان يجتمعون يجتمعن اجتمع نجتمع'],
  ['تباحث', 'تباحث تباحثت تباحثا تباحثتا تباحثوا تباحثن تباحثنا', 'يتباحث تتباحث يتباحثان تتباحثان يتباحثون يتباحثن اتباحث نتباحث'],
  ['وقع', 'وقع وقعت وقعا وقعتا وقعوا وقعن وقعنا', 'يوقع توقع يوقعان توقعان يوقعون يوقعن اوقع نوقع'],
  ['وصل/يصل', 'وصل وصلت وصلا وصلتا وصلوا وصلن وصلنا', 'يصل تصل يصلان تصلان يصلون يصلن اصل نصل'],
  ['زار/يزور', 'زار زارت زارا زارتا زاروا - -', 'يزور تزور يزوران تزوران يزورون - ازور نزور'],
  ['قال/يقول', 'قال قالت قالا قالتا قالوا - -', 'يقول تقول يقولان تقولان يقولون - اقول نقول'],
  ['التقى/يلتقي', 'التقى التقت التقيا التقتا التقوا التقين التقينا', 'يلتقي تلتقي يلتقيان تلتقيان يلتقون يلتقين التقي نلتقي'],
  ['تولى/يتولى', 'تولى تولت توليا تولتا تولوا تولين تولينا', 'يتولى تتولى يتوليان تتوليان يتولون يتولين اتولى نتولى'],
  ['دعا/يدعو', 'دعا دعت دعوا دعتا دعوا دعون دعونا', 'يدعو تدعو يدعوان تدعوان يدعون يدعون ادعو ندعو'],
  ['أدى/يؤدي', 'أدى أدت أديا أدتا أدوا أدين أدينا', 'يؤدي تؤدي يؤديان تؤديان يؤدون يؤدين اؤدي نؤدي'],
  ['بقي/يبقى', 'بقي بقيت بقيا بقيتا بقوا بقين بقينا', 'يبقى تبقى يبقيان تبقيان يبقون يبقين ابقى نبقى'],
  ['نفى/ينفي', 'نفى نفت نفيا نفتا نفوا نفين نفينا', 'ينفي تنفي ينفيان تنفيان ينفون ينفين انفي ننفي'],
]
const PAST = ['past.3ms', 'past.3fs', 'past.3md', 'past.3fd', 'past.3mp', 'past.3fp', 'past.1p']
const PRESENT = ['present.3ms', 'present.3fs', 'present.3md', 'present.3fd', 'present.3mp', 'present.3fp', 'present.1s', 'present.1p']

describe('conjugation', () => {
  test.each(PARADIGMS)('%s', (lemma, past, present) => {
    const forms = conjugate(lemma)
    const first = (form: string) => forms.find(f => f.form === form)?.text
    const check = (names: readonly string[], expected: string) => {
      const wanted = expected.split(' ')
      expect(wanted.length).toBe(names.length)
      expect(names.map((name, i) => (wanted[i] === '-' ? '-' : first(name)))).toEqual(wanted)
    }
    check(PAST, past)
    check(PRESENT, present)
  })

  test('the subjunctive drops its noon', () => {
    const texts = (lemma: string, form: string) =>
      conjugate(lemma)
        .filter(f => f.form === form)
        .map(f => f.text)
    expect(texts('كتب', 'present.3mp')).toEqual(['يكتبون', 'يكتبوا'])
    expect(texts('كتب', 'present.3md')).toEqual(['يكتبان', 'يكتبا'])
    expect(texts('التقى/يلتقي', 'present.3mp')).toEqual(['يلتقون', 'يلتقوا'])
  })

  test.each([
    ['قتل', 'يقتل'],
    ['أعلن', 'يعلن'],
    ['استقبل', 'يستقبل'],
    ['انعقد', 'ينعقد'],
    ['افتتح', 'يفتتح'],
    ['هاجم', 'يهاجم'],
    ['فجر', 'يفجر'],
    ['تفاوض', 'يتفاوض'],
  ])('the present of %s is %s', (past, present) => {
    expect(regularPresent(past)).toBe(present)
  })
})
