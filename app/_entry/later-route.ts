import type { Operation } from '@/contracts/operation'
import { fail } from '@/server/usecases/fail'
import { type RouteHandler, route } from './define-route'

/** A call whose place is kept: whoever may use it learns that it comes later. */
export const laterRoute = (row: Operation): RouteHandler =>
  route({ ...row, later: true }, async () =>
    fail({ code: 'not-supported-yet', detail: `"${row.summary}" comes in a later version.` }),
  )
