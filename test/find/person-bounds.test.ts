import { expect, test } from 'vitest'
import { read } from '../../src/index.ts'

/** The persons that a text names, as written. */
const persons = (text: string): string[] => read(text).mentions.flatMap(m => (m.kind === 'person' ? [m.text] : []))

test('two names joined by و are two persons', () => {
  expect(persons('وسجل دي روسي ومانشيني هدفين في المباراة.')).toEqual(['دي روسي', 'مانشيني'])
  expect(persons('اللقاء بين كيم وترامب في سنغافورة.')).toEqual(['كيم', 'ترامب'])
})

test('words beside a name belong to none', () => {
  expect(persons('ورأى مارادونا أن الفريق يستحق الفوز.')).toEqual(['مارادونا'])
  expect(persons('قال جون أوبي ميكل قائد نيجيريا إن الفريق جاهز.')).toEqual(['جون أوبي ميكل'])
  expect(persons('قال الرئيس الأميركي، دونالد #ترمب، إن القمة ستعقد.')).toEqual(['دونالد', 'ترمب'])
})

test('ordinary words that are also names', () => {
  expect(persons('اعترف الجميع بطعمه المميز.')).toEqual([])
  expect(persons('لقبت المغنية بسلطانة الطرب العربي.')).toEqual([])
  expect(persons('رحب الوزير بقرب عودة سوريا.')).toEqual([])
})
