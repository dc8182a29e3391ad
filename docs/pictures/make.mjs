// Takes the pictures of the README from the real thing: the playground in Chromium, and the card as the command line prints it on a terminal.
// Usage: npm run pictures   (needs Chromium, and `script` of util-linux for a terminal)
import { execFileSync } from 'node:child_process'
import { chromium } from 'playwright-core'

const root = new URL('../../', import.meta.url)
const here = new URL('./', import.meta.url)
const browser = await chromium.launch({ executablePath: process.env.KHABAR_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })

/** The playground with the sample, one name pressed. */
async function playground(name, language, colorScheme) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme })
  await page.goto(`${new URL('dist/play/index.html', root).href}#${language}`)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() => document.querySelector('#export pre') !== null)
  await page.locator('#names .name.person').nth(1).click()
  await page.evaluate(() => document.activeElement?.blur())
  await page.screenshot({ path: new URL(name, here).pathname })
  await page.close()
}

/** What the command line writes to a terminal of so many columns that neither joins letters nor orders them: all that is seen is khabar's. */
function onTerminal(columns, command) {
  const shell = `stty cols ${columns}; ${command}`
  return execFileSync('script', ['-qec', shell, '/dev/null'], {
    cwd: root,
    env: { ...process.env, TERM: 'alacritty', COLORTERM: 'truecolor' },
  }).toString()
}

const STYLES = {
  1: 'font-weight:bold',
  2: 'opacity:.65',
  32: 'color:#7fd3a4',
  33: 'color:#ffd84d',
  35: 'color:#e0a3f5',
  36: 'color:#6cd3e0',
}

/** Escape sequences as elements: the terminal of the picture. Ends of styles (22, 39) close what was opened. */
function toHtml(output) {
  let open = 0
  const sign = String.fromCharCode(27)
  return output
    .replaceAll('\r', '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(new RegExp(`${sign}\\[(\\d+)m`, 'g'), (_, code) => {
      if (STYLES[code]) {
        open++
        return `<span style="${STYLES[code]};unicode-bidi:bidi-override">`
      }
      if (open === 0) return ''
      open--
      return '</span>'
    })
}

async function card(name, columns, command) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 400 }, deviceScaleFactor: 1.5 })
  const style =
    'margin:0;padding:20px 24px;display:inline-block;background:#192126;color:#e7ecef;font:16px/1.65 "DejaVu Sans Mono",monospace;border-radius:8px;direction:ltr;unicode-bidi:bidi-override'
  await page.setContent(`<body style="margin:0"><pre style='${style}'>${toHtml(onTerminal(columns, command)).trimEnd()}</pre>`)
  await page.locator('pre').screenshot({ path: new URL(name, here).pathname, omitBackground: true })
  await page.close()
}

await playground('playground.png', 'ar', 'light')
await playground('playground-en-dark.png', 'en', 'dark')
await card('card.png', 92, 'node dist/cli.js extract data/sample/marrakesh.txt')
await browser.close()
