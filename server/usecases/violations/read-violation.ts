import type { ViolationView } from '@/contracts/violation'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { loadViolation } from './load-violation'

export const readViolation = (ctx: Context, { id }: { readonly id: string }): Promise<ViolationView> =>
  ctx.transaction((stores) => {
    authorize(ctx.actor, 'read-violations')
    return loadViolation(ctx, stores, id)
  })
