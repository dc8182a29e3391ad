/** Archives of every form become the same records, with their lines; what is damaged is told, and what stands before it is read. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArchiveOptions, readRows } from '../../src/batch/archive.ts'
import { OWN_FIELDS, toArticle } from '../../src/batch/article.ts'
import { FORMATS } from '../../src/batch/formats.ts'
import type { Row } from '../../src/batch/row.ts'
import { findSources } from '../../src/batch/sources.ts'
import { ROOT } from '../support/source.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-archive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function rowsOf(inputs: readonly string[], options: ArchiveOptions = {}): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of readRows(await findSources(inputs, options.format !== undefined), options)) rows.push(row)
  return rows
}

/** Rows as `[line, what is in them]`. */
const shown = (rows: readonly Row[]) => rows.map(row => [row.line, row.reason ?? JSON.parse(Buffer.from(row.bytes ?? []).toString())])

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}

/** Arabic in windows-1256: the letters that the tests use. */
function to1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256')
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Buffer.from([...text].map(letter => bytes.get(letter) ?? 0x3f))
}

const A = { id: 'a', text: 'زار الوزير تونس.' }
const B = { id: 'b', text: 'سافر الوفد إلى عمان.' }

describe('JSON Lines', () => {
  const lines = `\ufeff${JSON.stringify(A)}\r\n\n  \n${JSON.stringify(B)}`

  test('a row a line, blank lines counted but left out', async () => {
    const path = await file('a.jsonl', lines)
    expect(shown(await rowsOf([path]))).toEqual([
      [1, A],
      [4, B],
    ])
  })

  test('offsets are those of the lines in the file', async () => {
    const content = `${JSON.stringify(A)}\n\n${JSON.stringify(B)}\n`
    const [first, second] = await rowsOf([await file('offsets.jsonl', content)])
    expect([first?.offset, second?.offset]).toEqual([0, Buffer.byteLength(JSON.stringify(A)) + 2])
  })

  test('a line that is too long is told and not kept; the next is read', async () => {
    const path = await file('long.jsonl', `${JSON.stringify(A)}\n{"text":"${'x'.repeat(5e6)}"}\n${JSON.stringify(B)}\n`)
    expect(shown(await rowsOf([path]))).toEqual([
      [1, A],
      [2, 'longer than 4 MiB'],
      [3, B],
    ])
  })
})

