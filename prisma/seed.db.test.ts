import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSandbox } from '@/sandbox/start-sandbox'
import { type Composition, compose } from '@/server/compose'
import { type RunningSettings, readRunningSettings } from '@/server/settings/running-settings'
import { listMembers } from '@/server/usecases/people/list-members'
import { removeDemo } from '@/server/usecases/people/remove-demo'
import { removeMember } from '@/server/usecases/people/remove-member'
import { readDemo } from '@/server/usecases/start/read-demo'
import { listWorkspaces } from '@/server/usecases/workspaces/list-workspaces'
import { createTestDatabase, type TestDatabase } from '@/testing/database'
import { prepare } from './seed'

let database: TestDatabase
let dataDir: string
let sandbox: Awaited<ReturnType<typeof startSandbox>>
let composition: Composition

const sandboxAt = (port = 0) => startSandbox({ port, dataDir, traffic: false, seed: 1 })

const settings = (env: Readonly<Record<string, string>> = {}): RunningSettings =>
  readRunningSettings({
    DATABASE_URL: database.url,
    SECRET_KEY: key,
    DATA_DIR: dataDir,
    SEGMENT_SANDBOX_URL: sandbox.url,
    ...env,
  })

const key = randomBytes(32).toString('base64')
const admin = { ADMIN_EMAIL: 'root@example.com', ADMIN_PASSWORD: 'correct horse battery' }

beforeEach(async () => {
  database = await createTestDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'plumbline-seed-'))
  sandbox = await sandboxAt()
  composition = compose(settings())
})

afterEach(async () => {
  await composition.close()
  await sandbox.close()
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

const system = () => composition.contextFor({ kind: 'system', personId: null, name: 'Test' })

const destinations = async () => {
  const answer = await fetch(`${sandbox.url}/destinations?pagination.count=200`, {
    headers: { Authorization: 'Bearer sandbox' },
  })
  const { data } = await answer.json()
  return data.destinations.filter(({ name }: { name: string }) => name.startsWith('Plumbline'))
}

test('the first start prepares the demo and a set-up link; the next one says the same passwords', async () => {
  const first = await prepare(settings())
  const second = await prepare(settings())
  expect(first[0]).toMatch(/^Make yourself the administrator .*\/welcome\/\S{43}$/)
  expect(second[0]).not.toBe(first[0])
  expect(first.slice(1)).toEqual(second.slice(1))
  expect(first.join('\n')).toMatch(/steward +steward@demo\.invalid +(\w{4}-){3}\w{4}/)
  expect((await stat(join(dataDir, 'demo-passwords.json'))).mode & 0o777).toBe(0o600)
  expect((await listWorkspaces(system())).data).toMatchObject([{ demo: true, apiUrl: sandbox.url }])
  expect(
    (await listMembers(system(), {})).data.map(({ role, demo, status }) => [role, demo, status]),
  ).toEqual([
    ['admin', true, 'active'],
    ['contributor', true, 'active'],
    ['steward', true, 'active'],
  ])
})

test('the demo follows the sandbox to another port, and its forwarding follows us', async () => {
  await prepare(settings())
  const before = await destinations()
  await sandbox.close()
  sandbox = await sandboxAt()
  await prepare(settings({ PORT: '4321' }))
  const after = await destinations()
  expect(before).toHaveLength(1)
  expect(after).toHaveLength(1)
  expect(after[0].id).toBe(before[0].id)
  expect(after[0].settings.globalHook).toBe(before[0].settings.globalHook.replace(':3000', ':4321'))
  expect((await listWorkspaces(system())).data).toMatchObject([{ apiUrl: sandbox.url }])
})

test('what was removed of the demo stays away', async () => {
  await prepare(settings(admin))
  const contributor = (await listMembers(system(), {})).data.find(({ role }) => role === 'contributor')
  await removeMember(system(), { id: contributor?.id ?? '' })
  expect((await prepare(settings(admin))).join('\n')).not.toContain('contributor@')
  await removeDemo(system())
  expect(await prepare(settings(admin))).toEqual(['Sign in as root@example.com.'])
  expect(await readDemo(system())).toEqual({ workspaceId: null, isRemoved: true, isPossible: false })
})

test('where other machines reach it there is no demo', async () => {
  const lines = await prepare(settings({ HOST: '0.0.0.0' }))
  expect(lines.join('\n')).not.toContain('@demo.invalid')
  expect((await listMembers(system(), {})).data).toEqual([])
})

test('the workspace of SEGMENT_TOKEN is connected once; a token that Segment refuses does not stop the start', async () => {
  const token = { ...admin, SEGMENT_TOKEN: 'sandbox', SEGMENT_API_URL: sandbox.url }
  expect((await prepare(settings(token)))[1]).toContain('is connected')
  expect(await prepare(settings(token))).toEqual(['Sign in as root@example.com.'])
  expect((await listWorkspaces(system())).data).toMatchObject([{ demo: false }])
  const [, refused] = await prepare(settings({ ...token, SEGMENT_TOKEN: 'wrong' }))
  expect(refused).toMatch(/could not be connected: .*token/)
})
