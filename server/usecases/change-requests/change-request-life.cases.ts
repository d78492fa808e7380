import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import { rulesHash } from '@/domain/plan/rules-hash'
import type { Actor, Context } from '@/server/ports/context'
import type { RuleStep } from '@/server/ports/rule-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { personOf } from '../authorize'
import { checked } from '../checks/checked.cases'
import { Failed } from '../fail'
import { createChangeRequest } from './create-change-request'
import { giveReview } from './give-review'
import { saveEdits } from './save-edits'
import { submitChangeRequest } from './submit-change-request'

export const schema = (description: string) => ({ type: 'object', description })
export const edit = (
  key: string,
  jsonSchema: EditInput['jsonSchema'],
  more: Partial<EditInput> = {},
): EditInput => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema,
  ...more,
})
export const rules = ['A', 'B', 'C'].map((key) => aRule(key, schema(key)))
const big = aRule('Big', '{"type":"object","properties":{"n":{"maximum":12345678901234567890}}}')

export let world: TestContext
export let author: Context
export let steward: Context
export let other: Context
export let plan: string

/** Somebody else's publish, already in Segment. */
export const nextVersion = (version: number, steps: readonly RuleStep[]) =>
  world.ctx.transaction(async (stores) => {
    const at = world.ctx.now()
    await stores.rules.writeVersion(plan, { version, at, by: 'T', note: '', changeRequest: null, steps })
    await stores.plans.setLive(plan, version)
    const live = await stores.rules.ofVersion(plan, version)
    await stores.plans.recordSeen(plan, { at, seenHash: rulesHash(live), rules: live })
  })
export const create = (...edits: EditInput[]) => createChangeRequest(author, { plan, title: 'Change', edits })
export const submitted = async (...edits: EditInput[]) =>
  submitChangeRequest(author, { plan, number: (await create(...edits)).number })
export const review = (
  ctx: Context,
  request: ChangeRequestView,
  verdict: 'approve' | 'request-changes' | 'comment',
) => giveReview(ctx, { plan, number: request.number, verdict, fingerprint: request.fingerprint, body: 'Hm.' })
export const approved = async (...edits: EditInput[]) =>
  review(steward, await checked(world.ctx, await submitted(...edits)), 'approve')
export const save = (ctx: Context, request: ChangeRequestView, ...edits: EditInput[]) =>
  saveEdits(ctx, { plan, number: request.number, edits, fingerprint: request.fingerprint })
export const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof Failed ? error.failure : error
}
export const name = ({ number }: ChangeRequestView) => ({ plan, number })
export const tokenOf = (ctx: Context, ...minters: Context[]): Actor => ({
  kind: 'token',
  personId: personOf(ctx.actor),
  name: ctx.actor.name,
  role: 'steward',
  tokenId: 'token',
  minters: minters.map(({ actor }) => personOf(actor)),
  scopes: [],
})

/** Before each test a plan of four rules, live as version 1. */
export const withPlan = (): void => {
  beforeAll(async () => {
    world = await testContext()
    author = await world.as('contributor', 'Ann Author')
    steward = await world.as('steward', 'Sue Steward')
    other = await world.as('steward', 'Sam Steward')
  })
  afterAll(() => world.drop())
  beforeEach(async () => {
    const { planId } = await aPlan(world.ctx)
    plan = planId
    await nextVersion(
      1,
      [...rules, big].map((rule) => ({ kind: 'add', rule })),
    )
  })
}
