import { z } from 'zod'
import { Password, RoleName } from './person'

/** What a link opens: the making of the first administrator, or a password for somebody who is known already. */
export const InviteView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-up') }),
  z.object({
    kind: z.literal('invite'),
    name: z.string(),
    email: z.string(),
    role: RoleName,
    /** True when they have a password, and the link is there to set another. */
    active: z.boolean(),
  }),
])

export type InviteView = z.infer<typeof InviteView>

/** `name` and `email` count for the set-up link only; an invitation has them. */
export const AcceptInvite = z.object({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1, 'Give your name.').max(200).optional(),
  email: z
    .email('Give an e-mail address.')
    .max(320)
    .transform((email) => email.toLowerCase())
    .optional(),
  password: Password,
})

export type AcceptInvite = z.infer<typeof AcceptInvite>

export const InviteAccepted = z.object({ id: z.string(), email: z.string() })

export type InviteAccepted = z.infer<typeof InviteAccepted>
