/** The list of formats is the folder of formats. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EXPORTER_NAMES, exporters } from '../../src/export/index.ts'
import { ROOT } from '../support/source.ts'

test('every file of src/export/formats is in the list, under its name', () => {
  const files = readdirSync(join(ROOT, 'src/export/formats')).map(file => file.replace(/\.ts$/, ''))
  expect(Object.keys(exporters).sort()).toEqual(files.sort())
  expect(EXPORTER_NAMES).toEqual(Object.keys(exporters))
  for (const [name, exporter] of Object.entries(exporters)) expect(exporter.name).toBe(name)
})

test('every format has an extension and a media type of its own', () => {
  const all = Object.values(exporters)
  for (const key of ['extension', 'mediaType'] as const)
    for (const exporter of all) expect(exporter[key]).toMatch(key === 'extension' ? /^[a-z]+$/ : /^[a-z]+\/[\w.+-]+(?:; [\w=:/"-]+)?$/)
})
