import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { ensureThread } from '@/launch/ensure/ensure-thread.mjs'
import { migrate } from '@/launch/migrate'
import { startPostgres } from '@/launch/postgres/start-postgres.mjs'
import { startPostgres15 } from '@/launch/test-steps/debian-postgres'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can add to the one vitest declares
  interface ProvidedContext {
    /** Connection string of the run's Postgres, as a user who may create databases. */
    postgresUrl: string
    /** Name of the migrated database that tests copy. */
    templateDatabase: string
  }
}

const templateDatabase = 'plumbline_template'

/**
 * One Postgres for the whole run, in a folder of its own, with a migrated database to copy from: the embedded
 * one, or the PostgreSQL 15 whose programs PLUMBLINE_POSTGRES_15 names. And the program of the judge's threads.
 */
export default async function setup(project: TestProject) {
  await ensureThread(process.cwd())
  const postgres15 = process.env.PLUMBLINE_POSTGRES_15
  const postgres = postgres15 ? await startPostgres15(postgres15) : await startEmbedded()
  try {
    await makeTemplate(postgres.url)
  } catch (error) {
    await postgres.stop()
    throw error
  }
  project.provide('postgresUrl', postgres.url)
  project.provide('templateDatabase', templateDatabase)
  return postgres.stop
}

const startEmbedded = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-test-'))
  const { url, stop } = await startPostgres({
    dataDir,
    // Nothing here has to survive a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  return {
    url,
    stop: async () => {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const makeTemplate = async (serverUrl: string) => {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`create database ${templateDatabase}`)
  await client.end()
  const template = new URL(serverUrl)
  template.pathname = templateDatabase
  await migrate(template.href)
}
