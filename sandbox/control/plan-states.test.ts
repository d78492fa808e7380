import { expect, it } from 'vitest'
import { openSandbox, someRules } from '@/sandbox/test-client'

it('tells what a plan held after each write, however late reads show it', async () => {
  const client = await openSandbox()
  await client.ask('PATCH', '/_sandbox/settings', { consistencyDelayMs: 60_000 })
  await client.ask('PUT', '/_sandbox/plans/tp_load/rules', { rules: someRules(2) })
  await client.ask('PATCH', '/tracking-plans/tp_load/rules', { rules: someRules(3) })
  await client.ask('DELETE', '/tracking-plans/tp_load/rules', { rules: someRules(1) })

  const { states } = (await client.ask('GET', '/_sandbox/plans/tp_load/states')).body
  expect(states.map(({ rules }: { rules: { key: string }[] }) => rules.map(({ key }) => key))).toEqual([
    ['Event 1', 'Event 2'],
    ['Event 1', 'Event 2', 'Event 3'],
    ['Event 2', 'Event 3'],
  ])
})
