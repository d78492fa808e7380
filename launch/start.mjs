import { join, resolve } from 'node:path'
import { FolderBusy, folderOwner } from './claim-folder.mjs'
import { ensureClient } from './ensure/ensure-client.mjs'
import { ensureInstalled } from './ensure/ensure-installed.mjs'

// Node's own syntax only, until the packages are there.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Plumbline needs Node 20.19 or later; this is ${process.versions.node}.`)
  process.exit(1)
}

const root = join(import.meta.dirname, '..')
// Relative settings mean the checkout, as under npm, wherever this is started from.
process.chdir(root)
// Before anything is installed: that would change the packages under whoever runs from this checkout already.
const dataDir = resolve(process.env.DATA_DIR || '.data')
const owner = folderOwner(dataDir)
if (owner !== null) {
  console.error(FolderBusy.of(dataDir, owner).message)
  process.exit(1)
}
try {
  await ensureInstalled(root)
  await ensureClient(root)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const { register } = await import('tsx/esm/api')
register({ tsconfig: join(root, 'tsconfig.json') })
const { run } = await import('./run.ts')
process.exit(await run({ root, dev: process.argv.includes('--dev') }))
