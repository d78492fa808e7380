import type { Context } from '@/server/ports/context'

/** Ends the letters of whoever the token of a letter is for; false for a token of nobody. */
export const unsubscribe = async (ctx: Context, token: string): Promise<boolean> => {
  const personId = ctx.secrets.personOfUnsubscribe(token)
  if (personId === null) return false
  await ctx.transaction(({ digests }) => digests.remove(personId))
  return true
}
