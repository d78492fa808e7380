import { z } from 'zod'
import { ChangeView } from './plan'
import { RuleId } from './rule'

const Defect = z.object({ name: z.string(), pointer: z.string(), explanation: z.string() })

/**
 * A repair of one defect, with what it changes when it is made by itself. `pointer` leads into the schema. Certain: only
 * one thing can have been meant; it can refuse more than before all the same, as `changes` show.
 */
export const RepairView = Defect.extend({
  certainty: z.enum(['certain', 'guess']),
  what: z.string(),
  changes: z.array(ChangeView),
})

export type RepairView = z.infer<typeof RepairView>

/** What could be done about the defects of one rule; `left` has no repair. */
export const RuleRepairs = z.object({
  rule: RuleId,
  repairs: z.array(RepairView),
  left: z.array(Defect),
})

export type RuleRepairs = z.infer<typeof RuleRepairs>

/**
 * Makes the certain repairs of these rules, or of every rule with defects, and the guesses that are named: each by its
 * rule and by the pointer of its defect.
 */
export const RepairRules = z.object({
  rules: z.array(RuleId).min(1).max(10_000).optional(),
  guesses: z
    .array(z.object({ rule: RuleId, pointer: z.string().max(10_000) }))
    .max(10_000)
    .optional(),
})

export type RepairRules = z.infer<typeof RepairRules>

export const Repaired = z.object({ number: z.number().int(), repairs: z.number().int() })

export type Repaired = z.infer<typeof Repaired>
