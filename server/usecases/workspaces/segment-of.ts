import type { Context } from '@/server/ports/context'
import type { SegmentGateway } from '@/server/ports/segment-gateway'
import type { Workspace } from '@/server/ports/workspace-store'

/** The gateway to a connected workspace. */
export const segmentOf = (ctx: Context, { tokenSealed, apiUrl }: Workspace): SegmentGateway =>
  ctx.segment({ token: ctx.secrets.open(tokenSealed), apiUrl })
