import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { boardSorts, boardWhose } from '@/contracts/board'
import { violationStatuses } from '@/domain/violations/standing'

/** The board's state in the address, for page and screen alike. What is open is what people come for. */
export const violationFilter = {
  q: parseAsString.withDefault(''),
  status: parseAsStringLiteral(['all', ...violationStatuses] as const).withDefault('open'),
  whose: parseAsStringLiteral(['all', ...boardWhose] as const).withDefault('all'),
  owner: parseAsString,
  plan: parseAsString,
  source: parseAsString,
  key: parseAsString,
  regressed: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(boardSorts).withDefault('last-seen'),
  /** Each violation by itself, also where several began together. */
  apart: parseAsBoolean.withDefault(false),
} as const

export type ViolationFilter = inferParserType<typeof violationFilter>

export const loadViolationFilter = createLoader(violationFilter)

/** The query of the address that shows a filter, with its question mark; empty for the filter that the board begins with. */
export const filterAddress = createSerializer(violationFilter)

/** The filter as the board's calls take it. */
export const violationQueryOf = ({
  q,
  status,
  whose,
  owner,
  plan,
  source,
  key,
  regressed,
}: ViolationFilter) => ({
  q: q || undefined,
  status: status === 'all' ? undefined : status,
  whose: whose === 'all' ? undefined : whose,
  owner: owner ?? undefined,
  plan: plan ?? undefined,
  source: source ?? undefined,
  key: key ?? undefined,
  regressed: regressed ? ('true' as const) : undefined,
})

/** The same with what only the list of rows takes. */
export const boardQueryOf = (filter: ViolationFilter) => ({
  ...violationQueryOf(filter),
  sort: filter.sort,
  bundled: filter.apart ? undefined : ('true' as const),
})
