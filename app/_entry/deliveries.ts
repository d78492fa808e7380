import { type DeliveryReceiver, deliveryReceiver } from '@/server/usecases/violations/receive-delivery'
import { composition } from './composition'

const shared = globalThis as { plumblineDeliveries?: DeliveryReceiver }

/** What commits the deliveries of this process together. */
export const deliveries = (): DeliveryReceiver => {
  shared.plumblineDeliveries ??= deliveryReceiver(
    composition().contextFor({ kind: 'system', personId: null, name: 'Segment' }),
  )
  return shared.plumblineDeliveries
}
