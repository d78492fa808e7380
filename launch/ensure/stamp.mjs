import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * A file that says from what something was made, so that it is made again only when that has changed.
 *
 * @param {string} file
 */
export const stamp = (file) => ({
  /** @param {string} hash */
  fits: (hash) => {
    try {
      return readFileSync(file, 'utf8') === hash
    } catch {
      return false
    }
  },
  /** @param {string} hash */
  set: (hash) => {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, hash)
  },
  clear: () => rmSync(file, { force: true }),
})
