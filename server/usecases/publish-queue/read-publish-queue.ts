import type { PublishQueueEntry } from '@/contracts/change-request'
import type { Listing } from '@/contracts/listing'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import { authorize, isAllowed } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { opensFor, planQueue } from './plan-queue'

type Entry = PublishQueueEntry

/** What is on its way to Segment, what waits for its turn in the order of turns, and what waits for its hour. */
export const readPublishQueue = (ctx: Context, input: { readonly plan: string }): Promise<Listing<Entry>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    const plan = await findPlan(stores, input.plan)
    const queue = await planQueue(ctx, stores, plan)
    const { underWay, waiting, scheduled } = queue
    const first = underWay?.number ? await stores.changeRequests.find(plan.id, underWay.number) : null
    const entry = (request: ChangeRequest, state: Entry['state']) =>
      entryOf(request, state, opensFor(queue, request.id), isAllowed(ctx.actor, 'publish'))
    const data = [
      ...(first ? [entry(first, underWay?.halted ? 'halted' : 'under-way')] : []),
      ...waiting.map((request) => entry(request, 'waiting')),
      ...scheduled.map((request) => entry(request, 'scheduled')),
    ]
    return { data, nextCursor: null }
  })

const entryOf = (
  { number, title, authorName, waiting }: ChangeRequest,
  state: Entry['state'],
  opens: string | null,
  mayPublish: boolean,
): Entry => ({
  number,
  title,
  author: authorName,
  state,
  at: state === 'scheduled' ? (waiting?.at ?? null) : null,
  since: waiting?.since ?? null,
  opens,
  by: waiting?.byName ?? null,
  can: { leave: mayPublish && waiting !== null },
})
