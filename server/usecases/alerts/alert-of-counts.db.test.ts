import { describe, expect, test } from 'vitest'
import { alertOfCounts } from './alert-of-counts'
import {
  aRule,
  arrives,
  clock,
  deliver,
  deliveries,
  planId,
  sends,
  titles,
  withAlerts,
  worker,
  workspace,
  world,
} from './alerts.cases'

withAlerts()

describe('what counts tell', () => {
  const hourly = async (hour: string, times: number) => {
    for (let at = 0; at < times; at += 1)
      await arrives({ at: hour.replace('00:00', `${String(at).padStart(2, '0')}:00`) })
  }

  test('a violation that arrives far more often than before is told of once an hour', async () => {
    const { rule } = await aRule({ kinds: ['spike'], perHour: 4 })
    await hourly(clock('13:00', 2), 2)
    await hourly(clock('08:00'), 4)
    await alertOfCounts(worker)
    expect(await titles(rule.id)).toEqual([])
    await hourly(clock('09:00'), 9)
    await alertOfCounts(worker)
    await alertOfCounts(worker)
    expect(await deliveries(rule.id)).toMatchObject([{ kind: 'spike' }])
    await deliver(rule.id)
    expect(sends[0]?.message.facts[0]).toEqual({
      name: 'How often',
      value: '9 in the hour from 2026-01-05 09:00 UTC; at most 4 in any hour of the seven days before',
    })
  })

  test('a source that begins to block is told of once, and one that always did is not', async () => {
    const { rule } = await aRule({ kinds: ['blocked'] })
    await world.ctx.transaction(async ({ sources }) => {
      await sources.replace(
        workspace,
        ['fresh', 'old'].map((id) => ({
          id,
          workspaceId: workspace,
          planId,
          name: `The ${id} one`,
          slug: id,
          kind: '',
          platform: 'unknown' as const,
          enabled: true,
          settings: null,
          seenAt: clock('09:00'),
          destinations: [],
        })),
      )
      const window = { from: clock('00:00', 1), to: clock('23:00', 5) }
      const counts = (...hours: string[]) =>
        hours.map((hour) => ({
          hour,
          eventType: 'track',
          eventName: 'A',
          reason: '',
          appVersion: '',
          count: 3,
        }))
      await sources.recordHours(workspace, 'fresh', 'blocked', window, counts(clock('07:00'), clock('08:00')))
      await sources.recordHours(
        workspace,
        'old',
        'blocked',
        window,
        counts(clock('07:00', 3), clock('08:00')),
      )
    })
    await alertOfCounts(worker)
    await alertOfCounts(worker)
    expect(await titles(rule.id)).toEqual(['The fresh one blocks events'])
    await deliver(rule.id)
    expect(sends[0]?.message.blocked).toEqual({
      source: { id: 'fresh', name: 'The fresh one' },
      hour: clock('07:00'),
      count: 3,
    })
  })
})
