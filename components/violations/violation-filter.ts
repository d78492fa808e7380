import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { violationStatuses } from '@/domain/violations/standing'

/** The list's state in the address, for page and screen alike. What is open is what people come for. */
export const violationFilter = {
  q: parseAsString.withDefault(''),
  status: parseAsStringLiteral(['all', ...violationStatuses] as const).withDefault('open'),
  plan: parseAsString,
  source: parseAsString,
  key: parseAsString,
} as const

export type ViolationFilter = inferParserType<typeof violationFilter>

export const loadViolationFilter = createLoader(violationFilter)

/** The filter as the list call takes it. */
export const violationQueryOf = ({ q, status, plan, source, key }: ViolationFilter) => ({
  q: q || undefined,
  status: status === 'all' ? undefined : status,
  plan: plan ?? undefined,
  source: source ?? undefined,
  key: key ?? undefined,
})
