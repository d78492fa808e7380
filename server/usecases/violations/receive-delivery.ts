import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { placeOccurrences } from './place-occurrences'
import { understandElement } from './understand-delivery'
import { checkSignature } from './webhook-signature'

export type Delivery = {
  readonly endpointId: string
  /** The bytes of the body as UTF-8 text: the signature is over exactly these. */
  readonly rawBody: string
  readonly signature: string | null
}

/** `accepted` were counted, `duplicates` had come before, `setAside` changed nothing and are kept for inspection. */
export type DeliveryAccepted = {
  readonly accepted: number
  readonly duplicates: number
  readonly setAside: number
}

/**
 * Takes what a Webhooks destination posted. The answer comes after the commit. Fails with `not-found` (no such
 * endpoint), `bad-signature` (nothing is kept) or `invalid-input` (signed but not understood: kept for inspection).
 */
export const receiveDelivery = async (ctx: Context, delivery: Delivery): Promise<DeliveryAccepted> => {
  const outcome = await ctx.transaction((stores) => take(ctx, stores, delivery))
  if (outcome.refused === null) return outcome.taken
  return fail({ code: 'invalid-input', fields: [{ path: '', message: outcome.refused }] })
}

type Outcome = { readonly taken: DeliveryAccepted; readonly refused: string | null }

const take = async (ctx: Context, stores: Stores, delivery: Delivery): Promise<Outcome> => {
  const { endpointId, rawBody, signature } = delivery
  const endpoint = (await stores.endpoints.find(endpointId)) ?? fail({ code: 'not-found', what: 'endpoint' })
  const signed = checkSignature(ctx.secrets.open(endpoint.secretSealed), rawBody, signature)
  if (signed === 'bad') return fail({ code: 'bad-signature' })

  const now = ctx.now()
  // Kept in one statement at the end: Segment's batches hold up to 4,000 events, of which it signs one.
  const aside: { readonly reason: string; readonly body: string }[] = []
  const keepAside = () =>
    stores.endpoints.setAside(
      endpointId,
      aside.map(({ reason, body }) => ({
        id: ctx.newId(),
        reason,
        body: body.replaceAll('\u0000', '\ufffd'),
        at: now,
      })),
    )
  const elements = elementsOf(rawBody)
  if (elements === null) {
    aside.push({ reason: 'The body is not JSON.', body: rawBody })
    await keepAside()
    return { taken: { accepted: 0, duplicates: 0, setAside: 1 }, refused: 'The body is not JSON.' }
  }
  const trusted = signed === 'whole-body' ? elements : elements.slice(0, 1)
  for (const element of elements.slice(trusted.length))
    aside.push({ reason: 'unsigned', body: JSON.stringify(element) })

  const understood = trusted.map((element) => ({ element, reading: understandElement(element, now) }))
  const reasons: string[] = []
  for (const { element, reading } of understood) {
    if (reading.ok) continue
    reasons.push(reading.reason)
    aside.push({ reason: reading.reason, body: JSON.stringify(element) })
  }
  const occurrences = understood.flatMap(({ reading }) => (reading.ok ? reading.occurrences : []))
  const { placed, homeless } = await placeOccurrences(stores, endpoint.workspaceId, occurrences, now)
  for (const occurrence of homeless) {
    reasons.push('No plan of this workspace belongs to the violation.')
    aside.push({
      reason: 'No plan of this workspace belongs to the violation.',
      body: JSON.stringify(occurrence),
    })
  }
  await keepAside()
  const folded = await stores.violations.fold(placed, { now, newId: ctx.newId })
  const accepted = folded.filter((one) => one === 'counted').length
  await stores.endpoints.delivered(endpointId, now, trusted.length)
  const nothingUnderstood = reasons.length > 0 && reasons.length >= trusted.length && placed.length === 0
  return {
    taken: {
      accepted,
      duplicates: placed.length - accepted,
      setAside: aside.length,
    },
    refused: nothingUnderstood ? (reasons[0] ?? null) : null,
  }
}

const elementsOf = (rawBody: string): readonly unknown[] | null => {
  try {
    const body: unknown = JSON.parse(rawBody)
    return Array.isArray(body) ? body : [body]
  } catch {
    return null
  }
}
