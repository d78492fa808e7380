import type { CredentialStore } from '@/server/ports/credential-store'
import type { Client } from '../client'

// What the auth library calls an account that is an address and a password.
const provider = 'credential'

/** Passwords and sessions in the auth library's own tables. */
export const credentialStore = (client: Client): CredentialStore => ({
  passwordHash: async (personId) => {
    const account = await client.account.findFirst({
      where: { userId: personId, providerId: provider },
      select: { password: true },
    })
    return account?.password ?? null
  },

  setPassword: async (personId, hash, at) => {
    const { count } = await client.account.updateMany({
      where: { userId: personId, providerId: provider },
      data: { password: hash, updatedAt: at },
    })
    if (count > 0) return
    await client.account.create({
      data: {
        id: `${personId}-password`,
        accountId: personId,
        providerId: provider,
        userId: personId,
        password: hash,
        createdAt: at,
        updatedAt: at,
      },
    })
  },

  sessions: async (personId, now) => {
    const sessions = await client.session.findMany({
      where: { userId: personId, expiresAt: { gt: now } },
      orderBy: { updatedAt: 'desc' },
    })
    return sessions.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
      id,
      createdAt: createdAt.toISOString(),
      lastActiveAt: updatedAt.toISOString(),
      ipAddress: ipAddress || null,
      userAgent: userAgent || null,
    }))
  },

  endSession: async (personId, sessionId) => {
    const { count } = await client.session.deleteMany({ where: { userId: personId, id: sessionId } })
    return count > 0
  },

  endSessions: async (personId, exceptSessionId) => {
    await client.session.deleteMany({
      where: { userId: personId, ...(exceptSessionId ? { NOT: { id: exceptSessionId } } : {}) },
    })
  },
})
