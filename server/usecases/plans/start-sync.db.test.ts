import { expect, test } from 'vitest'
import { failureOf, sandboxWorld, wireRules } from '@/testing/sandbox-world'
import { connectWorkspace } from '../workspaces/connect-workspace'
import { readPlan } from './read-plan'
import { startSync } from './start-sync'

test('a plan that is new in Segment is found by its id', async () => {
  const { ctx, input, control } = await sandboxWorld()
  await connectWorkspace(ctx, input)
  await control('PUT', '/plans/tp_new/rules', { name: 'Just made', rules: wireRules(2) })
  const { jobId } = await startSync(ctx, { plan: 'tp_new' })
  expect(await readPlan(ctx, { plan: 'tp_new' })).toMatchObject({
    name: 'Just made',
    headVersion: null,
    syncJobId: jobId,
  })
  expect(await startSync(ctx, { plan: 'tp_new' })).toEqual({ jobId })
})

test('a plan that no workspace has is not found', async () => {
  const { ctx, input } = await sandboxWorld()
  await connectWorkspace(ctx, input)
  expect(await failureOf(startSync(ctx, { plan: 'tp_nowhere' }))).toMatchObject({ code: 'not-found' })
})

test('only who may sync asks Segment at all', async () => {
  const { ctx, input, as } = await sandboxWorld()
  await connectWorkspace(ctx, input)
  expect(await failureOf(startSync(await as('viewer'), { plan: 'tp_new' }))).toMatchObject({
    code: 'not-allowed',
  })
})
