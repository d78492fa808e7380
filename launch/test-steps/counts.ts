/**
 * What a step of the tests found. `skips` has a line for each skipped test, with its reason, and `failures` one for each
 * that failed by name.
 */
export type Counts = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly skips: readonly string[]
  readonly failures: readonly string[]
}

export const onePassed: Counts = { passed: 1, failed: 0, skipped: 0, skips: [], failures: [] }
export const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0, skips: [], failures: [] }

export const add = (one: Counts, other: Counts): Counts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
  skips: [...one.skips, ...other.skips],
  failures: [...one.failures, ...other.failures],
})

/** A runner that ended badly without a failed test (a crash, a file that does not load) counts as one failure. */
export const withExitCode = (counts: Counts, exitCode: number): Counts =>
  exitCode !== 0 && counts.failed === 0 ? add(counts, oneFailed) : counts

export const inWords = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
