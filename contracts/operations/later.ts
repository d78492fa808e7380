import { z } from 'zod'
import { ListQuery, listOf } from '../listing'
import { operation } from '../operation'

const Described = z.record(z.string(), z.unknown())

/** Calls whose place is kept: described, and answered with `not-supported-yet`. */
export const laterOperations = {
  search: operation({
    method: 'GET',
    path: '/search',
    summary: 'Events and properties, ranked',
    needs: 'read-plans',
    query: ListQuery.extend({ q: z.string().max(200) }),
    answer: listOf(Described),
    status: 200,
    later: true,
  }),
} as const
