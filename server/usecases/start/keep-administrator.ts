import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import type { Person } from '@/server/ports/person-store'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { resettleReviewed } from '../change-requests/resettle-reviewed'

const tokenName = 'ADMIN_TOKEN'

type Administrator = {
  readonly email: string
  readonly password: string | null
  /** Becomes an API token of exactly this value. */
  readonly token: string | null
}

/** Makes the administrator whom the environment names, or brings them to what it says. Changes nothing when they are so. */
export const keepAdministrator = async (ctx: Context, given: Administrator): Promise<null> => {
  authorize(ctx.actor, 'manage-members')
  const email = given.email.toLowerCase()
  const newHash = await hashUnlessKept(ctx, email, given.password)
  return ctx.transaction(async (stores) => {
    const before = await stores.people.findByEmail(email)
    const id = before?.id ?? ctx.newId()
    if (!before) await stores.people.add({ id, name: nameFrom(email), email, role: 'admin', demo: false })
    if (before && before.role !== 'admin')
      await resettleReviewed(ctx, stores, {
        person: before,
        why: `the role of ${before.name} changed`,
        change: () => stores.people.change(id, { role: 'admin' }),
      })
    if (newHash !== null) {
      await stores.credentials.setPassword(id, newHash, ctx.now())
      await stores.credentials.endSessions(id, null)
    }
    const tokenMade = given.token !== null && (await keepToken(ctx, stores, id, given.token))
    const changes = changesOf(before, newHash !== null, tokenMade)
    if (changes.length > 0)
      await stores.audit.append({
        chain: installationChain,
        actor: ctx.actor,
        at: ctx.now(),
        action: 'administrator-kept',
        subject: `person:${id}`,
        details: { email, changes },
      })
    return null
  })
}

/** Null when there is no password to set, or the person has it already. */
const hashUnlessKept = async (
  ctx: Context,
  email: string,
  password: string | null,
): Promise<string | null> => {
  if (password === null) return null
  const known = await ctx.transaction(async ({ people, credentials }) => {
    const person = await people.findByEmail(email)
    return person && (await credentials.passwordHash(person.id))
  })
  if (known && (await ctx.passwords.verify(known, password))) return null
  return ctx.passwords.hash(password)
}

/** One token of this name at a time: another value in the environment revokes the one before. */
const keepToken = async (
  ctx: Context,
  { tokens }: Stores,
  personId: string,
  token: string,
): Promise<boolean> => {
  const tokenHash = ctx.secrets.hashToken(token)
  const known = await tokens.findByHash(tokenHash, ctx.now())
  if (known?.personId === personId) return false
  const older = (await tokens.ofPerson(personId)).filter(({ name }) => name === tokenName)
  for (const { id } of older) await tokens.revoke(personId, id, ctx.now())
  await tokens.add({
    id: ctx.newId(),
    personId,
    mintedBy: personId,
    minters: [personId],
    name: tokenName,
    scopes: [],
    createdAt: ctx.now(),
    expiresAt: null,
    lastUsedAt: null,
    tokenHash,
  })
  return true
}

const changesOf = (before: Person | null, passwordSet: boolean, tokenMade: boolean): string[] => [
  ...(before ? [] : ['made']),
  ...(before && before.role !== 'admin' ? ['role'] : []),
  ...(passwordSet ? ['password'] : []),
  ...(tokenMade ? ['token'] : []),
]

const nameFrom = (email: string): string => {
  const words = (email.split('@')[0] ?? email).split(/[._-]+/).filter(Boolean)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email
}
