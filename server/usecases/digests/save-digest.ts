import type { DigestView, SaveDigest } from '@/contracts/digest'
import { nextDigest } from '@/domain/alerts/digest'
import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { fail } from '../fail'
import { digestView } from './read-digest'

/** What the person who asks is sent from now on. The first letter tells of what happens from now on. */
export const saveDigest = (ctx: Context, { every, ...time }: SaveDigest): Promise<DigestView> =>
  ctx.transaction(async ({ digests, audit }) => {
    authorize(ctx.actor, 'manage-own-account')
    const personId = personOf(ctx.actor)
    const former = await digests.find(personId)
    const entry = {
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      subject: `person:${personId}`,
    }
    if (every === 'none') {
      if (former !== null) {
        await digests.remove(personId)
        await audit.append({ ...entry, action: 'digest-ended' })
      }
      return digestView(ctx, null)
    }
    if (!ctx.notifier.canMail)
      fail({
        code: 'invalid-input',
        fields: [
          { path: 'every', message: 'This installation has no mail server: set SMTP_URL and MAIL_FROM.' },
        ],
      })
    const now = ctx.now()
    const digest = {
      ...time,
      every,
      personId,
      toldAt: former?.toldAt ?? now,
      nextAt: nextDigest({ every, ...time }, now),
    }
    await digests.save(digest)
    await audit.append({ ...entry, action: 'digest-saved', details: { every, ...time } })
    return digestView(ctx, digest)
  })
