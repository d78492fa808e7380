import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import { giveReview } from '../change-requests/give-review'
import {
  edit,
  openPublishing,
  type Publishing,
  type StartedPlan,
  schema,
} from '../change-requests/publishing.cases'
import { readChangeRequest } from '../change-requests/read-change-request'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { checked } from '../checks/checked.cases'
import { addTarget } from './add-target'
import { listTargets } from './list-targets'
import { promote } from './promote'

export let people: Publishing
export let development: StartedPlan
export let production: StartedPlan

/** An approved request, all the way to Segment. */
export const publish = async (bench: StartedPlan, number: number) => {
  const jobId = await bench.claim(number)
  expect(await bench.run(number, jobId)).toHaveProperty('done')
  await bench.jobEnds(jobId)
}
export const publishEdits = async (bench: StartedPlan, edits: EditInput[]) =>
  publish(bench, await bench.approved(edits))

export const target = () => ({ plan: development.plan.planId, id: production.plan.planId })
export const promoteAs = (asked: { version?: number; exact?: boolean } = {}, ctx = people.author) =>
  promote(ctx, { ...target(), ...asked })

export const approve = async ({ number }: ChangeRequestView) => {
  const view = await checked(people.world.ctx, await production.request(number))
  if (view.status === 'draft') await submitChangeRequest(people.author, production.name(number))
  const { fingerprint } = await production.request(number)
  await giveReview(people.steward, { ...production.name(number), verdict: 'approve', fingerprint })
  return number
}
export const promoteAndPublish = async (asked: Parameters<typeof promoteAs>[0] = {}) =>
  publish(production, await approve(await promoteAs(asked)))

export const line = async () => {
  const { data } = await listTargets(people.author, { plan: development.plan.planId })
  return data.map(({ stage, liveVersion, promoted, behind, waiting }) => ({
    stage,
    liveVersion,
    promoted: promoted?.version ?? null,
    behind,
    waiting: waiting?.number ?? null,
  }))
}
export const reload = (number: number) => readChangeRequest(people.author, production.name(number))
export const heldBy = async (bench: StartedPlan) => {
  const held = (await bench.plan.held()) as Record<string, { description?: string; properties: object }>
  return Object.fromEntries(Object.entries(held).map(([key, { description }]) => [key, description]))
}

/** Both hold version 2 of development, and know it. */
export const promoteAndPublishFirst = async () => {
  await publishEdits(development, [edit('Order Completed', schema('Two'))])
  await promoteAndPublish()
}

/** Before each test two plans, of which one is promoted into the other. */
export const withLine = (): void => {
  beforeAll(async () => {
    people = await openPublishing()
  })
  beforeEach(async () => {
    development = await people.start()
    production = await people.start()
    await addTarget(people.world.ctx, {
      plan: development.plan.planId,
      target: production.plan.planId,
      stage: 'Production',
    })
  })
  afterEach(() => Promise.all([development.plan.close(), production.plan.close()]))
  afterAll(() => people.close())
}
