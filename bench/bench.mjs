import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

// What `npm run bench` starts: bundles the benchmarks as the command line is bundled, since a loader that compiles
// as it goes adds work to every function, then runs them pinned to one core where the system can.
const root = join(import.meta.dirname, '..')
const folder = join(root, 'node_modules', '.cache', 'bench')
mkdirSync(folder, { recursive: true })
const { build } = await import('esbuild')
await build({
  absWorkingDir: root,
  entryPoints: ['bench/main.ts'],
  outfile: join(folder, 'main.mjs'),
  alias: { '@': root },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'error',
})
const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0
const pinned = canPin ? ['taskset', '-c', String(availableParallelism() - 1)] : []
const node = [process.execPath, '--expose-gc', '--max-old-space-size=6144', join(folder, 'main.mjs')]
const [program, ...args] = [...pinned, ...node, ...process.argv.slice(2)]
const { status } = spawnSync(program, args, {
  stdio: 'inherit',
  env: { ...process.env, BENCH_PINNED: String(canPin) },
})
process.exit(status ?? 1)
