import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hashSources } from './hash-sources.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { runStep, StepFailed } from './run-step.mjs'
import { stamp } from './stamp.mjs'

// What the build reads. The launcher, the sandbox, the worker and the tests are run from source.
const sources = [
  'app',
  'components',
  'contracts',
  'domain',
  'public',
  'server',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

const reachesTheBuild = (path) => !/\.(test|cases)\.tsx?$|\/generated\//.test(path)

/**
 * Builds the web application when its sources have changed since the last build.
 *
 * @param {string} root
 */
export const ensureBuilt = (root) => {
  const made = stamp(join(root, '.next', 'made-from'))
  const hash = () => hashSources(root, sources, reachesTheBuild)
  const isBuilt = () => existsSync(join(root, '.next', 'BUILD_ID'))
  return oneAtATime(root, {
    needed: () => !isBuilt() || !made.fits(hash()),
    work: async () => {
      const from = hash()
      made.clear()
      await runStep('Building', [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
        cwd: root,
        env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      })
      if (!isBuilt()) throw new StepFailed('Building ended without a result.')
      made.set(from)
    },
  })
}
