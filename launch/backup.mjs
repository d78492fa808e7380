import { join } from 'node:path'
import { ensureInstalled } from './ensure/ensure-installed.mjs'

const root = join(import.meta.dirname, '..')
// Relative settings mean the checkout, a relative file the folder people are in; npm says which that was.
process.env.INIT_CWD ??= process.cwd()
process.chdir(root)
try {
  await ensureInstalled(root)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const { register } = await import('tsx/esm/api')
register({ tsconfig: join(root, 'tsconfig.json') })
const { runBackupCommand } = await import('./backup/commands.ts')
const [command, ...parameters] = process.argv.slice(2)
process.exit(await runBackupCommand(root, command === 'restore' ? 'restore' : 'backup', parameters))
