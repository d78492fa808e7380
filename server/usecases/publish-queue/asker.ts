import type { AskedPublish } from '@/server/ports/change-request-store'
import type { Actor } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'

/** Who asked for a publish, with the role and the token of this moment; null for somebody who left, or a token that ended. */
export const askerOf = async (
  stores: Stores,
  { by, tokenId }: AskedPublish,
  now: string,
): Promise<Actor | null> => {
  const person = await stores.people.find(by)
  if (person === null) return null
  const { id: personId, name, role, demo } = person
  if (tokenId === null) return { kind: 'person', personId, name, role, demo }
  const token = (await stores.tokens.ofPerson(by)).find(({ id }) => id === tokenId)
  if (token === undefined || (token.expiresAt !== null && token.expiresAt <= now)) return null
  const { minters, scopes } = token
  return { kind: 'token', personId, name, role, demo, tokenId, minters, scopes }
}
