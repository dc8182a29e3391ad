/** Archives for the tests: short articles made of parts, no two alike. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const CITIES = ['الرباط', 'بغداد', 'القاهرة', 'تونس', 'دمشق', 'بيروت', 'عمان', 'الخرطوم', 'طرابلس', 'الجزائر', 'صنعاء']
const MINISTERS = ['وزير الخارجية المغربي', 'وزير الدفاع العراقي', 'وزير المالية المصري', 'وزيرة الصحة التونسية', 'رئيس الوزراء الأردني']
const STORIES: readonly ((i: number) => string)[] = [
  i => `التقى ${at(MINISTERS, i)} نظيره الفرنسي في ${at(CITIES, i * 3)} أمس لبحث التعاون بين البلدين.`,
  i => `قتل ${(i % 40) + 3} أشخاص وأصيب ${(i % 70) + 11} آخرون في انفجار سيارة مفخخة وسط ${at(CITIES, i * 5)} يوم الاثنين.`,
  i => `زار ${at(MINISTERS, i * 7)} مدينة ${at(CITIES, i)} يوم ${(i % 27) + 1} مارس 2021.`,
  i => `أعلنت الحكومة في ${at(CITIES, i * 2)} تخصيص ${(i % 90) + 10} مليون دولار لدعم المزارعين.`,
  i => `اندلع حريق في مصنع قرب ${at(CITIES, i * 4)} وأسفر عن خسائر كبيرة.`,
]

/** The items in turn, without end. */
export const at = <T>(items: readonly T[], index: number): T => items[index % items.length] as T

/** The article of a number. */
export const article = (i: number, sentences = 1): { id: string; title: string; text: string; publishedAt: string } => ({
  id: `article-${i}`,
  title: `خبر رقم ${i}`,
  text: Array.from({ length: sentences }, (_, k) => at(STORIES, i + k)(i + k * 13)).join(' '),
  publishedAt: `2021-03-${String((i % 28) + 1).padStart(2, '0')}`,
})

/** Writes an archive of so many articles. */
export async function writeArchive(path: string, count: number, sentences = 1): Promise<string> {
  await writeFile(path, Array.from({ length: count }, (_, i) => `${JSON.stringify(article(i, sentences))}\n`).join(''))
  return path
}

/** The parts of a folder of output, in order. */
export async function partsOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter(name => /^part-\d+\.ndjson$/.test(name))
    .map(name => join(folder, name))
    .sort()
}

/** SHA-256 of all parts together. */
export async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const path of await partsOf(folder)) for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** The same numbers from the same seed, 0 … 1: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