describe('gzip', () => {
  test('of each format, known by its bytes whatever the name', async () => {
    const packed = gzipSync(`${JSON.stringify(A)}\n${JSON.stringify(B)}\n`)
    for (const name of ['a.jsonl.gz', 'a.jsonl', 'unnamed'])
      expect(shown(await rowsOf([await file(name, packed)]))).toEqual([
        [1, A],
        [2, B],
      ])
    expect(shown(await rowsOf([await file('a.txt.gz', gzipSync('زار الوزير تونس.'))]))).toEqual([[1, { text: A.text }]])
    expect(shown(await rowsOf([await file('a.csv.gz', gzipSync('id,text\na,زار الوزير تونس.\n'))]))).toEqual([[2, A]])
  })

  test('of several members', async () => {
    const path = await file('members.jsonl.gz', Buffer.concat([gzipSync(`${JSON.stringify(A)}\n`), gzipSync(JSON.stringify(B))]))
    expect((await rowsOf([path])).map(({ line }) => line)).toEqual([1, 2])
  })

  test('cut in the middle: every whole line is read, the cut one is told', async () => {
    const noise = (n: number) => Array.from({ length: 40 }, (_, i) => ((n * 31 + i * 17) % 997).toString(36)).join(' ')
    const packed = gzipSync(Array.from({ length: 500 }, (_, i) => JSON.stringify({ id: i, text: noise(i) })).join('\n'))
    const rows = await rowsOf([await file('cut.jsonl.gz', packed.subarray(0, packed.length >> 1))])
    expect(rows.length).toBeGreaterThan(100)
    expect(rows.map(({ line }) => line)).toEqual(rows.map((_, i) => i + 1))
    expect(rows.slice(0, -1).every(row => row.bytes !== null && 'text' in toArticle(row.bytes, OWN_FIELDS))).toBe(true)
    expect(rows.at(-1)?.reason).toBe('damaged gzip: unexpected end of file')
  })

  test('a bomb is left at its limit, with the line where it is', async () => {
    const bomb = await file('bomb.jsonl.gz', gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(A)}\n`), Buffer.alloc(100 << 20, 'x')])))
    expect(shown(await rowsOf([bomb]))).toEqual([
      [1, A],
      [2, 'damaged gzip: unpacks to more than 200 times its size'],
    ])
  })
})

describe('tables', () => {
  test('CSV: quotes, commas, line ends inside, each record with the line where it begins', async () => {
    const path = await file('a.csv', 'id,title,text\r\n1,"قال: ""نعم""","سطر\nوسطر، ثالث"\r\n\r\n2,,نص\r\n')
    expect(shown(await rowsOf([path]))).toEqual([
      [2, { id: '1', title: 'قال: "نعم"', text: 'سطر\nوسطر، ثالث' }],
      [5, { id: '2', text: 'نص' }],
    ])
  })

  test('TSV', async () => {
    expect(shown(await rowsOf([await file('a.tsv', 'id\ttext\n1\tشاشة 5" جديدة\n')]))).toEqual([[2, { id: '1', text: 'شاشة 5" جديدة' }]])
  })

  test('what does not fit is told, the others are read', async () => {
    const content = Buffer.concat([
      Buffer.from('id,text\n1,نص\n2\n3,'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\n4,نص\n5,"لا ينتهي\n6,نص\n'),
    ])
    expect(shown(await rowsOf([await file('bad.csv', content)]))).toEqual([
      [2, { id: '1', text: 'نص' }],
      [3, '1 columns instead of 2'],
      [4, 'no UTF-8'],
      [5, { id: '4', text: 'نص' }],
      [6, expect.stringMatching(/^Quote Not Closed/)],
    ])
  })
})

describe('encodings', () => {
  const lines = `${JSON.stringify(A)}\n${JSON.stringify(B)}\n`

  test.each([
    ['windows-1256', to1256(lines)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${lines}`)],
    ['UTF-16', Buffer.from(`\ufeff${lines}`, 'utf16le')],
  ])('%s is known by its bytes', async (name, bytes) => {
    expect(shown(await rowsOf([await file(`${name}.jsonl`, bytes)]))).toEqual([
      [1, A],
      [2, B],
    ])
  })

  test('or named', async () => {
    const path = await file('named.csv', to1256('id,text\na,زار الوزير تونس.\n'))
    expect(shown(await rowsOf([path], { encoding: 'windows-1256' }))).toEqual([[2, A]])
  })

  test('a damaged line does not make another encoding of a file', async () => {
    const damaged = Buffer.concat([Buffer.from(lines), Buffer.from([0x7b, 0xc7, 0xc8, 0xc9, 0x7d, 0x0a]), Buffer.from(lines)])
    const rows = await rowsOf([await file('damaged.jsonl', damaged)])
    expect(
      rows.map(({ bytes }) => toArticle(bytes ?? new Uint8Array(), OWN_FIELDS)).map(one => ('reason' in one ? one.reason : one.id)),
    ).toEqual(['a', 'b', 'no UTF-8', 'a', 'b'])
  })
})

