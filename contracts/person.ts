import { z } from 'zod'
import { roles } from '@/domain/review/role'
import { ListQuery } from './listing'

export const RoleName = z.enum(roles)

export const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: RoleName,
  demo: z.boolean(),
})

export type Me = z.infer<typeof Me>

export const MemberView = Me.extend({
  status: z.enum(['active', 'invited']),
  lastSeenAt: z.string().nullable(),
  createdAt: z.string(),
})

export type MemberView = z.infer<typeof MemberView>

/** `q`: what a word of the name, or the address, begins with. */
export const ListMembers = ListQuery.extend({ q: z.string().max(200).optional() })

export type ListMembers = z.infer<typeof ListMembers>

export const InviteMember = z.object({
  email: z
    .email()
    .max(320)
    .transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1).max(200),
  role: RoleName,
})

export type InviteMember = z.infer<typeof InviteMember>

export const MemberInvited = z.object({ id: z.string(), inviteUrl: z.string() })

export type MemberInvited = z.infer<typeof MemberInvited>

export const ChangeMember = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  role: RoleName.optional(),
})

export type ChangeMember = z.infer<typeof ChangeMember>

/** Everything REST offers; a token without scopes may do what its person may. */
export const tokenScopes = ['read', 'propose', 'review', 'publish', 'admin'] as const

export const MintToken = z.object({
  name: z.string().trim().min(1).max(200),
  scopes: z.array(z.enum(tokenScopes)).optional(),
  expiresAt: z.iso.datetime().optional(),
})

export type MintToken = z.infer<typeof MintToken>

export const TokenView = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  mintedBy: z.string(),
})

export type TokenView = z.infer<typeof TokenView>

export const TokenMinted = z.object({ id: z.string(), token: z.string() })

export type TokenMinted = z.infer<typeof TokenMinted>

/** 12 characters or more; length beats composition rules (NIST SP 800-63B). */
export const Password = z.string().min(12, 'Use at least 12 characters.').max(200)

export const SessionView = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: z.string(),
  lastActiveAt: z.string(),
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
})

export type SessionView = z.infer<typeof SessionView>
