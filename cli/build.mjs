import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Bundles the command line into `cli/dist`, a file for each command, so that each loads only what it needs.
 *
 * @param {string} root
 */
export const build = async (root) => {
  const { build: bundle } = await import('esbuild')
  const outdir = join(root, 'cli', 'dist')
  rmSync(outdir, { recursive: true, force: true })
  await bundle({
    absWorkingDir: root,
    entryPoints: ['cli/main.ts'],
    outdir,
    alias: { '@': root },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
  })
  writeFileSync(join(outdir, '.built'), '')
}
