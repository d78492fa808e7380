import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/testing/database'
import { migrate } from '../migrate'
import { BackupRefused } from './backup-format'
import { restoreBackup } from './restore-backup'
import { writeBackup } from './write-backup'

let original: TestDatabase
let copy: TestDatabase
let folder: string
let file: string

beforeEach(async () => {
  original = await createTestDatabase()
  copy = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'plumbline-backup-'))
  file = join(folder, 'backup')
})

afterEach(async () => {
  await original.drop()
  await copy.drop()
  await rm(folder, { recursive: true })
})

const query = async (url: string, sql: string, values: unknown[] = []) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

// Sorts before the table it refers to, so that only the order of references can be right.
const tables = `
  create table zebra (id bigint generated always as identity primary key, "Odd name" text not null);
  create table aardvark (
    id serial primary key, zebra_id bigint not null references zebra (id), parent int references aardvark (id),
    note text, body json, exact numeric, seen timestamptz, raw bytea, length int generated always as (length(note)) stored
  );
  create function refuse() returns trigger language plpgsql as $$ begin raise 'not so'; end $$;`

const guard = 'create trigger guard before insert or truncate on aardvark execute function refuse()'

const notes = [
  'tab\tand\nline\r\nend',
  '\\.',
  '\\N',
  '',
  null,
  'a\u2028b',
  '"quoted" \\ and ☃',
  'x'.repeat(300_000),
]

const fill = async (url: string) => {
  await query(url, tables)
  await query(url, `insert into zebra ("Odd name") values ('one'), ('two')`)
  for (const note of notes) {
    await query(
      url,
      `insert into aardvark (zebra_id, parent, note, body, exact, seen, raw)
       values (2, (select max(id) from aardvark), $1, '{"b": 1.0,  "a": 1, "a": 2}', 1.50, '2026-01-02 03:04:05.678901+02', '\\x00ff')`,
      [note],
    )
  }
  await query(url, guard)
}

const content = (url: string) =>
  query(
    url,
    `select a.*, body::text as body, z."Odd name" from aardvark a join zebra z on z.id = zebra_id order by a.id`,
  )

test('what was written comes back, to the last byte, with counters that go on', async () => {
  await fill(original.url)
  await query(copy.url, tables)
  await query(copy.url, guard)
  const written = await writeBackup(original.url, file, '1.2.3')
  expect(written).toMatchObject({ 'public.zebra': 2, 'public.aardvark': notes.length })
  expect(await restoreBackup(copy.url, file, { replace: false })).toEqual(written)
  expect(await content(copy.url)).toEqual(await content(original.url))
  expect((await content(copy.url)).map(({ note }) => note)).toEqual(notes)
  expect(await query(copy.url, `insert into zebra ("Odd name") values ('three') returning id`)).toEqual([
    { id: '3' },
  ])
  await expect(query(copy.url, 'insert into aardvark (zebra_id) values (1)')).rejects.toThrow('not so')
})

test('a table in parts comes back with all of its parts', async () => {
  await query(original.url, `select occurrence_partition('2026-01-05'), occurrence_partition('2026-01-06')`)
  const keep = `insert into occurrence values ('2026-01-05', gen_random_uuid(), 'v', 'm', now(), 's', 'S', '1', '', null)`
  await query(original.url, keep)
  await writeBackup(original.url, file, '1.2.3')
  await restoreBackup(copy.url, file, { replace: false })
  const kept = 'select tableoid::regclass::text as part, * from occurrence'
  expect(await query(copy.url, kept)).toEqual(await query(original.url, kept))
  expect(await query(copy.url, kept)).toMatchObject([{ part: 'occurrence_20260105', message_id: 'm' }])
  expect(await query(copy.url, `select * from occurrence_20260106`)).toEqual([])
})

test('jobs that wait in the queue wait there again', async () => {
  await query(
    original.url,
    `select graphile_worker.add_job('sync-plan', '{"plan": 1}', run_at => '2030-01-01')`,
  )
  await writeBackup(original.url, file, '1.2.3')
  await restoreBackup(copy.url, file, { replace: false })
  expect(await query(copy.url, 'select task_identifier, run_at from graphile_worker.jobs')).toEqual([
    { task_identifier: 'sync-plan', run_at: new Date('2030-01-01') },
  ])
})

test('the file is readable for its owner only', async () => {
  await writeBackup(original.url, file, '1.2.3')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a database that holds something is left as it is, unless it is to be replaced', async () => {
  await fill(original.url)
  await writeBackup(original.url, file, '1.2.3')
  await query(copy.url, tables)
  await query(copy.url, `insert into zebra ("Odd name") values ('mine')`)
  await expect(restoreBackup(copy.url, file, { replace: false })).rejects.toThrow(/not empty/)
  expect(await query(copy.url, 'select "Odd name" from zebra')).toEqual([{ 'Odd name': 'mine' }])
  await restoreBackup(copy.url, file, { replace: true })
  expect(await query(copy.url, 'select "Odd name" from zebra order by id')).toEqual([
    { 'Odd name': 'one' },
    { 'Odd name': 'two' },
  ])
})

test('a database with other migrations is refused, and the version to use is named', async () => {
  await writeBackup(original.url, file, '1.2.3')
  await query(
    copy.url,
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '2999_later', now())`,
  )
  await expect(restoreBackup(copy.url, file, { replace: true })).rejects.toThrow(/version 1\.2\.3/)
})

test('a database that somebody uses is refused', async () => {
  await writeBackup(original.url, file, '1.2.3')
  const other = new Client({ connectionString: copy.url })
  await other.connect()
  await expect(restoreBackup(copy.url, file, { replace: true })).rejects.toThrow(/Stop Plumbline first/)
  await other.end()
})

test('a file that was cut short changes nothing', async () => {
  await fill(original.url)
  await query(copy.url, tables)
  await writeBackup(original.url, file, '1.2.3')
  const { size } = await stat(file)
  for (const length of [0, 10, Math.floor(size / 2), size - 1]) {
    await writeFile(`${file}.cut`, await readFile(file))
    await truncate(`${file}.cut`, length)
    await expect(restoreBackup(copy.url, `${file}.cut`, { replace: true })).rejects.toThrow(BackupRefused)
  }
  expect(await query(copy.url, 'select * from zebra')).toEqual([])
})

test('a file of another kind is refused', async () => {
  await writeFile(file, 'hello')
  await expect(restoreBackup(copy.url, file, { replace: true })).rejects.toThrow(BackupRefused)
})

test('the owner of a database may do all of it without being an administrator of the server', async () => {
  const server = inject('postgresUrl')
  const name = `plain_${process.pid}_${Date.now()}`
  await query(server, `create role ${name} login password 'plain'`)
  await query(server, `create database ${name} owner ${name}`)
  const url = Object.assign(new URL(server), { username: name, password: 'plain', pathname: name }).href
  try {
    await migrate(url)
    await fill(url)
    await writeBackup(url, file, '1.2.3')
    await restoreBackup(url, file, { replace: true })
    expect(await content(url)).toHaveLength(notes.length)
  } finally {
    await query(server, `drop database ${name} with (force)`)
    await query(server, `drop role ${name}`)
  }
})
