import { afterAll, beforeAll, expect, test } from 'vitest'
import { Failed } from '@/contracts/failed'
import type { Context } from '@/server/ports/context'
import { type TestContext, testContext } from '@/testing/context'
import { keepAdministrator } from '../start/keep-administrator'
import { makeSetUpLink } from '../start/make-set-up-link'
import { acceptInvite } from './accept-invite'
import { authenticateToken } from './authenticate-token'
import { changeMember } from './change-member'
import { inviteMember } from './invite-member'
import { listMembers } from './list-members'
import { mintToken } from './mint-token'
import { readInvite } from './read-invite'
import { removeDemo } from './remove-demo'
import { removeMember } from './remove-member'
import { renewInvite } from './renew-invite'

const password = 'correct horse battery'

let world: TestContext
let admin: Context
let system: Context

const systemOf = ({ asActor }: TestContext) => asActor({ kind: 'system', personId: null, name: 'Test' })

beforeAll(async () => {
  world = await testContext()
  admin = world.ctx
  system = systemOf(world)
})

afterAll(() => world.drop())

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof Failed) return error.failure.code
      throw error
    },
  )

const tokenIn = (url: string) => url.split('/').at(-1) ?? ''

const invited = async (email: string, role: 'viewer' | 'admin' = 'viewer') => {
  const { id, inviteUrl } = await inviteMember(admin, { email, name: 'Invited', role })
  return { id, token: tokenIn(inviteUrl) }
}

const actionsOn = (id: string) =>
  world.ctx.transaction(async ({ audit }) =>
    (await audit.ofSubject(`person:${id}`)).map(({ action }) => action),
  )

test('somebody who is invited stands in the list at once and sets a password with a link that works once', async () => {
  const { id, token } = await invited('once@example.com')
  const { data } = await listMembers(admin, {})
  expect(data.find((member) => member.id === id)).toMatchObject({ status: 'invited', role: 'viewer' })
  expect(await readInvite(system, { token })).toMatchObject({ kind: 'invite', email: 'once@example.com' })

  expect(await acceptInvite(system, { token, password })).toEqual({ id, email: 'once@example.com' })
  expect(await codeOf(acceptInvite(system, { token, password }))).toBe('not-found')
  expect(await codeOf(readInvite(system, { token }))).toBe('not-found')
  const hash = await world.ctx.transaction(({ credentials }) => credentials.passwordHash(id))
  expect(await admin.passwords.verify(hash ?? '', password)).toBe(true)
  expect(await actionsOn(id)).toEqual(['invitation-accepted', 'member-invited'])
})

test('members are found by how a word of the name, or the address, begins', async () => {
  const named = await inviteMember(admin, {
    email: 'zoe.q@example.com',
    name: 'Zoë van Quux',
    role: 'viewer',
  })
  const found = async (q: string) => (await listMembers(admin, { q, limit: 200 })).data.map(({ id }) => id)
  for (const q of ['van q', 'quu', 'ZOE.Q@']) expect(await found(q)).toEqual([named.id])
  expect(await found('uux')).not.toContain(named.id)
})

test('two who use one link at the same moment: one is let in', async () => {
  const { token } = await invited('race@example.com')
  const codes = await Promise.all([1, 2, 3].map(() => codeOf(acceptInvite(system, { token, password }))))
  expect(codes.sort()).toEqual(['none', 'not-found', 'not-found'])
})

test('a link expires after a week, and a new one ends the old one', async () => {
  const { id, token } = await invited('late@example.com')
  const renewed = tokenIn((await renewInvite(admin, { id })).inviteUrl)
  expect(await codeOf(readInvite(system, { token }))).toBe('not-found')
  const inEightDays = {
    ...system,
    now: () => new Date(Date.parse(system.now()) + 8 * 86_400_000).toISOString(),
  }
  expect(await codeOf(acceptInvite(inEightDays, { token: renewed, password }))).toBe('not-found')
  expect(await codeOf(readInvite(system, { token: renewed }))).toBe('none')
})

test('an address is invited once, however it is spelled', async () => {
  await invited('same@example.com')
  expect(await codeOf(invited('same@example.com'))).toBe('invalid-input')
})

test('a removed person is gone with their links and tokens, and the address is free again', async () => {
  const { id, token } = await invited('gone@example.com')
  const { token: apiToken } = await mintToken(admin, { id, name: 'theirs' })
  await removeMember(admin, { id })
  expect(await codeOf(readInvite(system, { token }))).toBe('not-found')
  expect(await codeOf(authenticateToken(system, { token: apiToken, demoAllowed: true }))).toBe(
    'not-signed-in',
  )
  expect(await codeOf(removeMember(admin, { id }))).toBe('not-found')
  expect(await codeOf(invited('gone@example.com'))).toBe('none')
})

