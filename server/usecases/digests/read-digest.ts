import type { DigestView } from '@/contracts/digest'
import { weekdays } from '@/domain/review/weekday'
import type { Context } from '@/server/ports/context'
import type { Digest } from '@/server/ports/digest-store'
import { authorize, personOf } from '../authorize'

/** What the person who asks is sent. */
export const readDigest = (ctx: Context): Promise<DigestView> =>
  ctx.transaction(async ({ digests }) => {
    authorize(ctx.actor, 'manage-own-account')
    return digestView(ctx, await digests.find(personOf(ctx.actor)))
  })

export const digestView = ({ notifier: { canMail } }: Context, digest: Digest | null): DigestView =>
  digest === null
    ? { every: 'none', weekday: weekdays[0], hour: 8, timeZone: 'UTC', nextAt: null, canMail }
    : {
        every: digest.every,
        weekday: digest.weekday,
        hour: digest.hour,
        timeZone: digest.timeZone,
        nextAt: digest.nextAt,
        canMail,
      }
