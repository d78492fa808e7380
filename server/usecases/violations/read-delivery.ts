import { type Origin, originOf } from '@/domain/sources/origin-of'
import { testOf } from '@/domain/sources/test-message'
import type { Occurrence } from '@/domain/violations/occurrence'
import { understandElement } from './understand-delivery'
import type { SignatureVerdict } from './webhook-signature'

/** Something that changes nothing and is kept for people to look at. */
export type Aside = { readonly reason: string; readonly body: string }

export type DeliveryReading = {
  readonly occurrences: readonly Occurrence[]
  /** Trusted elements that were understood, as they came. */
  readonly understood: readonly unknown[]
  /** How many elements the signature vouches for. */
  readonly trusted: number
  /** Trusted elements that were not understood, first, and then those that are not signed. */
  readonly aside: readonly Aside[]
  /** Why trusted elements were not understood. */
  readonly reasons: readonly string[]
  /** Which route brought what of which source. */
  readonly origins: readonly Origin[]
  /** Calls of tests among them: the proof that a route works, and no violation of anybody's. */
  readonly tests: readonly string[]
}

/** Reads a body whose signature was verified: what it tells of violations, and what has to be kept aside. */
export const readDelivery = (
  rawBody: string,
  {
    signed,
    sourceId,
    now,
  }: {
    readonly signed: Exclude<SignatureVerdict, 'bad'>
    /** The source that the endpoint is for; null for one that takes what several forward. */
    readonly sourceId: string | null
    readonly now: string
  },
): DeliveryReading => {
  const elements = elementsOf(rawBody)
  if (elements === null) {
    const reason = 'The body is not JSON.'
    const aside = [{ reason, body: rawBody }]
    return { occurrences: [], understood: [], trusted: 1, aside, reasons: [reason], origins: [], tests: [] }
  }
  const mayHoldNul = rawBody.includes('\\u0000')
  const trusted = signed === 'whole-body' ? elements : elements.slice(0, 1)
  const aside: Aside[] = []
  const occurrences: Occurrence[] = []
  const understood: unknown[] = []
  const origins: Origin[] = []
  const tests: string[] = []
  for (const element of trusted) {
    const test = testOf(element)
    if (test !== null) {
      tests.push(test)
      continue
    }
    const origin = originOf(element, sourceId)
    if (origin) origins.push(origin)
    const reading = understandElement(element, { now, mayHoldNul })
    if (reading.ok) {
      occurrences.push(...reading.occurrences)
      understood.push(element)
    } else aside.push({ reason: reading.reason, body: JSON.stringify(element) })
  }
  const reasons = aside.map(({ reason }) => reason)
  // Segment's batches hold up to 4,000 events, of which it signs one.
  for (const element of elements.slice(trusted.length))
    aside.push({ reason: 'unsigned', body: JSON.stringify(element) })
  return { occurrences, understood, trusted: trusted.length, aside, reasons, origins, tests }
}

const elementsOf = (rawBody: string): readonly unknown[] | null => {
  try {
    const body: unknown = JSON.parse(rawBody)
    return Array.isArray(body) ? body : [body]
  } catch {
    return null
  }
}
