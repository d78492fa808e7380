import { callTypes, type Occurrence } from '@/domain/violations/occurrence'
import { parseForwardedViolation } from '@/domain/violations/parse-forwarded-violation'
import { parseInlineViolations } from '@/domain/violations/parse-inline-violations'

/** One element of a delivery: what it tells of violations (perhaps nothing), or why it was not understood. */
export type UnderstoodElement =
  | { readonly ok: true; readonly occurrences: readonly Occurrence[] }
  | { readonly ok: false; readonly reason: string }

/**
 * Reads one event that a Webhooks destination posted: a forwarded violation, an event that carries its violations in
 * `context.protocols`, or an ordinary event, which tells of none.
 *
 * @param mayHoldNul false where it is known that no text of it holds U+0000
 */
export const understandElement = (
  element: unknown,
  { now, mayHoldNul }: { readonly now: string; readonly mayHoldNul: boolean },
): UnderstoodElement => {
  const clean = mayHoldNul ? withoutNul(element) : element
  const forwarded = parseForwardedViolation(clean, now)
  if (forwarded.ok) return { ok: true, occurrences: [forwarded.occurrence] }
  if (forwarded.refusal.code !== 'not-a-violation') return { ok: false, reason: forwarded.refusal.message }
  const inline = parseInlineViolations(clean, now)
  if (inline.ok) return { ok: true, occurrences: inline.occurrences }
  if (inline.refusal.code === 'not-a-violation' && isCall(clean)) return { ok: true, occurrences: [] }
  return { ok: false, reason: inline.refusal.message }
}

const isCall = (element: unknown): boolean =>
  typeof element === 'object' &&
  element !== null &&
  'type' in element &&
  [...callTypes, 'alias'].some((type) => type === element.type)

/** Postgres has no U+0000 in text; JSON does. */
const withoutNul = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\u0000', '\ufffd')
  if (Array.isArray(value)) return value.map(withoutNul)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replaceAll('\u0000', '\ufffd'), withoutNul(inner)]),
  )
}
