import type { Failure } from '@/contracts/failure'
import { maskMessageId } from '@/domain/traffic/mask/mask-message-id'
import { maskString } from '@/domain/traffic/mask/mask-value'
import type { Context } from '@/server/ports/context'
import type { Endpoint } from '@/server/ports/endpoint-store'
import type { Stores } from '@/server/ports/stores'
import type { Folded, Occurrence } from '@/server/ports/violation-store'
import { recordReceived } from '../collector/record-received'
import type { WholeCall } from './judge-whole-calls'
import { noteDisagreements } from './note-disagreements'
import { noteRoutes } from './note-routes'
import type { PlaceMemory } from './place-memory'
import { placeOccurrences } from './place-occurrences'
import type { Aside, DeliveryReading } from './read-delivery'
import { checkSignature } from './webhook-signature'

/** A delivery that was verified by what was known of its endpoint then. */
export type VerifiedDelivery = {
  readonly delivery: { readonly rawBody: string; readonly signature: string | null }
  readonly endpoint: Endpoint
  readonly reading: DeliveryReading
  /** Whole events among what was understood, judged by us. */
  readonly whole: readonly WholeCall[]
}

/**
 * `accepted` were counted, `duplicates` had come before, `late` came so late that nobody knows, `setAside` changed
 * nothing and are kept for inspection.
 */
export type DeliveryAccepted = {
  readonly accepted: number
  readonly duplicates: number
  readonly late: number
  readonly setAside: number
}

export type DeliveryOutcome = { readonly taken: DeliveryAccepted } | { readonly failure: Failure }

/** Commits deliveries in one transaction; an outcome for each, in their order. */
export const commitDeliveries = (
  ctx: Context,
  deliveries: readonly VerifiedDelivery[],
  memory: PlaceMemory,
): Promise<readonly DeliveryOutcome[]> =>
  ctx.transaction(async (stores) => {
    const failureOf = await standingEndpoints(ctx, stores, deliveries)
    const failures = deliveries.map(failureOf)
    const found = await placeOccurrences(
      stores,
      deliveries.flatMap(({ endpoint: { workspaceId }, reading }, i) =>
        failures[i] === null ? reading.occurrences.map((occurrence) => ({ workspaceId, occurrence })) : [],
      ),
      ctx.now(),
      memory,
    )
    const placed: Occurrence[] = []
    let next = 0
    const parts = deliveries.map((delivery, i): Part | Failure => {
      const failure = failures[i]
      if (failure) return failure
      const part = { delivery, from: placed.length, to: placed.length, aside: [...delivery.reading.aside] }
      for (const occurrence of delivery.reading.occurrences) {
        const one = found[next]
        next += 1
        if (one) placed.push(one)
        else part.aside.push({ reason: homeless, body: JSON.stringify(occurrence) })
      }
      part.to = placed.length
      return part
    })
    const own = parts.filter((part): part is Part => 'delivery' in part)
    // In the order in which the collector writes, too: calls, then what they broke.
    await noteWholeCalls(ctx, stores, own, placed)
    const folded = await stores.violations.fold(placed, { now: ctx.now(), newId: ctx.newId })
    // Last, since every delivery of an endpoint waits for its row.
    await note(ctx, stores, own)
    await noteRoutes(
      stores,
      own.map(({ delivery }) => delivery),
      ctx.now(),
    )
    return parts.map((part) => ('delivery' in part ? outcomeOf(part, folded) : { failure: part }))
  })

type Part = {
  readonly delivery: VerifiedDelivery
  /** Its occurrences among all that were placed. */
  readonly from: number
  to: number
  readonly aside: Aside[]
}

/** What the store keeps of an endpoint; masking more would be for nothing. */
const keptAside = 1_000

const homeless = 'No plan of this workspace belongs to the violation.'

/** What speaks against a delivery now: its endpoint was removed, or got a new secret, since it was verified. */
const standingEndpoints = async (ctx: Context, stores: Stores, deliveries: readonly VerifiedDelivery[]) => {
  const ids = [...new Set(deliveries.map(({ endpoint }) => endpoint.id))].sort()
  const stored = new Map((await stores.endpoints.findMany(ids)).map((endpoint) => [endpoint.id, endpoint]))
  return ({ delivery, endpoint }: VerifiedDelivery): Failure | null => {
    const now = stored.get(endpoint.id)
    if (!now) return { code: 'not-found', what: 'endpoint' }
    if (now.secretSealed === endpoint.secretSealed) return null
    const signed = checkSignature(ctx.secrets.open(now.secretSealed), delivery.rawBody, delivery.signature)
    return signed === 'bad' ? { code: 'bad-signature' } : null
  }
}

/** Records whole events, and where Segment's verdict on one differs from ours. */
const noteWholeCalls = async (
  ctx: Context,
  stores: Stores,
  parts: readonly Part[],
  placed: readonly Occurrence[],
) => {
  const whole = parts.flatMap((part) =>
    part.delivery.whole.map((one) => {
      const id = maskMessageId(one.call.messageId)
      return { one, told: placed.slice(part.from, part.to).filter(({ messageId }) => messageId === id) }
    }),
  )
  if (whole.length === 0) return
  await recordReceived(
    ctx,
    stores,
    whole.map(({ one: { known, call } }) => ({ known, calls: [call] })),
  )
  await noteDisagreements(stores, whole, ctx.now())
}

/** Counts the deliveries of each endpoint and keeps what was put aside, in the order of the endpoints. */
const note = async (ctx: Context, { endpoints }: Stores, parts: readonly Part[]) => {
  const at = ctx.now()
  const ofEndpoint = new Map<string, { trusted: number; readonly aside: Aside[] }>()
  for (const { delivery, aside } of parts) {
    const entry = ofEndpoint.get(delivery.endpoint.id) ?? { trusted: 0, aside: [] }
    entry.trusted += delivery.reading.trusted
    entry.aside.push(...aside)
    ofEndpoint.set(delivery.endpoint.id, entry)
  }
  for (const [id, { trusted, aside }] of [...ofEndpoint].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await endpoints.setAside(
      id,
      aside.slice(-keptAside).map(({ reason, body }) => ({
        id: ctx.newId(),
        reason,
        // Nothing else is kept of what was not understood, so nobody knows what it holds.
        body: maskString(body.replaceAll('\u0000', '\ufffd')),
        at,
      })),
    )
    await endpoints.delivered(id, at, trusted)
  }
}

const outcomeOf = (
  { delivery: { reading }, from, to, aside }: Part,
  folded: readonly Folded[],
): DeliveryOutcome => {
  const own = folded.slice(from, to)
  const reasons = [
    ...reading.reasons,
    ...aside.filter(({ reason }) => reason === homeless).map(({ reason }) => reason),
  ]
  if (own.length === 0 && reasons.length > 0 && reasons.length >= reading.trusted)
    return { failure: { code: 'invalid-input', fields: [{ path: '', message: reasons[0] ?? '' }] } }
  const count = (what: Folded) => own.filter((one) => one === what).length
  return {
    taken: {
      accepted: count('counted'),
      duplicates: count('duplicate'),
      late: count('late'),
      setAside: aside.length,
    },
  }
}
