import type { Occurrence } from '@/domain/violations/occurrence'
import { understandElement } from './understand-delivery'
import type { SignatureVerdict } from './webhook-signature'

/** Something that changes nothing and is kept for people to look at. */
export type Aside = { readonly reason: string; readonly body: string }

export type DeliveryReading = {
  readonly occurrences: readonly Occurrence[]
  /** How many elements the signature vouches for. */
  readonly trusted: number
  /** Trusted elements that were not understood, first, and then those that are not signed. */
  readonly aside: readonly Aside[]
  /** Why trusted elements were not understood. */
  readonly reasons: readonly string[]
}

/** Reads a body whose signature was verified: what it tells of violations, and what has to be kept aside. */
export const readDelivery = (
  rawBody: string,
  signed: Exclude<SignatureVerdict, 'bad'>,
  now: string,
): DeliveryReading => {
  const elements = elementsOf(rawBody)
  if (elements === null) {
    const reason = 'The body is not JSON.'
    return { occurrences: [], trusted: 1, aside: [{ reason, body: rawBody }], reasons: [reason] }
  }
  const trusted = signed === 'whole-body' ? elements : elements.slice(0, 1)
  const aside: Aside[] = []
  const occurrences: Occurrence[] = []
  for (const element of trusted) {
    const reading = understandElement(element, now)
    if (reading.ok) occurrences.push(...reading.occurrences)
    else aside.push({ reason: reading.reason, body: JSON.stringify(element) })
  }
  const reasons = aside.map(({ reason }) => reason)
  // Segment's batches hold up to 4,000 events, of which it signs one.
  for (const element of elements.slice(trusted.length))
    aside.push({ reason: 'unsigned', body: JSON.stringify(element) })
  return { occurrences, trusted: trusted.length, aside, reasons }
}

const elementsOf = (rawBody: string): readonly unknown[] | null => {
  try {
    const body: unknown = JSON.parse(rawBody)
    return Array.isArray(body) ? body : [body]
  } catch {
    return null
  }
}
