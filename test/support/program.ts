/** The command line program as built, in a folder of its own. */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'tsup'
import { tables } from '../../data/build.ts'
import { ROOT } from './source.ts'

/** Builds the program below a folder and gives the path of it. `worker` is the source of another program for its threads. */
export async function buildProgram(folder: string, worker = join(ROOT, 'src/batch/worker.ts')): Promise<string> {
  await mkdir(folder)
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await writeFile(join(folder, 'package.json'), await readFile(join(ROOT, 'package.json')))
  await build({
    config: false,
    entry: { cli: join(ROOT, 'src/cli/main.ts'), worker },
    outDir: join(folder, 'dist'),
    format: 'esm',
    platform: 'neutral',
    external: [/^node:/],
    removeNodeProtocol: false,
    target: 'es2022',
    silent: true,
    tsconfig: join(ROOT, 'tsconfig.json'),
    esbuildPlugins: [tables()],
  })
  return join(folder, 'dist/cli.js')
}

/** The environment of the program: that of this process without what the tests put there. */
export function programEnv(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env
  return env
}
