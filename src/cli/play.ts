import data from 'khabar:data'
import model from 'khabar:model'
import { createReadStream } from 'node:fs'
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../batch/usage.ts'

export interface PlayOptions {
  readonly port: number
  readonly save?: string
}

/** The page as built, beside the program; without the tables and the model, which the package holds once. */
const FOLDER = fileURLToPath(new URL('./play/', import.meta.url))
const HOST = '127.0.0.1'

/** The scripts that the page finds its data in. */
const SCRIPTS: Readonly<Record<string, () => string>> = {
  'tables.js': () => `khabarTables = ${JSON.stringify(data())}\n`,
  'model.js': () => `khabarModel = ${JSON.stringify(model())}\n`,
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Serves the page until it is interrupted, or writes it into a folder. Returns the exit code. Throws `UsageError` for a port that there is not. */
export async function play({ port, save }: PlayOptions, folder = FOLDER): Promise<number> {
  if (save !== undefined) {
    await savePage(save, folder)
    process.stdout.write(`${join(save, 'index.html')}\n`)
    return 0
  }
  if (port > 65535) throw new UsageError(`--port: there is no port ${port}`)
  const server = await servePage(folder)
  return new Promise(resolve => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      const what = error.code === 'EADDRINUSE' ? `port ${port} is in use; --port takes another` : error.message
      process.stderr.write(`khabar: ${what}\n`)
      resolve(1)
    })
    server.on('close', () => resolve(0))
    server.listen(port, HOST, () => {
      process.stdout.write(`http://${HOST}:${port}/\n`)
    })
    process.once('SIGINT', () => server.close())
    process.once('SIGTERM', () => server.close())
  })
}

/** Writes a folder that a browser opens from disk. */
export async function savePage(to: string, folder = FOLDER): Promise<void> {
  await mkdir(to, { recursive: true })
  await cp(folder, to, { recursive: true })
  for (const [name, script] of Object.entries(SCRIPTS)) await writeFile(join(to, name), script())
}

/** A server of the files of the folder, and of nothing else. */
export async function servePage(folder = FOLDER): Promise<Server> {
  const files = new Set((await readdir(folder, { recursive: true })).map(name => name.replaceAll('\\', '/')))
  const scripts = new Map<string, string>()
  return createServer((request, response) => {
    const name = (request.url ?? '/').split(/[?#]/)[0]?.slice(1) || 'index.html'
    const type = TYPES[extname(name)]
    const script = SCRIPTS[name]
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !type || !(script || files.has(name))) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n')
      return
    }
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    if (request.method === 'HEAD') response.end()
    else if (script) {
      const made = scripts.get(name) ?? script()
      scripts.set(name, made)
      response.end(made)
    } else createReadStream(join(folder, name)).pipe(response)
  })
}
