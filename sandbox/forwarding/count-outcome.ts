import type { Outcome } from '@/sandbox/forwarding/webhook-sender'
import type { Sandbox } from '@/sandbox/world/sandbox'

/** Counts how a webhook delivery ended, as Delivery Overview shows it for the destination. */
export const countOutcome = (sandbox: Sandbox, { destinationId, event, failure }: Outcome) => {
  const destination = sandbox.state.destinations.find(({ id }) => id === destinationId)
  if (!destination) return
  sandbox.counts.add(
    {
      metric: failure === undefined ? 'delivered' : 'failed-delivery',
      sourceId: destination.sourceId,
      destinationId,
      eventName: typeof event.event === 'string' ? event.event : undefined,
      eventType: String(event.type),
      discardReason: failure && `http.${failure}`,
    },
    sandbox.now(),
  )
}
