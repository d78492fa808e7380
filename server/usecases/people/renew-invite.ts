import type { MemberInvited } from '@/contracts/person'
import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { makeInviteLink } from './make-invite-link'

/**
 * A new link for a member: the invitation again, or a way back in for somebody who has lost their password. The
 * password they have goes on working until the link is used.
 */
export const renewInvite = async (ctx: Context, { id }: { readonly id: string }): Promise<MemberInvited> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-members')
    const person = (await stores.people.find(id)) ?? fail({ code: 'not-found', what: 'member' })
    const inviteUrl = await makeInviteLink(ctx, stores, person.id)
    await stores.audit.append({
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      action: person.active ? 'password-link-made' : 'invitation-renewed',
      subject: `person:${person.id}`,
    })
    return { id: person.id, inviteUrl }
  })
