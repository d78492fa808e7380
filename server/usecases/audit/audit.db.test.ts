import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log } from '@/server/log/log'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'
import { exportPlan } from '../plans/export-plan'
import { noteAuditHead } from './note-audit-head'
import { verifyAudit } from './verify-audit'

let world: TestContext
let plan: string
let workspaceId: string
beforeEach(async () => {
  world = await testContext()
  const made = await aPlan(world.ctx)
  plan = made.planId
  workspaceId = made.workspaceId
  await append(workspaceId)
})
afterEach(() => world.drop())

const append = (chain: string) =>
  world.ctx.transaction(({ audit }) =>
    audit.append({ chain, actor: world.ctx.actor, at: world.ctx.now(), action: 'noted', subject: 'thing' }),
  )

/** Cuts the tail of a chain, as only somebody with the database's own rights can. */
const cut = async (chain: string) => {
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  await client.query('alter table audit_entry disable trigger audit_is_append_only')
  await client.query(
    'delete from audit_entry where (chain, sequence) in (select chain, max(sequence) from audit_entry where chain = $1 group by chain)',
    [chain],
  )
  await client.end()
}

const loggedHead = async () => {
  const said = vi.spyOn(log, 'info')
  await noteAuditHead(world.ctx)
  const [facts] = said.mock.calls.find(([, message]) => message === 'Audit head') ?? []
  said.mockRestore()
  return (facts as { readonly head: string }).head
}

test('a head from the log shows that a tail was cut, and entries that came later do not matter', async () => {
  await append('installation')
  const head = await loggedHead()
  await append(workspaceId)
  expect(await verifyAudit(world.ctx, { head })).toMatchObject({ intact: true, entries: 3 })
  await cut('installation')
  expect(await verifyAudit(world.ctx, {})).toMatchObject({ intact: true, entries: 2 })
  expect(await verifyAudit(world.ctx, { head })).toMatchObject({ intact: false })
})

test('a head from an export does too', async () => {
  const { body } = await exportPlan(world.ctx, { plan, format: 'json' })
  const { auditHead } = JSON.parse(body) as { readonly auditHead: string }
  expect(await verifyAudit(world.ctx, { head: auditHead })).toMatchObject({ intact: true })
  await cut(workspaceId)
  expect(await verifyAudit(world.ctx, { head: auditHead })).toMatchObject({ intact: false })
})