test('a token acts as its person and keeps who minted it, also through a second token', async () => {
  const { id } = await invited('holder@example.com', 'admin')
  const first = await mintToken(admin, { id, name: 'first' })
  const actor = await authenticateToken(system, { token: first.token, demoAllowed: true })
  expect(actor).toMatchObject({ kind: 'token', personId: id, minters: [admin.actor.personId] })
  const second = await mintToken(world.asActor(actor), { id, name: 'second' })
  expect(await authenticateToken(system, { token: second.token, demoAllowed: true })).toMatchObject({
    personId: id,
    minters: [id, admin.actor.personId],
  })
})

test('a token expires at its instant', async () => {
  const id = admin.actor.personId ?? ''
  const { token } = await mintToken(admin, { id, name: 'short', expiresAt: '2026-01-05T09:00:01.000Z' })
  const later = { ...system, now: () => '2026-01-05T09:00:02.000Z' }
  expect(await codeOf(authenticateToken(system, { token, demoAllowed: true }))).toBe('none')
  expect(await codeOf(authenticateToken(later, { token, demoAllowed: true }))).toBe('not-signed-in')
})

test('only the hash of a token and of a link is stored', async () => {
  const { token: link } = await invited('secret@example.com')
  const { token } = await mintToken(admin, { id: admin.actor.personId ?? '', name: 'secret' })
  const stored = await world.ctx.transaction(async ({ invites, tokens }) => [
    await invites.findByHash(link),
    await tokens.findByHash(token, admin.now()),
  ])
  expect(stored).toEqual([null, null])
})

test('the last administrator who can sign in cannot be removed or demoted, not even by two at once', async () => {
  const own = await testContext()
  const asSystem = systemOf(own)
  try {
    const link = await makeSetUpLink(asSystem)
    const first = await acceptInvite(asSystem, {
      token: tokenIn(link ?? ''),
      name: 'First',
      email: 'first@example.com',
      password,
    })
    expect(await codeOf(removeMember(own.ctx, { id: first.id }))).toBe('wrong-state')
    expect(await codeOf(changeMember(own.ctx, { id: first.id, role: 'steward' }))).toBe('wrong-state')
    await keepAdministrator(asSystem, { email: 'second@example.com', password, token: null })
    const second = (await listMembers(own.ctx, {})).data.find(({ email }) => email === 'second@example.com')
    const codes = await Promise.all([
      codeOf(removeMember(own.ctx, { id: first.id })),
      codeOf(removeMember(own.ctx, { id: second?.id ?? '' })),
    ])
    expect(codes.sort()).toEqual(['none', 'wrong-state'])
  } finally {
    await own.drop()
  }
})

test('the set-up link works once, until somebody has used it; each start prints another', async () => {
  const own = await testContext({ role: 'viewer' })
  const asSystem = systemOf(own)
  try {
    const first = tokenIn((await makeSetUpLink(asSystem)) ?? '')
    const second = tokenIn((await makeSetUpLink(asSystem)) ?? '')
    const given = { name: 'First', email: 'first@example.com', password }
    expect(await codeOf(acceptInvite(asSystem, { token: first, ...given }))).toBe('not-found')
    expect(await codeOf(acceptInvite(asSystem, { token: second, password }))).toBe('invalid-input')
    expect(await readInvite(asSystem, { token: second })).toEqual({ kind: 'set-up' })
    expect(await codeOf(acceptInvite(asSystem, { token: second, ...given }))).toBe('none')
    expect(await codeOf(acceptInvite(asSystem, { token: second, ...given }))).toBe('not-found')
    expect(await makeSetUpLink(asSystem)).toBeNull()
  } finally {
    await own.drop()
  }
})

test('the administrator of the environment is made once and brought to what it says', async () => {
  const own = await testContext()
  const asSystem = systemOf(own)
  const given = { email: 'Root@Example.com', password, token: 'x'.repeat(32) }
  const entries = () =>
    own.ctx.transaction(
      async ({ audit }) => (await audit.recent({ chains: ['installation'], limit: 50 })).entries,
    )
  try {
    await keepAdministrator(asSystem, given)
    await keepAdministrator(asSystem, given)
    expect((await entries()).map(({ details }) => details.changes)).toEqual([['made', 'password', 'token']])
    expect(await authenticateToken(asSystem, { token: given.token, demoAllowed: false })).toMatchObject({
      role: 'admin',
    })

    await keepAdministrator(asSystem, { ...given, password: 'another password', token: 'y'.repeat(32) })
    expect(await codeOf(authenticateToken(asSystem, { token: given.token, demoAllowed: false }))).toBe(
      'not-signed-in',
    )
    expect((await entries())[0]?.details).toEqual({
      email: 'root@example.com',
      changes: ['password', 'token'],
    })
  } finally {
    await own.drop()
  }
})

test('the demo cannot be removed while nobody else administers', async () => {
  const own = await testContext()
  try {
    expect(await codeOf(removeDemo(own.ctx))).toBe('wrong-state')
    await keepAdministrator(systemOf(own), { email: 'root@example.com', password, token: null })
    expect(await codeOf(removeDemo(own.ctx))).toBe('none')
  } finally {
    await own.drop()
  }
})
