import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import type { Policy } from '@/contracts/policy'
import { rulesHash } from '@/domain/plan/rules-hash'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { personOf } from '../authorize'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { publishChangeRequest } from '../change-requests/publish-change-request'
import { readChangeRequest } from '../change-requests/read-change-request'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { checked } from '../checks/checked.cases'
import { createGroup } from './create-group'
import { readPolicy } from './read-policy'
import { savePolicy } from './save-policy'

export const event = (properties: object, required: readonly string[] = [], description = 'An event') => ({
  type: 'object',
  description,
  properties: { properties: { type: 'object', properties, required } },
})
const text = { type: 'string' }
export const edit = (key: string, jsonSchema: EditInput['jsonSchema']): EditInput => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema,
})
export const words = edit('Order Paid', event({ sku: text }, [], 'Other words'))
export const addition = edit('Order Paid', event({ sku: text, note: text }))
export const breaking = edit('Order Paid', event({ sku: text }, ['sku']))
export const personal = edit('Order Paid', event({ sku: text, email: text }))
export const other = edit('Cart Opened', event({ sku: text }, [], 'Other words'))

export let world: TestContext
export let author: Context
export let sue: Context
export let sam: Context
export let plan: string
export let workspace: string

export const set = async (change: Partial<Policy>) => {
  const { policy, revision } = await readPolicy(world.ctx, { plan })
  return savePolicy(world.ctx, { plan, policy: { ...policy, ...change }, revision })
}
export const groupOf = (name: string, ...people: Context[]) =>
  createGroup(world.ctx, { workspace, name, members: people.map(({ actor }) => personOf(actor)) })
export const ordersOf = async (...people: Context[]) => {
  const { id } = await groupOf('Order owners', ...people)
  await set({ ownerships: [{ name: 'Orders', type: null, key: 'Order *', label: null, group: id }] })
  return id
}
export const submitted = async (...edits: EditInput[]) => {
  const draft = await createChangeRequest(author, { plan, title: 'Change', edits })
  await checked(world.ctx, draft)
  return submitChangeRequest(author, { plan, number: draft.number })
}
export const approve = (ctx: Context, { number, fingerprint }: ChangeRequestView) =>
  giveReview(ctx, { plan, number, verdict: 'approve', fingerprint })
export const again = ({ number }: ChangeRequestView) => readChangeRequest(sue, { plan, number })
export const publish = (ctx: Context, { number }: ChangeRequestView, reason?: string) =>
  publishChangeRequest(ctx, { plan, number, ...(reason === undefined ? {} : { bypass: { reason } }) })
export const codes = ({ gates }: ChangeRequestView) => gates.map(({ code }) => code)
export const audited = async (action: string) =>
  (
    await world.ctx.transaction(({ audit }) => audit.recent({ chains: [workspace], limit: 50 }))
  ).entries.filter((entry) => entry.action === action)

/** Before each test a plan of two events, live as version 1, whose policy is the one that every plan begins with. */
export const withPolicy = (): void => {
  beforeAll(async () => {
    world = await testContext()
    author = await world.as('contributor', 'Ann Author')
    sue = await world.as('steward', 'Sue Steward')
    sam = await world.as('steward', 'Sam Steward')
  })
  afterAll(() => world.drop())
  beforeEach(async () => {
    const made = await aPlan(world.ctx)
    plan = made.planId
    workspace = made.workspaceId
    const rules = ['Order Paid', 'Cart Opened'].map((key) => aRule(key, event({ sku: text })))
    await world.ctx.transaction(async (stores) => {
      const at = world.ctx.now()
      const version = { version: 1, at, by: 'T', note: '', changeRequest: null }
      await stores.rules.writeVersion(plan, {
        ...version,
        steps: rules.map((rule) => ({ kind: 'add', rule })),
      })
      await stores.plans.setLive(plan, 1)
      await stores.plans.recordSeen(plan, { at, seenHash: rulesHash(rules), rules })
    })
  })
}
