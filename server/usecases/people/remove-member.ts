import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { resettleReviewed } from '../change-requests/resettle-reviewed'
import { fail } from '../fail'
import { keepAnAdmin } from './keep-an-admin'

/**
 * Takes access away at once: sessions end, tokens are revoked, and approvals of open requests count no more. What the
 * person did keeps their name.
 *
 * @throws Failed `not-allowed`, `not-found`, `wrong-state` for the last administrator
 */
export const removeMember = async (ctx: Context, { id }: { readonly id: string }): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-members')
    const person = (await stores.people.find(id)) ?? fail({ code: 'not-found', what: 'member' })
    await keepAnAdmin(stores, person)
    await resettleReviewed(ctx, stores, {
      person,
      why: `${person.name} left`,
      change: () => stores.people.remove(id, ctx.now()),
    })
    await stores.audit.append({
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'member-removed',
      subject: `person:${id}`,
      details: { name: person.name, email: person.email, role: person.role },
    })
    return null
  })
