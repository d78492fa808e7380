import type { Context } from '@/server/ports/context'
import type { Person } from '@/server/ports/person-store'
import type { Stores } from '@/server/ports/stores'
import type { LoadedRequest } from './load-change-request'
import { lockOpenRequests, resettle } from './resettle'

/**
 * Changes what the verdicts of a person count for, and moves the open requests that they reviewed to where that puts
 * them. Every plan that they can have reviewed is locked, by id, and then its requests, before anything changes.
 */
export const resettleReviewed = async (
  ctx: Context,
  stores: Stores,
  {
    person,
    why,
    change,
  }: {
    readonly person: Pick<Person, 'id' | 'demo'>
    readonly why: string
    readonly change: () => Promise<void>
  },
): Promise<void> => {
  const reviewed: LoadedRequest[] = []
  const demos = new Set((await stores.workspaces.list()).flatMap(({ id, demo }) => (demo ? [id] : [])))
  const plans = (await stores.plans.list()).filter(
    ({ workspaceId }) => !person.demo || demos.has(workspaceId),
  )
  for (const { id } of plans.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const plan = await stores.plans.lock(id)
    const open = plan === null ? [] : await lockOpenRequests(stores, plan)
    reviewed.push(...open.filter(({ reviews }) => reviews.some(({ by }) => by === person.id)))
  }
  await change()
  for (const loaded of reviewed) await resettle(ctx, stores, loaded, why)
}
