import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { unpackBrowser } from './unpack-browser'

export type Browser = {
  readonly executablePath: string
  /** What its process needs in its environment besides the usual. */
  readonly environment: Readonly<Record<string, string>>
}

/** No browser was found; the message says what to do. */
export class NoBrowser extends Error {}

/**
 * Finds a Chromium for the tests: CHROMIUM_PATH, Playwright's own, one that is installed on this machine,
 * or the one that came with npm.
 *
 * @throws NoBrowser
 */
export const findBrowser = async (root: string): Promise<Browser> => {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (await runs({ executablePath: wanted, environment: {} }))
      return { executablePath: wanted, environment: {} }
    throw new NoBrowser(`CHROMIUM_PATH (${wanted}) does not start.`)
  }
  for (const executablePath of [chromium.executablePath(), ...installedBrowsers()]) {
    const browser = { executablePath, environment: {} }
    if (existsSync(executablePath) && (await runs(browser))) return browser
  }
  return (await fromNpm(root)) ?? fail()
}

const fail = () => {
  throw new NoBrowser(
    'No browser for the tests. One of these helps: npx playwright install chromium | apt-get install chromium | CHROMIUM_PATH=…',
  )
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const installedBrowsers = () => [
  ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  ...fixedPlaces,
]

const fromNpm = async (root: string): Promise<Browser | null> => {
  const unpacked = await unpackBrowser(root)
  if (!unpacked) return null
  const bare = { executablePath: unpacked.executablePath, environment: unpacked.fonts }
  if (await runs(bare)) return bare
  const withLibraries = { ...bare, environment: { ...unpacked.fonts, ...unpacked.libraries } }
  return (await runs(withLibraries)) ? withLibraries : null
}

// A browser for Windows opens a window when it is asked its version.
const runs = async ({ executablePath, environment }: Browser) =>
  process.platform === 'win32' ||
  promisify(execFile)(executablePath, ['--version'], {
    env: { ...process.env, ...environment },
    timeout: 20_000,
  }).then(
    () => true,
    () => false,
  )
