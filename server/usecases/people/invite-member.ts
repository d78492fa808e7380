import type { InviteMember, MemberInvited } from '@/contracts/person'
import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { makeInviteLink } from './make-invite-link'

/**
 * Gives somebody a role and makes the link that they set their password with. The link is shown this once.
 *
 * @throws Failed `not-allowed`, `invalid-input` when the address has access already
 */
export const inviteMember = async (
  ctx: Context,
  { email, name, role }: InviteMember,
): Promise<MemberInvited> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-members')
    if (await stores.people.findByEmail(email))
      fail({
        code: 'invalid-input',
        fields: [{ path: 'email', message: 'Somebody with this address has access already.' }],
      })
    const id = ctx.newId()
    await stores.people.add({ id, name, email, role, demo: false })
    const inviteUrl = await makeInviteLink(ctx, stores, id)
    await stores.audit.append({
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'member-invited',
      subject: `person:${id}`,
      details: { name, email, role },
    })
    return { id, inviteUrl }
  })
