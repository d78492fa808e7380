import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/testing/database'
import { MigrationRefused, migrate, migrationNames } from './migrate'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'plumbline-migrations-'))
  for (const name of await migrationNames())
    await query(`delete from _prisma_migrations where migration_name = '${name}'`)
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const query = async (sql: string, url = database.url) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const write = async (name: string, sql: string) => {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

test('applies each migration once, in the order of their names', async () => {
  await write('2_second', 'insert into step values (2)')
  await write('1_first', 'create table step (number int); insert into step values (1)')
  expect(await migrate(database.url, folder)).toEqual(['1_first', '2_second'])
  expect(await migrate(database.url, folder)).toEqual([])
  expect(await query('select number from step')).toEqual([{ number: 1 }, { number: 2 }])
})

test('leaves nothing of a migration that fails, keeps those before it, and goes on when it is mended', async () => {
  await write('1_first', 'create table step (number int)')
  await write('2_second', 'insert into step values (1); insert into nowhere values (1)')
  await expect(migrate(database.url, folder)).rejects.toThrow(/2_second.*nowhere/)
  expect(await query('select number from step')).toEqual([])
  await write('2_second', 'insert into step values (2)')
  expect(await migrate(database.url, folder)).toEqual(['2_second'])
})

test.each([
  ['nothing', 'select 1', /schema public/],
  ['the schema only', 'grant create on schema public to public', /extension "btree_gist"/],
])('a role that may make %s is told what it lacks and what is enough', async (_, grant, lacks) => {
  const server = inject('postgresUrl')
  const name = `guest_${process.pid}_${Date.now()}`
  await query(`create role ${name} login password 'guest'`)
  await query(`create database ${name}`)
  try {
    await query(grant, Object.assign(new URL(server), { pathname: name }).href)
    const asGuest = Object.assign(new URL(server), { username: name, password: 'guest', pathname: name })
    const refusal = await migrate(asGuest.href).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(MigrationRefused)
    expect(String(refusal)).toMatch(lacks)
    expect(String(refusal)).toMatch(/owner of the database/)
  } finally {
    await query(`drop database ${name} with (force)`)
    await query(`drop role ${name}`)
  }
})

test('several starts at once apply everything once', async () => {
  await write('1_first', 'create table step (number int); insert into step values (1)')
  const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)))
  expect(runs.flat()).toEqual(['1_first'])
  expect(await query('select count(*)::int from step')).toEqual([{ count: 1 }])
})

test('several first starts at once make the queue once', async () => {
  await query('drop schema graphile_worker cascade')
  await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)))
  expect(await query('select count(*)::int from graphile_worker.jobs')).toEqual([{ count: 0 }])
})

test('refuses a database that a newer version has used', async () => {
  await write('1_first', 'create table step (number int)')
  await write('2_newer', 'create table newer (number int)')
  await migrate(database.url, folder)
  await rm(join(folder, '2_newer'), { recursive: true })
  await expect(migrate(database.url, folder)).rejects.toThrow(MigrationRefused)
})

test('refuses a migration that was changed after it had been applied', async () => {
  await write('1_first', 'create table step (number int)')
  await migrate(database.url, folder)
  await write('1_first', 'create table step (number bigint)')
  await expect(migrate(database.url, folder)).rejects.toThrow(/1_first was changed/)
})
