import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hashSources } from './hash-sources.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { runStep } from './run-step.mjs'
import { stamp } from './stamp.mjs'

/**
 * Makes the database client from the schema when the schema or Prisma has changed.
 *
 * @param {string} root
 */
export const ensureClient = (root) => {
  const generated = join(root, 'server', 'persistence', 'generated')
  const made = stamp(join(generated, '.made-from'))
  const hash = () =>
    hashSources(root, ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  return oneAtATime(root, {
    needed: () => existsSync(join(root, 'prisma', 'schema.prisma')) && !made.fits(hash()),
    work: async () => {
      const from = hash()
      await runStep(
        'Making the database client',
        [join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'],
        { cwd: root, env: { ...process.env, ...offlinePrisma } },
      )
      made.set(from)
    },
  })
}

// `generate` never runs this engine, but Prisma downloads one when the variable names no file.
const offlinePrisma = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}
