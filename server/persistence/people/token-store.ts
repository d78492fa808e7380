import type { ApiToken, TokenStore } from '@/server/ports/token-store'
import type { Client } from '../client'
import type { ApiToken as Row } from '../generated/client'
import { instant, instantOrNull } from '../rows/instant'
import { storableText } from '../rows/storable-text'

export const tokenStore = (client: Client): TokenStore => ({
  add: async ({ scopes, minters, ...token }) => {
    const data = { ...token, name: storableText(token.name), scopes: [...scopes], minters: [...minters] }
    await client.apiToken.create({ data })
  },
  findByHash: async (tokenHash, now) => {
    const row = await client.apiToken.findFirst({
      where: { tokenHash, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    })
    return row && toToken(row)
  },
  ofPerson: async (personId) =>
    (
      await client.apiToken.findMany({
        where: { personId, revokedAt: null },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      })
    ).map(toToken),
  revoke: async (personId, id, at) => {
    const { count } = await client.apiToken.updateMany({
      where: { id, personId, revokedAt: null },
      data: { revokedAt: new Date(at) },
    })
    return count === 1
  },
  used: async (id, at) => {
    await client.apiToken.updateMany({ where: { id }, data: { lastUsedAt: new Date(at) } })
  },
})

const toToken = (row: Row): ApiToken => ({
  id: row.id,
  personId: row.personId,
  mintedBy: row.mintedBy,
  minters: row.minters,
  name: row.name,
  scopes: row.scopes,
  createdAt: instant(row.createdAt),
  expiresAt: instantOrNull(row.expiresAt),
  lastUsedAt: instantOrNull(row.lastUsedAt),
})
