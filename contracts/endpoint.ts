import { z } from 'zod'

export const CreateEndpoint = z.discriminatedUnion('kind', [
  /** `workspace` is needed only where several are connected and no source tells which is meant. */
  z.object({
    kind: z.literal('violations'),
    source: z.string().optional(),
    workspace: z.string().optional(),
  }),
  z.object({ kind: z.literal('events'), source: z.string() }),
])

export type CreateEndpoint = z.infer<typeof CreateEndpoint>

/** `writeKey` for kind `events`: what libraries are given. `url` is where a Webhooks destination posts to. */
export const EndpointCreated = z.object({
  id: z.string(),
  url: z.string(),
  sharedSecret: z.string(),
  writeKey: z.string().optional(),
})

export type EndpointCreated = z.infer<typeof EndpointCreated>

export const EndpointView = z.object({
  id: z.string(),
  kind: z.enum(['violations', 'events']),
  url: z.string(),
  /** Its id in Segment. */
  source: z.string().nullable(),
  /** Null where there is no source, or none of this id is known any more. */
  sourceName: z.string().nullable(),
  /** The last four characters of the write key; null where there is none, or it cannot be opened. */
  keyEnding: z.string().nullable(),
  workspace: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  lastDeliveryAt: z.string().nullable(),
  deliveries: z.number().int(),
})

export type EndpointView = z.infer<typeof EndpointView>
