import { checkBoundaries } from './check-boundaries'
import { checkLint } from './check-lint'
import { checkTypes } from './check-types'
import { add, type Counts, inWords, oneFailed } from './counts'
import { runBrowserTests } from './run-browser-tests'
import { runOnPostgres15 } from './run-on-postgres-15'
import { runVitest } from './run-vitest'

// The fast ones first.
const steps: Readonly<Record<string, (root: string, files: readonly string[]) => Promise<Counts>>> = {
  lint: checkLint,
  boundaries: checkBoundaries,
  types: checkTypes,
  unit: (root, files) => runVitest(root, 'unit', files),
  components: (root, files) => runVitest(root, 'components', files),
  database: (root, files) => runVitest(root, 'database*', files),
  'postgres-15': runOnPostgres15,
  browser: runBrowserTests,
}

/**
 * Runs all steps, or those of `--only=types,unit`, with all tests or those in the named files, and goes on
 * after a step that fails. The last line it prints is `N passed, N failed, N skipped` over all of them.
 *
 * @returns the exit code
 */
export const runTests = async (root: string, parameters: readonly string[]): Promise<number> => {
  const wanted = parameters
    .find((parameter) => parameter.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  const files = parameters.filter((parameter) => !parameter.startsWith('--'))
  const unknown = wanted?.filter((name) => !steps[name]) ?? []
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. The steps are ${Object.keys(steps).join(', ')}.`)
    return 2
  }
  let total: Counts = { passed: 0, failed: 0, skipped: 0, skips: [], failures: [] }
  const summary: string[] = []
  for (const [name, step] of Object.entries(steps)) {
    if (wanted && !wanted.includes(name)) continue
    console.log(`\n── ${name}`)
    const start = Date.now()
    const counts = await step(root, files).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      return oneFailed
    })
    total = add(total, counts)
    summary.push(`${name.padEnd(11)} ${inWords(counts)} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
  }
  const skips = total.skips.map((skip) => `skipped: ${skip}`)
  const failures = total.failures.map((failure) => `failed: ${failure}`)
  console.log(['', ...summary, ...skips, ...failures, inWords(total)].join('\n'))
  return total.failed > 0 ? 1 : 0
}
