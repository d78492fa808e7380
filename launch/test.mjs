import { join } from 'node:path'
import { ensureClient } from './ensure/ensure-client.mjs'
import { ensureInstalled } from './ensure/ensure-installed.mjs'

const root = join(import.meta.dirname, '..')
try {
  await ensureInstalled(root)
  await ensureClient(root)
} catch (error) {
  console.error(error.message)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(1)
}
const { register } = await import('tsx/esm/api')
register({ tsconfig: join(root, 'tsconfig.json') })
const { runTests } = await import('./test-steps/run-tests.ts')
process.exit(await runTests(root, process.argv.slice(2)))
