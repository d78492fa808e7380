import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One hash over the content of files and folders; what does not exist counts as empty, hidden files do not count.
 *
 * @param {string} root
 * @param {readonly string[]} paths from the root
 * @param {(path: string) => boolean} counts which of the files in folders count
 * @returns {string}
 */
export const hashSources = (root, paths, counts = () => true) => {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((start) => filesUnder(root, start)).filter((file) => counts(file))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

const filesUnder = (root, path) => {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`))
}
