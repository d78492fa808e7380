const longestMs = 5 * 60_000

/**
 * How long a job waits after its nth run failed: one second, doubled each time up to five minutes, and up to a
 * quarter more by chance, so that jobs that failed together do not come back together. In milliseconds.
 */
export const waitBeforeRetry = (attempt: number, chance = Math.random()): number =>
  Math.round(Math.min(1_000 * 2 ** (attempt - 1), longestMs) * (1 + chance / 4))
