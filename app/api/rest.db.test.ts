import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { composition } from '@/app/_entry/composition'
import { makeTokenLimits, type TokenLimits } from '@/app/_entry/token-limits'
import type { Operation } from '@/contracts/operation'
import { operations } from '@/contracts/operations'
import { can } from '@/domain/review/can'
import { type Role, roles } from '@/domain/review/role'
import { mintToken } from '@/server/usecases/people/mint-token'
import { keepAdministrator } from '@/server/usecases/start/keep-administrator'
import { createTestDatabase, type TestDatabase } from '@/testing/database'
import { ask, handlerOf, origin, problemOf } from './ask.cases'

const rows = Object.entries<Operation>(operations)

type Member = { readonly id: string; readonly token: string }

let database: TestDatabase
const members: Partial<Record<Role, Member>> = {}

beforeAll(async () => {
  database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  process.env.SECRET_KEY = randomBytes(32).toString('base64')
  const { contextFor } = composition()
  const ctx = contextFor({ kind: 'system', personId: null, name: 'Test' })
  for (const role of roles) {
    const id = ctx.newId()
    await ctx.transaction(({ people }) =>
      people.add({ id, name: `Test ${role}`, email: `${role}@example.com`, role, demo: false }),
    )
    const { token } = await mintToken(
      contextFor({ kind: 'person', personId: id, name: role, role: 'admin' }),
      {
        id,
        name: 'test',
      },
    )
    members[role] = { id, token }
  }
})

afterAll(async () => {
  await composition().close()
  await database.drop()
})

const member = (role: Role): Member => {
  const found = members[role]
  if (!found) throw new Error(`no ${role}`)
  return found
}

/** Places that exist for nobody, except one's own id, so that only the role decides. */
const placeFor = ({ path }: Operation, { id }: Member): Record<string, string> => ({
  plan: 'tp_none',
  number: '1',
  id: path.startsWith('/members/{id}/tokens') ? id : 'none',
  tokenId: 'none',
})

describe('every operation', () => {
  test.each(rows)('%s answers whoever is nobody with not-signed-in', async (_, row) => {
    const response = await ask(row, { params: { plan: 'tp_none', number: '1', id: 'none', tokenId: 'none' } })
    expect(await problemOf(response)).toMatchObject({ status: 401, code: 'not-signed-in' })
  })

  test.each(rows)('%s is open to exactly the roles that it needs', async (_, row) => {
    for (const role of roles) {
      const asking = member(role)
      const response = await ask(row, { token: asking.token, params: placeFor(row, asking) })
      const code = response.ok ? 'ok' : (await problemOf(response)).code
      expect([role, code === 'not-allowed']).toEqual([role, !can(role, row.needs)])
      expect([role, code]).not.toEqual([role, 'unexpected'])
    }
  })
})

const plainReads = rows.filter(([, row]) => row.method === 'GET' && !row.path.includes('{'))

test.each(plainReads)('%s answers what its contract says', async (_, row) => {
  const response = await ask(row, { token: member('admin').token })
  expect(response.status).toBe(row.status)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(row.answer.safeParse(await response.json()).error).toBeUndefined()
})

test('members come page by page', async () => {
  const { token } = member('viewer')
  const first = await (await ask(operations.listMembers, { token, query: '?limit=3' })).json()
  const second = await (
    await ask(operations.listMembers, { token, query: `?limit=3&cursor=${first.nextCursor}` })
  ).json()
  expect(first.data).toHaveLength(3)
  expect(second).toMatchObject({ data: [{ name: 'Test viewer' }], nextCursor: null })
  const wrong = await ask(operations.listMembers, { token, query: '?cursor=none' })
  expect(await problemOf(wrong)).toMatchObject({ code: 'malformed' })
})

