import { afterAll, beforeAll, beforeEach } from 'vitest'
import { CreateAlertRule } from '@/contracts/alert'
import type { AlertMessage } from '@/domain/alerts/alert-message'
import type { Context } from '@/server/ports/context'
import type { AlertChannel, Sent } from '@/server/ports/notifier'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { Failed } from '../fail'
import { alertOfMoments } from './alert-of-moments'
import { createAlertRule } from './create-alert-rule'
import { deliverAlert } from './deliver-alert'
import { listAlertDeliveries } from './list-alert-deliveries'

export const clock = (time: string, day = 5) => `2026-01-${String(day).padStart(2, '0')}T${time}:00.000Z`
export const sends: { readonly channel: AlertChannel; readonly message: AlertMessage }[] = []
let answer: Sent | Error = { sent: true, said: 'answered 200' }

export let world: TestContext
export let worker: Context
export let steward: Context
export let workspace: string
export let planId: string
let count = 0

/** What the receiver of alerts answers from now on, until the next test. */
export const answering = (next: Sent | Error): void => {
  answer = next
}

/** A plan of its own for each test, and a receiver of alerts that keeps what it gets. */
export const withAlerts = (): void => {
  beforeAll(async () => {
    world = await testContext({
      notifier: {
        canMail: true,
        refusalOf: async (to) => (to.includes('//inside.') ? 'Nothing is posted inside.' : null),
        alert: async (channel, message) => {
          sends.push({ channel, message })
          if (answer instanceof Error) throw answer
          return answer
        },
        mail: async () => ({ sent: true, said: '' }),
      },
    })
    worker = world.asActor({ kind: 'system', personId: null, name: 'Plumbline' })
    steward = await world.as('steward', 'Sue Steward')
  })
  afterAll(() => world.drop())
  beforeEach(async () => {
    world.setNow(clock('09:00'))
    answer = { sent: true, said: 'answered 200' }
    const made = await aPlan(world.ctx)
    workspace = made.workspaceId
    planId = made.planId
    sends.length = 0
    await alertOfMoments(worker)
  })
}

export const arrives = async (fields: Partial<Occurrence> = {}) => {
  count += 1
  const occurrence = anOccurrence(planId, {
    key: `${count}`,
    messageId: `m${count}`,
    at: clock('08:30'),
    ...fields,
  })
  await world.ctx.transaction(({ violations }) =>
    violations.fold([occurrence], { now: world.ctx.now(), newId: world.ctx.newId }),
  )
  const { violations } = await world.ctx.transaction((stores) =>
    stores.violations.page({ planId, limit: 50 }, world.ctx.now()),
  )
  return violations.find(({ pointer }) => pointer === occurrence.pointer)?.id ?? ''
}
export const url = 'https://alerts.example.com/secret-path'
export const aRule = async (fields: Partial<CreateAlertRule> = {}) => {
  const target = { kind: 'webhook' as const, url }
  const input = CreateAlertRule.parse({ workspace, name: 'Checkout', kinds: ['new'], target, ...fields })
  return createAlertRule(steward, input)
}
export const deliveries = async (id: string) => (await listAlertDeliveries(steward, { id })).data
/** Runs what is queued of a rule, as the worker does. */
export const deliver = async (id: string) => {
  const ends = []
  for (const { id: deliveryId, status } of await deliveries(id))
    if (status === 'queued') ends.push(await deliverAlert(worker, { payload: { deliveryId } }))
  return ends
}
export const titles = async (id: string) => (await deliveries(id)).map(({ title }) => title).sort()
export const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Failed) return error.failure
  throw new Error('It was to fail.')
}
