import { createAuthClient } from 'better-auth/react'
import { RequestFailed } from './request-failed'

const client = createAuthClient()

/**
 * Signs in with the session cookie set by the answer. Gives false when address or password are wrong (the server
 * does not say which); throws `RequestFailed` with `rate-limited` or `offline`.
 */
export const signIn = async (email: string, password: string): Promise<boolean> => {
  const { error } = await client.signIn.email({ email, password }).catch(() => {
    throw new RequestFailed({ code: 'offline' })
  })
  if (!error) return true
  if (error.status === 429) throw new RequestFailed({ code: 'rate-limited', retryAfterSeconds: 10 })
  if (error.status >= 500) throw new RequestFailed({ code: 'unexpected', id: '' })
  return false
}

/** Ends this session, here and on the server. */
export const signOut = async (): Promise<void> => {
  await client.signOut()
}

/** Changes the password and ends the other sessions. False when the current one is wrong. */
export const changePassword = async (currentPassword: string, newPassword: string): Promise<boolean> => {
  const { error } = await client.changePassword({ currentPassword, newPassword, revokeOtherSessions: true })
  return !error
}
