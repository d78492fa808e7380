import { isFor } from '@/sandbox/forwarding/is-for'
import { appVersionOf, eventNameOf, type Message } from '@/sandbox/tracking-api/message'
import { webhooksActionsId, webhooksClassicId } from '@/sandbox/world/catalog'
import type { Sandbox } from '@/sandbox/world/sandbox'
import type { Source } from '@/sandbox/world/source'

const isWebhook = (metadataId: string) => metadataId === webhooksActionsId || metadataId === webhooksClassicId

/** Sends an event to the enabled destinations of a source. Only webhooks really leave; the others count as delivered. */
export const forward = (sandbox: Sandbox, source: Source, message: Message) => {
  for (const destination of sandbox.state.destinations) {
    if (!destination.enabled || destination.sourceId !== source.id || !isFor(destination, message)) continue
    if (isWebhook(destination.metadataId)) sandbox.webhooks.send(destination, message)
    else
      sandbox.counts.add(
        {
          metric: 'delivered',
          sourceId: source.id,
          destinationId: destination.id,
          eventName: eventNameOf(message),
          eventType: message.type,
          appVersion: appVersionOf(message),
        },
        sandbox.now(),
      )
  }
}
