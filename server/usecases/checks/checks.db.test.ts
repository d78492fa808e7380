import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import type { RuleStep } from '@/server/ports/rule-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { createChangeRequest } from '../change-requests/create-change-request'
import { readChangeRequest } from '../change-requests/read-change-request'
import { saveEdits } from '../change-requests/save-edits'
import { updateChangeRequest } from '../change-requests/update-change-request'
import { checked } from './checked.cases'
import { rerunChecks } from './rerun-checks'
import { runChecks } from './run-checks'
import { scheduleChecks } from './schedule-checks'
import { untilChecked } from './until-checked'

const event = (total: string, more: object = {}) => ({
  type: 'object',
  description: 'Sent when it happened',
  properties: {
    properties: {
      type: 'object',
      properties: { total: { type: total, description: 'What it cost' }, ...more },
    },
  },
})
const edit = (key: string, jsonSchema: EditInput['jsonSchema']): EditInput => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema,
})

let world: TestContext
let author: Context
let plan: string

beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
})
afterAll(() => world.drop())
beforeEach(async () => {
  const { planId } = await aPlan(world.ctx)
  plan = planId
  await nextVersion(
    1,
    ['Order Completed', 'Cart Viewed'].map((key) => ({ kind: 'add', rule: aRule(key, event('number')) })),
  )
})

const nextVersion = (version: number, steps: readonly RuleStep[]) =>
  world.ctx.transaction(async (stores) => {
    const at = world.ctx.now()
    await stores.rules.writeVersion(plan, { version, at, by: 'T', note: '', changeRequest: null, steps })
    await stores.plans.setLive(plan, version)
  })
const create = (...edits: EditInput[]) => createChangeRequest(author, { plan, title: 'Change', edits })
const save = (request: ChangeRequestView, ...edits: EditInput[]) =>
  saveEdits(author, { plan, number: request.number, edits, fingerprint: request.fingerprint })
const named = (request: ChangeRequestView) => ({ plan, number: request.number })
const statuses = ({ checks }: ChangeRequestView) =>
  checks.filter(({ name }) => ['compatibility', 'lint'].includes(name)).map(({ status }) => status)
const check = ({ checks }: ChangeRequestView, name: string) => checks.find((each) => each.name === name)
const unfinishedJobs = async () =>
  (await world.ctx.transaction(({ jobs }) => jobs.list({ limit: 200 }))).jobs.filter(
    ({ kind, subject, status }) =>
      kind === 'run-checks' && status === 'queued' && subject?.includes(plan) === true,
  )

