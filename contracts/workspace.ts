import { z } from 'zod'

export const WorkspaceView = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  segmentId: z.string(),
  region: z.enum(['us', 'eu']),
  apiUrl: z.string(),
  demo: z.boolean(),
  plans: z.number().int(),
  connectedAt: z.string(),
  problem: z.object({ code: z.string(), message: z.string(), at: z.string() }).nullable(),
})

export type WorkspaceView = z.infer<typeof WorkspaceView>

const holdsCredentials = (url: string): boolean =>
  URL.canParse(url) && (new URL(url).username !== '' || new URL(url).password !== '')

export const ConnectWorkspace = z.object({
  name: z.string().trim().max(200).optional(),
  token: z
    .string()
    .trim()
    .min(1, 'Give a Public API token.')
    .max(4_000)
    // It travels in a header.
    .regex(/^[\x21-\x7e]*$/, 'A Public API token has no spaces, line breaks or accents.'),
  region: z.enum(['us', 'eu']).default('us'),
  // Everybody who may read plans sees the address.
  apiUrl: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !holdsCredentials(url), 'Leave name and password out of the address.')
    .optional(),
})

export type ConnectWorkspace = z.infer<typeof ConnectWorkspace>

/** What a token opens, before anything is stored. */
export const WorkspaceCheck = z.object({
  segmentId: z.string(),
  name: z.string(),
  slug: z.string(),
  plans: z.array(z.object({ segmentId: z.string(), name: z.string() })),
  alreadyConnected: z.boolean(),
})

export type WorkspaceCheck = z.infer<typeof WorkspaceCheck>

export const ConnectedWorkspace = z.object({ id: z.string(), jobId: z.string() })

export type ConnectedWorkspace = z.infer<typeof ConnectedWorkspace>
