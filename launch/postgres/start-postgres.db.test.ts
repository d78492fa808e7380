import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderBusy } from '../claim-folder.mjs'
import { processState, waitUntilGone } from '../process-state.mjs'
import { runningPostgresUrl, startPostgres } from './start-postgres.mjs'

let folder: string
const starters: ChildProcess[] = []

beforeEach(async () => {
  // Only its owner may enter, as with root's home or a build machine's temporary folder.
  folder = await mkdtemp(join(tmpdir(), 'plumbline-manager-'))
})

afterEach(async () => {
  for (const starter of starters.splice(0)) starter.kill('SIGKILL')
  await waitUntilGone(await postmasterPid(), 10_000)
  await rm(folder, { recursive: true })
})

const query = async (url: string, sql: string) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const postmasterPid = async () =>
  Number((await readFile(join(folder, 'pg18', 'postmaster.pid'), 'utf8').catch(() => '0')).split('\n')[0])

/** Another process that starts Postgres on the folder and stays; resolves to the address it found. */
const startElsewhere = async () => {
  const script = `const { startPostgres } = await import(process.argv[1])
    console.log((await startPostgres({ dataDir: process.argv[2] })).url)
    setInterval(() => undefined, 60_000)`
  const manager = new URL('./start-postgres.mjs', import.meta.url).href
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', script, manager, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  starters.push(starter)
  const [text] = await once(starter.stdout, 'data')
  return { starter, url: String(text).trim() }
}

const timeout = 60_000

test('a start makes a database that needs its password, a second one finds what was written', {
  timeout,
}, async () => {
  const first = await startPostgres({ dataDir: folder })
  await query(first.url, 'create table kept (word text)')
  await query(first.url, `insert into kept values ('smörgås')`)
  expect(runningPostgresUrl(folder)).toBe(first.url)
  const wrong = Object.assign(new URL(first.url), { password: 'wrong' }).href
  await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
  expect((await stat(join(folder, 'pg-password'))).mode & 0o777).toBe(0o600)
  await first.stop()
  expect(runningPostgresUrl(folder)).toBeNull()
  expect(processState(first.pid ?? 0)).toBeNull()

  const second = await startPostgres({ dataDir: folder })
  expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'smörgås' }])
  expect(await query(second.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  await second.stop()
})

test('a folder has one owner at a time', { timeout }, async () => {
  const { url } = await startElsewhere()
  await expect(startPostgres({ dataDir: folder })).rejects.toThrow(FolderBusy)
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('when its starter is killed the server ends too, and the next start takes over with all that was committed', {
  timeout,
}, async () => {
  const { starter, url } = await startElsewhere()
  await query(url, 'create table kept as select 7 as number')
  const orphan = await postmasterPid()
  starter.kill('SIGKILL')
  await once(starter, 'exit')
  const next = await startPostgres({ dataDir: folder })
  expect(await query(next.url, 'select number from kept')).toEqual([{ number: 7 }])
  expect(processState(orphan)).toBeNull()
  await next.stop()
})

test('what a killed start left half made is made anew', { timeout }, async () => {
  await mkdir(join(folder, 'pg18.init', 'base'), { recursive: true })
  await writeFile(join(folder, 'owner.json'), '{"pid": 1, "startedAt": "long ago"}')
  const postgres = await startPostgres({ dataDir: folder })
  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await postgres.stop()
})

test('a server file that names a process of somebody else does not keep it from starting', {
  timeout,
}, async () => {
  const first = await startPostgres({ dataDir: folder })
  await first.stop()
  await writeFile(
    join(folder, 'pg18', 'postmaster.pid'),
    `${process.pid}\n${folder}\n1\n5432\n\n127.0.0.1\n 1 1\nready   \n`,
  )
  const second = await startPostgres({ dataDir: folder })
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})

test('when the server does not come up, the end of its log says why', { timeout }, async () => {
  await expect(startPostgres({ dataDir: folder, settings: { nonsense: '1' } })).rejects.toThrow(
    /unrecognized configuration parameter "nonsense"/,
  )
  const postgres = await startPostgres({ dataDir: folder })
  await postgres.stop()
})
