import { hashText } from '../../plan/rule-hash'
import { maskString } from './mask-value'

/**
 * The id of a message as it may be kept: itself, or a digest of it where it holds what a detector knows. The same id
 * gives the same digest, so that calls are still told apart.
 */
export const maskMessageId = (id: string): string =>
  madeByChance.test(id) || maskString(id) === id ? id : `hidden-${hashText(id).slice(0, 32)}`

/** As libraries make them: their name, the instant in milliseconds, and a count, a UUID or 32 hex digits. Also our digests. */
const madeByChance =
  /^(?:[a-z]{2,12}-){0,2}(?:1\d{12}-)?(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|[\da-f]{32})$|^(?:[a-z]{2,12}-){1,2}1\d{12}-[\da-z]{1,8}$/i