describe('files', () => {
  test('a folder: its archives in the order of their paths, texts with an id', async () => {
    await file('tree/b.txt', 'ثان')
    await file('tree/a/z.txt.gz', gzipSync('أول'))
    await file('tree/c.jsonl', JSON.stringify(A))
    await file('tree/.hidden.txt', 'لا')
    await file('tree/picture.png', 'لا')
    expect(shown(await rowsOf([join(folder, 'tree')]))).toEqual([
      [1, { id: 'a/z', text: 'أول' }],
      [1, { id: 'b', text: 'ثان' }],
      [1, A],
    ])
  })

  test('a pattern', async () => {
    await file('many/2.txt', 'ثان')
    await file('many/1.txt', 'أول')
    await file('many/3.md', 'لا')
    const rows = await rowsOf([`${folder}/many/*.txt`])
    expect(rows.map(({ bytes }) => JSON.parse(Buffer.from(bytes ?? []).toString()).text)).toEqual(['أول', 'ثان'])
  })

  test('what is not there, and an empty folder', async () => {
    await mkdir(join(folder, 'empty'), { recursive: true })
    const rows = await rowsOf([join(folder, 'none.jsonl'), join(folder, 'empty'), `${folder}/none/*.txt`])
    expect(rows.map(({ line, reason }) => [line, reason])).toEqual([
      [0, expect.stringContaining('ENOENT')],
      [0, 'no archive is in this folder'],
      [0, 'no file has such a name'],
    ])
  })

  test('every format has its file', async () => {
    const names = (await readdir(join(ROOT, 'src/batch/formats'))).map(name => name.replace(/\.ts$/, ''))
    expect([...new Set(FORMATS.map(({ name }) => (name === 'tsv' ? 'csv' : name)))].sort()).toEqual(names.sort())
  })
})

describe('records', () => {
  const reasonOf = (record: string | Uint8Array, fields = OWN_FIELDS) => {
    const article = toArticle(typeof record === 'string' ? Buffer.from(record) : record, fields)
    return 'reason' in article ? article.reason : article
  }

  test.each([
    ['{"id":"1","text":"نص', 'no JSON'],
    ['[1]', 'no JSON object'],
    ['null', 'no JSON object'],
    ['{"id":"1"}', 'no «text»'],
    ['{"text":null}', 'no «text»'],
    ['{"text":5}', '«text» is no string'],
    ['{"text":["نص"]}', '«text» is no string'],
    ['{"text":"نص","id":{}}', '«id» is no string or number'],
    ['{"text":"نص","title":5}', '«title» is no string'],
    ['{"text":"نص","publishedAt":20200101}', '«publishedAt» is no string'],
    ['{"text":"نص \\ud83d"}', 'half of a surrogate pair in «text»'],
    ['{"text":"نص","title":"\\udc00"}', 'half of a surrogate pair in «title»'],
    ['{"text":"نص","__proto__":{"polluted":true}}', 'a key «__proto__»'],
    ['{"text":"نص","meta":{"__proto__":{}}}', 'a key «__proto__»'],
    ['{"text":"نص","\\u005f_proto__":{}}', 'a key «__proto__»'],
  ])('%s', (record, reason) => {
    expect(reasonOf(record)).toBe(reason)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('bytes that are no UTF-8', () => {
    expect(reasonOf(Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xd8]), Buffer.from('"}')]))).toBe('no UTF-8')
  })

  test('what is sound, though it looks odd', () => {
    expect(reasonOf('{"text":"في النص \\"__proto__\\"","id":7,"title":null}')).toEqual({
      id: '7',
      text: 'في النص "__proto__"',
      context: {},
    })
    expect(reasonOf('{"text":"\\ud83d\\ude00"}')).toMatchObject({ text: '😀' })
  })

  test('fields of other names', () => {
    const fields = { id: 'url', title: 'headline', text: 'body', date: 'day' }
    expect(reasonOf('{"url":"u","headline":"عنوان","body":"نص","day":"2020-01-02","text":5}', fields)).toEqual({
      id: 'u',
      text: 'نص',
      context: { title: 'عنوان', publishedAt: '2020-01-02' },
    })
    expect(reasonOf('{"text":"نص"}', fields)).toBe('no «body»')
  })
})
