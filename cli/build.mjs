import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')

/**
 * Bundles the command line into `cli/dist`: `plumbline.cjs`, which starts it, and `program.cjs`, all the rest. Needs
 * nothing else of the repository. `dist/made-from` lists the sources.
 */
export const build = async () => {
  const { build: bundle } = await import('esbuild')
  const [dist, made] = ['dist', `dist-${process.pid}`].map((name) => join(import.meta.dirname, name))
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: { plumbline: 'cli/start.ts', program: 'cli/program.ts' },
    outdir: made,
    outExtension: { '.js': '.cjs' },
    alias: { '@': root },
    banner: { js: '#!/usr/bin/env node' },
    bundle: true,
    metafile: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  })
  const inputs = Object.keys(metafile.inputs)
  const program = join(made, 'program.cjs')
  // Only what starts is a script of its own.
  writeFileSync(program, readFileSync(program, 'utf8').replace(/^#!.*\n/, ''))
  chmodSync(join(made, 'plumbline.cjs'), 0o755)
  writeFileSync(join(made, 'THIRD-PARTY.txt'), licences(inputs))
  const sources = inputs.filter((path) => !path.includes('node_modules/'))
  writeFileSync(join(made, 'made-from'), [...sources, 'cli/build.mjs', 'package-lock.json'].join('\n'))
  copyFileSync(join(root, 'LICENSE'), join(import.meta.dirname, 'LICENSE'))
  replace(dist, made)
}

/** Whoever builds at the same time has made the same. */
const replace = (dist, made) => {
  const old = `${made}-old`
  try {
    renameSync(dist, old)
  } catch {}
  try {
    renameSync(made, dist)
  } catch {}
  for (const path of [old, made]) rmSync(path, { recursive: true, force: true })
}

/** The licences of the packages that are part of the bundle. */
const licences = (inputs) => {
  const folders = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  )
  return [...folders]
    .sort()
    .map((folder) => licenceOf(join(root, folder)))
    .join('\n')
}

const licenceOf = (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text}`
}

if (process.argv[1] === resolve(import.meta.filename)) await build()
