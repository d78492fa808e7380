import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import type { Counts } from './counts'

/** Writes what was counted, and why tests were skipped, into the file that PLUMBLINE_COUNTS names. */
export default class VitestCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const file = process.env.PLUMBLINE_COUNTS
    if (!file) return
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const skips = tests.flatMap((test) => {
      const result = test.result()
      return result.state === 'skipped' ? [`${test.fullName}: ${result.note ?? 'no reason given'}`] : []
    })
    const counts: Counts = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      // A file that does not load and an error outside of any test are failures too.
      failed:
        tests.filter((test) => test.result().state === 'failed').length +
        modules.filter((module) => module.errors().length > 0).length +
        unhandledErrors.length,
      skipped: skips.length,
      skips,
    }
    writeFileSync(file, JSON.stringify(counts))
  }
}
