import { installationChain } from '@/domain/audit/chain'
import type { Role } from '@/domain/review/role'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { demoSubject } from './demo-subject'

export type DemoPerson = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly password: string
}

/**
 * Makes the demo people at the first start and keeps their passwords as they are given afterwards, and the demo
 * workspace where the sandbox listens now. Somebody who was removed stays removed.
 *
 * @returns those there are, in the order given
 * @throws Failed `invalid-input` when an address belongs to somebody who is no demo person
 */
export const keepDemo = async (
  ctx: Context,
  input: { readonly people: readonly DemoPerson[]; readonly sandboxUrl: string },
): Promise<readonly (DemoPerson & { readonly id: string })[]> => {
  authorize(ctx.actor, 'manage-members')
  const hashes = await Promise.all(input.people.map((person) => hashUnlessKept(ctx, person)))
  return ctx.transaction(async (stores) => {
    const isFirst = (await stores.audit.ofSubject(demoSubject)).length === 0
    const kept: (DemoPerson & { readonly id: string })[] = []
    for (const [at, person] of input.people.entries()) {
      const id = await keepPerson(ctx, stores, person, hashes[at] ?? null, isFirst)
      if (id !== null) kept.push({ ...person, id })
    }
    const workspace = (await stores.workspaces.list()).find(({ demo }) => demo)
    if (workspace && workspace.apiUrl !== input.sandboxUrl)
      await stores.workspaces.setApiUrl(workspace.id, input.sandboxUrl)
    if (isFirst)
      await stores.audit.append({
        chain: installationChain,
        actor: ctx.actor,
        at: ctx.now(),
        action: 'demo-prepared',
        subject: demoSubject,
        details: { people: kept.map(({ email }) => email) },
      })
    return kept
  })
}

const hashUnlessKept = async (ctx: Context, { email, password }: DemoPerson): Promise<string | null> => {
  const known = await ctx.transaction(async ({ people, credentials }) => {
    const person = await people.findByEmail(email)
    return person && (await credentials.passwordHash(person.id))
  })
  return known && (await ctx.passwords.verify(known, password)) ? null : ctx.passwords.hash(password)
}

const keepPerson = async (
  ctx: Context,
  { people, credentials }: Stores,
  { email, name, role }: DemoPerson,
  newHash: string | null,
  mayMake: boolean,
): Promise<string | null> => {
  const known = await people.findByEmail(email)
  if (known && !known.demo)
    fail({ code: 'invalid-input', fields: [{ path: 'email', message: `${email} is no demo person.` }] })
  if (!known && !mayMake) return null
  const id = known?.id ?? ctx.newId()
  if (!known) await people.add({ id, name, email, role, demo: true })
  if (newHash !== null) {
    await credentials.setPassword(id, newHash, ctx.now())
    await credentials.endSessions(id, null)
  }
  return id
}
