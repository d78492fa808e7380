import type { ChangeRequestView, DescribeChangeRequest } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { keepRequest } from './keep-request'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { requireOpen } from './require-transition'

/** Changes title or description; edits and approvals stay as they are. */
export const describeChangeRequest = (
  ctx: Context,
  input: RequestName & DescribeChangeRequest,
): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    const { title, description } = loaded.request
    authorizeRequest(ctx.actor, 'edit', loaded.request)
    requireOpen(loaded.request.status)
    await keepRequest(ctx, stores, loaded, {
      set: { title: input.title ?? title, description: input.description ?? description },
      action: 'change-request-described',
      details: { title: input.title ?? title },
    })
    return readView(ctx, stores, input)
  })
