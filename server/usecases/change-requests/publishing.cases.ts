import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import type { Rule } from '@/domain/plan/rule'
import type { Context } from '@/server/ports/context'
import { segmentGateway } from '@/server/segment/gateway'
import { aRule } from '@/testing/a-rule'
import { type ConnectedPlan, connectedPlan, type HeldSchemas } from '@/testing/connected-plan'
import { type TestContext, testContext } from '@/testing/context'
import { checked } from '../checks/checked.cases'
import type { Pace } from '../publishing/pace'
import { createChangeRequest } from './create-change-request'
import { giveReview } from './give-review'
import { publishChangeRequest } from './publish-change-request'
import { readChangeRequest } from './read-change-request'
import { runPublish } from './run-publish'
import { submitChangeRequest } from './submit-change-request'

const longestSleepMs = 20

export const schema = (description: string) => ({
  type: 'object',
  description,
  properties: { properties: { type: 'object', properties: { total: { type: 'number' } } } },
})

/** `null` removes; `newKey` renames. */
export const edit = (key: string, jsonSchema: EditInput['jsonSchema'], newKey?: string): EditInput => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema,
  ...(newKey === undefined ? {} : { newKey }),
})

const before = ['Cart Viewed', 'Order Completed', 'Order Refunded', 'Left As It Is']

/** One edit of every kind, and those that take them back. */
export const everyKind = [
  edit('Cart Viewed', null),
  edit('Order Completed', schema('Paid')),
  edit('Order Refunded', schema('Order Refunded'), 'Order Returned'),
  edit('Order Cancelled', schema('Gone')),
]
export const everyKindBack = [
  edit('Cart Viewed', schema('Cart Viewed')),
  edit('Order Completed', schema('Order Completed')),
  edit('Order Returned', schema('Order Refunded'), 'Order Refunded'),
  edit('Order Cancelled', null),
]
export const heldAfter = ['Left As It Is', 'Order Cancelled', 'Order Completed', 'Order Returned']

/**
 * People and a worker whose waits are short; `start` gives them a plan, of four rules unless others are given, live in a
 * sandbox of its own.
 */
export const openPublishing = async ({ timeoutMs }: { readonly timeoutMs?: number } = {}) => {
  const slept: number[] = []
  const sleep = (ms: number) => {
    slept.push(ms)
    return wait(Math.min(ms, longestSleepMs))
  }
  const world = await testContext({
    segment: (connection) => segmentGateway(connection, { sleep, now: Date.now, random: () => 0 }, timeoutMs),
  })
  const steward = await world.as('steward', 'Sue Steward')
  const author = await world.as('contributor', 'Ann Author')
  const pace: Pace = { sleep, elapsed: () => performance.now() }
  const close = () => world.drop()
  return {
    world,
    steward,
    author,
    pace,
    slept,
    close,
    start: (rules?: readonly Rule[]) => start({ world, steward, author, pace }, rules),
  }
}

type People = {
  readonly world: TestContext
  readonly steward: Context
  readonly author: Context
  readonly pace: Pace
}

const start = async (
  { world, steward, author, pace }: People,
  rules: readonly Rule[] = before.map((key) => aRule(key, schema(key))),
) => {
  const plan: ConnectedPlan = await connectedPlan(world.ctx, rules)
  await plan.showWritesAfter(0)
  const name = (number: number) => ({ plan: plan.planId, number })
  const worker = (jobId: string): Context =>
    world.asActor({ kind: 'job', personId: null, name: 'Plumbline', jobId })

  const approved = async (edits: EditInput[]): Promise<number> => {
    const draft = await createChangeRequest(author, { plan: plan.planId, title: 'Change things', edits })
    await checked(world.ctx, draft)
    const { number, fingerprint } = await submitChangeRequest(author, name(draft.number))
    await giveReview(steward, { ...name(number), verdict: 'approve', fingerprint })
    return number
  }
  const claim = async (number: number, ctx = steward): Promise<string> =>
    (await publishChangeRequest(ctx, name(number))).jobId
  const run = (number: number, jobId: string, ctx = worker(jobId)) =>
    runPublish(ctx, { planId: plan.planId, number, jobId }, pace)
  const jobEnds = (jobId: string) =>
    world.ctx.transaction(({ jobs }) => jobs.fail(jobId, world.ctx.now(), { code: 'x', message: 'x' }))
  /** Runs the job as often as it asks to be run again. */
  const runUntilItEnds = async (number: number, jobId: string, mostRuns = 12) => {
    for (let times = 1; ; times += 1) {
      const ended = await run(number, jobId)
      if (!('retry' in ended) || times === mostRuns) return ended
    }
  }
  const planNow = async () => {
    const found = await world.ctx.transaction(({ plans }) => plans.find(plan.planId))
    return { head: found?.headVersion, live: found?.liveVersion }
  }
  const request = (number: number): Promise<ChangeRequestView> => readChangeRequest(steward, name(number))
  return { plan, name, worker, approved, claim, run, runUntilItEnds, jobEnds, planNow, request }
}

export type Publishing = Awaited<ReturnType<typeof openPublishing>>
export type StartedPlan = Awaited<ReturnType<typeof start>>

/**
 * Holds by the sandbox's own record: at no moment did Segment hold less than before and after have in common, and a
 * renamed rule was there under one name or the other.
 */
export const expectNothingMissing = (states: readonly HeldSchemas[]): void => {
  const [first, last] = [states.at(0) ?? {}, states.at(-1) ?? {}]
  const common = Object.keys(first).filter((key) => key in last)
  for (const held of states) {
    for (const key of common) expect([first[key], last[key]]).toContain(held[key])
    expect(Object.keys(held).filter((key) => renamed.includes(key))).toHaveLength(1)
  }
}

const renamed = ['Order Refunded', 'Order Returned']

/** Every write that the sandbox took changed something: none repeated what an earlier one had done. */
export const expectNothingTwice = (states: readonly HeldSchemas[]): void => {
  for (const [index, held] of states.entries()) if (index > 0) expect(held).not.toEqual(states[index - 1])
}
