import { z } from 'zod'

export const defaultLimit = 50
export const maximumLimit = 200

/** Keyset paging: `cursor` is opaque and comes from the previous answer's `nextCursor`. */
export const ListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(maximumLimit).default(defaultLimit),
  cursor: z.string().max(1_000).optional(),
})

export type ListQuery = z.infer<typeof ListQuery>

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() })

export type Listing<T> = { readonly data: readonly T[]; readonly nextCursor: string | null }
