import type { ViolationType } from '../plan/violation-types'
import type { CallOccurrence } from '../validation/occurrences-of-errors'

/**
 * Whether a call may break a constraint only because of what was masked in it, at pointers with `*` for indices.
 * Masking keeps the name and the JSON type of a value, so only what looks at the value itself hangs on it: at the
 * masked place, around it, or inside it.
 */
export const hangsOnMasked =
  (masked: readonly string[]) =>
  ({ type, pointer }: Pick<CallOccurrence, 'type' | 'pointer'>): boolean =>
    !looksAtNoValue.has(type) && masked.some((at) => isWithin(at, pointer) || isWithin(pointer, at))

const looksAtNoValue: ReadonlySet<ViolationType> = new Set(['required', 'unplanned-property', 'invalid-type'])

const isWithin = (pointer: string, around: string): boolean =>
  pointer === around || pointer.startsWith(`${around}/`)
