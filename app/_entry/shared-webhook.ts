import { type Webhook, webhook } from '@/server/usecases/violations/webhook'
import { composition } from './composition'

// As with the composition, only the process itself is shared by all routes.
const shared = globalThis as { plumblineWebhook?: Webhook }

/** What commits the deliveries of this process together. */
export const sharedWebhook = (): Webhook => {
  shared.plumblineWebhook ??= webhook(
    composition().contextFor({ kind: 'system', personId: null, name: 'Segment' }),
  )
  return shared.plumblineWebhook
}
