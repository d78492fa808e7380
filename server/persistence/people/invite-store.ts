import type { InviteStore } from '@/server/ports/invite-store'
import type { Client } from '../client'
import { instantOrNull } from '../rows/instant'

export const inviteStore = (client: Client): InviteStore => ({
  add: async (invite) => {
    await client.invite.create({ data: invite })
  },
  findByHash: async (tokenHash) => {
    const row = await client.invite.findUnique({ where: { tokenHash } })
    return (
      row && {
        id: row.id,
        personId: row.personId,
        expiresAt: instantOrNull(row.expiresAt),
        usedAt: instantOrNull(row.usedAt),
      }
    )
  },
  use: async (id, at) => {
    const { count } = await client.invite.updateMany({
      where: { id, usedAt: null },
      data: { usedAt: new Date(at) },
    })
    return count === 1
  },
  dropUnused: async (personId) => {
    await client.invite.deleteMany({ where: { personId, usedAt: null } })
  },
})
