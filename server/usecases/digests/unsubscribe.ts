import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'

/** Ends the letters of whoever the token of a letter is for; false for a token of nobody. */
export const unsubscribe = async (ctx: Context, token: string): Promise<boolean> => {
  const personId = ctx.secrets.personOfUnsubscribe(token)
  if (personId === null) return false
  await ctx.transaction(async ({ digests, audit }) => {
    if ((await digests.find(personId)) === null) return
    await digests.remove(personId)
    await audit.append({
      chain: installationChain,
      // Nobody is signed in: whoever holds the letter.
      actor: ctx.actor,
      at: ctx.now(),
      action: 'digest-ended',
      subject: `person:${personId}`,
      details: { by: 'the link of a letter' },
    })
  })
  return true
}
