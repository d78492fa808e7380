import { z } from 'zod'
import { listOf } from '../listing'
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
  listSuggestions: operation({
    method: 'GET',
    path: '/violations/{id}/suggestions',
    summary: 'Ranked ways to end a violation',
    needs: 'read-violations',
    answer: listOf(Described),
    status: 200,
    later: true,
  }),
  fixViolation: operation({
    method: 'POST',
    path: '/violations/{id}/fix',
    summary: 'A change request from a suggestion',
    needs: 'propose',
    body: z.object({ suggestion: z.string() }),
    answer: Numbered,
    status: 201,
    later: true,
  }),
} as const
