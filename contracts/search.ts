import { z } from 'zod'
import { RuleId } from './rule'

const Plan = z.object({ id: z.string(), name: z.string() })

/** Best first. `rank`: 0 is called so, 1 begins so, 2 has a word that begins so, 3 holds it somewhere. */
export const SearchHit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    name: z.string(),
    rank: z.number().int(),
    plan: Plan,
    rule: RuleId,
    description: z.string(),
  }),
  z.object({
    kind: z.literal('property'),
    name: z.string(),
    rank: z.number().int(),
    plan: Plan,
    /** Rules of the plan that have it, the best known first, at most 10 of them. */
    rules: z.array(RuleId),
    count: z.number().int(),
  }),
])

export type SearchHit = z.infer<typeof SearchHit>
