import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ChangeRequestView } from '@/contracts/change-request'
import type { LintSettings } from '@/domain/lint/lint-settings'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { failureOf } from '@/testing/sandbox-world'
import { createChangeRequest } from '../change-requests/create-change-request'
import { readChangeRequest } from '../change-requests/read-change-request'
import { checkProposal } from '../checks/check-proposal'
import { checked } from '../checks/checked.cases'
import { runChecks } from '../checks/run-checks'
import { readLintSettings } from './read-lint-settings'
import { saveLintSettings } from './save-lint-settings'

let world: TestContext
let author: Context
let steward: Context
let plan: string

/** An event with a property whose pattern Segment could not read: an error of lint, usually. */
const unreadable = {
  properties: { properties: { properties: { sku: { type: 'string', pattern: '(?=a)' } } } },
}
const edit = { type: 'TRACK', key: 'Order Completed', version: 1 } as const

beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
  steward = await world.as('steward', 'Sam Steward')
})
afterAll(() => world.drop())
beforeEach(async () => {
  const { planId } = await aPlan(world.ctx)
  plan = planId
  await world.ctx.transaction(async (stores) => {
    const steps = [{ kind: 'add', rule: aRule('Order Completed', { type: 'object' }) }] as const
    const at = world.ctx.now()
    await stores.rules.writeVersion(plan, { version: 1, at, by: 'T', note: '', changeRequest: null, steps })
    await stores.plans.setLive(plan, 1)
  })
})

const request = async () =>
  checked(
    world.ctx,
    await createChangeRequest(author, { plan, title: 'A', edits: [{ ...edit, jsonSchema: unreadable }] }),
  )
const save = (settings: LintSettings, revision = 0) =>
  saveLintSettings(steward, { plan, settings: structuredClone(settings), revision })
const lintOf = ({ checks }: ChangeRequestView) => checks.find(({ name }) => name === 'lint')
const patternIn = (view: ChangeRequestView) =>
  lintOf(view)?.findings.find(({ id }) => id === 'pattern-outside-re2')

test('a new error stops the publish where the plan says so, and open requests are looked at anew', async () => {
  const before = await request()
  expect(lintOf(before)).toMatchObject({ status: 'completed', conclusion: 'warn' })
  await save({ severities: {}, errorsBlock: true })
  expect(lintOf(await readChangeRequest(author, { plan, number: before.number }))?.status).toBe('queued')
  const after = await checked(world.ctx, before)
  expect(lintOf(after)?.conclusion).toBe('block')
  expect(after.gates.map(({ code }) => code)).toContain('check-failed')
})

test('what the plan sees otherwise is so severe in checks and while one edits, and what is off is gone', async () => {
  await save({ severities: { 'pattern-outside-re2': 'info' }, errorsBlock: true })
  const lighter = await request()
  expect(patternIn(lighter)?.severity).toBe('info')
  await save({ severities: { 'pattern-outside-re2': 'off' }, errorsBlock: true }, 1)
  expect(patternIn(await checked(world.ctx, lighter))).toBeUndefined()
  const proposed = await checkProposal(author, { plan, ...edit, schemaText: JSON.stringify(unreadable) })
  expect(proposed.findings.map(({ id }) => id)).not.toContain('pattern-outside-re2')
})

test('checks that run while the severities change end with the new ones', async () => {
  const { number } = await createChangeRequest(author, {
    plan,
    title: 'A',
    edits: [{ ...edit, jsonSchema: unreadable }],
  })
  const { judge } = world.ctx
  const meanwhile: Context = {
    ...world.ctx,
    judge: {
      ...judge,
      lint: async (...asked) => {
        const outcome = await judge.lint(...asked)
        await save({ severities: { 'pattern-outside-re2': 'off' }, errorsBlock: false })
        return outcome
      },
    },
  }
  const run = { planId: plan, number, progress: async () => {}, signal: new AbortController().signal }
  await runChecks(meanwhile, { ...run, lastAttempt: true })
  expect(patternIn(await readChangeRequest(author, { plan, number }))).toBeUndefined()
})

test('a rule that only another build knows is passed over', async () => {
  await world.ctx.transaction(({ lintSettings }) => {
    const severities = { 'missing-owner': 'off', 'of-another-build': 'error' } as const
    return lintSettings.save(plan, { settings: { severities, errorsBlock: true }, revision: 1 })
  })
  const { settings } = await readLintSettings(author, { plan })
  expect(settings).toEqual({ severities: { 'missing-owner': 'off' }, errorsBlock: true })
})

test('who saves what somebody else changed meanwhile is told, and contributors only read', async () => {
  await save({ severities: { 'missing-owner': 'warning' }, errorsBlock: false })
  expect(await failureOf(save({ severities: {}, errorsBlock: false }))).toMatchObject({
    code: 'stale',
    current: { revision: 1 },
  })
  const asked = { plan, settings: { severities: {}, errorsBlock: false }, revision: 1 }
  expect(await failureOf(saveLintSettings(author, asked))).toMatchObject({ code: 'not-allowed' })
  const { rules, can } = await readLintSettings(author, { plan })
  expect(can.change).toBe(false)
  expect(rules).toContainEqual(expect.objectContaining({ id: 'missing-owner', usual: 'info' }))
})
