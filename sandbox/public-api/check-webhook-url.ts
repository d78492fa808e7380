import { isLoopback } from '@/sandbox/forwarding/is-loopback'
import { webhookUrls } from '@/sandbox/forwarding/webhook-urls'
import { badRequest } from '@/sandbox/public-api/segment-error'
import type { JsonObject } from '@/sandbox/world/json'

/** The sandbox talks to this machine only, and says so when it is asked for more. */
export const checkWebhookUrl = (settings: JsonObject) => {
  const outside = webhookUrls(settings).find((url) => !isLoopback(url))
  if (outside !== undefined)
    throw badRequest(`The sandbox delivers to loopback addresses only, not to ${outside}`)
}
