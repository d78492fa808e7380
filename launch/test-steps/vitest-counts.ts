import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import type { Counts } from './counts'

/** Writes what was counted, what failed, and why tests were skipped, into the file that PLUMBLINE_COUNTS names. */
export default class VitestCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const file = process.env.PLUMBLINE_COUNTS
    if (!file) return
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const skips = tests.flatMap((test) => {
      const result = test.result()
      return result.state === 'skipped' ? [`${test.fullName}: ${result.note ?? 'no reason given'}`] : []
    })
    // A file that does not load and an error outside of any test are failures too.
    const failures = [
      ...tests.flatMap((test) =>
        test.result().state === 'failed' ? [`${test.module.relativeModuleId}: ${test.fullName}`] : [],
      ),
      ...modules.flatMap((module) =>
        module.errors().length > 0 ? [`${module.relativeModuleId}: ${messageOf(module.errors()[0])}`] : [],
      ),
      ...unhandledErrors.map((error) => `outside of any test: ${messageOf(error)}`),
    ]
    const counts: Counts = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: failures.length,
      failures,
      skipped: skips.length,
      skips,
    }
    writeFileSync(file, JSON.stringify(counts))
  }
}

const messageOf = (error: unknown): string =>
  (error as { readonly message?: string } | undefined)?.message?.split('\n')[0] ?? String(error)
