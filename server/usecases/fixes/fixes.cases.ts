import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Json } from '@/domain/plan/json'
import type { Rule } from '@/domain/plan/rule'
import type { ReceivedCall } from '@/server/ports/traffic-store'
import type { Occurrence } from '@/server/ports/violation-store'
import { aRule } from '@/testing/a-rule'
import { openPublishing, type Publishing, type StartedPlan } from '../change-requests/publishing.cases'
import { listSuggestions } from './list-suggestions'

export const schema = (total: object) => ({
  type: 'object',
  description: 'An order was paid',
  properties: { properties: { type: 'object', properties: { total } } },
})

export let publishing: Publishing
export let plan: string
export let started: StartedPlan

/** From here on, what is asked is asked of a new plan with these rules. */
export const startPlan = async (rules: readonly Rule[]): Promise<void> => {
  started = await publishing.start([...rules])
  plan = started.plan.planId
}

/** A plan with one event for each test. */
export const withFixes = (): void => {
  beforeAll(async () => {
    publishing = await openPublishing()
  })
  afterAll(() => publishing.close())
  beforeEach(() => startPlan([aRule('Order Completed', schema({ type: 'number' }))]))
}

let made = 0
export const record = (totals: readonly Json[], more: Partial<ReceivedCall> = {}) =>
  publishing.world.ctx.transaction(({ traffic }) =>
    traffic.record(
      totals.map((total): ReceivedCall => {
        made += 1
        const messageId = `m${made}`
        const event = more.event ?? 'Order Completed'
        const call = { type: 'track', event, messageId, properties: { total } }
        return {
          ...{ planId: plan, sourceId: 'web', sourceName: 'Web shop', callType: 'track', event, messageId },
          ...{ appVersion: '1.0.0', eventVersion: null, at: '2026-01-05T08:30:00.000Z', planned: true },
          shape: { id: 'plain', paths: ['/event string'] },
          mask: () => ({ call, masked: [] }),
          ...more,
        }
      }),
      { callsPerStratum: 1_000, receivedAt: publishing.world.ctx.now() },
      publishing.world.ctx.newId,
    ),
  )

/** A violation as it was reported; gives its id. */
export const reported = async (set: Partial<Occurrence> = {}): Promise<string> => {
  const { ctx } = publishing.world
  await ctx.transaction(({ violations }) =>
    violations.fold(
      [
        {
          ...{
            key: `key ${plan} ${set.pointer ?? ''}`,
            fingerprint: `f ${plan} ${set.pointer ?? ''}`,
            planId: plan,
          },
          ...{ ruleType: 'TRACK', ruleKey: 'Order Completed', ruleVersion: 1, pointer: '/properties/total' },
          ...{ schemaPointer: null, type: 'invalid-type', rawType: 'Invalid Type', messageId: 'v1' },
          message: 'Invalid type. Expected: number, given: string',
          ...{ at: '2026-01-05T08:30:00.000Z', hour: '2026-01-05T08:00:00.000Z', sourceId: 'web' },
          ...{ sourceName: 'Web shop', appVersion: '1.0.0', library: '' },
          ...set,
        },
      ],
      { now: ctx.now(), newId: ctx.newId },
    ),
  )
  const { violations } = await ctx.transaction((stores) =>
    stores.violations.page({ planId: plan, limit: 50 }, ctx.now()),
  )
  const found = violations.find(({ pointer }) => pointer === (set.pointer ?? '/properties/total'))
  if (!found) throw new Error('no violation')
  return found.id
}

export const suggestionOf = async (id: string, kind: string): Promise<string> => {
  const { data } = await listSuggestions(publishing.author, { id })
  const found = data.find((one) => one.kind === kind)
  if (!found) throw new Error(`no suggestion ${kind} among ${data.map((one) => one.kind).join()}`)
  return found.id
}
