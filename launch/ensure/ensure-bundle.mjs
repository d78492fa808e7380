import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { hashSources } from './hash-sources.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { stamp } from './stamp.mjs'

const reachesTheBundle = (path) => !/\.(test|cases)\.tsx?$/.test(path)

/**
 * Bundles a program of ours into one file for Node, `outfile`, when its sources have changed.
 *
 * @param {string} root
 * @param {{ entry: string, outfile: string, sources: readonly string[], packages?: 'external' }} bundle paths from
 *   the root; `sources` are the files and folders that reach it; packages that stay outside are looked for in
 *   `node_modules` when it runs, and then the text stays readable where an error tells its place
 */
export const ensureBundle = (root, { entry, outfile, sources, packages }) => {
  const file = join(root, outfile)
  const made = stamp(`${file}.made-from`)
  const hash = () =>
    hashSources(root, [...sources, 'package-lock.json', 'launch/ensure/ensure-bundle.mjs'], reachesTheBundle)
  return oneAtATime(root, {
    needed: () => !existsSync(file) || !made.fits(hash()),
    work: async () => {
      const from = hash()
      const { build } = await import('esbuild')
      await build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: `${file}.new`,
        alias: { '@': root },
        bundle: true,
        ...(packages === undefined ? { minify: true } : { packages }),
        platform: 'node',
        target: 'node20',
        format: 'esm',
        logLevel: 'error',
      })
      // Whoever starts it meanwhile gets the old one or the new one, whole.
      renameSync(`${file}.new`, file)
      made.set(from)
    },
  })
}
