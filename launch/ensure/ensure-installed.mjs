import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'
import { runStep } from './run-step.mjs'

/**
 * Installs the packages of the lock file when what is installed is something else.
 *
 * @param {string} root
 */
export const ensureInstalled = (root) =>
  oneAtATime(root, {
    needed: () => !isInstalled(root),
    work: () =>
      runStep(
        'Installing packages',
        [...npm(), 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
        {
          cwd: root,
        },
      ),
  })

/**
 * Whether npm's own record of what it installed holds what the lock file asks for. npm writes that record last,
 * so an install that was cut short does not pass. Packages for other systems may be missing.
 *
 * @param {string} root
 */
export const isInstalled = (root) => {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const found = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !found) return false
  return Object.entries(wanted)
    .filter(([path]) => path.startsWith('node_modules/'))
    .every(([path, { version, optional, devOptional, peer }]) => {
      const installed = found[path]
      return installed ? installed.version === version : Boolean(optional || devOptional || peer)
    })
}

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

// Under npm, the same npm; started by hand, the one on the path.
const npm = () => (process.env.npm_execpath?.endsWith('.js') ? [process.env.npm_execpath] : ['npm'])