test.each<[string, string | Uint8Array<ArrayBuffer>, number, string]>([
  ['no JSON', '{"email":', 400, 'malformed'],
  ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'malformed'],
  ['an array', '[1]', 422, 'invalid-input'],
  ['empty', '', 422, 'invalid-input'],
  ['a wrong role', '{"email":"x@example.com","name":"X","role":"owner"}', 422, 'invalid-input'],
  ['11 MB', `"${'x'.repeat(11 * 1024 * 1024)}"`, 413, 'too-large'],
])('a body that is %s is refused', async (_, rawBody, status, code) => {
  const response = await ask(operations.inviteMember, { rawBody, token: member('admin').token })
  expect(await problemOf(response)).toMatchObject({ status, code })
})

test('a body beyond the limit is refused while it arrives, whatever it says of its length', async () => {
  const chunk = new Uint8Array(1024 * 1024)
  let sent = 0
  const body = new ReadableStream({
    pull: (controller) => {
      sent += 1
      controller.enqueue(chunk)
    },
  })
  const request = new Request(`${origin}/api/v1/members`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${member('admin').token}` },
    body,
    duplex: 'half',
  } as RequestInit)
  const handler = await handlerOf(operations.inviteMember)
  const response = await handler(request, { params: Promise.resolve(undefined) })
  expect(await problemOf(response)).toMatchObject({ code: 'too-large' })
  expect(sent).toBeLessThan(15)
})

test('what is wrong is named by field', async () => {
  const response = await ask(operations.inviteMember, {
    token: member('admin').token,
    body: { email: 'nobody', name: '', role: 'viewer' },
  })
  const { fields } = await problemOf(response)
  expect(fields).toEqual([
    { path: 'email', message: expect.any(String) },
    { path: 'name', message: expect.any(String) },
  ])
})

test('a change request is named by a whole number', async () => {
  for (const number of ['0', 'one', '1.5', '-1', '99999999999']) {
    const response = await ask(operations.readChangeRequest, {
      token: member('viewer').token,
      params: { plan: 'tp_none', number },
    })
    expect(await problemOf(response)).toMatchObject({ code: 'malformed' })
  }
})

test('an address that holds U+0000 is refused before anything is looked for', async () => {
  const token = member('viewer').token
  const inPath = await ask(operations.readPlan, { token, params: { plan: '\0' } })
  const inQuery = await ask(operations.listViolations, { token, query: '?q=%00' })
  for (const response of [inPath, inQuery])
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'malformed' })
})

test('a workspace is not connected with a token that no header can carry, nor with a password in its address', async () => {
  const token = member('admin').token
  for (const body of [
    { token: 'two\nlines' },
    { token: 'tökén' },
    { token: 'right', apiUrl: 'http://me:secret@127.0.0.1:1' },
  ]) {
    const response = await ask(operations.connectWorkspace, { token, body })
    expect(await problemOf(response)).toMatchObject({ status: 422, code: 'invalid-input' })
  }
})

test('a token narrows what its person may do, and a revoked or expired one opens nothing', async () => {
  const { id, token } = member('admin')
  const mint = async (body: unknown) =>
    (await ask(operations.mintToken, { token, params: { id }, body })).json() as Promise<Member>
  const reader = await mint({ name: 'reader', scopes: ['read'] })
  expect((await ask(operations.listPlans, { token: reader.token })).status).toBe(200)
  expect(await problemOf(await ask(operations.listAudit, { token: reader.token }))).toMatchObject({
    code: 'not-allowed',
  })

  const revoked = await ask(operations.revokeToken, { token, params: { id, tokenId: reader.id } })
  expect(revoked.status).toBe(204)
  expect((await ask(operations.listPlans, { token: reader.token })).status).toBe(401)

  const past = await ask(operations.mintToken, {
    token,
    params: { id },
    body: { name: 'late', expiresAt: '2020-01-01T00:00:00Z' },
  })
  expect(await problemOf(past)).toMatchObject({ code: 'invalid-input' })
})

test('whoever guesses tokens is slowed down, and nobody else', async () => {
  const shared = globalThis as { plumblineTokenLimits?: TokenLimits | undefined }
  shared.plumblineTokenLimits = makeTokenLimits({ usesOfToken: 100, unknownOfAddress: 5 })
  onTestFinished(() => {
    shared.plumblineTokenLimits = undefined
  })
  const from = '203.0.113.80'
  const known = () => ask(operations.readMe, { token: member('viewer').token, from })
  const guess = (i: number) => ask(operations.readMe, { token: `plb_guess-${i}`, from })
  expect((await known()).status).toBe(200)
  for (let i = 0; i < 5; i += 1) expect((await guess(i)).status).toBe(401)
  const slowed = await guess(5)
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await problemOf(slowed)).toMatchObject({ status: 429, code: 'rate-limited' })
  expect((await known()).status).toBe(200)
  expect((await ask(operations.readMe, { token: 'plb_guess', from: '203.0.113.81' })).status).toBe(401)
})

test('the list of tokens shows no token', async () => {
  const { id, token } = member('steward')
  const text = await (await ask(operations.listTokens, { token, params: { id } })).text()
  expect(text).toContain('"name":"test"')
  expect(text).not.toContain('plb_')
})

describe('Idempotency-Key', () => {
  const invitation = (email: string) => ({ body: { email, name: 'Somebody', role: 'viewer' } })

  test('a repeated request gets the first answer and does nothing', async () => {
    const { token } = member('admin')
    const asking = { token, key: 'invite-1', ...invitation('once@example.com') }
    const [first, second] = [
      await (await ask(operations.inviteMember, asking)).text(),
      await ask(operations.inviteMember, asking),
    ]
    expect(second.status).toBe(201)
    expect(await second.text()).toBe(first)
  })

  test('another request under the same key is refused', async () => {
    const { token } = member('admin')
    await ask(operations.inviteMember, { token, key: 'invite-2', ...invitation('two@example.com') })
    const other = await ask(operations.inviteMember, {
      token,
      key: 'invite-2',
      ...invitation('three@example.com'),
    })
    expect(await problemOf(other)).toMatchObject({ status: 409, code: 'idempotency-conflict' })
  })

  test('a failure frees the key', async () => {
    const { token } = member('admin')
    const bad = await ask(operations.inviteMember, {
      token,
      key: 'invite-3',
      ...invitation('viewer@example.com'),
    })
    expect(bad.status).toBe(422)
    const good = await ask(operations.inviteMember, {
      token,
      key: 'invite-3',
      ...invitation('four@example.com'),
    })
    expect(good.status).toBe(201)
  })
})

describe('a browser', () => {
  const signIn = async (email: string, password: string, from = '203.0.113.1') => {
    const { POST } = await import('./auth/[...all]/route')
    return POST(
      new Request(`${origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: origin, 'X-Forwarded-For': from },
        body: JSON.stringify({ email, password }),
      }),
    )
  }
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')

  beforeAll(async () => {
    const ctx = composition().contextFor({ kind: 'system', personId: null, name: 'Test' })
    for (const email of ['Browser@example.com', 'another@example.com'])
      await keepAdministrator(ctx, { email, password: 'a long password', token: null })
  })

  test('signs in, reads, and writes from our own pages only', async () => {
    const signedIn = await signIn('browser@example.com', 'a long password')
    expect(signedIn.status).toBe(200)
    const session = signedIn.headers.getSetCookie().join()
    expect(session).toMatch(/HttpOnly/i)
    expect(session).toMatch(/SameSite=Lax/i)
    const cookie = cookieOf(signedIn)

    const me = await ask(operations.readMe, { cookie })
    expect(await me.json()).toMatchObject({ email: 'browser@example.com', role: 'admin' })

    const body = { email: 'fifth@example.com', name: 'Fifth', role: 'viewer' }
    for (const elsewhere of [undefined, 'https://evil.example', 'null'])
      expect(
        await problemOf(
          await ask(operations.inviteMember, { cookie, body, ...(elsewhere ? { origin: elsewhere } : {}) }),
        ),
      ).toMatchObject({ code: 'not-allowed' })
    for (const ours of ['http://localhost:3000', origin]) {
      const response = await ask(operations.changeMember, {
        cookie,
        origin: ours,
        params: { id: member('viewer').id },
        body: {},
      })
      expect(response.status).toBe(200)
    }
  })

  test('stays signed in while it comes back: a session of yesterday is prolonged, with its cookie', async () => {
    const cookie = cookieOf(await signIn('browser@example.com', 'a long password'))
    expect((await ask(operations.readMe, { cookie })).headers.getSetCookie()).toEqual([])
    const client = new Client({ connectionString: database.url })
    await client.connect()
    await client.query(`update session set expires_at = expires_at - interval '2 days'`)
    await client.end()
    const prolonged = await ask(operations.readMe, { cookie })
    expect(prolonged.headers.getSetCookie().join()).toMatch(/session_token=.*Max-Age=2592000/)
    expect((await ask(operations.readMe, { cookie })).headers.getSetCookie()).toEqual([])
  })

  test('is refused with a wrong password, and cannot sign up', async () => {
    expect((await signIn('browser@example.com', 'another password')).status).toBe(401)
    const { POST } = await import('./auth/[...all]/route')
    const signUp = await POST(
      new Request(`${origin}/api/auth/sign-up/email`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: origin },
        body: JSON.stringify({ email: 'new@example.com', password: 'a long password', name: 'New' }),
      }),
    )
    expect(signUp.status).toBe(404)
  })

  test('is slowed down when it guesses', async () => {
    const tries = []
    for (let i = 0; i < 25; i += 1)
      tries.push((await signIn('nobody@example.com', 'a wrong password', '203.0.113.9')).status)
    expect(tries.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(tries.at(-1)).toBe(429)
  })

  test('is slowed down for one address too, from wherever it guesses, and let in again afterwards', async () => {
    const guess = (i: number) => signIn('another@example.com', 'a wrong password', `198.51.100.${i}`)
    const right = () => signIn('another@example.com', 'a long password', '198.51.100.200')
    for (let i = 0; i < 5; i += 1) expect((await guess(i)).status).toBe(401)
    expect((await right()).status).toBe(200)
    for (let i = 20; i < 40; i += 1) expect((await guess(i)).status).toBe(401)
    expect((await guess(41)).status).toBe(429)
    expect((await right()).status).toBe(429)
  })

  test('is signed out when its session ends or its person is removed', async () => {
    const cookie = cookieOf(await signIn('browser@example.com', 'a long password'))
    const other = cookieOf(await signIn('browser@example.com', 'a long password'))
    const sessions = await (await ask(operations.listSessions, { cookie })).json()
    const current = sessions.data.filter((session: { current: boolean }) => session.current)
    expect(current).toHaveLength(1)
    const ended = await ask(operations.endSession, { cookie, origin, params: { id: current[0].id } })
    expect(ended.status).toBe(204)
    expect((await ask(operations.readMe, { cookie })).status).toBe(401)

    const { id } = await (await ask(operations.readMe, { cookie: other })).json()
    await ask(operations.changeMember, {
      token: member('admin').token,
      params: { id },
      body: { role: 'viewer' },
    })
    expect(await (await ask(operations.readMe, { cookie: other })).json()).toMatchObject({ role: 'viewer' })
    const removed = await ask(operations.removeMember, { token: member('admin').token, params: { id } })
    expect(removed.status).toBe(204)
    expect((await ask(operations.readMe, { cookie: other })).status).toBe(401)
    expect((await signIn('browser@example.com', 'a long password')).status).toBe(401)
  })
})

test('a method or a path that does not exist is answered with a problem', async () => {
  const wrongMethod = await ask({ method: 'PUT', path: '/members' }, { token: member('admin').token })
  expect(wrongMethod.status).toBe(405)
  expect(wrongMethod.headers.get('allow')).toBe('GET, POST')
  const { GET: unknown } = await import('./[[...unknown]]/route')
  expect(await problemOf(await unknown())).toMatchObject({ status: 404, code: 'not-found' })
})
