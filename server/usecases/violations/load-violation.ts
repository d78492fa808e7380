import type { ViolationView } from '@/contracts/violation'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { withShare } from './with-share'

/** A violation as people read it; fails with `not-found`. */
export const loadViolation = async (ctx: Context, stores: Stores, id: string): Promise<ViolationView> => {
  const found =
    (await stores.violations.find(id, ctx.now())) ?? fail({ code: 'not-found', what: 'violation' })
  const [violation] = await withShare(stores, [found], ctx.now())
  return violation ?? found
}
