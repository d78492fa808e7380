import type { AcceptInvite, InviteAccepted } from '@/contracts/invite'
import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import type { Person } from '@/server/ports/person-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { openInvite } from './open-invite'

/**
 * Sets the password of the person the link belongs to, or makes the first administrator. A link works once; whoever
 * was signed in as that person elsewhere is signed out.
 *
 * @throws Failed `not-found` for a link that does not work any more, `invalid-input` for a set-up without name,
 *   email, or with the email of somebody who has access
 */
export const acceptInvite = async (ctx: Context, input: AcceptInvite): Promise<InviteAccepted> => {
  // Refused before the slow hash is made, so that guessing costs us nothing.
  await ctx.transaction((stores) => openInvite(ctx, stores, input.token))
  const hash = await ctx.passwords.hash(input.password)
  return ctx.transaction(async (stores) => {
    const { invite, person } = await openInvite(ctx, stores, input.token)
    if (!(await stores.invites.use(invite.id, ctx.now())))
      fail({ code: 'not-found', what: 'invitation that still works' })
    const welcomed = person ?? (await makeAdministrator(ctx, stores, input))
    await stores.credentials.setPassword(welcomed.id, hash, ctx.now())
    await stores.credentials.endSessions(welcomed.id, null)
    await stores.audit.append({
      chain: installationChain,
      actor: { kind: 'person', personId: welcomed.id, name: welcomed.name, role: welcomed.role },
      at: ctx.now(),
      action: person?.active ? 'password-set-by-link' : 'invitation-accepted',
      subject: `person:${welcomed.id}`,
      details: { role: welcomed.role },
    })
    return { id: welcomed.id, email: welcomed.email }
  })
}

const makeAdministrator = async (
  ctx: Context,
  { people }: Stores,
  { name, email }: AcceptInvite,
): Promise<Pick<Person, 'id' | 'name' | 'email' | 'role'>> => {
  if (name === undefined || email === undefined)
    return fail({
      code: 'invalid-input',
      fields: [
        ...(name === undefined ? [{ path: 'name', message: 'Give your name.' }] : []),
        ...(email === undefined ? [{ path: 'email', message: 'Give an e-mail address.' }] : []),
      ],
    })
  if (await people.findByEmail(email))
    return fail({
      code: 'invalid-input',
      fields: [{ path: 'email', message: 'Somebody with this address has access already.' }],
    })
  const administrator = { id: ctx.newId(), name, email, role: 'admin', demo: false } as const
  await people.add(administrator)
  return administrator
}
