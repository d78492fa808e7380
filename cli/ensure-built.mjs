import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const dist = join(import.meta.dirname, 'dist')

/** The bundle in a clone, made first where a source is newer. Node's own syntax only. */
export const ensureBuilt = async () => {
  if (isStale()) {
    const { build } = await import('./build.mjs')
    await build()
  }
  return join(dist, 'plumbline.cjs')
}

const isStale = () => {
  try {
    const madeFrom = join(dist, 'made-from')
    const madeAt = statSync(madeFrom).mtimeMs
    return readFileSync(madeFrom, 'utf8')
      .split('\n')
      .some((source) => statSync(join(root, source)).mtimeMs > madeAt)
  } catch {
    return true
  }
}
