import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { segmentGateway } from '@/server/segment/gateway'
import { aRule } from '@/testing/a-rule'
import { connectedPlan } from '@/testing/connected-plan'
import { testContext } from '@/testing/context'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { publishChangeRequest } from '../change-requests/publish-change-request'
import { runPublish } from '../change-requests/run-publish'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { checked } from '../checks/checked.cases'
import { readDrift } from '../drift/read-drift'
import { syncPlan } from '../plans/sync-plan'

const soon = (ms: number) => wait(Math.min(ms, 25))
const edited = { type: 'TRACK', key: 'Order Completed', version: 1 } as const

/** A Segment that writes `more` into the description-less schema of an edited rule, whatever it is sent. */
const publishedTo = async (more: object) => {
  const world = await testContext({
    segment: (connection) => {
      const gateway = segmentGateway(connection, { sleep: soon, now: Date.now, random: () => 0 })
      return {
        ...gateway,
        readRules: async (...asked) => {
          const read = await gateway.readRules(...asked)
          if (!read.ok) return read
          const value = read.value.map((rule) => {
            if (!rule.schemaText.includes('"sent"')) return rule
            const schema = { ...JSON.parse(rule.schemaText), ...more }
            const again = ruleFromText(rule, JSON.stringify(schema))
            return again.ok ? again.rule : rule
          })
          return { ...read, value }
        },
      }
    },
  })
  onTestFinished(world.drop)
  const plan = await connectedPlan(world.ctx, [aRule('Order Completed'), aRule('Cart Viewed')])
  onTestFinished(plan.close)
  const steward = await world.as('steward', 'Sue Steward')
  const other = await world.as('steward', 'Sam Steward')
  const at = { plan: plan.planId }
  const edits = [{ ...edited, jsonSchema: { type: 'object', title: 'sent' } }]
  const { number } = await createChangeRequest(steward, { ...at, title: 'T', edits })
  const name = { ...at, number }
  const { fingerprint } = await checked(other, await submitChangeRequest(steward, name))
  await giveReview(other, { ...name, verdict: 'approve', fingerprint })
  const { jobId } = await publishChangeRequest(other, name)
  const asJob = world.asActor({ kind: 'job', personId: null, name: 'Plumbline', jobId })
  let slept = 0
  const pace = {
    sleep: async (ms: number) => {
      slept += ms
      await soon(ms)
    },
    elapsed: () => slept,
  }
  const ended = await runPublish(asJob, { planId: plan.planId, number, jobId }, pace)
  await syncPlan(asJob, { planId: plan.planId, progress: async () => {} })
  return { ended, drift: (await readDrift(steward, at)).rules, writes: await plan.writes() }
}

test('what a target adds of its own is learned: published, read, and no drift', async () => {
  const { ended, drift, writes } = await publishedTo({ $schema: 'http://json-schema.org/draft-07/schema#' })
  expect(ended).toMatchObject({ done: { summary: '1 updated' } })
  expect(drift).toEqual([])
  expect(writes).toEqual(['PATCH 1'])
})

test('what could be the work of a person is not', async () => {
  const { ended, drift } = await publishedTo({ description: 'said by somebody' })
  expect(ended).toMatchObject({ failed: { code: 'drift' } })
  expect(drift.map(({ rule }) => rule.key)).toEqual(['Order Completed'])
})