describe('a request with edits', () => {
  test('is checked by a job; until then its changes are judged one by one, and publishing waits', async () => {
    const request = await create(edit('Order Completed', event('string')))
    expect(statuses(request)).toEqual(['queued', 'queued'])
    expect(request.gates.map(({ code }) => code)).toContain('checks-running')
    expect(request.changes).toMatchObject([{ kind: 'type-changed', senders: 'breaking', pending: true }])
    expect(await unfinishedJobs()).toHaveLength(1)
  })

  test('shows a break with its message, and where that is refused', async () => {
    const request = await checked(world.ctx, await create(edit('Order Completed', event('string'))))
    expect(request.changes).toMatchObject([
      {
        senders: 'breaking',
        witness: { properties: { total: expect.any(Number) } },
        refusals: [{ pointer: '/properties/total', message: expect.stringContaining('Invalid type') }],
      },
    ])
    expect(request.changes[0]).not.toHaveProperty('pending')
    expect(check(request, 'compatibility')).toEqual({
      name: 'compatibility',
      status: 'completed',
      conclusion: 'warn',
      reason: '1 change breaks senders.',
      findings: [
        {
          rule: { type: 'TRACK', key: 'Order Completed', version: 1 },
          pointer: '/properties/total',
          message: expect.stringContaining('breaking'),
        },
      ],
    })
    expect(request.gates.map(({ code }) => code)).not.toContain('checks-running')
  })

  test('shows a safe new name with who would be hurt by it', async () => {
    const request = await checked(
      world.ctx,
      await create(
        edit('Order Completed', event('number', { coupon: { type: 'string', description: 'x' } })),
      ),
    )
    expect(request.changes).toMatchObject([
      { kind: 'property-added', senders: 'safe', pure: { refusals: [{ pointer: '/properties/coupon' }] } },
    ])
    expect(check(request, 'compatibility')).toMatchObject({ conclusion: 'pass', findings: [] })
  })

  test('lints what it brings in and what it touches', async () => {
    const request = await checked(
      world.ctx,
      await create(
        edit('Order Completed', event('number', { whatever: { description: 'x' } })),
        edit('Order completed', event('number')),
      ),
    )
    const lint = check(request, 'lint')
    expect(lint).toMatchObject({ status: 'completed', conclusion: 'warn' })
    expect(lint?.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'any-type', isNew: true, pointer: '/properties/whatever' }),
        expect.objectContaining({ id: 'near-duplicate-event', isNew: true }),
      ]),
    )
    expect(lint?.findings.filter(({ rule }) => rule?.key === 'Cart Viewed')).toEqual([])
  })

  test('keeps what was found for edits that stay, and waits only for the others', async () => {
    const first = edit('Order Completed', event('string'))
    const request = await checked(world.ctx, await create(first, edit('Cart Viewed', event('integer'))))
    const saved = await save(request, first, edit('Cart Viewed', event('boolean')))
    expect(statuses(saved)).toEqual(['queued', 'queued'])
    expect(saved.changes.map(({ rule, pending }) => [rule.key, pending])).toEqual([
      ['Cart Viewed', true],
      ['Order Completed', undefined],
    ])
    const again = await checked(world.ctx, saved)
    expect(again.changes.map(({ witness }) => witness)).toEqual([
      { properties: { total: expect.any(Number) } },
      { properties: { total: expect.any(Number) } },
    ])
    // The same edits as before are known already.
    expect(statuses(await save(again, first, edit('Cart Viewed', event('boolean'))))).toEqual([
      'completed',
      'completed',
    ])
  })

  test('that changed while it was checked is not told what was found for other edits', async () => {
    const request = await create(edit('Order Completed', event('string')))
    let hasSaved = false
    const judge: Context['judge'] = {
      ...world.ctx.judge,
      explain: async (...asked) => {
        if (!hasSaved) {
          hasSaved = true
          await save(request, edit('Order Completed', event('boolean')))
        }
        return world.ctx.judge.explain(...asked)
      },
    }
    const saved = await checked({ ...world.ctx, judge }, request)
    expect(statuses(saved)).toEqual(['queued', 'queued'])
    expect(await unfinishedJobs()).toHaveLength(2)
    expect(statuses(await checked(world.ctx, saved))).toEqual(['completed', 'completed'])
  })

  test('is checked again on another version of the plan', async () => {
    const request = await checked(world.ctx, await create(edit('Order Completed', event('string'))))
    await nextVersion(2, [{ kind: 'change', rule: aRule('Cart Viewed', event('integer')) }])
    const updated = await updateChangeRequest(author, named(request))
    expect(statuses(updated)).toEqual(['queued', 'queued'])
    expect(updated.changes[0]).not.toHaveProperty('pending')
  })

  test('is not stopped by a plan that cannot be looked through', async () => {
    const judge: Context['judge'] = {
      ...world.ctx.judge,
      lint: async () => ({ ok: false, reason: 'The plan is too large.' }),
    }
    const request = await checked(
      { ...world.ctx, judge },
      await create(edit('Order Completed', event('string'))),
    )
    expect(check(await readChangeRequest(author, named(request)), 'lint')).toEqual({
      name: 'lint',
      status: 'skipped',
      reason: 'The plan is too large.',
      findings: [],
    })
  })
})

describe('checks that could not run', () => {
  test('say so after the last attempt, stand in the way, and can be made again', async () => {
    const request = await create(edit('Order Completed', event('string')))
    const judge: Context['judge'] = {
      ...world.ctx.judge,
      explain: () => Promise.reject(new Error('broken')),
    }
    const run = {
      planId: plan,
      number: request.number,
      progress: async () => {},
      signal: new AbortController().signal,
    }
    await expect(runChecks({ ...world.ctx, judge }, { ...run, lastAttempt: false })).rejects.toThrow('broken')
    expect(statuses(await readChangeRequest(author, named(request)))).toEqual(['queued', 'queued'])
    await expect(runChecks({ ...world.ctx, judge }, { ...run, lastAttempt: true })).rejects.toThrow('broken')
    const failed = await readChangeRequest(author, named(request))
    expect(statuses(failed)).toEqual(['failed', 'failed'])
    expect(failed.gates).toContainEqual(
      expect.objectContaining({ code: 'check-failed', action: 'run-checks' }),
    )

    await rerunChecks(author, named(request))
    expect(statuses(await checked(world.ctx, failed))).toEqual(['completed', 'completed'])
  })

  test('are asked for anew when the rules have changed', async () => {
    const request = await checked(world.ctx, await create(edit('Order Completed', event('string'))))
    const upgraded: Context = { ...world.ctx, judge: { ...world.ctx.judge, engine: 'another build' } }
    expect(statuses(await readChangeRequest(upgraded, named(request)))).toEqual(['queued', 'queued'])
    await world.ctx.transaction(async ({ jobs }) => {
      for (const { id } of await unfinishedJobs()) await jobs.succeed(id, world.ctx.now(), null)
    })
    await scheduleChecks(upgraded)
    await scheduleChecks(upgraded)
    expect(await unfinishedJobs()).toHaveLength(1)
  })
})

test('whoever waits for checks is let go when they have ended, or after a while', async () => {
  const request = await create(edit('Order Completed', event('string')))
  await untilChecked(world.ctx, named(request), 1)
  const waiting = untilChecked(world.ctx, named(request), 60_000)
  await checked(world.ctx, request)
  await waiting
  const empty = await create()
  expect(statuses(empty)).toEqual(['skipped', 'skipped'])
  await untilChecked(world.ctx, named(empty), 60_000)
})
