import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { hashSources } from './hash-sources.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { stamp } from './stamp.mjs'

const sources = ['domain', 'server/judge', 'package-lock.json', 'launch/ensure/ensure-thread.mjs']

const reachesTheBundle = (path) => !/\.(test|cases)\.tsx?$/.test(path)

/**
 * Bundles what the threads of the schema judge run into one file, when its sources have changed: a thread is to start
 * quickly, and inside the built web application it could not find its sources.
 *
 * @param {string} root
 */
export const ensureThread = (root) => {
  const outfile = join(root, '.cache', 'judge', 'thread.mjs')
  const made = stamp(join(root, '.cache', 'judge', 'made-from'))
  const hash = () => hashSources(root, sources, reachesTheBundle)
  return oneAtATime(root, {
    needed: () => !existsSync(outfile) || !made.fits(hash()),
    work: async () => {
      const from = hash()
      const { build } = await import('esbuild')
      await build({
        absWorkingDir: root,
        entryPoints: ['server/judge/thread.ts'],
        outfile: `${outfile}.new`,
        alias: { '@': root },
        bundle: true,
        minify: true,
        platform: 'node',
        target: 'node20',
        format: 'esm',
        logLevel: 'error',
      })
      // Whoever starts a thread meanwhile gets the old one or the new one, whole.
      renameSync(`${outfile}.new`, outfile)
      made.set(from)
    },
  })
}
