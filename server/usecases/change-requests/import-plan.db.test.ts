import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RuleStep } from '@/server/ports/rule-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { exportPlan } from '../plans/export-plan'
import { importPlan } from './import-plan'
import { readChangeRequest } from './read-change-request'
import { updateChangeRequest } from './update-change-request'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const event = (total: object, coupon: object) => ({
  properties: { properties: { type: 'object', properties: { total, coupon } } },
})
const number = { type: 'number' }
const text = { type: 'string' }

/** A plan whose coupon got a description after somebody took a file of version 1. */
const movedOn = async () => {
  const { planId: plan } = await aPlan(world.ctx)
  const author = await world.as('contributor', 'Ann Author')
  const write = (version: number, steps: readonly RuleStep[]) =>
    world.ctx.transaction(async (stores) => {
      const at = world.ctx.now()
      await stores.rules.writeVersion(plan, { version, at, by: 'T', note: '', changeRequest: null, steps })
      await stores.plans.setLive(plan, version)
    })
  await write(1, [{ kind: 'add', rule: aRule('Order Completed', event(number, text)) }])
  const taken = async (format: 'json' | 'segment') =>
    (await exportPlan(author, { plan, format, version: 1 })).body.replace('"number"', '["number","null"]')
  const described = event(number, { ...text, description: 'What they saved with' })
  await write(2, [{ kind: 'change', rule: aRule('Order Completed', described) }])
  return { plan, author, taken, described }
}

const merged = event({ type: ['number', 'null'] }, { ...text, description: 'What they saved with' })

test('a file of an older version proposes only what it changed, and is merged with what came since', async () => {
  const { plan, author, taken } = await movedOn()
  const { number } = await importPlan(author, { plan, mode: 'update', file: await taken('json') })
  const request = await readChangeRequest(author, { plan, number })
  expect(request.gates.map(({ code }) => code)).toContain('out-of-date')
  const updated = await updateChangeRequest(author, { plan, number })
  expect(updated.edits.map(({ after }) => after)).toEqual([merged])
})

test('the version is said beside a file that does not say it', async () => {
  const { plan, author, taken } = await movedOn()
  const file = await taken('segment')
  const { number } = await importPlan(author, { plan, mode: 'update', file, base: 1 })
  const updated = await updateChangeRequest(author, { plan, number })
  expect(updated.edits.map(({ after }) => after)).toEqual([merged])
})

test.each(['0', '1.5', '9', '"1"'])('a file that names the version %s is taken for head', async (version) => {
  const { plan, author, taken } = await movedOn()
  const file = (await taken('json')).replace('"version":1,"auditHead"', `"version":${version},"auditHead"`)
  const { number } = await importPlan(author, { plan, mode: 'update', file })
  expect((await readChangeRequest(author, { plan, number })).base).toBe(2)
})

test('a file of another plan is taken for head', async () => {
  const { plan, author, taken } = await movedOn()
  const file = (await taken('json')).replace(plan, 'another')
  const { number } = await importPlan(author, { plan, mode: 'update', file })
  const request = await readChangeRequest(author, { plan, number })
  expect(request.base).toBe(2)
})
