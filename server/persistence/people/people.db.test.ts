import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stores } from '@/server/ports/stores'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const within = <T>(work: (stores: Stores) => Promise<T>) => world.ctx.transaction(work)

const somebody = async (name = 'Test Person', role: 'viewer' | 'admin' = 'viewer') => {
  const id = world.ctx.newId()
  await within(({ people }) => people.add({ id, name, email: `${id}@Example.com`, role, demo: false }))
  return id
}

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 5, 9, minutes)).toISOString()

const hash = () => world.ctx.secrets.hashToken(world.ctx.newId())

describe('a person', () => {
  it('is found by address in any case, active once there is a password', async () => {
    const id = await somebody()
    expect(await within(({ people }) => people.findByEmail(`${id.toUpperCase()}@EXAMPLE.COM`))).toMatchObject(
      { id, active: false, lastSeenAt: null },
    )
    await within(({ credentials }) => credentials.setPassword(id, 'hash', at(0)))
    expect(await within(({ people }) => people.find(id))).toMatchObject({ active: true })
  })

  it('loses sessions, tokens, password and address when removed, and keeps the name', async () => {
    const id = await somebody('Once Here')
    const tokenHash = hash()
    await within(async ({ credentials, tokens, people }) => {
      await credentials.setPassword(id, 'hash', at(0))
      await tokens.add({
        id: world.ctx.newId(),
        personId: id,
        mintedBy: id,
        minters: [id],
        name: 'ci',
        scopes: ['read'],
        createdAt: at(0),
        expiresAt: null,
        lastUsedAt: null,
        tokenHash,
      })
      await people.remove(id, at(1))
    })
    const left = await within(async ({ people, tokens, credentials }) => ({
      person: await people.find(id),
      listed: (await people.list()).some((person) => person.id === id),
      token: await tokens.findByHash(tokenHash, at(2)),
      password: await credentials.passwordHash(id),
    }))
    expect(left).toEqual({ person: null, listed: false, token: null, password: null })
    // The address is free again.
    await within(({ people }) =>
      people.add({
        id: world.ctx.newId(),
        name: 'New',
        email: `${id}@example.com`,
        role: 'viewer',
        demo: false,
      }),
    )
  })

  it('is counted as an admin one transaction after the other', async () => {
    const [a, b] = [await somebody('A', 'admin'), await somebody('B', 'admin')]
    const before = await within(({ people }) => people.countAdmins())
    const demote = (id: string) =>
      within(async ({ people }) => {
        const count = await people.countAdmins()
        if (count > before - 1) await people.change(id, { role: 'viewer' })
        return count
      })
    const counts = await Promise.all([demote(a), demote(b)])
    expect(counts.sort()).toEqual([before - 1, before])
  })
})

describe('an API token', () => {
  it('is not found once it has expired or was revoked', async () => {
    const id = await somebody()
    const [expiring, revoked] = [hash(), hash()]
    const tokenId = world.ctx.newId()
    const token = {
      personId: id,
      mintedBy: id,
      minters: [id],
      name: 'ci',
      scopes: [],
      createdAt: at(0),
      lastUsedAt: null,
    }
    const found = await within(async ({ tokens }) => {
      await tokens.add({ ...token, id: world.ctx.newId(), tokenHash: expiring, expiresAt: at(10) })
      await tokens.add({ ...token, id: tokenId, tokenHash: revoked, expiresAt: null })
      const before = [await tokens.findByHash(expiring, at(9)), await tokens.findByHash(revoked, at(9))]
      const revocations = [
        await tokens.revoke('somebody else', tokenId, at(9)),
        await tokens.revoke(id, tokenId, at(9)),
        await tokens.revoke(id, tokenId, at(9)),
      ]
      return {
        before,
        revocations,
        after: [await tokens.findByHash(expiring, at(10)), await tokens.findByHash(revoked, at(9))],
        listed: await tokens.ofPerson(id),
      }
    })
    expect(found.before).not.toContain(null)
    expect(found.revocations).toEqual([false, true, false])
    expect(found.after).toEqual([null, null])
    expect(found.listed).toHaveLength(1)
  })
})

describe('an invite', () => {
  it('can be used by one of many', async () => {
    const id = world.ctx.newId()
    await within(({ invites }) =>
      invites.add({ id, personId: null, tokenHash: hash(), expiresAt: null, createdBy: null }),
    )
    const uses = await Promise.all(
      Array.from({ length: 5 }, () => within(({ invites }) => invites.use(id, at(0)))),
    )
    expect(uses.filter(Boolean)).toHaveLength(1)
  })

  it('of the set-up link is dropped without touching those of people', async () => {
    const person = await somebody()
    const [setUp, personal] = [hash(), hash()]
    const found = await within(async ({ invites }) => {
      await invites.add({
        id: world.ctx.newId(),
        personId: null,
        tokenHash: setUp,
        expiresAt: null,
        createdBy: null,
      })
      await invites.add({
        id: world.ctx.newId(),
        personId: person,
        tokenHash: personal,
        expiresAt: at(9),
        createdBy: person,
      })
      await invites.dropUnused(null)
      return [await invites.findByHash(setUp), await invites.findByHash(personal)]
    })
    expect(found[0]).toBeNull()
    expect(found[1]).toMatchObject({ personId: person, expiresAt: at(9), usedAt: null })
  })
})

describe('an idempotency key', () => {
  const begin = (person: string, minutes: number, requestHash = 'same') =>
    within(({ idempotency }) => idempotency.begin(person, 'key', requestHash, at(minutes)))

  it('lets one of many begin', async () => {
    const person = await somebody()
    const states = await Promise.all(Array.from({ length: 6 }, () => begin(person, 0)))
    expect(states.map(({ state }) => state).sort()).toEqual(['busy', 'busy', 'busy', 'busy', 'busy', 'new'])
  })

  it('gives the stored answer, and names a different request', async () => {
    const person = await somebody()
    await begin(person, 0)
    await within(({ idempotency }) => idempotency.finish(person, 'key', { status: 201, answer: '{"a":1}' }))
    expect(await begin(person, 5)).toEqual({ state: 'done', status: 201, answer: '{"a":1}' })
    expect(await begin(person, 5, 'other')).toEqual({ state: 'mismatch' })
    expect(await begin(await somebody(), 5, 'other')).toEqual({ state: 'new' })
  })

  it('is free again two minutes after a request that never ended, and after a day', async () => {
    const person = await somebody()
    await begin(person, 0)
    expect(await begin(person, 2)).toEqual({ state: 'busy' })
    expect(await begin(person, 3)).toEqual({ state: 'new' })
    await within(({ idempotency }) => idempotency.finish(person, 'key', { status: 200, answer: '' }))
    expect(await begin(person, 24 * 60 + 4)).toEqual({ state: 'new' })
    await within(({ idempotency }) => idempotency.forget(person, 'key'))
    expect(await begin(person, 0)).toEqual({ state: 'new' })
  })
})
