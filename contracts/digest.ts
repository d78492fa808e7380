import { z } from 'zod'
import { weekdays } from '@/domain/review/weekday'

const TimeZone = z
  .string()
  .max(100)
  .refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone })
      return true
    } catch {
      return false
    }
  }, 'There is no such time zone.')

/** Letters about what happened: none, each day, or each week on a day. `hour` is by the clocks of the zone. */
export const SaveDigest = z.object({
  every: z.enum(['none', 'day', 'week']),
  weekday: z.enum(weekdays).default(weekdays[0]),
  hour: z.int().min(0).max(23).default(8),
  timeZone: TimeZone.default('UTC'),
})

export type SaveDigest = z.infer<typeof SaveDigest>

export const DigestView = z.object({
  every: z.enum(['none', 'day', 'week']),
  weekday: z.enum(weekdays),
  hour: z.number().int(),
  timeZone: z.string(),
  /** When the next one is due; null where there is none. */
  nextAt: z.string().nullable(),
  /** Whether the installation has a mail server. */
  canMail: z.boolean(),
})

export type DigestView = z.infer<typeof DigestView>
