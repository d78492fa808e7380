import {
  createLoader,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { changeRequestStatuses } from '@/domain/review/change-request'
import { isOpen } from '@/domain/review/transition'

export const statusChoices = ['open', 'all', ...changeRequestStatuses] as const

/** The list's state in the address, for page and screen alike. */
export const requestFilter = {
  q: parseAsString.withDefault(''),
  status: parseAsStringLiteral(statusChoices).withDefault('open'),
  /** The id of a person, or `me`. */
  author: parseAsString,
  plan: parseAsString,
  /** Only what waits for this person's review. */
  waiting: parseAsBoolean.withDefault(false),
} as const

export type RequestFilter = inferParserType<typeof requestFilter>

export const loadRequestFilter = createLoader(requestFilter)

export const isPlain = ({ q, status, author, plan, waiting }: RequestFilter): boolean =>
  q === '' && status === 'open' && author === null && plan === null && !waiting

/** Requests that are not at their end: a publish on its way, or one that failed, still asks for attention. */
const atWork = changeRequestStatuses.filter(
  (status) => isOpen(status) || status === 'publishing' || status === 'publish-failed',
)

/** The filter in the words of the API. What waits for review is in review, whatever else was chosen. */
export const requestQuery = ({ q, status, author, plan, waiting }: RequestFilter) => ({
  ...(q === '' ? {} : { q }),
  ...(author === null ? {} : { author }),
  ...(plan === null ? {} : { plan }),
  ...(waiting ? { waitingForMe: true } : {}),
  ...(waiting || status === 'all' ? {} : { status: status === 'open' ? atWork.join(',') : status }),
})
