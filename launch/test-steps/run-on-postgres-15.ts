import type { Counts } from './counts'
import { findPostgres15 } from './debian-postgres'
import { runVitest } from './run-vitest'

// What speaks SQL; the rest of the database tests would only repeat it.
const folders = ['launch/migrate', 'launch/backup', 'server/persistence', 'server/jobs']

/** The oldest server that DATABASE_URL may name, as Debian ships it: migrations, backup, stores and queue on it. */
export const runOnPostgres15 = async (root: string, files: readonly string[]): Promise<Counts> => {
  const programs = findPostgres15()
  if (programs === null) {
    const skip =
      'the database tests on PostgreSQL 15: it is not installed here (Debian: apt-get install postgresql-15)'
    return { passed: 0, failed: 0, skipped: 1, skips: [skip], failures: [] }
  }
  const wanted = files.length > 0 ? files : folders
  return runVitest(root, 'database*', wanted, { PLUMBLINE_POSTGRES_15: programs })
}
