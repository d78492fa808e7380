import type { Rule } from '@/sandbox/world/rule'

export const planTypes = ['ENGAGE', 'LIVE', 'PROPERTY_LIBRARY', 'RULE_LIBRARY', 'TEMPLATE'] as const
export type PlanType = (typeof planTypes)[number]

export type Plan = {
  id: string
  resourceSchemaId: string
  name: string
  slug: string
  description: string
  type: PlanType
  createdAt: string
  updatedAt: string
  /** What has been written: the truth. */
  rules: Rule[]
  /** What the apps were built from: the content, or the last load by the control interface. */
  shipped: Rule[]
  /** What reads still show, and the writes that they will show later (Segment is eventually consistent). */
  shown: Rule[]
  pending: { visibleAt: number; rules: Rule[] }[]
}

/** Puts a new set of rules in place; reads show it after `delayMs`. */
export const writeRules = (plan: Plan, rules: Rule[], now: number, delayMs: number) => {
  plan.rules = rules
  plan.updatedAt = new Date(now).toISOString()
  plan.pending.push({ visibleAt: now + delayMs, rules })
}

/** The rules that a read made now may see. */
export const visibleRules = (plan: Plan, now: number): Rule[] => {
  while (plan.pending[0] && plan.pending[0].visibleAt <= now) plan.shown = plan.pending.shift()?.rules ?? []
  return plan.shown
}
