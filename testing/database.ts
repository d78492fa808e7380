import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/**
 * A migrated, empty database for one test or one file, on the Postgres of the test run.
 * `drop` also ends connections that are still open.
 */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name} template ${inject('templateDatabase')}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = name
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) }
}

const onServer = async (sql: string) => {
  const client = new Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    // One at a time: Postgres refuses to copy a template while another copy of it is being made.
    await client.query('select pg_advisory_lock(1)')
    await client.query(sql)
  } finally {
    await client.end()
  }
}
