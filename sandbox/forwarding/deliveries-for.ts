import type { Delivery } from '@/sandbox/forwarding/delivery'
import { fires } from '@/sandbox/forwarding/fires'
import { webhookUrls } from '@/sandbox/forwarding/webhook-urls'
import { webhooksClassicId } from '@/sandbox/world/catalog'
import type { Destination } from '@/sandbox/world/destination'
import { isObject, type JsonObject } from '@/sandbox/world/json'

export type Outgoing = Delivery & { batch: { key: string; size: number } | null }

const textOr = (value: unknown, otherwise: string) =>
  typeof value === 'string' && value !== '' ? value : otherwise

const headersIn = (settings: JsonObject): Record<string, string> =>
  isObject(settings.headers)
    ? Object.fromEntries(Object.entries(settings.headers).map(([name, value]) => [name, String(value)]))
    : {}

const outgoing = (
  destination: Destination,
  settings: JsonObject,
  event: JsonObject,
  key: string,
): Outgoing => {
  const isClassic = destination.metadataId === webhooksClassicId
  const isBatched = settings.enable_batching === true
  return {
    destinationId: destination.id,
    urls: webhookUrls(settings),
    method: isClassic ? 'POST' : textOr(settings.method, 'POST'),
    headers: {
      'content-type': 'application/json',
      'user-agent': isClassic ? 'Segment.io/1.0' : 'Segment (Actions)',
      ...headersIn(settings),
    },
    sharedSecret: textOr(settings.sharedSecret, ''),
    body: event,
    events: [event],
    // Segment waits 5 s for a classic webhook and 10 s for an action.
    timeoutMs: isClassic ? 5_000 : 10_000,
    batch: isBatched ? { key, size: Number(settings.batch_size ?? 1_000) } : null,
  }
}

/** What a webhook destination sends for one event: classic everything, Actions what its mappings let through. */
export const deliveriesFor = (destination: Destination, event: JsonObject): Outgoing[] => {
  const { settings, subscriptions } = destination
  const mappings = subscriptions
    .filter(({ enabled, trigger }) => enabled && fires(trigger, event) === true)
    .map((mapping) => ({ key: mapping.id, settings: { ...settings, ...mapping.settings } }))
  const ways = subscriptions.length === 0 ? [{ key: destination.id, settings }] : mappings
  return ways
    .map((way) => outgoing(destination, way.settings, event, way.key))
    .filter(({ urls }) => urls.length > 0)
}
