import { expect, test } from 'vitest'
import { read } from '../../src/index.ts'

/** The posts of a text: `name: title (affiliation)`. */
const posts = (text: string): string[] =>
  read(text).entities.flatMap(e => (e.kind === 'person' ? (e.posts ?? []).map(p => `${e.name}: ${p.title} (${p.affiliation})`) : []))

test('a name behind a comma, an adjective or a seat', () => {
  expect(posts('قال وزير الثروة السمكية التونسي، سامي بن رجب، إن الموسم جيد.')).toEqual(['سامي بن رجب: وزير الثروة السمكية (تونس)'])
  expect(posts('وأصيب حارس ليفربول، الألماني لوريس كاريوس، في المباراة.')).toEqual(['لوريس كاريوس: حارس (ليفربول)'])
  expect(posts('وصل مبعوث الأمم المتحدة الخاص إلى اليمن مارتن غريفيث إلى صنعاء.')).toEqual(['مارتن غريفيث: مبعوث (الأمم المتحدة)'])
  expect(posts('قال الرئيس الروسي، #فلاديمير_بوتين، إن بلاده مستعدة.')).toEqual(['فلاديمير_بوتين: الرئيس (روسيا)'])
})

test('a verb between them makes two of title and name', () => {
  expect(posts('أعلن وزير الداخلية في الرباط أن محمد العلوي غادر.')).toEqual([])
})

test('behind the name: an aside, «وهو», the accusative', () => {
  expect(posts('كتب سامي حداد (45 عاما)، مدير الشركة، رسالة.')).toEqual(['سامي حداد: مدير الشركة (الشركة)'])
  expect(posts('وعين سامي حداد مديرا للشركة.')[0]).toMatch('سامي حداد: مديرا')
  expect(posts('واستقال سامي حداد، وهو رئيس نقابة المعلمين.')).toEqual(['سامي حداد: رئيس نقابة المعلمين (نقابة المعلمين)'])
})

test('whose administration it is, is no name of it', () => {
  expect(posts('انتقدت إدارة الرئيس الأميركي دونالد ترامب القرار.')).toEqual(['دونالد ترامب: الرئيس (الولايات المتحدة)'])
})

test('spokesmen: the definite one is named, of the indefinite one whom he speaks for', () => {
  expect(posts('قال المتحدث باسم الأمين العام للأمم المتحدة ستيفان دوجاريك إن الوضع صعب.')).toEqual(['ستيفان دوجاريك: المتحدث باسم (null)'])
  expect(posts('قال متحدث باسم الأمين العام للأمم المتحدة أنطونيو غوتيريش إن الوضع صعب.')).toEqual([
    'أنطونيو غوتيريش: الأمين العام (الأمم المتحدة)',
  ])
})

test('the two Koreas', () => {
  expect(posts('التقى الزعيم الكوري الشمالي كيم جونغ أون وفدا.')).toEqual(['كيم جونغ أون: الزعيم (كوريا الشمالية)'])
})
