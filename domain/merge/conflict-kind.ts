/**
 * `schema`: a place within a rule, or the rule as a whole. `name`: what the rule is called; its sides are names, and a
 * name that both sides want for different rules is one, too.
 */
export const conflictKinds = ['schema', 'name'] as const

export type ConflictKind = (typeof conflictKinds)[number]
