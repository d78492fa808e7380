import { z } from 'zod'
import { alertChannels, alertStatuses } from '@/domain/alerts/alert-delivery'
import { alertKinds } from '@/domain/alerts/alert-kind'
import type { AlertMessage } from '@/domain/alerts/alert-message'
import type { AlertDelivery, AlertRule } from '@/server/ports/alert-store'
import type { AlertDelivery as DeliveryRow, AlertRule as RuleRow } from '../generated/client'
import { instant, instantOrNull } from '../rows/instant'

export const toRule = (row: RuleRow): AlertRule => ({
  ...row,
  kinds: z.array(z.enum(alertKinds)).parse(row.kinds),
  channel: z.enum(alertChannels).parse(row.channel),
  pausedAt: instantOrNull(row.pausedAt),
  createdAt: instant(row.createdAt),
})

export const toDelivery = (row: DeliveryRow): AlertDelivery => ({
  ...row,
  // Only this store writes it, from a message.
  message: row.message as unknown as AlertMessage,
  status: z.enum(alertStatuses).parse(row.status),
  createdAt: instant(row.createdAt),
  triedAt: instantOrNull(row.triedAt),
})
