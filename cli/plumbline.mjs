#!/usr/bin/env node
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// Runs the bundle; in a clone, makes it first when a source is newer. Node's own syntax only.
const root = join(import.meta.dirname, '..')
const sources = ['cli', 'contracts', 'domain', 'package-lock.json']

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Folders count as well: their time moves when a file goes. */
const newest = (path) => {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0
  const entries = readdirSync(path, { withFileTypes: true }).filter(
    ({ name }) => name !== 'dist' && !/\.(test|cases)\.tsx?$/.test(name),
  )
  const times = entries.map((entry) =>
    entry.isDirectory() ? newest(join(path, entry.name)) : changedAt(join(path, entry.name)),
  )
  return Math.max(0, path.endsWith('cli') ? 0 : stats.mtimeMs, ...times)
}

const builtAt = changedAt(join(root, 'cli', 'dist', '.built'))
if (builtAt === 0 || sources.some((source) => newest(join(root, source)) > builtAt)) {
  try {
    const { build } = await import('./build.mjs')
    await build(root)
  } catch (error) {
    process.stderr.write(`plumbline: could not be built: ${error.message}. Has "npm ci" been run?\n`)
    process.exit(2)
  }
}
// Made just above, so not there for whoever reads the sources.
await import(pathToFileURL(join(root, 'cli', 'dist', 'main.js')).href)
