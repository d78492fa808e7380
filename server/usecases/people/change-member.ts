import type { ChangeMember, MemberView } from '@/contracts/person'
import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { resettleReviewed } from '../change-requests/resettle-reviewed'
import { fail } from '../fail'
import { keepAnAdmin } from './keep-an-admin'
import { memberView } from './member-view'

/**
 * Changes name or role; a role counts from the person's next request on, and at once for what they reviewed.
 *
 * @throws Failed `not-allowed`, `not-found`, `wrong-state` for the last administrator
 */
export const changeMember = async (
  ctx: Context,
  { id, name, role }: ChangeMember & { readonly id: string },
): Promise<MemberView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-members')
    const person = (await stores.people.find(id)) ?? fail({ code: 'not-found', what: 'member' })
    if (role && role !== 'admin') await keepAnAdmin(stores, person)
    const changed = { ...person, name: name ?? person.name, role: role ?? person.role }
    if (changed.name === person.name && changed.role === person.role) return memberView(person)
    const change = () => stores.people.change(id, { name: changed.name, role: changed.role })
    if (changed.role === person.role) await change()
    else await resettleReviewed(ctx, stores, { person, why: `the role of ${changed.name} changed`, change })
    await stores.audit.append({
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'member-changed',
      subject: `person:${id}`,
      details: {
        before: { name: person.name, role: person.role },
        after: { name: changed.name, role: changed.role },
      },
    })
    return memberView(changed)
  })
