import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const append = (chain: string, action: string, details = {}, subject = `thing:${chain}`) =>
  world.ctx.transaction(({ audit }) =>
    audit.append({ chain, actor: world.ctx.actor, at: world.ctx.now(), action, subject, details }),
  )

const verify = (chain: string, knownHead?: string) =>
  world.ctx.transaction(({ audit }) => audit.verify(chain, knownHead))

/** Does what only somebody with the database's own rights can do. */
const tamper = async (sql: string) => {
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  await client.query('alter table audit_entry disable trigger audit_is_append_only')
  await client.query(sql)
  await client.query('alter table audit_entry enable trigger audit_is_append_only')
  await client.end()
}

describe('a chain of audit entries', () => {
  it('is whole after many wrote to it at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => append('busy', `did-${i}`)))
    expect(await verify('busy')).toMatchObject({ intact: true, entries: 20 })
    expect(await verify('empty')).toEqual({ intact: true, entries: 0, head: null })
  })

  it('reads back what was written, odd text and numbers too', async () => {
    const details = { z: 1, a: [0.1, 1e21, null, { text: 'a\0b\ud800"\\' }], ['__proto__']: 'key' }
    await append('odd', 'noted', details, 'thing:\0odd')
    const [entry] = await world.ctx.transaction(({ audit }) => audit.ofSubject('thing:odd'))
    expect(entry).toMatchObject({ details, action: 'noted', sequence: 1, previousHash: '' })
    expect((await verify('odd')).intact).toBe(true)
  })

  it.each([
    [
      'a changed detail',
      `update audit_entry set details = '{"n": 3}' where chain = 'changed' and sequence = 2`,
    ],
    [
      'a changed actor',
      `update audit_entry set actor_name = 'Somebody else' where chain = 'changed' and sequence = 2`,
    ],
    [
      "two entries in each other's place",
      `update audit_entry set sequence = case sequence when 2 then 13 else 12 end where chain = 'changed' and sequence in (2, 3);
       update audit_entry set sequence = sequence - 10 where chain = 'changed' and sequence > 10`,
    ],
    [
      "the content of two entries in each other's place",
      `update audit_entry as one set details = other.details from audit_entry as other where one.chain = 'changed'
         and other.chain = 'changed' and one.sequence in (2, 3) and other.sequence = 5 - one.sequence`,
    ],
    ['a missing entry', `delete from audit_entry where chain = 'changed' and sequence = 2`],
    ['a missing beginning', `delete from audit_entry where chain = 'changed' and sequence = 1`],
  ])('shows %s', async (_, sql) => {
    await tamper(`delete from audit_entry where chain = 'changed'`)
    for (const n of [1, 2, 3]) await append('changed', 'counted', { n })
    expect((await verify('changed')).intact).toBe(true)
    await tamper(sql)
    expect((await verify('changed')).intact).toBe(false)
  })

  it('shows a cut tail to who noted the head', async () => {
    for (const n of [1, 2, 3]) await append('cut', 'counted', { n })
    const { head } = await verify('cut')
    await append('cut', 'counted', { n: 4 })
    expect(await verify('cut', head ?? '')).toMatchObject({ intact: true, entries: 4 })
    await tamper(`delete from audit_entry where chain = 'cut' and sequence >= 3`)
    expect(await verify('cut')).toMatchObject({ intact: true, entries: 2 })
    expect(await verify('cut', head ?? '')).toMatchObject({ intact: false, entries: 2 })
  })

  it('is refused any change by the database', async () => {
    await append('fixed', 'noted')
    const client = new Client({ connectionString: world.databaseUrl })
    await client.connect()
    await expect(client.query(`update audit_entry set action = 'other'`)).rejects.toThrow('never changed')
    await expect(client.query('delete from audit_entry')).rejects.toThrow('never changed')
    await client.end()
  })

  it('is paged with others, newest first', async () => {
    for (const [i, chain] of ['one', 'two', 'one', 'other', 'two'].entries()) {
      world.setNow(`2026-03-0${i + 1}T00:00:00.000Z`)
      await append(chain, `step-${i}`)
    }
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const at = cursor
      const page = await world.ctx.transaction(({ audit }) =>
        audit.recent({ chains: ['one', 'two'], limit: 3, ...(at ? { cursor: at } : {}) }),
      )
      seen.push(...page.entries.map(({ action }) => action))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(['step-4', 'step-2', 'step-1', 'step-0'])
    expect(await world.ctx.transaction(({ audit }) => audit.chains())).toEqual(
      expect.arrayContaining(['one', 'other', 'two']),
    )
  })
})
